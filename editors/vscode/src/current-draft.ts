// Which draft the views are about: the one in the active editor, after its changes have calmed down.

import * as vscode from 'vscode';

import type { Answers } from './protocol';

/** The part of a session that the views use. */
export interface Asks {
  /** The server's answer; undefined where there is no server, no draft, or another version's answer. */
  ask<Q extends keyof Answers>(question: Q, uri: vscode.Uri): Promise<Answers[Q] | undefined>;
  /** The server has started, or started again. */
  readonly onDidStart: vscode.Event<void>;
}

/** After the last keystroke the views wait so long (milliseconds) before they ask. */
const CALM = 300;

/** Schemes of what is no document although it can be the active editor. */
const NO_DOCUMENTS = ['output', 'debug', 'comment', 'interactive', 'vscode-terminal'];

/** Follows the active editor; fires when the views should ask anew. */
export class CurrentDraft {
  document: vscode.TextDocument | undefined;

  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: Pick<vscode.Disposable, 'dispose'>[] = [this.changed];
  private timer: NodeJS.Timeout | undefined;
  /** Another draft, new text, new findings, or a new server. */
  readonly onDidChange = this.changed.event;

  constructor(selector: vscode.DocumentSelector, server: Asks) {
    const isCandidate = (document: vscode.TextDocument): boolean => vscode.languages.match(selector, document) > 0;
    const follow = (editor: vscode.TextEditor | undefined): void => {
      // A view, a web page or the output has the keyboard: the draft is still what it was.
      if (editor === undefined || NO_DOCUMENTS.includes(editor.document.uri.scheme)) return;
      const document = isCandidate(editor.document) ? editor.document : undefined;
      if (document === this.document) return;
      this.document = document;
      this.tell(0);
    };
    const isOurs = (uri: vscode.Uri): boolean => uri.toString() === this.document?.uri.toString();
    follow(vscode.window.activeTextEditor);
    this.disposables.push(
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document === this.document) this.tell(CALM);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // A change of language is told as closing and opening.
        if (document !== this.document) return;
        this.document = undefined;
        follow(vscode.window.activeTextEditor);
        this.tell(0);
      }),
      vscode.workspace.onDidOpenTextDocument(() => { follow(vscode.window.activeTextEditor); }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isOurs)) this.tell(CALM);
      }),
      server.onDidStart(() => { this.tell(0); }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private tell(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.changed.fire(); }, after);
  }
}

/** Shows a place of a document, in the editor that has it already. */
export async function jump(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await vscode.window.showTextDocument(uri, { selection: range, ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }) });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The protocol's range in VS Code's words. */
export function rangeOf({ start, end }: { start: { line: number; character: number }; end: { line: number; character: number } }): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
