// Program headers, and the two questions that are asked of real files.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { binaryKind, systemOf } from '../src/binary';
import { realWorld } from '../src/world';

const folder = mkdtempSync(path.join(tmpdir(), '定稿 '));
after(() => { rmSync(folder, { recursive: true }); });

function bytes(length: number, parts: Record<number, readonly number[]>): Uint8Array {
  const made = new Uint8Array(length);
  for (const [at, part] of Object.entries(parts)) made.set(part, Number(at));
  return made;
}

test('ELF, Mach-O, PE, scripts and anything else', () => {
  assert.deepEqual(binaryKind(bytes(64, { 0: [0x7f, 0x45, 0x4c, 0x46], 18: [62, 0] })), { system: 'linux', machine: 'x64' });
  assert.deepEqual(binaryKind(bytes(64, { 0: [0x7f, 0x45, 0x4c, 0x46], 18: [183, 0] })), { system: 'linux', machine: 'arm64' });
  assert.deepEqual(binaryKind(bytes(32, { 0: [0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1] })), { system: 'macos', machine: 'arm64' });
  assert.deepEqual(binaryKind(bytes(32, { 0: [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2] })), { system: 'macos', machine: null });
  assert.deepEqual(binaryKind(bytes(256, { 0: [0x4d, 0x5a], 0x3c: [0x80], 0x80: [0x50, 0x45, 0, 0, 0x64, 0x86] })), { system: 'windows', machine: 'x64' });
  assert.deepEqual(binaryKind(new TextEncoder().encode('#!/bin/sh\n')), { system: 'script', machine: null });
  assert.deepEqual(binaryKind(new TextEncoder().encode('定稿')), { system: 'unknown', machine: null });
});

test('no header is too short, and no pointer in it leads astray', () => {
  for (let length = 0; length < 70; length += 1) {
    for (const magic of [[0x7f, 0x45, 0x4c, 0x46], [0xcf, 0xfa, 0xed, 0xfe], [0xca, 0xfe, 0xba, 0xbe], [0x4d, 0x5a]]) {
      const head = bytes(Math.max(length, 4), { 0: magic }).subarray(0, length).fill(0xff, 4);
      assert.equal(binaryKind(head).machine, null);
    }
  }
});

test('the program that runs this test is one for this machine', async () => {
  const seen = await realWorld.look(process.execPath);
  assert.equal(seen?.system, systemOf(process.platform));
});

test('a folder and a missing file are no programs', async () => {
  assert.equal(await realWorld.look(folder), undefined);
  assert.equal(await realWorld.look(path.join(folder, 'nothing')), undefined);
});

test('running --version: what it prints, how it fails', { skip: process.platform === 'win32' }, async () => {
  const script = (name: string, text: string, mode: number): string => {
    const file = path.join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, mode);
    return file;
  };
  const good = script('好', 'echo "dinggao 0.1.0 $*"', 0o755);
  assert.deepEqual(await realWorld.runVersion(good), { outcome: 'printed', output: 'dinggao 0.1.0 --version\n' });
  assert.deepEqual(await realWorld.runVersion(script('坏', 'echo broken >&2; exit 3', 0o755)), { outcome: 'failed', reason: 'broken' });
  const barred = await realWorld.runVersion(script('barred', 'echo dinggao 0.1.0', 0o644));
  assert.ok(barred.outcome === 'failed' && barred.reason.includes('EACCES'));
});
