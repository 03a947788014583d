// Writes the names of all rules into package.json, so that the setting dinggao.rules completes and validates them. To be run when a
// rule comes or goes; a test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
const schema = JSON.parse(readFileSync(path.join(here, '..', '..', 'src', 'workspace', 'dinggao.schema.json'), 'utf8'));
manifest.contributes.configuration.properties['dinggao.rules'].propertyNames.enum = Object.keys(schema.properties.rules.properties).sort();
writeFileSync(path.join(here, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
