// Runs e2e/host/ inside the extension host of a real VS Code, through the workbench's own extension-test machinery,
// against the installed .vsix.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { extensionFolder, PATIENCE, startBrowser, startEditor } from './editor.mjs';

execFileSync(process.execPath, [path.join(extensionFolder, 'scripts', 'build.mjs'), '--host-tests'], { stdio: 'inherit' });

const drafts = fs.readdirSync(path.join(extensionFolder, 'e2e', 'workspace')).map((name) => path.join(extensionFolder, 'e2e', 'workspace', name));
const environment = { DINGGAO_TEST_REPORT: path.join(extensionFolder, 'out', 'host-report.json') };
// editors/test puts a recorder before the server; otherwise the one in the package is tested.
if (process.env.DINGGAO_RECORD === 'yes') environment.DINGGAO_SERVER = process.env.DINGGAO_SERVER;
const editor = await startEditor({ drafts, environment, options: ['--vscode-option', 'enable-smoke-test-driver'] });
const browser = await startBrowser();
const report = path.join(extensionFolder, 'out', 'host-report.json');
fs.rmSync(report, { force: true });
let status = 1;
try {
  const finished = new Promise((resolve) => { void browser.page.exposeFunction('codeAutomationExit', (code) => resolve(code)); });
  await browser.page.exposeFunction('codeAutomationLog', (_kind, words) => { if (process.env.VERBOSE) console.log('[editor]', ...words); });
  await browser.page.goto(editor.workbench([
    ['extensionTestsPath', editor.remote(path.join(extensionFolder, 'out', 'host', 'index.js'))],
    // Test mode wants an extension under development; the one that is tested is installed, so this one is empty.
    ['extensionDevelopmentPath', editor.remote(path.join(extensionFolder, 'e2e', 'empty'))],
  ]));
  status = await Promise.race([finished, new Promise((_, reject) => { setTimeout(() => reject(new Error('the extension host did not finish')), 4 * PATIENCE).unref(); })]);
} catch (error) {
  await browser.page.screenshot({ path: path.join(extensionFolder, 'out', 'host-failure.png') });
  console.error(error);
} finally {
  await browser.stop();
  await editor.stop();
}
const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : [];
for (const { name, error } of results) console.log(error === undefined ? `ok    ${name}` : `FAIL  ${name}\n${error}`);
const failed = results.filter(({ error }) => error !== undefined).length;
console.log(`host: ${results.length - failed} passed, ${failed} failed`);
process.exit(status !== 0 || failed > 0 || results.length === 0 ? 1 : 0);
