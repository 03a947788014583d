// The ledger beside the Outline: indicators, and below each its figures; a click goes to the figure.

import * as vscode from 'vscode';

import { rangeOf } from '../current-draft';
import { grouped, newCount, ordered, type Group, type GroupOrder } from './groups';
import type { LedgerModel } from './model';
import { filtered, isNarrow, type Filter } from './order';
import { cells, figure, type Labels, type Row } from './rows';

type Node = Group | Row;

const ICONS: Readonly<Record<string, string>> = { actual: 'circle-filled', estimate: 'circle-outline', target: 'target' };

/** Serves the tree; filter and order are set by commands. */
export class LedgerTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly disposables: Pick<vscode.Disposable, 'dispose'>[];
  private filter: Filter = {};
  private order: GroupOrder = 'glossary';
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly model: LedgerModel,
    private readonly labels: Labels,
  ) {
    this.view = vscode.window.createTreeView<Node>('dinggao.ledger', { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [this.changed, this.view, model.onDidChange(() => { this.refresh(); })];
    this.refresh();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The rows that the tree shows, in its order. */
  get rows(): readonly Row[] {
    return this.groups().flatMap(({ rows }) => rows);
  }

  get shownOrder(): GroupOrder {
    return this.order;
  }

  setFilter(filter: Filter): void {
    this.filter = filter;
    this.refresh();
  }

  setOrder(order: GroupOrder): void {
    this.order = order;
    this.refresh();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.groups();
    return 'rows' in node ? [...node.rows] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'rows' in node ? this.groupItem(node) : this.rowItem(node);
  }

  private groups(): Group[] {
    return ordered(grouped(filtered(this.model.current?.rows ?? [], this.filter, this.labels)), this.order);
  }

  private refresh(): void {
    const narrow = isNarrow(this.filter);
    void vscode.commands.executeCommand('setContext', 'dinggao.ledgerFiltered', narrow);
    this.view.description = narrow ? filterText(this.filter, this.labels) : '';
    this.view.message = this.message(narrow);
    this.changed.fire(undefined);
  }

  private message(narrow: boolean): string {
    const { current } = this.model;
    if (current === undefined) return vscode.l10n.t('The active editor holds no policy draft.');
    if (current.rows.length === 0) return vscode.l10n.t('The draft states no figures yet.');
    if (narrow && this.groups().length === 0) return vscode.l10n.t('No figure matches the filter.');
    const added = current.rows.filter(({ isNew }) => isNew).length;
    return added + current.gone === 0 ? '' : vscode.l10n.t('since the last save: {0} new, {1} gone', String(added), String(current.gone));
  }

  private groupItem(group: Group): vscode.TreeItem {
    const item = new vscode.TreeItem(group.indicator, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${group.place} ${group.indicator}`;
    item.description = group.rows.map(({ fact }) => figure(fact, this.labels)).join('  ');
    item.contextValue = 'indicator';
    const added = newCount(group);
    if (added > 0) item.iconPath = addedIcon();
    const heads = [group.indicator, group.category].filter((part) => part !== '').join(' · ');
    item.tooltip = added === 0 ? heads : `${heads}\n${vscode.l10n.t('new since the last save: {0}', String(added))}`;
    item.accessibilityInformation = { label: `${item.tooltip.replace('\n', ', ')}, ${item.description}` };
    return item;
  }

  private rowItem(row: Row): vscode.TreeItem {
    const said = cells(row, this.labels);
    const item = new vscode.TreeItem(said.figure);
    const parts = [said.period, said.role, said.kind, said.scope, said.section].filter((part) => part !== '');
    if (row.isNew) parts.unshift(vscode.l10n.t('new'));
    item.description = parts.join(' · ');
    item.iconPath = row.isNew ? addedIcon() : new vscode.ThemeIcon(ICONS[row.fact.role ?? ''] ?? 'circle-small');
    item.tooltip = `${row.fact.surface} ${said.figure}\n${parts.join(' · ')}`;
    item.accessibilityInformation = { label: [row.fact.surface, said.figure, ...parts].join(', ') };
    item.contextValue = 'figure';
    if (this.model.current !== undefined) {
      item.command = { command: 'dinggao.jump', title: vscode.l10n.t('Go to the figure'), arguments: [this.model.current.uri, rangeOf(row.fact.range)] };
    }
    return item;
  }
}

function addedIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('diff-added', new vscode.ThemeColor('gitDecoration.addedResourceForeground'));
}

/** A filter in words. */
function filterText({ words, role, kind, onlyNew }: Filter, labels: Labels): string {
  const parts = [words?.trim(), labels.role[role ?? ''], labels.kind[kind ?? ''], onlyNew === true ? vscode.l10n.t('new') : undefined];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
