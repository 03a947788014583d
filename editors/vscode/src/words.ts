// What sections and kinds of draft are called in the user's language; the server's names where we have none.

import type { Profile, Section } from './protocol';
import type { Translate } from './translate';

/** A section's name. */
export function sectionName(section: Pick<Section, 'id' | 'name'>, t: Translate): string {
  const names: Readonly<Record<string, string>> = {
    title: t('Title'), occasion: t('Occasion'), speaker: t('Speaker'), salutation: t('Salutation'), opening: t('Opening'), review: t('Review'),
    thanks: t('Thanks'), problems: t('Problems'), requirements: t('General requirements'), targets: t('Main targets'), tasks: t('Main tasks'),
    'next-five': t('The next five years'), 'gov-building': t('The government itself'), closing: t('Closing'), glossary: t('Glossary'),
  };
  return names[section.id] ?? section.name;
}

/** The name of a kind of draft; short enough for a status bar. */
export function profileName({ id, name }: Profile, t: Translate): string {
  const names: Readonly<Record<string, string>> = {
    'work-report-annual': t('Annual work report'), 'work-report-term': t('End-of-term work report'), 'work-report-fyp-start': t('Work report, first year of a plan'),
    'work-report-national': t('National work report'), 'work-report-township': t('Township work report'), 'plan-report': t('Plan report'), 'budget-report': t('Budget report'),
  };
  return names[id] ?? name;
}

/** How a section stands, in words and as an icon of VS Code. */
export function standing({ requirement, state }: Pick<Section, 'requirement' | 'state'>, t: Translate): { words: string; icon: string; colour: string | undefined } {
  if (state === 'present') return { words: t('present'), icon: 'pass', colour: 'testing.iconPassed' };
  if (state === 'untitled') {
    const words = requirement === 'optional' ? t('optional, not there') : t('told without a heading of its own');
    return { words, icon: requirement === 'optional' ? 'circle-outline' : 'pass', colour: undefined };
  }
  if (requirement === 'required') return { words: t('missing'), icon: 'error', colour: 'list.errorForeground' };
  return { words: requirement === 'recommended' ? t('missing, recommended') : t('optional, not there'), icon: 'warning', colour: 'list.warningForeground' };
}
