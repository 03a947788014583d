// The other end of the page: what it asks of the extension, and what it remembers while it is hidden.

import type { Wish } from '../src/ledger/panel-messages';
import type { Filter, Sort } from '../src/ledger/order';

/** What the page remembers. */
export interface Remembered {
  readonly filter: Filter;
  readonly sort?: Sort | undefined;
}

interface Host {
  postMessage(wish: Wish): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
}

declare function acquireVsCodeApi(): Host;

/** May be acquired once only. */
export const host = acquireVsCodeApi();
