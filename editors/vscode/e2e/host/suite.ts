// What the extension says of a draft, asked through VS Code's own API from inside the extension host. The draft is
// e2e/workspace/海棠市政府工作报告.md; its planted mistakes are what is looked for here.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';

import { find, findings, only, show, until } from './support';

describe('the extension in VS Code', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  before(async () => {
    editor = await show('海棠市政府工作报告.md');
    ({ document } = editor);
    // Without a server every test below would wait in vain: one clear failure instead.
    await findings(document, 'placeholder', 1);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is active for Markdown, which keeps its language', async () => {
    const extension = vscode.extensions.getExtension('dinggao.dinggao');
    assert.ok(extension);
    await until(() => (extension.isActive ? true : undefined), 'active');
    assert.equal(document.languageId, 'markdown');
  });

  it('offers the language to the user', async () => {
    assert.ok((await vscode.languages.getLanguages()).includes('policy-draft'));
  });

  it('puts a finding under exactly the right characters, after an astral one', async () => {
    const finding = only(await findings(document, 'placeholder', 1));
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(finding.range.isEqual(find(document, 'XX')), document.getText(finding.range));
  });

  it('shows the arithmetic in Chinese, and points at the operands', async () => {
    const finding = only(await findings(document, 'change-mismatch', 1));
    assert.match(finding.message, /1\.9/u);
    assert.match(finding.message, /\p{Script=Han}/u);
    assert.ok(find(document, '优良天数占比由88.2%提高到90.1%，提高2.9个百分点').contains(finding.range));
    assert.ok((finding.relatedInformation ?? []).length > 0);
  });

  it('links a finding to the page of its rule', async () => {
    const finding = only(await findings(document, 'placeholder', 1));
    assert.ok(typeof finding.code === 'object');
    assert.equal(finding.code.target.scheme, 'command');
  });

  it('gives the outline as a tree', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    // VS Code's own Markdown outline answers too; ours is the one with the numbered parts.
    const all = symbols.flatMap((symbol) => [symbol, ...symbol.children]);
    const review = all.find(({ name }) => name.includes('2024年工作回顾'));
    assert.deepEqual(review?.children.map(({ name }) => name.replace(/^（.）\s*/u, '')), ['产业发展稳中有进', '民生福祉持续改善']);
    assert.ok(review.range.contains(find(document, '新建幼儿园6所')));
  });

  it('explains an indicator where the pointer rests, with all its mentions', async () => {
    const at = find(document, '地区生产总值完成928亿元').start.translate(0, 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (content as vscode.MarkdownString).value).join('\n');
    assert.match(text, /地区生产总值/u);
    assert.match(text, /928/u);
    assert.match(text, /\|.*\|/u);
    assert.match(text, /2025/u);
  });

  it('folds the sections', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const line = find(document, '二、2025年工作安排').start.line;
    assert.ok(ranges.some(({ start, end }) => start === line && end > line + 3));
  });

  it('tells the kinds of words by our own names', async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    assert.deepEqual(legend.tokenTypes, ['indicator', 'figure', 'unit', 'period', 'hedge', 'scope', 'headingNumber']);
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const figures: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at + 4 < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(at, at + 4);
      [line, character] = lines === 0 ? [line, character + characters] : [line + lines, characters];
      if (legend.tokenTypes[type] === 'figure') figures.push(document.getText(new vscode.Range(line, character, line, character + length)));
    }
    // 23 stands behind an astral character.
    assert.ok(figures.includes('928亿') && figures.includes('23'), figures.join(' '));
  });

  it('shows lengths above the parts and what a target implies behind it', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(titles.some((title) => /朗读约 \d+ 分钟/u.test(title)), titles.join('\n'));
    assert.ok(titles.some((title) => title.includes('项在回顾中有基数')), titles.join('\n'));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    const implied = hints.find(({ position }) => position.isEqual(find(document, '一般公共预算收入增长5%').end));
    assert.equal(implied?.label, '≈ 60.2亿元');
  });

  it('completes a name and grows a selection', async () => {
    const at = find(document, '一般公共预算收入完成').start.translate(0, 4);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    assert.ok(list.items.some(({ label }) => label === '一般公共预算收入'));
    const inside = find(document, '928亿元').start.translate(0, 1);
    const [grown] = await vscode.commands.executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [inside]);
    const texts: string[] = [];
    for (let range = grown; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
    assert.ok(texts.includes('928亿元') && texts.includes('地区生产总值完成928亿元'), texts.slice(0, 4).join('\n'));
  });

  it('runs the commands of the server', async () => {
    const table = await vscode.commands.executeCommand<string>('dinggao.ledger.export', { uri: document.uri.toString(), format: 'markdown' });
    assert.match(table, /地区生产总值.*928亿元/u);
  });

  it('mends a finding with its quick fix', async () => {
    const finding = only(await findings(document, 'redundant-approximation', 1));
    const actions = await until(async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range, vscode.CodeActionKind.QuickFix.value);
      return offered.some(({ edit }) => edit !== undefined) ? offered : undefined;
    }, 'a quick fix');
    const edit = actions.find((action) => action.edit !== undefined)?.edit;
    assert.ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
    assert.ok(!document.getText().includes('至少引进总部企业2个以上'));
    await findings(document, 'redundant-approximation', 0);
    await vscode.commands.executeCommand('undo');
    await findings(document, 'redundant-approximation', 1);
  });

  it('follows an edit and its undoing', async () => {
    const end = find(document, '城镇新增就业1.2万人').end;
    assert.ok(await editor.edit((edit) => { edit.insert(end, '，改造老旧小区XX个'); }));
    const [, second] = await findings(document, 'placeholder', 2);
    assert.equal(second?.range.start.line, end.line);
    await vscode.commands.executeCommand('undo');
    await findings(document, 'placeholder', 1);
  });

  it('says nothing about a note that is no report', async () => {
    const note = (await show('随手记.md')).document;
    // The draft, edited after the note was opened, is answered after it: by then the note would have been too.
    const draft = await show('海棠市政府工作报告.md');
    await draft.edit((edit) => { edit.insert(find(document, '新建幼儿园6所').end, 'XX'); });
    await findings(document, 'placeholder', 2);
    assert.deepEqual(vscode.languages.getDiagnostics(note.uri), []);
    await vscode.commands.executeCommand('undo');
    await findings(document, 'placeholder', 1);
  });

  it('checks an unsaved text once its language is policy-draft', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'policy-draft', content: '完成投资XX亿元。\n' });
    await findings(untitled, 'placeholder', 1);
  });

  it('shows the page of a rule as a preview', async () => {
    await vscode.commands.executeCommand('dinggao.showRule', 'placeholder');
    const page = await until(() => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'dinggao-rule'), 'the page');
    assert.match(page.getText(), /^# /u);
    await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('placeholder')), 'the preview');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('takes up where it left off after a restart', async () => {
    await findings(document, 'placeholder', 1);
    await vscode.commands.executeCommand('dinggao.restart');
    await findings(document, 'placeholder', 1);
  });
});
