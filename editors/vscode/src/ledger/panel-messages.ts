// What the extension and its table in the panel say to each other.

import type { Range } from '../protocol';
import type { Labels, Row } from './rows';
import type { PanelWords } from './words';

/** To the table: everything it shows. `draft` is null where the editor holds none. */
export interface Shown {
  readonly words: PanelWords;
  readonly labels: Labels;
  /** The editor's language, for the page. */
  readonly language: string;
  readonly draft: { readonly uri: string; readonly rows: readonly Row[]; readonly gone: number } | null;
}

/** From the table. */
export type Wish =
  | { readonly wish: 'everything' }
  | { readonly wish: 'jump'; readonly uri: string; readonly range: Range }
  | { readonly wish: 'copy'; readonly text: string }
  | { readonly wish: 'save'; readonly uri: string; readonly text: string };
