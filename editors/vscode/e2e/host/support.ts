// What every suite needs: waiting, opening drafts, finding findings and texts.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Waits until the question has an answer, asking again on every change of diagnostics and every 100 ms. */
export async function until<T>(question: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  const deadline = Date.now() + 50_000;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`did not happen within 50 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const FOLDER = vscode.workspace.workspaceFolders?.[0]?.uri;

export async function show(name: string): Promise<vscode.TextEditor> {
  assert.ok(FOLDER);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(FOLDER, name)));
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  return String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);
}

/** The findings of one rule, as soon as there are `count`. */
export function findings(document: vscode.TextDocument, rule: string, count: number): Promise<vscode.Diagnostic[]> {
  return until(() => {
    const found = vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => ruleOf(diagnostic) === rule);
    return found.length === count ? found : undefined;
  }, `${count} × ${rule}`);
}

export function only<T>(list: readonly T[]): T {
  const [first] = list;
  assert.ok(first !== undefined && list.length === 1, `one expected, ${list.length} there`);
  return first;
}

export function find(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** A draft's whole extent. */
export function everything(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, document.lineCount, 0);
}

/** Changes a setting of the extension for this run. */
export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('dinggao').update(name, value, vscode.ConfigurationTarget.Global);
}
