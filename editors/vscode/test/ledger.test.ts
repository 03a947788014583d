// The ledger's pure parts: rows, what is new, filters, orders, text for other programs, charts.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { grouped, ordered } from '../src/ledger/groups';
import { census, goneSince } from '../src/ledger/news';
import { filtered, isNarrow, nextSort, sorted } from '../src/ledger/order';
import { places, seriesOf } from '../src/ledger/points';
import { cells, rowsOf, type Row } from '../src/ledger/rows';
import { csv, html, tabbed } from '../src/ledger/text';
import { ledgerLabels } from '../src/ledger/words';
import { known, type Fact, type Ledger } from '../src/protocol';

const labels = ledgerLabels((message, ...values) => message.replace(/\{(\d)\}/gu, (_, digit: string) => values[Number(digit)] ?? '?'));

function fact(line: number, text: string, value: string, more: Partial<Fact> = {}): Fact {
  return {
    period: '2030', role: 'actual', kind: 'level', basis: null, scope: null, threshold: null, value, valueTo: null, unit: '元', modifier: 'exact',
    surface: '产值', text, section: ['一、'], range: { start: { line, character: 4 }, end: { line, character: 9 } }, nameRange: null, ...more,
  };
}

function ledger(...indicators: [string, ...Fact[]][]): Ledger {
  return { uri: 'file:///a', version: 1, indicators: indicators.map(([name, ...facts]) => ({ indicator: null, name, category: '综合', unit: '亿元', facts })) };
}

const DRAFT = ledger(
  ['总产值', fact(3, '90亿元', '9000000000'), fact(3, '3%', '3', { kind: 'growth', unit: '%' }), fact(9, '4%', '4', { kind: 'growth', unit: '%', role: 'target', period: '2031', modifier: 'approx' })],
  ['安置人数', fact(6, '1.2万人', '12000', { kind: 'count', unit: '人', scope: '城镇' })],
  ['经费', fact(2, '7%', '-7', { kind: 'growth', unit: '%', period: null, role: null, surface: '=办公经费' })],
);
const ROWS = rowsOf(DRAFT);
function row(at: number): Row {
  const found = ROWS[at];
  assert.ok(found !== undefined);
  return found;
}
const told = (rows: readonly Row[]): string[] => rows.map((row) => row.fact.text);

test('an answer of another form is none', () => {
  assert.ok(known('ledger', { schema: 'dinggao.ledger/1', indicators: [] }) !== undefined);
  for (const other of [null, 7, [], {}, { schema: 'dinggao.ledger/2' }, { schema: 'dinggao.summary/1' }]) assert.equal(known('ledger', other), undefined);
});

test('a row says what its fact says: a decline has a minus, a hedge its mark', () => {
  assert.deepEqual(cells(row(2), labels), { indicator: '总产值', period: '2031', role: 'target', kind: 'growth', scope: '', figure: '≈4%', section: '一、', line: '10' });
  assert.equal(cells(row(4), labels).figure, '−7%');
  assert.equal(cells(row(4), labels).period, '');
});

test('nothing is new without a save; then exactly what was not there', () => {
  assert.ok(ROWS.every(({ isNew }) => !isNew));
  const saved = census(DRAFT);
  assert.ok(rowsOf(DRAFT, saved).every(({ isNew }) => !isNew));
  const now = ledger(['总产值', fact(30, '90亿元', '9000000000'), fact(31, '90亿元', '9000000000'), fact(3, '3.5%', '3.5', { kind: 'growth', unit: '%' })]);
  // The moved figure is as old as before; its second statement and the changed one are new.
  assert.deepEqual(rowsOf(now, saved).map(({ isNew }) => isNew), [false, true, true]);
  assert.equal(goneSince(now, saved), 4);
  assert.equal(goneSince(now, undefined), 0);
});

test('every word of a filter has to stand in the row, and roles, kinds and news narrow it', () => {
  assert.deepEqual(told(filtered(ROWS, { words: '总产值  2031' }, labels)), ['4%']);
  assert.deepEqual(told(filtered(ROWS, { words: '城镇' }, labels)), ['1.2万人']);
  assert.deepEqual(told(filtered(ROWS, { words: 'TARGET' }, labels)), ['4%']);
  assert.deepEqual(told(filtered(ROWS, { role: 'actual', kind: 'growth' }, labels)), ['3%']);
  assert.deepEqual(told(filtered(ROWS, { onlyNew: true }, labels)), []);
  assert.equal(filtered(ROWS, { words: ' ', role: '', kind: '' }, labels).length, ROWS.length);
  assert.ok(!isNarrow({ words: ' ', role: '', onlyNew: false }) && isNarrow({ kind: 'rank' }));
});

test('columns sort both ways and back; rows with nothing there stay last', () => {
  assert.deepEqual(told(sorted(ROWS, { column: 'line', descending: false })), ['7%', '90亿元', '3%', '1.2万人', '4%']);
  assert.deepEqual(told(sorted(ROWS, { column: 'period', descending: true })), ['4%', '90亿元', '3%', '1.2万人', '7%']);
  assert.deepEqual(told(sorted(ROWS, { column: 'role', descending: false })).at(-1), '7%');
  assert.deepEqual(told(sorted(ROWS, { column: 'figure', descending: false }).filter(({ fact: { unit } }) => unit === '%')), ['7%', '3%', '4%']);
  // By pinyin: ānzhì, jīngfèi, zǒng.
  assert.deepEqual(sorted(ROWS, { column: 'indicator', descending: false }).map(({ indicator }) => indicator), ['安置人数', '经费', '总产值', '总产值', '总产值']);
  assert.deepEqual(sorted(ROWS, undefined), ROWS);
  const once = nextSort(undefined, 'role');
  const twice = nextSort(once, 'role');
  assert.deepEqual([once?.descending, twice?.descending, nextSort(twice, 'role'), nextSort(twice, 'kind')?.descending], [false, true, undefined, false]);
});

test('the tree has its own orders', () => {
  const names = (order: Parameters<typeof ordered>[1], rows = ROWS): string[] => ordered(grouped(rows), order).map(({ indicator }) => indicator);
  assert.deepEqual(names('glossary'), ['总产值', '安置人数', '经费']);
  assert.deepEqual(names('name'), ['安置人数', '经费', '总产值']);
  assert.deepEqual(names('draft'), ['经费', '总产值', '安置人数']);
  assert.deepEqual(names('mentions')[0], '总产值');
  const without = ledger(['总产值', ...(DRAFT.indicators[0]?.facts ?? [])], ['安置人数'], ['经费', ...(DRAFT.indicators[2]?.facts ?? [])]);
  assert.deepEqual(names('new', rowsOf(DRAFT, census(without)))[0], '安置人数');
});

test('CSV: as a spreadsheet reads it, and no cell is a formula', () => {
  const text = csv(ROWS, labels);
  assert.ok(text.startsWith('\ufeffIndicator,Period,Role,Kind,Scope,Figure,Exact value,Unit,Section,Line\r\n总产值,2030,actual,level,,90亿元,9000000000,元,一、,4\r\n'), text);
  assert.ok(text.includes(',−7%,-7,%,'), text);
  const sly = rowsOf(ledger(['=1+1', fact(0, '"1,2"', '12', { scope: '-@x' })]));
  assert.ok(csv(sly, labels).includes("'=1+1,2030,actual,level,'-@x,\"\"\"1,2\"\"\",12,"), csv(sly, labels));
});

test('the clipboard has tabs and a table', () => {
  assert.equal(tabbed(ROWS.slice(0, 1), labels).split('\n')[1], '总产值\t2030\tactual\tlevel\t\t90亿元\t9000000000\t元\t一、\t4');
  const page = html(rowsOf(ledger(['<b>', fact(0, '1&2', '1')])), labels);
  assert.ok(page.includes('<td>&lt;b&gt;</td>') && page.includes('<td>1&amp;2</td>'), page);
});

test('a chart needs three times of figures that may be compared', () => {
  const level = (period: string | null, value: string, more: Partial<Fact> = {}): Fact => fact(1, value, value, { period, ...more });
  assert.deepEqual(seriesOf([level('2028', '1'), level('2029', '2'), level('2029', '3')]), []);
  assert.deepEqual(seriesOf([level('2028', '1'), level('2029', '2'), level('2030', '3', { unit: '人' })]), []);
  assert.deepEqual(seriesOf([level('2028', '1'), level('2026-2030', '2'), level(null, '3')]), []);
  const [series] = seriesOf([level('2030', '4', { role: 'target' }), level('2028', '1'), level('2029H1', '2'), level('2028', '9')]);
  assert.ok(series !== undefined);
  assert.deepEqual(series.points.map(({ time, value }) => [time, value]), [[2028.5, 1], [2029.25, 2], [2030.5, 4]]);
  const spots = places(series.points, 100, 40, 5);
  assert.deepEqual([spots[0], spots[2]], [{ x: 5, y: 35 }, { x: 95, y: 5 }]);
  assert.ok(places([{ fact: level('2030', '1'), time: 1, value: 1 }], 100, 40, 5).every(({ x, y }) => x === 50 && y === 20));
});
