// The ledger as rows of a table: one row a figure, in the ledger's order. Knows nothing of VS Code.

import type { Fact, Ledger } from '../protocol';
import { newFacts, type Census } from './news';

/** A figure with the indicator that it is of. */
export interface Row {
  readonly indicator: string;
  readonly category: string;
  /** The place of the indicator in the ledger, from 0. */
  readonly place: number;
  readonly fact: Fact;
  /** Not there when the draft was last saved. */
  readonly isNew: boolean;
}

/** The ledger's rows; what `saved` does not have is new, and nothing is where there is no `saved`. */
export function rowsOf(ledger: Ledger, saved?: Census): Row[] {
  const fresh = newFacts(ledger, saved);
  return ledger.indicators.flatMap(({ name, category, facts }, place) => facts.map((fact) => ({ indicator: name, category, place, fact, isNew: fresh.has(fact) })));
}

/** Words for the codes of a row, in the user's language. */
export interface Labels {
  readonly role: Readonly<Record<string, string>>;
  readonly kind: Readonly<Record<string, string>>;
  readonly basis: Readonly<Record<string, string>>;
  /** A figure with its hedge; `{0}` is the figure. */
  readonly modifier: Readonly<Record<string, string>>;
  /** The heads of the columns. */
  readonly column: Readonly<Record<Column | 'value' | 'unit', string>>;
}

/** The columns of the table, from left to right. */
export const COLUMNS = ['indicator', 'period', 'role', 'kind', 'scope', 'figure', 'section', 'line'] as const;

export type Column = (typeof COLUMNS)[number];

/** What stands in the cells of a row. */
export function cells({ indicator, fact }: Row, labels: Labels): Record<Column, string> {
  const kind = labels.kind[fact.kind] ?? fact.kind;
  const basis = fact.basis === null ? undefined : (labels.basis[fact.basis] ?? fact.basis);
  return {
    indicator,
    period: fact.period ?? '',
    role: fact.role === null ? '' : (labels.role[fact.role] ?? fact.role),
    kind: basis === undefined ? kind : `${kind}\u00a0·\u00a0${basis}`,
    scope: [fact.scope, fact.threshold].filter((part) => part !== null).join(' '),
    figure: figure(fact, labels),
    section: fact.section.join(' '),
    line: String(fact.range.start.line + 1),
  };
}

/** The figure as printed, with its hedge; a decline, which is told in words, has a minus. */
export function figure(fact: Fact, labels: Labels): string {
  const signed = fact.value.startsWith('-') && !/^[-−－负]/u.test(fact.text) ? `−${fact.text}` : fact.text;
  return (labels.modifier[fact.modifier] ?? '{0}').replace('{0}', signed);
}
