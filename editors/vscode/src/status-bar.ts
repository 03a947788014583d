// The draft in a line: its kind, its findings, its length. Each item can be hidden by itself, as VS Code lets its users.

import * as vscode from 'vscode';

import type { Asks, CurrentDraft } from './current-draft';
import type { Summary } from './protocol';
import { profileName } from './words';

/** Shows the items while the active editor holds a draft. */
export class StatusBar {
  private readonly profile = item('dinggao.profile', 103, vscode.l10n.t('Dinggao: kind of draft'), 'dinggao.checklist.focus');
  private readonly findings = item('dinggao.findings', 102, vscode.l10n.t('Dinggao: findings'), 'workbench.actions.view.problems');
  private readonly length = item('dinggao.length', 101, vscode.l10n.t('Dinggao: length'), 'dinggao.ledger.show');
  private readonly following: vscode.Disposable;
  private questions = 0;

  constructor(
    private readonly draft: CurrentDraft,
    private readonly server: Asks,
  ) {
    this.following = draft.onDidChange(() => void this.ask());
    void this.ask();
  }

  dispose(): void {
    for (const disposable of [this.following, this.profile, this.findings, this.length]) disposable.dispose();
  }

  private async ask(): Promise<void> {
    this.questions += 1;
    const question = this.questions;
    const { document } = this.draft;
    const summary = document === undefined ? undefined : await this.server.ask('summary', document.uri);
    if (question !== this.questions) return;
    if (summary === undefined) {
      for (const each of [this.profile, this.findings, this.length]) each.hide();
      return;
    }
    this.show(summary);
  }

  private show({ profile, findings, characters, paragraphs, figures, readingMinutes }: Summary): void {
    const { t } = vscode.l10n;
    const kind = profile === null ? t('Policy draft') : profileName(profile, t);
    fill(this.profile, `$(law) ${kind}`, kind, t('Kind of draft: {0}. Click for its sections.', kind));

    const all = findings.error + findings.warning + findings.information + findings.hint;
    const counts = t('{0} errors, {1} warnings, {2} notes, {3} hints', String(findings.error), String(findings.warning), String(findings.information), String(findings.hint));
    fill(this.findings, all === 0 ? `$(pass) ${t('no findings')}` : `$(checklist) ${t('Findings {0}', String(all))}`, t('Findings: {0}', counts), t('Findings: {0}', counts));

    const length = t('{0} characters', grouped(characters));
    const time = t('about {0} min', String(readingMinutes));
    const more = t('{0} paragraphs, {1} figures; about {2} minutes to read aloud. Click for the ledger.', grouped(paragraphs), grouped(figures), String(readingMinutes));
    fill(this.length, `${length} · ${time}`, `${length}, ${more}`, `${length}\n${more}`);
  }
}

function item(id: string, priority: number, name: string, command: string): vscode.StatusBarItem {
  const made = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, priority);
  made.name = name;
  made.command = command;
  return made;
}

function fill(shown: vscode.StatusBarItem, text: string, spoken: string, tooltip: string): void {
  shown.text = text;
  shown.tooltip = tooltip;
  shown.accessibilityInformation = { label: spoken };
  shown.show();
}

/** A count with its thousands apart. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
