// Bundles the extension into dist/ (and, with --tests, the tests into out/).
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const shared = { absWorkingDir: here, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

if (process.argv.includes('--tests')) {
  rmSync(path.join(here, 'out', 'test'), { recursive: true, force: true });
  const entryPoints = readdirSync(path.join(here, 'test')).filter((name) => name.endsWith('.test.ts')).map((name) => `test/${name}`);
  await build({ ...shared, entryPoints, outdir: 'out/test', sourcemap: 'inline' });
} else {
  rmSync(path.join(here, 'dist'), { recursive: true, force: true });
  mkdirSync(path.join(here, 'dist'));
  await build({ ...shared, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], minify: true });
  // The schema of dinggao.json is kept with the code that reads the file.
  const schema = path.join(here, '..', '..', 'src', 'workspace', 'dinggao.schema.json');
  if (existsSync(schema)) cpSync(schema, path.join(here, 'dist', 'dinggao.schema.json'));
}
