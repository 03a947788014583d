// What can be done with the ledger: filter and sort the tree, copy it, export it, show the table.

import * as path from 'node:path';
import * as vscode from 'vscode';

import { GROUP_ORDERS } from './groups';
import type { LedgerModel } from './model';
import type { Filter } from './order';
import type { Labels } from './rows';
import { csv, tabbed } from './text';
import type { LedgerTree } from './tree';
import { orderNames } from './words';

/** Registers the commands. */
export function ledgerCommands(model: LedgerModel, tree: LedgerTree, labels: Labels): vscode.Disposable[] {
  const on = vscode.commands.registerCommand;
  return [
    on('dinggao.ledger.show', () => vscode.commands.executeCommand('dinggao.ledgerTable.focus')),
    on('dinggao.ledger.filter', async () => {
      const filter = await pickFilter(labels);
      if (filter !== undefined) tree.setFilter(filter);
    }),
    on('dinggao.ledger.clearFilter', () => { tree.setFilter({}); }),
    on('dinggao.ledger.sort', async () => {
      const names = orderNames(vscode.l10n.t);
      const items = GROUP_ORDERS.map((order) => ({ label: names[order], order, iconPath: new vscode.ThemeIcon(order === tree.shownOrder ? 'check' : 'blank') }));
      const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('In which order?') });
      if (picked !== undefined) tree.setOrder(picked.order);
    }),
    on('dinggao.ledger.copy', async () => {
      await vscode.env.clipboard.writeText(tabbed(tree.rows, labels));
      vscode.window.setStatusBarMessage(vscode.l10n.t('{0} figures copied as a table', String(tree.rows.length)), 4000);
    }),
    on('dinggao.ledger.save', async () => {
      if (model.current !== undefined) await saveCsv(model.current.uri, csv(tree.rows, labels));
      else void vscode.window.showInformationMessage(vscode.l10n.t('The active editor holds no policy draft.'));
    }),
  ];
}

/** Lets the user type words, or pick a role; undefined when nothing was picked. */
function pickFilter(labels: Labels): Promise<Filter | undefined> {
  type Item = vscode.QuickPickItem & { readonly filter: Filter };
  const fixed: Item[] = [
    ...['actual', 'estimate', 'target'].map((role) => ({ label: vscode.l10n.t('Only: {0}', labels.role[role] ?? role), filter: { role } })),
    { label: vscode.l10n.t('Only: {0}', vscode.l10n.t('new since the last save')), filter: { onlyNew: true } },
    { label: vscode.l10n.t('All figures'), filter: {} },
  ];
  const pick = vscode.window.createQuickPick<Item>();
  pick.placeholder = vscode.l10n.t('Filter: indicator, period, figure, section');
  pick.items = fixed;
  return new Promise((resolve) => {
    pick.onDidChangeValue((words) => {
      pick.items = words.trim() === '' ? fixed : [{ label: vscode.l10n.t('Contains “{0}”', words.trim()), alwaysShow: true, filter: { words } }, ...fixed];
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.filter);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Asks where to, and writes the file; the proposed name stands beside the draft. */
export async function saveCsv(draft: vscode.Uri, text: string): Promise<void> {
  const name = `${path.posix.parse(draft.path).name} ${vscode.l10n.t('Indicator ledger')}.csv`;
  const folder = draft.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(draft, '..');
  const target = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { CSV: ['csv'] },
    title: vscode.l10n.t('Export the ledger'),
  });
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    vscode.window.setStatusBarMessage(vscode.l10n.t('Exported: {0}', target.fsPath), 6000);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
