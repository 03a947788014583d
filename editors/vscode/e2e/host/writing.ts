// What helps while a draft is written: completion, layout, fixing everything. Every test that changes the
// draft leaves it as it was.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';

import { everything, find, findings, show, until } from './support';

describe('writing', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  before(async () => {
    editor = await show('海棠市政府工作报告.md');
    ({ document } = editor);
    await findings(document, 'placeholder', 1);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  /** Runs a test on a changed text, and takes the change back. */
  async function changed(at: vscode.Position, text: string, body: () => Promise<void>): Promise<void> {
    const before = document.getText();
    assert.ok(await editor.edit((edit) => { edit.insert(at, text); }));
    try {
      await body();
    } finally {
      await editor.edit((edit) => { edit.replace(everything(document), before); });
    }
  }

  it('completes the name of an indicator', async () => {
    const end = find(document, '城镇新增就业1.2万人').end;
    await changed(end, '，规模以上工', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end.translate(0, 6));
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('规模以上工业增加值'), labels.slice(0, 20).join(', '));
    });
  });

  it('puts the next number at the head of a new line', async () => {
    const end = find(document, '城镇新增就业1.2万人。').end;
    await changed(end, '\n', async () => {
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatOnTypeProvider', document.uri, new vscode.Position(end.line + 1, 0), '\n', { tabSize: 2, insertSpaces: true });
      assert.deepEqual(edits.map(({ newText }) => newText), ['（三）']);
    });
  });

  it('lays out marks and spaces, and touches no figure', async () => {
    const before = document.getText();
    await changed(find(document, '坚持依法行政').start, '打造"海棠办"品牌, ', async () => {
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true });
      const work = new vscode.WorkspaceEdit();
      work.set(document.uri, edits);
      await vscode.workspace.applyEdit(work);
      assert.ok(document.getText().includes('打造“海棠办”品牌'), document.getText());
      assert.equal(document.getText().replace(/\D/gu, ''), before.replace(/\D/gu, ''));
    });
  });

  it('mends everything that is safe at once, and no figure with it', async () => {
    const before = document.getText();
    await changed(find(document, '坚持依法行政').start, '打造"海棠办"品牌。', async () => {
      await findings(document, 'straight-quotes', 1);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('editor.action.fixAll');
      await until(() => (document.getText().includes('“海棠办”') ? true : undefined), 'the quotes mended');
      assert.equal(document.getText().replace(/\D/gu, ''), before.replace(/\D/gu, ''));
    });
    await findings(document, 'straight-quotes', 0);
  });
});
