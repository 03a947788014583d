// What a person does with the workbench, and where things stand on the screen.
import path from 'node:path';

import { until } from './editor.mjs';

/** Runs a command by its English title. */
export async function command(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title.split(': ').at(-1) }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Puts the cursor at the start of a line (1-based) and brings the line into view. */
export async function goToLine(page, line) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  // Moving the cursor ends the highlight of the line that was gone to.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
}

/** Where `text` stands on the screen: the rectangle of exactly these characters in the editor's lines, or null. */
export function rectangle(page, text, inside = '') {
  return page.evaluate(([wanted, context]) => {
    for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
      const whole = line.textContent.replaceAll('\u00a0', ' ');
      const contextAt = whole.indexOf(context);
      const at = contextAt < 0 ? -1 : whole.indexOf(wanted, contextAt);
      if (at < 0) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let passedBy = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { length } = node.textContent;
        if (at >= passedBy && at < passedBy + length) range.setStart(node, at - passedBy);
        if (at + wanted.length <= passedBy + length) {
          range.setEnd(node, at + wanted.length - passedBy);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, top, bottom };
        }
        passedBy += length;
      }
    }
    return null;
  }, [text, inside]);
}

/** The rectangles of all squiggles of one severity (error, warning, info, hint). */
export function squiggles(page, severity) {
  return page.locator(`.monaco-editor .cdr.squiggly-${severity}`).evaluateAll((marks) => marks.map((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    return { left, right, top, bottom };
  }));
}

/** Whether a squiggle lies under exactly this text. */
export async function underlined(page, severity, text, inside) {
  const [place, marks] = [await rectangle(page, text, inside), await squiggles(page, severity)];
  return place !== null && marks.some((mark) => Math.abs(mark.left - place.left) < 2 && Math.abs(mark.right - place.right) < 2 && mark.bottom > place.top && mark.top < place.bottom + 4);
}

export async function openDraft(page, editor, name) {
  await page.goto(editor.workbench([['openFile', editor.remote(path.join(editor.workspace, name))]]));
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Rests the pointer on a text until a hover appears; returns what it says. */
export async function hover(page, text, inside) {
  const place = await until(() => rectangle(page, text, inside), `${text} on the screen`);
  const contents = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  let nudge = 0;
  await until(async () => {
    // A hover that was asked for before the server was ready stays away: move a little, ask again.
    nudge = (nudge + 1) % 4;
    await page.mouse.move((place.left + place.right) / 2 + nudge, (place.top + place.bottom) / 2);
    return contents.first().waitFor({ timeout: 3000 }).then(() => true, () => false);
  }, `a hover on ${text}`);
  return (await contents.allInnerTexts()).join('\n');
}
