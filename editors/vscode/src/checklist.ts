// The sections that a draft of its kind has: present, missing, in order. A click goes to the section.

import * as vscode from 'vscode';

import { rangeOf, type Asks, type CurrentDraft } from './current-draft';
import type { Checklist, Section } from './protocol';
import { profileName, sectionName, standing } from './words';

/** Serves the view. */
export class ChecklistTree implements vscode.TreeDataProvider<Section> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Section>;
  private readonly disposables: Pick<vscode.Disposable, 'dispose'>[];
  private shown: { readonly uri: vscode.Uri; readonly list: Checklist } | undefined;
  private questions = 0;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly draft: CurrentDraft,
    private readonly server: Asks,
  ) {
    this.view = vscode.window.createTreeView<Section>('dinggao.checklist', { treeDataProvider: this });
    this.disposables = [
      this.changed,
      this.view,
      draft.onDidChange(() => void this.ask()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.ask();
      }),
    ];
    void this.ask();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  getChildren(section?: Section): Section[] {
    return section === undefined ? [...(this.shown?.list.sections ?? [])] : [];
  }

  getTreeItem(section: Section): vscode.TreeItem {
    const name = sectionName(section, vscode.l10n.t);
    const { words, icon, colour } = standing(section, vscode.l10n.t);
    const item = new vscode.TreeItem(name);
    item.id = section.id;
    item.description = section.state === 'present' ? '' : words;
    item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
    item.tooltip = `${name}: ${words}`;
    item.accessibilityInformation = { label: `${name}, ${words}` };
    if (section.range !== null && this.shown !== undefined) {
      const { start } = rangeOf(section.range);
      item.command = { command: 'dinggao.jump', title: vscode.l10n.t('Go to the section'), arguments: [this.shown.uri, new vscode.Range(start, start)] };
    }
    return item;
  }

  private async ask(): Promise<void> {
    if (!this.view.visible) return;
    this.questions += 1;
    const question = this.questions;
    const { document } = this.draft;
    const list = document === undefined ? undefined : await this.server.ask('checklist', document.uri);
    if (question !== this.questions) return;
    this.shown = document === undefined || list === undefined ? undefined : { uri: document.uri, list };
    this.view.message = this.message();
    const profile = list?.profile ?? null;
    this.view.description = profile === null ? '' : profileName(profile, vscode.l10n.t);
    this.changed.fire(undefined);
  }

  private message(): string {
    const list = this.shown?.list;
    if (list === undefined || list.profile === null) return vscode.l10n.t('The active editor holds no policy draft.');
    const missing = list.sections.filter(({ state }) => state === 'missing').length;
    const present = list.sections.filter(({ state }) => state === 'present').length;
    const order = list.inOrder ? vscode.l10n.t('in order') : vscode.l10n.t('not in order');
    return vscode.l10n.t('{0} present, {1} missing, {2}', String(present), String(missing), order);
  }
}
