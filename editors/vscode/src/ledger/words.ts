// The words of the ledger in the user's language. The translation function is a parameter, so that tests need no editor.

import type { Translate } from '../translate';
import type { GroupOrder } from './groups';
import type { Labels } from './rows';

/** What codes are called. */
export function ledgerLabels(t: Translate): Labels {
  return {
    role: { actual: t('actual'), estimate: t('estimate'), target: t('target') },
    kind: { level: t('level'), growth: t('growth'), change: t('change'), share: t('share'), count: t('count'), rank: t('rank') },
    basis: { yoy: t('year on year'), mean: t('yearly average'), cumulative: t('cumulative'), 'as-of': t('as of') },
    modifier: { approx: '≈{0}', at_least: '≥{0}', at_most: '≤{0}', more_than: '>{0}', less_than: '<{0}', nearly: t('nearly {0}', '{0}') },
    column: {
      indicator: t('Indicator'), period: t('Period'), role: t('Role'), kind: t('Kind'), scope: t('Scope'), figure: t('Figure'),
      section: t('Section'), line: t('Line'), value: t('Exact value'), unit: t('Unit'),
    },
  };
}

/** What the orders of the tree are called. */
export function orderNames(t: Translate): Record<GroupOrder, string> {
  return {
    glossary: t('In the glossary’s order'),
    name: t('By name'),
    draft: t('As they stand in the draft'),
    mentions: t('Most figures first'),
    new: t('New since the last save first'),
  };
}

/** The words of the table. */
export interface PanelWords {
  readonly caption: string;
  readonly filter: string;
  readonly allRoles: string;
  readonly allKinds: string;
  readonly onlyNew: string;
  readonly copy: string;
  readonly copied: string;
  readonly save: string;
  readonly isNew: string;
  readonly newHint: string;
  readonly noDraft: string;
  readonly noFigures: string;
  readonly nothing: string;
  readonly reset: string;
  readonly keys: string;
  /** `{0}` figures of `{1}` indicators. */
  readonly counts: string;
  /** `{0}` new, `{1}` gone. */
  readonly changes: string;
  /** `{0}` the indicator, `{1}` the kind, `{2}` the points. */
  readonly chart: string;
}

/** The words of the table; what is in braces is filled in there. */
export function panelWords(t: Translate): PanelWords {
  return {
    caption: t('Indicator ledger'),
    filter: t('Filter: indicator, period, figure, section'),
    allRoles: t('All roles'),
    allKinds: t('All kinds'),
    onlyNew: t('New only'),
    copy: t('Copy as table'),
    copied: t('Copied.'),
    save: t('Export CSV…'),
    isNew: t('new'),
    newHint: t('Not in the draft when it was last saved or opened'),
    noDraft: t('The active editor holds no policy draft.'),
    noFigures: t('The draft states no figures yet.'),
    nothing: t('No figure matches the filter.'),
    reset: t('Clear the filter'),
    keys: t('Arrow keys move between figures, Enter goes to the figure in the draft.'),
    counts: t('Figures: {0} · indicators: {1}', '{0}', '{1}'),
    changes: t('since the last save: {0} new, {1} gone', '{0}', '{1}'),
    chart: t('{0}, {1}: {2}', '{0}', '{1}', '{2}'),
  };
}
