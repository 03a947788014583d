// A rule's page as a Markdown preview: the text is what `dinggao explain RULE` prints.

import { execFile } from 'node:child_process';
import * as vscode from 'vscode';

import { rulesIn } from './rule-list';

/** The scheme of the virtual documents; the path is `/RULE.md`. */
export const RULE_SCHEME = 'dinggao-rule';

const RULE_NAME = /^[a-z][a-z0-9-]*$/u;

/** Whether a diagnostic's code is the name of a rule (and fit to stand in a command line). */
export function isRuleName(code: unknown): code is string {
  return typeof code === 'string' && RULE_NAME.test(code);
}

/** The link from a diagnostic's code to its page. */
export function ruleLink(rule: string): vscode.Uri {
  return vscode.Uri.parse(`command:dinggao.showRule?${encodeURIComponent(JSON.stringify([rule]))}`);
}

/** Serves the pages; asks `server` for the program each time, since a restart may have found another one. */
export class RulePages implements vscode.TextDocumentContentProvider {
  constructor(
    private readonly server: () => string | undefined,
    private readonly locale: () => string,
  ) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.ask(['explain', uri.path.slice(1).replace(/\.md$/u, '')]);
  }

  /** Shows one rule; without a name, lets the user pick one. */
  async show(name: unknown): Promise<void> {
    const rule = isRuleName(name) ? name : await this.pick();
    if (rule === undefined) return;
    const uri = vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
    try {
      await vscode.workspace.openTextDocument(uri);
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  private async pick(): Promise<string | undefined> {
    const items = rulesIn(await this.ask(['rules', '--format', 'json']), this.inEnglish() ? 'english' : 'title').map(({ rule, summary }) => ({ label: rule, detail: summary }));
    const picked = await vscode.window.showQuickPick(items, { matchOnDetail: true, placeHolder: vscode.l10n.t('Which rule?') });
    return picked?.label;
  }

  private inEnglish(): boolean {
    return /^en\b/iu.test(this.locale());
  }

  private ask(commandLine: readonly string[]): Promise<string> {
    const program = this.server();
    if (program === undefined) return Promise.reject(new Error(vscode.l10n.t('The dinggao language server was not found.')));
    return new Promise((resolve, reject) => {
      execFile(program, ['--locale', this.inEnglish() ? 'en' : 'zh-CN', ...commandLine], { timeout: 10_000, windowsHide: true, maxBuffer: 4 * 1024 * 1024 }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(stderr.trim() === '' ? error.message : stderr.trim()));
      });
    });
  }
}
