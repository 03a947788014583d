// Rows on the clipboard: as a table for word processors, as tabbed text for spreadsheets.

import type { Labels, Row } from '../src/ledger/rows';
import { html, tabbed } from '../src/ledger/text';
import { host } from './host';

/** Copies both forms; where the page may not, the extension copies the text. */
export async function copyRows(rows: readonly Row[], labels: Labels): Promise<void> {
  const text = tabbed(rows, labels);
  try {
    await navigator.clipboard.write([new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html(rows, labels)], { type: 'text/html' }),
    })]);
  } catch {
    host.postMessage({ wish: 'copy', text });
  }
}
