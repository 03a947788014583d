// What a person sees: drives the packed extension in a real VS Code with mouse and keyboard, and measures the screen.
//
// Waits for what should appear, never for a length of time. `node e2e/screen.mjs viewTests` runs one suite alone.
// DINGGAO_PICTURES=FOLDER keeps a picture after each test, to be looked at; DINGGAO_THEME names the colour theme.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { extensionFolder, startBrowser, startEditor, until } from './editor.mjs';
import { command, hover, openDraft, rectangle, squiggles, underlined } from './hands.mjs';
import { viewTests } from './views.mjs';

const DRAFT = '海棠市政府工作报告.md';
const { DINGGAO_PICTURES: pictures, DINGGAO_THEME: theme = 'Default Dark Modern' } = process.env;
let passed = 0;

async function step(name, body) {
  try {
    await body();
  } catch (error) {
    console.log(`FAIL  ${name}`);
    throw error;
  }
  passed += 1;
  console.log(`ok    ${name}`);
  if (pictures !== undefined) await browser.page.screenshot({ path: path.join(pictures, `${String(passed).padStart(2, '0')} ${name.slice(0, 50)}.png`) });
}

async function tests({ editor, page }) {
  await openDraft(page, editor, DRAFT);

  await step('a squiggle lies under exactly the blank, after an astral character', () => until(() => underlined(page, 'error', 'XX', '完成投资'), 'the squiggle under XX'));

  await step('the Problems list names the findings in Chinese, each with its rule', async () => {
    await command(page, 'Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await until(async () => {
      const texts = await rows.allInnerTexts();
      // VS Code keeps hints out of this list.
      return ['placeholder', 'change-mismatch'].every((rule) => texts.some((text) => text.includes(rule)));
    }, 'both rules in the list');
    const texts = await rows.allInnerTexts();
    assert.match(texts.find((text) => text.includes('placeholder')), /\p{Script=Han}/u);
  });

  await step('a click on a rule opens its page', async () => {
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'placeholder' }).locator('a', { hasText: 'placeholder' }).click();
    const tab = page.locator('.tab', { hasText: 'placeholder' });
    await tab.waitFor();
    // The preview has the keyboard and keeps it: close it, and the panel, with the mouse.
    await tab.locator('.tab-actions .action-label').click();
    await tab.waitFor({ state: 'detached' });
    await page.locator('.part.panel .codicon-panel-close').click();
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  await step('the Outline is a tree with its levels', async () => {
    await command(page, 'Explorer: Focus on Outline View');
    // Only rows in view exist: give the outline the room of the files.
    await page.locator('.pane-header[aria-expanded=true]', { hasText: '文稿 drafts' }).click();
    const rows = page.locator('.outline-pane .monaco-list-row');
    const tree = await until(async () => {
      const seen = await rows.evaluateAll((list) => list.map((row) => `${row.getAttribute('aria-level')} ${row.innerText.trim().split('\n')[0]}`));
      return seen.some((row) => row.includes('加强政府自身建设')) && seen.some((row) => row.includes('民生福祉持续改善')) ? seen : null;
    }, 'the outline');
    const level = (title) => Number(tree.find((row) => row.includes(title))?.split(' ')[0]);
    assert.equal(level('民生福祉持续改善'), level('2024年工作回顾') + 1, tree.join('\n'));
    assert.equal(level('切实加强民生保障'), level('2025年工作安排') + 1, tree.join('\n'));
    assert.equal(level('加强政府自身建设'), level('2024年工作回顾'), tree.join('\n'));
  });

  await step('a hover explains the indicator and lists its values in a table', async () => {
    const said = await hover(page, '地区生产总值', '全市');
    assert.match(said, /地区生产总值/u);
    assert.match(said, /928/u);
    assert.ok((await page.locator('.monaco-hover:not(.hidden) table tr').count()) >= 2, said);
    await page.keyboard.press('Escape');
  });

  await step('a quick fix changes the text, and its squiggle goes', async () => {
    const text = '至少引进总部企业2个以上';
    const before = await until(async () => {
      const all = await page.locator('.monaco-editor .cdr[class*="squiggly-"]').count();
      return all > 0 && (await rectangle(page, text)) !== null ? all : null;
    }, 'the text to be mended');
    const place = await rectangle(page, '以上', text);
    await page.mouse.click(place.left + 2, (place.top + place.bottom) / 2);
    await page.keyboard.press('Control+.');
    const row = page.locator('.action-widget .monaco-list-row.action').first();
    await row.waitFor();
    await page.keyboard.press('Enter');
    await until(async () => (await rectangle(page, text)) === null && (await rectangle(page, '引进总部企业2个', '亿元以上项目40个')) !== null, 'the mended text');
    await until(async () => (await page.locator('.monaco-editor .cdr[class*="squiggly-"]').count()) === before - 1, 'one squiggle fewer');
  });

  await step('typing brings a squiggle, deleting takes it away', async () => {
    assert.ok(!(await underlined(page, 'error', 'XX', '1.2万人')));
    const place = await rectangle(page, '1.2万人', '城镇新增就业');
    await page.mouse.click(place.right, (place.top + place.bottom) / 2);
    await page.keyboard.type(',XX');
    await until(() => underlined(page, 'error', 'XX', '1.2万人'), 'a squiggle under what was typed');
    for (let key = 0; key < 3; key += 1) await page.keyboard.press('Backspace');
    await until(async () => (await rectangle(page, 'XX', '1.2万人')) === null && (await squiggles(page, 'error')).length === 2, 'the squiggle gone with it');
  });
}

const workspace = path.join(extensionFolder, 'e2e', 'workspace');
const editor = await startEditor({ drafts: fs.readdirSync(workspace).map((name) => path.join(workspace, name)), settings: { 'workbench.colorTheme': theme } });
if (pictures !== undefined) fs.mkdirSync(pictures, { recursive: true });
const browser = await startBrowser();
try {
  const suites = [tests, viewTests].filter(({ name }) => process.argv.length < 3 || process.argv.includes(name));
  for (const suite of suites) await suite({ editor, page: browser.page, step });
  console.log(`screen: ${passed} passed, 0 failed`);
} catch (error) {
  const picture = path.join(extensionFolder, 'out', 'screen-failure.png');
  fs.mkdirSync(path.dirname(picture), { recursive: true });
  await browser.page.screenshot({ path: picture });
  console.error(error);
  console.error(`what the screen showed: ${picture}`);
  process.exitCode = 1;
} finally {
  await browser.stop();
  await editor.stop();
}
