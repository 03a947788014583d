// The ledger as a table in the panel: the page is built by webview/, this is its other end.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

import { jump, rangeOf } from '../current-draft';
import { saveCsv } from './commands';
import type { LedgerModel } from './model';
import type { Shown, Wish } from './panel-messages';
import type { Labels } from './rows';
import { panelWords } from './words';

/** Serves the table's page and does what its user wishes. */
export class LedgerPanel implements vscode.WebviewViewProvider {
  constructor(
    private readonly extension: vscode.Uri,
    private readonly model: LedgerModel,
    private readonly labels: Labels,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    const { webview } = view;
    const media = vscode.Uri.joinPath(this.extension, 'dist', 'webview');
    webview.options = { enableScripts: true, localResourceRoots: [media] };
    view.title = vscode.l10n.t('Indicator ledger');
    const show = (): void => void webview.postMessage(this.shown());
    const subscriptions = [
      this.model.onDidChange(show),
      webview.onDidReceiveMessage(async (wish: Wish) => {
        if (wish.wish === 'everything') show();
        else await grant(wish);
      }),
    ];
    view.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose();
    });
    webview.html = page(webview, media);
  }

  private shown(): Shown {
    const { current } = this.model;
    return {
      words: panelWords(vscode.l10n.t),
      labels: this.labels,
      language: vscode.env.language,
      draft: current === undefined ? null : { uri: current.uri.toString(), rows: current.rows, gone: current.gone },
    };
  }
}

async function grant(wish: Exclude<Wish, { wish: 'everything' }>): Promise<void> {
  switch (wish.wish) {
    case 'jump':
      return jump(vscode.Uri.parse(wish.uri), rangeOf(wish.range));
    case 'copy':
      return vscode.env.clipboard.writeText(wish.text);
    case 'save':
      return saveCsv(vscode.Uri.parse(wish.uri), wish.text);
  }
}

/** The page: one script and one style sheet of ours, and nothing else may load. */
function page(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}">
<link rel="stylesheet" href="${file('ledger.css')}">
</head>
<body>
<div id="ledger"></div>
<script nonce="${nonce}" src="${file('ledger.js')}"></script>
</body>
</html>`;
}
