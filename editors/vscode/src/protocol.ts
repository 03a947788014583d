// The requests of the server's own, `dinggao/…`, and the shape of their answers. Knows nothing of VS Code.

/** A position as the protocol has it: both from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to and without `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One figure that the draft states of an indicator. */
export interface Fact {
  /** `2024`, `2021-2025`, `2024Q1`, `2024H1`, `2024-06`, `2024-01/2024-11`; null where the draft does not say. */
  readonly period: string | null;
  readonly role: 'actual' | 'estimate' | 'target' | null;
  readonly kind: 'level' | 'growth' | 'change' | 'share' | 'count' | 'rank';
  readonly basis: string | null;
  readonly scope: string | null;
  readonly threshold: string | null;
  /** An exact decimal in the base unit; the lower end of a range. */
  readonly value: string;
  readonly valueTo: string | null;
  readonly unit: string | null;
  readonly modifier: string;
  /** The indicator's name, and the figure, as printed. */
  readonly surface: string;
  readonly text: string;
  /** Numbers or words of the headings above it, from the first level down. */
  readonly section: readonly string[];
  readonly range: Range;
  readonly nameRange: Range | null;
}

/** An indicator with all that the draft says of it. */
export interface Indicator {
  /** The glossary's id; null where only the phrase is known. */
  readonly indicator: string | null;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly facts: readonly Fact[];
}

/** The answer to `dinggao/ledger`. */
export interface Ledger {
  readonly uri: string;
  readonly version: number;
  readonly indicators: readonly Indicator[];
}

/** A kind of draft. */
export interface Profile {
  readonly id: string;
  readonly name: string;
}

/** One section that a draft of its kind has. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly requirement: 'required' | 'recommended' | 'optional';
  readonly state: 'present' | 'untitled' | 'missing';
  readonly range: Range | null;
}

/** The answer to `dinggao/checklist`. */
export interface Checklist {
  readonly uri: string;
  readonly version: number;
  readonly profile: Profile | null;
  readonly inOrder: boolean;
  readonly sections: readonly Section[];
}

/** The answer to `dinggao/summary`. */
export interface Summary {
  readonly uri: string;
  readonly version: number;
  readonly profile: Profile | null;
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number; readonly hint: number };
  readonly characters: number;
  readonly paragraphs: number;
  readonly figures: number;
  readonly readingMinutes: number;
}

/** What can be asked of the server about a draft, with the answer to each question. */
export interface Answers {
  readonly ledger: Ledger;
  readonly checklist: Checklist;
  readonly summary: Summary;
}

/** The answer where it has the form that this extension knows; another version's is no answer. Total. */
export function known<Q extends keyof Answers>(question: Q, answer: unknown): Answers[Q] | undefined {
  if (typeof answer !== 'object' || answer === null || !('schema' in answer)) return undefined;
  return answer.schema === `dinggao.${question}/1` ? (answer as unknown as Answers[Q]) : undefined;
}
