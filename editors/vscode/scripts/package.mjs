// Builds the server and packs it with the extension into a .vsix for this machine.
//
//   npm run package                      a release build of the server
//   npm run package -- --profile dev     the debug build (quick; for the tests)
//   npm run package -- --out FILE        where the .vsix goes (otherwise dinggao-TARGET-VERSION.vsix here)
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const project = path.join(here, '..', '..');
const { values } = parseArgs({ options: { profile: { type: 'string', default: 'release' }, out: { type: 'string' } } });

// VS Code's names for a platform are Node's, but for Linux on musl and 32-bit ARM.
const musl = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
const target = `${musl ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
const { version } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
const vsix = path.resolve(values.out ?? path.join(here, `dinggao-${target}-${version}.vsix`));

const run = (program, commandLine, options = {}) => execFileSync(program, commandLine, { cwd: here, stdio: 'inherit', ...options });
const printed = run('cargo', ['build', '--locked', '--bin', 'dinggao', '--profile', values.profile, '--message-format', 'json-render-diagnostics'], {
  cwd: project,
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 64 * 1024 * 1024,
});
// Cargo says where the program is: CARGO_TARGET_DIR and configuration files may have moved it.
const built = printed.toString().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
  .findLast((message) => message.reason === 'compiler-artifact' && message.target.name === 'dinggao' && typeof message.executable === 'string').executable;

const server = path.join(here, 'server');
rmSync(server, { recursive: true, force: true });
mkdirSync(server);
const copy = path.join(server, path.basename(built));
copyFileSync(built, copy);
chmodSync(copy, 0o755);

run(process.execPath, [path.join('scripts', 'build.mjs')]);
copyFileSync(path.join(project, 'LICENSE'), path.join(here, 'LICENSE'));
run(process.execPath, [path.join('node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--target', target, '--out', vsix]);
console.log(`\n${path.relative(process.cwd(), vsix)}\ninstall it with:  code --install-extension ${path.relative(process.cwd(), vsix)}`);
