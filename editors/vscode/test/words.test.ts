// Every word for the user exists in English and in Chinese, and says what went wrong.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import type { Surroundings } from '../src/find-server';
import { INSTALL_COMMAND, searchFailed } from '../src/messages';
import { rulesIn } from '../src/rule-list';

// The tests are bundled into out/test/ and run from the extension's folder.
const here = path.join(__dirname, '..', '..');
const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(path.join(here, name), 'utf8')) as Record<string, unknown>;
const chinese = json('l10n/bundle.l10n.zh-cn.json') as Record<string, string>;

const surroundings: Surroundings = {
  setting: '', environment: {}, extensionFolder: '/ext', workspaceFolder: undefined, home: '/home/wen', platform: 'linux', machine: 'x64', version: '0.1.0',
};
const english = (message: string, ...values: string[]): string => message.replace(/\{(\d)\}/gu, (_, digit: string) => values[Number(digit)] ?? '?');
const inChinese = (message: string, ...values: string[]): string => english(chinese[message] ?? `untranslated: ${message}`, ...values);

test('package.json uses exactly the words that both languages have', () => {
  const used = [...readFileSync(path.join(here, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/gu)].map((match) => match[1] ?? '');
  const sorted = [...new Set(used)].sort();
  assert.deepEqual(Object.keys(json('package.nls.json')).sort(), sorted);
  assert.deepEqual(Object.keys(json('package.nls.zh-cn.json')).sort(), sorted);
});

test('every message in the source has a Chinese form, and no form is left over', () => {
  const files = readdirSync(path.join(here, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const source = files.map((name) => readFileSync(path.join(here, 'src', name), 'utf8')).join('\n');
  const used = [...source.matchAll(/\bt\('([^']+)'/gu)].map((match) => match[1] ?? '');
  assert.ok(used.length > 10);
  assert.deepEqual(Object.keys(chinese).sort(), [...new Set(used)].sort());
});

test('Chinese words carry full-width marks, and the same blanks as the English', () => {
  for (const [message, translated] of [...Object.entries(chinese), ...Object.entries(json('package.nls.zh-cn.json') as Record<string, string>)]) {
    assert.doesNotMatch(translated, /\p{Script=Han}\s*[,:;()!?]|[,:;()!?]\s*\p{Script=Han}/u, message);
  }
  for (const [message, translated] of Object.entries(chinese)) {
    assert.deepEqual(translated.match(/\{\d\}/gu)?.sort(), message.match(/\{\d\}/gu)?.sort(), message);
  }
});

test('a missing server: the command that installs it', () => {
  assert.ok(searchFailed(undefined, surroundings, english).includes(INSTALL_COMMAND));
  assert.ok(searchFailed(undefined, surroundings, inChinese).startsWith('找不到'));
});

test('a server for another platform: both platforms by name', () => {
  const message = searchFailed({ candidate: { origin: 'bundled', file: '/ext/server/dinggao' }, verdict: { state: 'foreign', binary: { system: 'windows', machine: 'arm64' } } }, surroundings, english);
  assert.match(message, /Windows arm64.*linux x64.*cargo install/u);
});

test('a wrong setting: which one, and how to mend it', () => {
  const message = searchFailed({ candidate: { origin: 'setting', file: '/x' }, verdict: { state: 'stranger', output: 'ls (GNU coreutils) 9.1' } }, surroundings, english);
  assert.match(message, /\/x is not dinggao.*ls \(GNU.*dinggao\.server\.path/u);
});

test('the catalogue of rules is read with care', () => {
  const printed = '{"rules":[{"rule":"unit-slip","title":"T","english":"E"},{"rule":"year-mismatch"},{"title":"no name"},7]}';
  assert.deepEqual(rulesIn(printed, 'title'), [
    { rule: 'unit-slip', summary: 'T' },
    { rule: 'year-mismatch', summary: '' },
  ]);
  assert.equal(rulesIn(printed, 'english')[0]?.summary, 'E');
  assert.deepEqual(rulesIn('[]', 'title'), []);
  assert.throws(() => rulesIn('no JSON', 'title'));
});
