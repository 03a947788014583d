// The rule catalogue as `dinggao rules --format json` prints it, read with care: another version may print more or less.

/** One rule in a pick list. */
export interface RuleEntry {
  readonly rule: string;
  readonly summary: string;
}

/** The rules in the printed catalogue, described in Chinese or in English; entries without a name are left out. Throws on text that is not JSON. */
export function rulesIn(printed: string, language: 'title' | 'english'): RuleEntry[] {
  const catalogue: unknown = JSON.parse(printed);
  const rules: unknown = typeof catalogue === 'object' && catalogue !== null && 'rules' in catalogue ? catalogue.rules : undefined;
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { rule, [language]: summary } = entry as Record<string, unknown>;
    return typeof rule === 'string' ? [{ rule, summary: typeof summary === 'string' ? summary : '' }] : [];
  });
}
