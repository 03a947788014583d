// The ledger of the current draft, and what is new in it since the last save.

import * as vscode from 'vscode';

import type { Asks, CurrentDraft } from '../current-draft';
import type { Ledger } from '../protocol';
import { census, goneSince, type Census } from './news';
import { rowsOf, type Row } from './rows';

/** A draft with the rows of its ledger. */
export interface DraftLedger {
  readonly uri: vscode.Uri;
  readonly rows: readonly Row[];
  /** How many figures of the last save are no longer there. */
  readonly gone: number;
}

/** Asks for the ledger whenever the draft changes, and remembers for every open draft what was saved. */
export class LedgerModel {
  /** Undefined where the active editor holds no draft. */
  current: DraftLedger | undefined;

  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: Pick<vscode.Disposable, 'dispose'>[] = [this.changed];
  /** What each open draft stated when it was last saved, or when it was first seen. */
  private readonly saved = new Map<string, Census>();
  /** Drafts of which the next answer is what was saved: the ledger was not known yet when they were. */
  private readonly justSaved = new Set<string>();
  private last: { readonly key: string; readonly ledger: Ledger } | undefined;
  private questions = 0;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly draft: CurrentDraft,
    private readonly server: Asks,
  ) {
    this.disposables.push(
      draft.onDidChange(() => void this.ask()),
      vscode.workspace.onDidSaveTextDocument((document) => { this.save(document); }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.saved.delete(uri.toString());
        this.justSaved.delete(uri.toString());
      }),
    );
    void this.ask();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async ask(): Promise<void> {
    this.questions += 1;
    const question = this.questions;
    const { document } = this.draft;
    const ledger = document === undefined ? undefined : await this.server.ask('ledger', document.uri);
    if (question !== this.questions) return;
    if (document === undefined || ledger === undefined) {
      this.last = undefined;
      this.current = undefined;
      this.changed.fire();
      return;
    }
    const key = document.uri.toString();
    if (!this.saved.has(key) || this.justSaved.delete(key)) this.saved.set(key, census(ledger));
    this.last = { key, ledger };
    // The views appear once there was a draft, and stay: a column that comes and goes disturbs.
    void vscode.commands.executeCommand('setContext', 'dinggao.draftSeen', true);
    this.show(document.uri);
  }

  private save({ uri, version }: vscode.TextDocument): void {
    const key = uri.toString();
    if (this.last?.key === key && this.last.ledger.version === version) {
      this.saved.set(key, census(this.last.ledger));
      this.show(uri);
      return;
    }
    this.justSaved.add(key);
    if (this.draft.document?.uri.toString() === key) void this.ask();
  }

  private show(uri: vscode.Uri): void {
    if (this.last === undefined) return;
    const saved = this.saved.get(this.last.key);
    this.current = { uri, rows: rowsOf(this.last.ledger, saved), gone: goneSince(this.last.ledger, saved) };
    this.changed.fire();
  }
}
