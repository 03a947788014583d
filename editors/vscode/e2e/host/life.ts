// Changed settings and a server that dies: nothing is lost, nothing has to be reopened.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';

import { find, findings, only, set, show, until } from './support';

describe('life', () => {
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

  it('turns a rule off and on again while the draft is open', async () => {
    await set('rules', { placeholder: 'off' });
    await findings(document, 'placeholder', 0);
    await findings(document, 'change-mismatch', 1);
    await set('rules', { placeholder: 'hint' });
    assert.equal(only(await findings(document, 'placeholder', 1)).severity, vscode.DiagnosticSeverity.Hint);
    await set('rules', undefined);
    await until(async () => (only(await findings(document, 'placeholder', 1)).severity === vscode.DiagnosticSeverity.Error ? true : undefined), 'an error again');
  });

  it('speaks the other language at once', async () => {
    await set('locale', 'en');
    await until(() => vscode.languages.getDiagnostics(document.uri).find(({ message }) => /^[^\p{Script=Han}]*[a-z]{3}/u.test(message)), 'English');
    await set('locale', 'zh-CN');
    await until(() => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 && found.every(({ message }) => /^\P{ASCII}/u.test(message) || /\p{Script=Han}/u.test(message)) ? true : undefined;
    }, 'Chinese');
  });

  it('hints everywhere, in the targets or nowhere, as the setting says', async () => {
    const hints = async (): Promise<number> => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>('vscode.executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
      return (found ?? []).length;
    };
    await until(async () => ((await hints()) > 0 ? true : undefined), 'hints');
    await set('inlayHints', 'off');
    await until(async () => ((await hints()) === 0 ? true : undefined), 'no hints');
    await set('inlayHints', undefined);
    await until(async () => ((await hints()) > 0 ? true : undefined), 'hints again');
  });

  it('a killed server is started again, and knows what is unsaved', async () => {
    const servers = (): string[] => {
      try {
        return execFileSync('pgrep', ['-P', String(process.pid), '-f', 'dinggao lsp'], { encoding: 'utf8' }).trim().split('\n');
      } catch {
        return [];
      }
    };
    const old = only(await until(() => (servers().length === 1 ? servers() : undefined), 'one server'));
    process.kill(Number(old), 'SIGKILL');
    assert.ok(await editor.edit((edit) => { edit.insert(find(document, '城镇新增就业1.2万人').end, '，改造老旧小区XX个'); }));
    await until(() => (servers().some((pid) => pid !== old) ? true : undefined), 'another server');
    await findings(document, 'placeholder', 2);
    await vscode.commands.executeCommand('undo');
    await findings(document, 'placeholder', 1);
  });
});
