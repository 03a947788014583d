// Runs the grammar tests with vscode-tmgrammar-test and says in one line how many files passed.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const files = readdirSync(path.join(here, 'test', 'grammar')).map((name) => `test/grammar/${name}`);
const program = path.join(here, 'node_modules', 'vscode-tmgrammar-test', 'dist', 'unit.js');
try {
  execFileSync(process.execPath, [program, '--config', 'package.json', ...files], { cwd: here, stdio: 'inherit' });
} catch (error) {
  process.exit(error.status ?? 1);
}
console.log(`grammar: ${files.length} passed`);
