// Where the server is looked for, and which candidate is trusted.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Binary } from '../src/binary';
import { candidates, compatible, findServer, type Run, type Surroundings, type World } from '../src/find-server';

const LINUX: Surroundings = {
  setting: '',
  environment: { PATH: '/usr/bin:.:bin::/opt/bin' },
  extensionFolder: '/ext',
  workspaceFolder: '/drafts',
  home: '/home/wen',
  platform: 'linux',
  machine: 'x64',
  version: '0.1.0',
};
const ELF: Binary = { system: 'linux', machine: 'x64' };
const files = (around: Surroundings): string[] => candidates(around).map(({ file }) => file);

/** A world in which exactly these files exist. */
function world(contents: Record<string, { binary?: Binary; run: Run }>): World & { readonly ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    look: (file) => Promise.resolve(contents[file] === undefined ? undefined : (contents[file].binary ?? ELF)),
    runVersion: (file) => {
      ran.push(file);
      return Promise.resolve(contents[file]?.run ?? { outcome: 'failed', reason: 'not there' });
    },
  };
}
const says = (output: string): { run: Run } => ({ run: { outcome: 'printed', output } });
const fails = (reason: string): { run: Run } => ({ run: { outcome: 'failed', reason } });

test('without a word from the user: the bundled server, then the absolute folders of PATH', () => {
  assert.deepEqual(files(LINUX), ['/ext/server/dinggao', '/usr/bin/dinggao', '/opt/bin/dinggao']);
});

test('the setting comes before the environment variable and is then the only candidate', () => {
  const environment = { ...LINUX.environment, DINGGAO_SERVER: '/env/dinggao' };
  assert.deepEqual(candidates({ ...LINUX, environment, setting: ' /own/dinggao ' }), [{ origin: 'setting', file: '/own/dinggao' }]);
  assert.deepEqual(candidates({ ...LINUX, environment }), [{ origin: 'environment', file: '/env/dinggao' }]);
});

test('a setting may begin at home, in the workspace, or be a bare name on PATH', () => {
  assert.deepEqual(files({ ...LINUX, setting: '~/bin/dinggao' }), ['/home/wen/bin/dinggao']);
  assert.deepEqual(files({ ...LINUX, setting: './target/debug/dinggao' }), ['/drafts/target/debug/dinggao']);
  assert.deepEqual(files({ ...LINUX, setting: 'dinggao-nightly' }), ['/usr/bin/dinggao-nightly', '/opt/bin/dinggao-nightly']);
  assert.deepEqual(files({ ...LINUX, setting: 'dinggao', environment: {} }), ['dinggao']);
});

test('Windows: its own separators, its own file name, and Path', () => {
  const windows: Surroundings = { ...LINUX, platform: 'win32', extensionFolder: 'C:\\ext', environment: { Path: 'C:\\bin;tools' } };
  assert.deepEqual(files(windows), ['C:\\ext\\server\\dinggao.exe', 'C:\\bin\\dinggao.exe']);
});

test('the first usable candidate wins', async () => {
  const search = await findServer(LINUX, world({ '/ext/server/dinggao': says('dinggao 0.1.3\n'), '/usr/bin/dinggao': says('dinggao 0.1.0\n') }));
  assert.deepEqual(search, { found: { origin: 'bundled', file: '/ext/server/dinggao' }, version: '0.1.3', passedOver: [] });
});

test('a bundled server that does not run gives way to one on PATH, and is remembered', async () => {
  const search = await findServer(LINUX, world({ '/ext/server/dinggao': fails('EACCES'), '/opt/bin/dinggao': says('dinggao 0.1.0') }));
  assert.equal(search.found?.file, '/opt/bin/dinggao');
  assert.deepEqual(search.passedOver[0]?.verdict, { state: 'failed', reason: 'EACCES' });
});

test('a setting that names nothing is a problem, even where another server could be found', async () => {
  const search = await findServer({ ...LINUX, setting: '/own/dinggao' }, world({ '/ext/server/dinggao': says('dinggao 0.1.0') }));
  assert.equal(search.found, undefined);
  assert.deepEqual(search.problem, { candidate: { origin: 'setting', file: '/own/dinggao' }, verdict: { state: 'missing' } });
});

test('nothing anywhere is no problem of any one place', async () => {
  const search = await findServer(LINUX, world({}));
  assert.ok(search.found === undefined && search.problem === undefined);
  assert.equal(search.passedOver.length, 3);
});

test('a program for another system is never run', async () => {
  const made = world({ '/ext/server/dinggao': { binary: { system: 'windows', machine: 'x64' }, ...says('dinggao 0.1.0') } });
  const search = await findServer(LINUX, made);
  assert.deepEqual(made.ran, []);
  assert.ok(search.found === undefined && search.problem?.verdict.state === 'foreign');
});

test('another machine of the same system counts as foreign only when it does not run', async () => {
  const arm: Binary = { system: 'linux', machine: 'arm64' };
  const emulated = await findServer(LINUX, world({ '/ext/server/dinggao': { binary: arm, ...says('dinggao 0.1.0') } }));
  assert.equal(emulated.found?.origin, 'bundled');
  const alone = await findServer(LINUX, world({ '/ext/server/dinggao': { binary: arm, ...fails('Exec format error') } }));
  assert.ok(alone.found === undefined && alone.problem?.verdict.state === 'foreign');
});

test('another program, or another version, is not trusted', async () => {
  const setting = '/own/dinggao';
  const verdict = async (output: string): Promise<string | undefined> => {
    const search = await findServer({ ...LINUX, setting }, world({ [setting]: says(output) }));
    return search.found === undefined ? search.problem?.verdict.state : 'usable';
  };
  assert.equal(await verdict('dinggao 0.1.9-rc.1\n'), 'usable');
  assert.equal(await verdict('dinggao 0.2.0\n'), 'incompatible');
  assert.equal(await verdict('dinggao\n'), 'stranger');
  assert.equal(await verdict('hello dinggao 0.1.0\n'), 'stranger');
  assert.equal(await verdict('dinggao 0.1.0\nand more\n'), 'stranger');
  assert.equal(await verdict(''), 'stranger');
});

test('compatible: the minor version counts before 1.0 only', () => {
  assert.ok(compatible('0.1.9', '0.1.0'));
  assert.ok(!compatible('0.2.0', '0.1.0'));
  assert.ok(compatible('1.4.0', '1.0.2'));
  assert.ok(!compatible('2.0.0', '1.0.0'));
});
