// The ledger's rows gathered by indicator, as tree and table show them. Knows nothing of VS Code.

import { sorted } from './order';
import type { Row } from './rows';

/** An indicator with the rows of it that are shown. */
export interface Group {
  readonly indicator: string;
  readonly category: string;
  readonly place: number;
  readonly rows: readonly Row[];
}

/** The orders of the indicators in the tree. */
export const GROUP_ORDERS = ['glossary', 'name', 'draft', 'mentions', 'new'] as const;

/** The glossary's order, by name, as they first stand in the draft, most figures first, or most new figures first. */
export type GroupOrder = (typeof GROUP_ORDERS)[number];

/** Gathers rows that stand together into groups; the order of the rows stays. */
export function grouped(rows: readonly Row[]): Group[] {
  const groups: (Omit<Group, 'rows'> & { readonly rows: Row[] })[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.place === row.place) last.rows.push(row);
    else groups.push({ indicator: row.indicator, category: row.category, place: row.place, rows: [row] });
  }
  return groups;
}

/** Orders groups; what is equal keeps the glossary's order. */
export function ordered(groups: readonly Group[], order: GroupOrder): Group[] {
  const all = [...groups].sort((one, other) => one.place - other.place);
  switch (order) {
    case 'glossary':
      return all;
    case 'name':
      return grouped(sorted(all.flatMap(({ rows }) => rows), { column: 'indicator', descending: false }));
    case 'draft':
      return all.sort((one, other) => firstLine(one) - firstLine(other));
    case 'mentions':
      return all.sort((one, other) => other.rows.length - one.rows.length);
    case 'new':
      return all.sort((one, other) => newCount(other) - newCount(one));
  }
}

/** How many figures of a group are new. */
export function newCount({ rows }: Group): number {
  return rows.filter(({ isNew }) => isNew).length;
}

function firstLine({ rows }: Group): number {
  // A line holds fewer characters than this, so lines come first.
  return Math.min(...rows.map(({ fact }) => fact.range.start.line * 1e6 + fact.range.start.character));
}
