// What is new in a draft since it was last saved. Knows nothing of VS Code.

import type { Fact, Ledger } from '../protocol';

/** How often each statement stood in the draft. */
export type Census = ReadonlyMap<string, number>;

/** Counts the statements of a ledger. */
export function census(ledger: Ledger): Census {
  const counts = new Map<string, number>();
  for (const { name, facts } of ledger.indicators) {
    for (const fact of facts) counts.set(statement(name, fact), (counts.get(statement(name, fact)) ?? 0) + 1);
  }
  return counts;
}

/** The figures that `saved` does not have; of several equal statements the last ones are the new. */
export function newFacts(ledger: Ledger, saved: Census | undefined): ReadonlySet<Fact> {
  const fresh = new Set<Fact>();
  if (saved === undefined) return fresh;
  const left = new Map(saved);
  for (const { name, facts } of ledger.indicators) {
    for (const fact of facts) {
      const count = left.get(statement(name, fact)) ?? 0;
      if (count === 0) fresh.add(fact);
      else left.set(statement(name, fact), count - 1);
    }
  }
  return fresh;
}

/** How many statements of `saved` the draft no longer has. */
export function goneSince(ledger: Ledger, saved: Census | undefined): number {
  if (saved === undefined) return 0;
  const now = census(ledger);
  let gone = 0;
  for (const [key, count] of saved) gone += Math.max(0, count - (now.get(key) ?? 0));
  return gone;
}

/** What a figure says, without the place where it says so: a moved paragraph holds nothing new. */
function statement(indicator: string, fact: Fact): string {
  const { period, role, kind, basis, scope, threshold, value, valueTo, unit, modifier } = fact;
  return JSON.stringify([indicator, period, role, kind, basis, scope, threshold, value, valueTo, unit, modifier]);
}
