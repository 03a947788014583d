// The views beside the text as a person uses them: status bar, checklist, the ledger's tree and table. The draft is
// e2e/workspace/松川县政府工作报告.txt, which has one indicator for three years.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { until } from './editor.mjs';
import { command, goToLine, openDraft } from './hands.mjs';

const DRAFT = '松川县政府工作报告.txt';

/** The page of the table, inside VS Code's two frames. */
export const tablePage = (page) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');

/** The pane of a view in the Explorer, opened. */
export async function openPane(page, title) {
  const header = page.locator('[id="workbench.view.explorer"] .pane-header', { hasText: title });
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  return page.locator('[id="workbench.view.explorer"] .pane', { has: page.locator('.pane-header', { hasText: title }) });
}

/** Closes a view in the Explorer, which gives the others its room. */
export async function closePane(page, title) {
  const header = page.locator('[id="workbench.view.explorer"] .pane-header', { hasText: title });
  if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
}

/** What the status bar says of the selection, such as `Ln 7, Col 20 (4 selected)`. */
const selection = (page) => page.locator('.statusbar-item[id="status.editor.selection"]').innerText();

export async function viewTests({ editor, page, step }) {
  const table = tablePage(page);
  const rows = table.locator('tbody tr');
  const file = path.join(editor.workspace, DRAFT);
  await openDraft(page, editor, DRAFT);

  await step('the status bar tells kind, findings, characters and reading time', async () => {
    const bar = (id) => page.locator(`.statusbar-item[id$="dinggao.${id}"]`);
    await until(async () => (await bar('profile').count()) === 1, 'the kind of draft');
    assert.match(await bar('profile').innerText(), /Annual work report/u);
    assert.match(await bar('findings').innerText(), /Findings 1/u);
    assert.match(await bar('length').innerText(), /479 characters · about 2 min/u);
    assert.match(await bar('length').locator('a').getAttribute('aria-label'), /12 figures/u);
  });

  await step('the checklist names what is there and what is missing, and a click goes there', async () => {
    // Only rows in view exist: give the view the room of the others.
    for (const other of ['文稿 drafts', 'Outline']) await closePane(page, other);
    await command(page, 'Dinggao: Show the sections that the draft should have');
    const pane = await openPane(page, 'Sections of the draft');
    await pane.locator('.monaco-list-row', { hasText: 'Thanks' }).waitFor();
    assert.match(await pane.innerText(), /12 present, 1 missing, in order/u);
    assert.match(await pane.locator('.monaco-list-row', { hasText: 'Thanks' }).getAttribute('aria-label'), /missing, recommended/u);
    await pane.locator('.monaco-list-row', { hasText: 'Main tasks' }).click();
    await until(async () => (await selection(page)).startsWith('Ln 11, Col 1'), 'the cursor at the section');
    await closePane(page, 'Sections of the draft');
  });

  const pane = await openPane(page, 'Indicator ledger');

  await step('the tree has indicators with their figures; a click selects the figure', async () => {
    const gdp = pane.locator('.monaco-list-row', { hasText: '地区生产总值' });
    await gdp.first().waitFor();
    assert.equal(await gdp.first().getAttribute('aria-level'), '1');
    await gdp.first().click();
    await pane.locator('.monaco-list-row[aria-level="2"]', { hasText: '97.4亿元' }).click();
    await until(async () => /Ln 7, Col \d+ \(6 selected\)/u.test(await selection(page)), 'the figure selected');
  });

  await step('breadcrumbs name the headings above the cursor', async () => {
    // In plain text; in Markdown VS Code's own outline, which knows the title only, answers too and may win.
    await goToLine(page, 8);
    const crumbs = page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
    await until(async () => {
      const texts = await crumbs.allInnerTexts();
      return texts.some((text) => text.includes('2030年工作回顾')) && texts.some((text) => text.includes('产业根基更加牢固'));
    }, 'both headings in the breadcrumbs');
  });

  await step('the tree is filtered by words and by role, and shows all again', async () => {
    const titles = () => pane.locator('.monaco-list-row[aria-level="1"]').count();
    await until(async () => (await titles()) > 5, 'all indicators');
    await filterTree(page, '粮食');
    await until(async () => (await titles()) === 1, 'one indicator');
    assert.match(await pane.locator('.pane-header').innerText(), /粮食/u);
    await command(page, "Dinggao: Clear the ledger's filter");
    await until(async () => (await titles()) > 5, 'all indicators again');
  });

  await step('the table groups figures by indicator, with a chart where there are three years', async () => {
    await command(page, 'Dinggao: Show the indicator ledger as a table');
    await rows.first().waitFor();
    assert.equal(await rows.count(), 12);
    const chart = table.locator('svg[role=img]');
    assert.equal(await chart.count(), 1);
    assert.equal(await chart.locator('circle').count(), 3);
    assert.match(await chart.getAttribute('aria-label'), /^地区生产总值, level: 2028 actual 86亿元, 2029 .*97\.4亿元$/u);
    assert.equal(await table.locator('.status').innerText(), 'Figures: 12 · indicators: 7');
  });

  await step('the table is filtered and sorted, and Enter goes to the figure', async () => {
    await table.locator('input[type=search]').fill('就业');
    await until(async () => (await rows.count()) === 2, 'two rows');
    await table.locator('select').first().selectOption('target');
    await until(async () => (await rows.count()) === 1, 'one row');
    await table.locator('tbody .figure').focus();
    await page.keyboard.press('Enter');
    await until(async () => /Ln 13, Col \d+ \(5 selected\)/u.test(await selection(page)), 'the figure selected');
    await table.locator('select').first().selectOption('');
    await table.locator('input[type=search]').fill('');
    await until(async () => (await rows.count()) === 12, 'all rows');
    const head = table.locator('thead th.line');
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.match(await rows.first().innerText(), /8个/u);
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'none');
  });

  await step('arrow keys move between figures, and only one is in the tab order', async () => {
    const figures = table.locator('tbody .figure');
    await figures.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await table.locator('.figure:focus').innerText(), '97.4亿元');
    assert.equal(await table.locator('tbody .figure[tabindex="0"]').count(), 1);
    await page.keyboard.press('End');
    assert.equal(await table.locator('.figure:focus').getAttribute('data-row'), '11');
  });

  await step('what is new since the last save is marked until it is saved', async () => {
    await goToLine(page, 15);
    await page.keyboard.press('End');
    await page.keyboard.type('新建公园4个。');
    await until(async () => (await table.locator('.new').count()) === 1, 'one new figure');
    assert.match(await table.locator('.status').innerText(), /1 new, 0 gone/u);
    await pane.locator('.monaco-list-row', { has: page.locator('.codicon-diff-added') }).first().waitFor();
    await page.keyboard.press('Control+S');
    await until(async () => (await table.locator('.new').count()) === 0, 'nothing new after saving');
    assert.ok(fs.readFileSync(file, 'utf8').includes('新建公园4个'));
  });

  await step('the rows that are shown are copied as a table', async () => {
    await table.locator('input[type=search]').fill('公园');
    await until(async () => (await rows.count()) === 1, 'one row');
    await table.locator('button', { hasText: 'Copy as table' }).click();
    await table.locator('.status', { hasText: 'Copied.' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Indicator\tPeriod\t.*\n.*\t2031\ttarget\t.*4个\t4\t个/u);
  });

  await step('and exported as CSV where the user says', async () => {
    await table.locator('button', { hasText: 'Export CSV' }).click();
    const input = page.locator('.quick-input-widget input.input');
    const target = path.join(editor.workspace, '松川县政府工作报告 Indicator ledger.csv');
    // The proposed name stands beside the draft.
    await until(async () => (await input.isVisible()) && (await input.inputValue()) === target, 'the proposed name');
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
    await until(() => fs.existsSync(target), 'the file');
    const text = fs.readFileSync(target, 'utf8');
    assert.ok(text.startsWith('\ufeffIndicator,Period,'), text);
    assert.equal(text.trimEnd().split('\r\n').length, 2);
  });

  await step('another editor without a draft has no ledger', async () => {
    await openDraft(page, editor, '随手记.md');
    await until(async () => (await page.locator('.statusbar-item[id$="dinggao.profile"]').count()) === 0, 'no kind of draft');
  });

  await step('the walkthrough shows its pages and opens the demo draft', async () => {
    await openDraft(page, editor, DRAFT);
    await until(async () => (await page.locator('.statusbar-item[id$="dinggao.profile"]').count()) === 1, 'the extension at work');
    await command(page, 'Dinggao: First steps');
    await page.locator('.getting-started-step').nth(5).waitFor();
    // The table's page is a frame too: any frame will do.
    await until(async () => {
      const texts = await Promise.all(page.frames().map((frame) => frame.locator('body').innerText({ timeout: 1000 }).catch(() => '')));
      return texts.some((text) => text.includes('a part larger than its whole'));
    }, 'the page of the first step');
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Open the demo draft' }).click();
    await page.locator('.tab', { hasText: 'Untitled-1' }).waitFor();
    await until(async () => /Findings 12/u.test(await page.locator('.statusbar-item[id$="dinggao.findings"]').innerText()), 'the findings of the demo draft');
    await pane.locator('.monaco-list-row', { hasText: '第一产业增加值' }).waitFor();
  });
}

async function filterTree(page, words) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill('>Dinggao: Filter the ledger');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Filter the ledger' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'All figures' }).waitFor();
  await input.fill(words);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: `Contains “${words}”` }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
