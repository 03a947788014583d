// Filtering and sorting the ledger's rows. Knows nothing of VS Code.

import { cells, type Column, type Labels, type Row } from './rows';

/** Which rows are wanted; an empty filter wants all. */
export interface Filter {
  /** Words, each of which stands somewhere in the row; case does not count. */
  readonly words?: string;
  readonly role?: string;
  readonly kind?: string;
  /** Only what is new since the last save. */
  readonly onlyNew?: boolean;
}

/** By which column, and in which direction; without it the rows keep the ledger's order. */
export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/** The rows that a filter lets through. */
export function filtered(rows: readonly Row[], filter: Filter, labels: Labels): Row[] {
  const words = (filter.words ?? '').toLocaleLowerCase().split(/\s+/u).filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.role !== undefined && filter.role !== '' && row.fact.role !== filter.role) return false;
    if (filter.kind !== undefined && filter.kind !== '' && row.fact.kind !== filter.kind) return false;
    if (filter.onlyNew === true && !row.isNew) return false;
    if (words.length === 0) return true;
    const said = [...Object.values(cells(row, labels)), row.category, row.fact.surface].join('\n').toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** Whether a filter wants less than all. */
export function isNarrow({ words, role, kind, onlyNew }: Filter): boolean {
  return (words ?? '').trim() !== '' || (role ?? '') !== '' || (kind ?? '') !== '' || onlyNew === true;
}

/** Sorts stably, names by pinyin; rows that have nothing in the column come last in both directions. */
export function sorted(rows: readonly Row[], sort: Sort | undefined): Row[] {
  if (sort === undefined) return [...rows];
  const sign = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sort.column) }));
  keyed.sort((one, other) => {
    if (one.key === undefined || other.key === undefined) return Number(one.key === undefined) - Number(other.key === undefined);
    return sign * compare(one.key, other.key);
  });
  return keyed.map(({ row }) => row);
}

/** The next state of a column's head that is clicked: up, down, the ledger's order. */
export function nextSort(sort: Sort | undefined, column: Column): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}

type Key = readonly (string | number)[];

const ROLES: readonly string[] = ['actual', 'estimate', 'target'];
const KINDS: readonly string[] = ['level', 'growth', 'change', 'share', 'count', 'rank'];

function keyOf({ indicator, fact, place }: Row, column: Column): Key | undefined {
  switch (column) {
    case 'indicator':
      return [indicator, place];
    case 'period':
      return fact.period === null ? undefined : [fact.period];
    case 'role':
      return fact.role === null ? undefined : [ROLES.indexOf(fact.role)];
    case 'kind':
      return [KINDS.indexOf(fact.kind), fact.basis ?? ''];
    case 'scope': {
      const scope = [fact.scope, fact.threshold].filter((part) => part !== null).join(' ');
      return scope === '' ? undefined : [scope];
    }
    case 'figure':
      // Only figures of one unit can be compared; a float orders rows well enough and decides nothing else.
      return [fact.unit ?? '', Number(fact.value), Number(fact.valueTo ?? fact.value)];
    case 'section':
    case 'line':
      return [fact.range.start.line, fact.range.start.character];
  }
}

const pinyin = new Intl.Collator('zh-CN', { numeric: true });

function compare(one: Key, other: Key): number {
  for (const [at, part] of one.entries()) {
    const against = other[at] ?? '';
    const difference = typeof part === 'number' && typeof against === 'number' ? part - against : pinyin.compare(String(part), String(against));
    if (difference !== 0) return difference;
  }
  return 0;
}
