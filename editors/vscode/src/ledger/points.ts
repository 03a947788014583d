// The points of a small chart: an indicator's figures of one kind over time. Knows nothing of VS Code.

import type { Fact } from '../protocol';

/** A figure at its time. */
export interface Point {
  readonly fact: Fact;
  /** Years, with fractions for parts of a year. */
  readonly time: number;
  readonly value: number;
}

/** The figures of one kind, by time. */
export interface Series {
  readonly kind: Fact['kind'];
  readonly points: readonly Point[];
}

/** Fewer points than these make no chart. */
export const LEAST_POINTS = 3;

/**
 * The charts of an indicator: figures that may be compared (same kind, unit, basis, scope and threshold), one for each time, three
 * times or more. Of two statements for one time the first counts. Figures for a range of years, or without a time, have no place on it.
 */
export function seriesOf(facts: readonly Fact[]): Series[] {
  const groups = new Map<string, Map<number, Point>>();
  for (const fact of facts) {
    const time = timeOf(fact.period);
    const value = Number(fact.value);
    if (time === undefined || fact.valueTo !== null || fact.kind === 'rank' || !Number.isFinite(value)) continue;
    const key = JSON.stringify([fact.kind, fact.unit, fact.basis, fact.scope, fact.threshold]);
    const group = groups.get(key) ?? new Map<number, Point>();
    if (!group.has(time)) group.set(time, { fact, time, value });
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.size >= LEAST_POINTS).flatMap((group) => {
    const points = [...group.values()].sort((one, other) => one.time - other.time);
    const [first] = points;
    return first === undefined ? [] : [{ kind: first.fact.kind, points }];
  });
}

/** The middle of a period of a year or less, in years. */
function timeOf(period: string | null): number | undefined {
  const match = /^(\d{4})(?:Q(\d)|H(\d)|-(\d{2}))?$/u.exec(period ?? '');
  if (match === null) return undefined;
  const [, year, quarter, half, month] = match;
  const part = quarter !== undefined ? (Number(quarter) - 0.5) / 4 : half !== undefined ? (Number(half) - 0.5) / 2 : month !== undefined ? (Number(month) - 0.5) / 12 : 0.5;
  return Number(year) + part;
}

/** A point in the box of a drawing, with y counted downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the points stand in a box of this size with this margin: the earliest left, the greatest on top; equal values in the middle. */
export function places(points: readonly Point[], width: number, height: number, margin: number): Place[] {
  const scale = (values: readonly number[], length: number): ((value: number) => number) => {
    const [least, greatest] = [Math.min(...values), Math.max(...values)];
    return (value) => (greatest === least ? length / 2 : margin + ((value - least) / (greatest - least)) * (length - 2 * margin));
  };
  const across = scale(points.map(({ time }) => time), width);
  const up = scale(points.map(({ value }) => value), height);
  return points.map(({ time, value }) => ({ x: Math.round(across(time) * 10) / 10, y: Math.round((height - up(value)) * 10) / 10 }));
}
