// The ledger, the checklist and the first steps, by their commands. What they look like is e2e/views.mjs's matter.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';

import { find, findings, show, until } from './support';

describe('views', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await show('松川县政府工作报告.txt'));
    await findings(document, 'missing-section', 1);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The copied ledger as rows of cells, as soon as it holds this text. */
  function ledger(text: string): Promise<string[][]> {
    return until(async () => {
      await vscode.commands.executeCommand('dinggao.ledger.copy');
      const copied = await vscode.env.clipboard.readText();
      return copied.includes(text) ? copied.trimEnd().split('\n').map((row) => row.split('\t')) : undefined;
    }, `a ledger with ${text}`);
  }

  it('copies the ledger: a head, and a row for every figure', async () => {
    const rows = await ledger('97.4亿元');
    assert.ok(rows.every((row) => row.length === 10), JSON.stringify(rows));
    const gdp = rows.filter(([name]) => name === '地区生产总值');
    assert.deepEqual(gdp.map((row) => [row[1], row[5], row[6]]), [
      ['2028', '86亿元', '8600000000'], ['2029', '91亿元', '9100000000'], ['2030', '97.4亿元', '9740000000'], ['2030', '6.3%', '6.3'], ['2031', '≈6.5%', '6.5'],
    ]);
  });

  it('follows an edit', async () => {
    const editor = await show('松川县政府工作报告.txt');
    await editor.edit((edit) => { edit.insert(find(document, '改造老旧小区8个').end, '，新建公园4个'); });
    const rows = await ledger('4个');
    assert.ok(rows.some((row) => row[5] === '4个' && row[1] === '2031'), JSON.stringify(rows));
    await vscode.commands.executeCommand('undo');
  });

  it('jumps: selects exactly the figure', async () => {
    const range = find(document, '97.4亿元');
    await vscode.commands.executeCommand('dinggao.jump', document.uri, range);
    assert.ok(vscode.window.activeTextEditor?.selection.isEqual(range), JSON.stringify(vscode.window.activeTextEditor?.selection));
  });

  it('shows table and checklist', async () => {
    await vscode.commands.executeCommand('dinggao.ledger.show');
    await vscode.commands.executeCommand('dinggao.checklist.show');
  });

  it('opens the demo draft as an unsaved copy, with its planted mistakes found', async () => {
    await vscode.commands.executeCommand('dinggao.openDemo');
    const demo = await until(() => vscode.window.activeTextEditor?.document, 'the demo');
    assert.deepEqual([demo.isUntitled, demo.languageId], [true, 'policy-draft']);
    await until(() => (vscode.languages.getDiagnostics(demo.uri).length >= 12 ? true : undefined), 'twelve findings');
    await ledger('1286.5亿元');
  });

  it('opens walkthrough and settings', async () => {
    await vscode.commands.executeCommand('dinggao.openWalkthrough');
    await vscode.commands.executeCommand('dinggao.openSettings');
    await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => /settings/iu.test(label)), 'the settings');
  });
});
