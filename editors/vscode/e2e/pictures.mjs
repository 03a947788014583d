// Takes the pictures of the README: the demo draft of this project in the packed extension, into docs/images.
//
//   npm run package && node e2e/pictures.mjs
//
// Not a test, but it fails when what the pictures should show does not appear. Look at them before committing them.
import fs from 'node:fs';
import path from 'node:path';

import { extensionFolder, startBrowser, startEditor, until } from './editor.mjs';
import { command, goToLine, hover, openDraft, rectangle } from './hands.mjs';

const project = path.join(extensionFolder, '..', '..');
const images = path.join(project, 'docs', 'images');
const draft = process.argv[2] ?? path.join(project, 'tests', 'reports', '云岭市2025年政府工作报告.txt');
fs.mkdirSync(images, { recursive: true });

const editor = await startEditor({ drafts: [draft], settings: { 'window.menuBarVisibility': 'hidden', 'workbench.layoutControl.enabled': false, 'problems.defaultViewMode': 'tree', 'outline.icons': false, 'breadcrumbs.enabled': false, 'editor.fontSize': 15, 'editor.lineHeight': 25, 'editor.stickyScroll.enabled': false, 'editor.occurrencesHighlight': 'off', 'editor.renderLineHighlight': 'none', 'files.associations': { '*.txt': 'policy-draft' } } });
const browser = await startBrowser({ scale: 1 });
const { page } = browser;
try {
  await openDraft(page, editor, path.basename(draft));
  await page.locator('.cdr[class*="squiggly-"]').first().waitFor();
  await command(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
  await command(page, 'Explorer: Focus on Outline View');
  await page.locator('.pane-header[aria-expanded=true]', { hasText: '文稿 drafts' }).click();
  await page.locator('.outline-pane .monaco-list-row').nth(10).waitFor();
  await goToLine(page, 18);
  await until(async () => (await page.locator('.cdr[class*="squiggly-"]').count()) > 1, 'two squiggles in view');
  await page.screenshot({ path: path.join(images, 'outline.png') });

  await page.locator('.part.panel .codicon-panel-close').click();
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await goToLine(page, 1);
  const indicator = '地区生产总值';
  await until(() => rectangle(page, indicator), indicator);
  await hover(page, indicator);
  await page.locator('.monaco-hover:not(.hidden) table tr').nth(1).waitFor();
  await page.screenshot({ path: path.join(images, 'hover.png') });

  await page.keyboard.press('Escape');
  await command(page, 'Dinggao: Show the indicator ledger');
  const table = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await table.locator('tbody tr').nth(5).waitFor();
  await page.screenshot({ path: path.join(images, 'ledger.png') });
} finally {
  await browser.stop();
  await editor.stop();
}
