// The rule catalogue as `dinggao rules --format json` prints it, read with care: another version may print more or less.

/** One rule in a pick list. */
export interface RuleEntry {
  readonly rule: string;
  readonly summary: string;
}

/** The rules in the printed catalogue; entries without a name are left out. Throws on text that is not JSON. */
export function rulesIn(printed: string): RuleEntry[] {
  const catalogue: unknown = JSON.parse(printed);
  const rules: unknown = typeof catalogue === 'object' && catalogue !== null && 'rules' in catalogue ? catalogue.rules : undefined;
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('name' in entry) || typeof entry.name !== 'string') return [];
    return [{ rule: entry.name, summary: 'summary' in entry && typeof entry.summary === 'string' ? entry.summary : '' }];
  });
}
