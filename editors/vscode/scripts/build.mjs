// Bundles the extension into dist/; with --tests or --host-tests those tests into out/ instead.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const shared = { absWorkingDir: here, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

if (process.argv.includes('--tests')) {
  rmSync(path.join(here, 'out', 'test'), { recursive: true, force: true });
  const entryPoints = readdirSync(path.join(here, 'test')).filter((name) => name.endsWith('.test.ts')).map((name) => `test/${name}`);
  await build({ ...shared, entryPoints, outdir: 'out/test', sourcemap: 'inline' });
} else if (process.argv.includes('--host-tests')) {
  // mocha is not bundled: its parts find each other by their files.
  await build({ ...shared, entryPoints: ['index', 'suite', 'writing', 'views', 'life'].map((name) => `e2e/host/${name}.ts`), outdir: 'out/host', external: ['vscode', 'mocha'], sourcemap: 'inline' });
} else {
  rmSync(path.join(here, 'dist'), { recursive: true, force: true });
  mkdirSync(path.join(here, 'dist'));
  await build({ ...shared, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], minify: true });
  // Pages run in the browser half of VS Code: Chromium's own words only.
  await build({ absWorkingDir: here, bundle: true, platform: 'browser', target: 'chrome120', format: 'iife', logLevel: 'warning', entryPoints: { ledger: 'webview/main.tsx' }, outdir: 'dist/webview', jsx: 'automatic', jsxImportSource: 'preact', minify: true });
  cpSync(path.join(here, 'webview', 'ledger.css'), path.join(here, 'dist', 'webview', 'ledger.css'));
  // The schemas are kept with the code that reads the files.
  for (const schema of ['dinggao.schema.json', 'accepted.schema.json']) {
    cpSync(path.join(here, '..', '..', 'src', 'workspace', schema), path.join(here, 'dist', schema));
  }
  // The demo draft is one that the engine is tested with.
  cpSync(path.join(here, '..', '..', 'tests', 'reports', '云岭市2025年政府工作报告.txt'), path.join(here, 'dist', 'demo.txt'));
}
