// What sections, their standing and kinds of draft are called.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { profileName, sectionName, standing } from '../src/words';

const here = path.join(__dirname, '..', '..');
const english = (message: string): string => message;
const schema = JSON.parse(readFileSync(path.join(here, '..', '..', 'src', 'workspace', 'dinggao.schema.json'), 'utf8')) as {
  properties: { profile: { anyOf: [{ enum: string[] }] }; profiles: { items: { properties: { sections: { items: { properties: { block: { enum: string[] } } } } } } } };
};

test('every section and every kind of draft that the server knows has a name here', () => {
  const blocks = schema.properties.profiles.items.properties.sections.items.properties.block.enum;
  assert.ok(blocks.length > 10);
  for (const id of blocks) assert.notEqual(sectionName({ id, name: '?' }, english), '?', id);
  const profiles = schema.properties.profile.anyOf[0].enum.filter((id) => id !== 'auto');
  assert.ok(profiles.length > 5);
  for (const id of profiles) assert.notEqual(profileName({ id, name: '?' }, english), '?', id);
});

test('what a user defines keeps its own name', () => {
  assert.equal(sectionName({ id: 'annex', name: '附件' }, english), '附件');
  assert.equal(profileName({ id: 'mine', name: '述职报告' }, english), '述职报告');
});

test('a missing part is as grave as it is asked for', () => {
  const icon = (requirement: 'required' | 'recommended' | 'optional', state: 'present' | 'untitled' | 'missing'): string => standing({ requirement, state }, english).icon;
  assert.equal(icon('required', 'present'), 'pass');
  assert.equal(icon('required', 'untitled'), 'pass');
  assert.equal(icon('optional', 'untitled'), 'circle-outline');
  assert.equal(icon('required', 'missing'), 'error');
  assert.equal(icon('recommended', 'missing'), 'warning');
});
