// The table: a row a figure. In the ledger's order, and by name, an indicator stands once before its figures, with its charts.

import { Fragment } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';

import { grouped, type Group } from '../src/ledger/groups';
import type { Sort } from '../src/ledger/order';
import { seriesOf, type Series } from '../src/ledger/points';
import { cells, COLUMNS, type Column, type Labels, type Row } from '../src/ledger/rows';
import type { PanelWords } from '../src/ledger/words';
import { Chart } from './chart';

interface Properties {
  readonly words: PanelWords;
  readonly labels: Labels;
  readonly rows: readonly Row[];
  /** The rows that are not shown belong to the charts all the same. */
  readonly all: readonly Row[];
  readonly sort: Sort | undefined;
  readonly onSort: (column: Column) => void;
  readonly onJump: (row: Row) => void;
}

export function LedgerTable({ words, labels, rows, all, sort, onSort, onJump }: Properties) {
  const body = useRef<HTMLTableElement>(null);
  // One figure takes part in the tab order; arrows move to the others.
  const [active, setActive] = useState(0);
  const reached = Math.min(active, rows.length - 1);
  const groups = useMemo(() => grouped(rows), [rows]);
  const charts = useMemo(() => chartsOf(all), [all]);
  const gathers = sort === undefined || sort.column === 'indicator';

  const move = (event: KeyboardEvent): void => {
    const target = { ArrowDown: reached + 1, ArrowUp: reached - 1, Home: 0, End: rows.length - 1, PageDown: reached + 10, PageUp: reached - 10 }[event.key];
    if (target === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('.figure')) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, target));
    setActive(next);
    body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  };

  let at = -1;
  return (
    <table ref={body} onKeyDown={move} aria-describedby="keys">
      <caption id="keys">{words.keys}</caption>
      <thead>
        <tr>{COLUMNS.map((column) => <Head key={column} column={column} label={labels.column[column]} sort={sort} onSort={onSort} />)}</tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={`${group.place} ${at}`}>
            {group.rows.map((row, nth) => {
              at += 1;
              const mine = at;
              return (
                <tr key={mine} class={nth === 0 ? 'first' : ''} onClick={() => { setActive(mine); onJump(row); }}>
                  {gathers
                    ? nth === 0 && <Name group={group} charts={charts.get(group.place) ?? []} words={words} labels={labels} span={group.rows.length} />
                    : <th scope="row">{row.indicator}</th>}
                  <Cells row={row} words={words} labels={labels} place={mine} isReached={mine === reached} onReach={setActive} />
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Head({ column, label, sort, onSort }: { column: Column; label: string; sort: Sort | undefined; onSort: (column: Column) => void }) {
  const mine = sort?.column === column ? sort : undefined;
  const direction = mine === undefined ? 'none' : mine.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction} class={column}>
      <button type="button" onClick={() => { onSort(column); }}>
        {label}{mine !== undefined && <span class="arrow" aria-hidden="true">{mine.descending ? '▼' : '▲'}</span>}
      </button>
    </th>
  );
}

function Name({ group, charts, words, labels, span }: { group: Group; charts: readonly Series[]; words: PanelWords; labels: Labels; span: number }) {
  return (
    <th scope="rowgroup" rowSpan={span} title={group.category}>
      <span class="name">{group.indicator}</span>
      {charts.map((series, nth) => <Chart key={nth} series={series} indicator={group.indicator} words={words} labels={labels} />)}
    </th>
  );
}

function Cells({ row, words, labels, place, isReached, onReach }: { row: Row; words: PanelWords; labels: Labels; place: number; isReached: boolean; onReach: (place: number) => void }) {
  const said = cells(row, labels);
  const description = [row.fact.surface, said.figure, said.period, said.role, said.kind, said.scope, row.isNew ? words.isNew : ''].filter((part) => part !== '').join(', ');
  return (
    <>
      <td>{said.period}</td>
      <td class={row.fact.role ?? ''}>{said.role}</td>
      <td>{said.kind}</td>
      <td>{said.scope}</td>
      <td class="number">
        {row.isNew && <span class="new" title={words.newHint}>{words.isNew}</span>}
        <button type="button" class="figure" data-row={place} tabIndex={isReached ? 0 : -1} aria-label={description} title={row.fact.surface} onFocus={() => { onReach(place); }}>{said.figure}</button>
      </td>
      <td class="section" title={said.section}>{said.section}</td>
      <td class="number">{said.line}</td>
    </>
  );
}

function chartsOf(all: readonly Row[]): Map<number, Series[]> {
  return new Map(grouped(all).map(({ place, rows }) => [place, seriesOf(rows.map(({ fact }) => fact))]));
}
