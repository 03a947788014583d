// Rows of the ledger as text for other programs: CSV for a spreadsheet's file, tabs and HTML for the clipboard.

import { cells, COLUMNS, type Column, type Labels, type Row } from './rows';

/** Comma-separated, with a byte order mark and CRLF, as spreadsheets like it. */
export function csv(rows: readonly Row[], labels: Labels): string {
  return `\ufeff${table(rows, labels).map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

/** Tab-separated: pasted into a spreadsheet it fills cells. */
export function tabbed(rows: readonly Row[], labels: Labels): string {
  return table(rows, labels).map((row) => `${row.map((cell) => unformula(cell.replace(/[\t\r\n]+/gu, ' '))).join('\t')}\n`).join('');
}

/** An HTML table: pasted into a word processor it is a table. */
export function html(rows: readonly Row[], labels: Labels): string {
  const line = (tag: string, row: readonly string[]): string => `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const [head = [], ...body] = table(rows, labels);
  return `<table><thead>${line('th', head)}</thead><tbody>${body.map((row) => line('td', row)).join('')}</tbody></table>`;
}

/** The head and the rows; beside the figure as printed stand its exact value and its unit. */
function table(rows: readonly Row[], labels: Labels): string[][] {
  const head = columns(labels.column, labels.column.value, labels.column.unit);
  return [head, ...rows.map((row) => {
    const { value, valueTo, unit } = row.fact;
    return columns(cells(row, labels), valueTo === null ? value : `${value}–${valueTo}`, unit ?? '');
  })];
}

function columns(row: Readonly<Record<Column, string>>, value: string, unit: string): string[] {
  return COLUMNS.flatMap((column) => (column === 'figure' ? [row.figure, value, unit] : [row[column]]));
}

/** A cell that a spreadsheet would take for a formula becomes text; a negative number stays one. */
function unformula(cell: string): string {
  return /^(?:[=+@]|-(?![\d.]+$))/u.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  const safe = unformula(cell);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
