// The whole page: what is filtered and sorted, the bar above the table, and the table.

import { useEffect, useMemo, useState } from 'preact/hooks';

import type { Shown } from '../src/ledger/panel-messages';
import { filtered, isNarrow, nextSort, sorted } from '../src/ledger/order';
import type { Row } from '../src/ledger/rows';
import { csv } from '../src/ledger/text';
import { Bar } from './bar';
import { copyRows } from './clipboard';
import { host, type Remembered } from './host';
import { LedgerTable } from './table';

export function LedgerPage({ words, labels, draft }: Shown) {
  const [state, setState] = useState<Remembered>(() => host.getState() ?? { filter: {} });
  useEffect(() => { host.setState(state); }, [state]);
  const all = useMemo(() => draft?.rows ?? [], [draft]);
  const rows = useMemo(() => sorted(filtered(all, state.filter, labels), state.sort), [all, state, labels]);
  const reset = (): void => { setState({ ...state, filter: {} }); };

  if (draft === null) return <p class="empty">{words.noDraft}</p>;
  if (all.length === 0) return <p class="empty">{words.noFigures}</p>;
  return (
    <main>
      <Bar
        words={words}
        labels={labels}
        filter={state.filter}
        status={status(rows, words, draft.gone)}
        onFilter={(filter) => { setState({ ...state, filter }); }}
        onCopy={() => copyRows(rows, labels)}
        onSave={() => { host.postMessage({ wish: 'save', uri: draft.uri, text: csv(rows, labels) }); }}
      />
      {rows.length === 0 && isNarrow(state.filter)
        ? <p class="empty">{words.nothing} <button type="button" class="quiet" onClick={reset}>{words.reset}</button></p>
        : (
          <div class="rows">
            <LedgerTable
              words={words}
              labels={labels}
              rows={rows}
              all={all}
              sort={state.sort}
              onSort={(column) => { setState({ ...state, sort: nextSort(state.sort, column) }); }}
              onJump={({ fact }) => { host.postMessage({ wish: 'jump', uri: draft.uri, range: fact.range }); }}
            />
          </div>
        )}
    </main>
  );
}

/** How much is shown, and what has changed since the last save. */
function status(rows: readonly Row[], words: Shown['words'], gone: number): string {
  const indicators = new Set(rows.map(({ place }) => place)).size;
  const added = rows.filter(({ isNew }) => isNew).length;
  const counts = fill(words.counts, rows.length, indicators);
  return added + gone === 0 ? counts : `${counts} · ${fill(words.changes, added, gone)}`;
}

function fill(text: string, ...values: number[]): string {
  return text.replace(/\{(\d)\}/gu, (_, digit: string) => String(values[Number(digit)] ?? ''));
}
