// package.json: what it names exists, and its settings are those of the server.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const here = path.join(__dirname, '..', '..');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(here, name), 'utf8'));

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly walkthroughs: readonly [{ readonly steps: readonly { readonly description: string; readonly media: { readonly markdown: string } }[] }];
    readonly configuration: { readonly properties: { readonly 'dinggao.rules': { readonly propertyNames: { readonly enum: readonly string[] }; readonly additionalProperties: { readonly enum: readonly string[] } } } };
  };
}

const { contributes } = read('package.json') as Manifest;
const schema = read('../../src/workspace/dinggao.schema.json') as { properties: { rules: { properties: Record<string, { enum: string[] }> } } };

test('the setting dinggao.rules knows the rules and levels of the server (else: npm run settings)', () => {
  const { properties } = schema.properties.rules;
  const setting = contributes.configuration.properties['dinggao.rules'];
  assert.deepEqual(setting.propertyNames.enum, Object.keys(properties).sort());
  for (const rule of Object.values(properties)) assert.deepEqual(setting.additionalProperties.enum, rule.enum);
});

test('the walkthrough has its pages in both languages, and its buttons have commands', () => {
  const commands = new Set(contributes.commands.map(({ command }) => command));
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const words = read(name) as Record<string, string>;
    const { steps } = contributes.walkthroughs[0];
    assert.ok(steps.length > 4);
    for (const { description, media } of steps) {
      const page = words[media.markdown.slice(1, -1)] ?? '';
      assert.ok(existsSync(path.join(here, page)), page);
      assert.equal(page.includes('/zh-cn/'), name.includes('zh-cn'));
      const buttons = [...(words[description.slice(1, -1)] ?? '').matchAll(/\(command:([\w.]+)\)/gu)].map((match) => match[1] ?? '');
      assert.ok(buttons.length > 0, page);
      for (const button of buttons.filter((command) => command.startsWith('dinggao.'))) assert.ok(commands.has(button), button);
    }
  }
});

test('menus offer commands that there are', () => {
  const commands = new Set(contributes.commands.map(({ command }) => command));
  const offered = Object.values(contributes.menus).flat().map(({ command }) => command);
  assert.ok(offered.length > 5);
  for (const command of offered) assert.ok(commands.has(command), command);
});
