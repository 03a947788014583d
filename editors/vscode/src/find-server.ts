// Where the language server may be, in which order, and which one to trust. Pure: no VS Code, no process, no file.

import * as path from 'node:path';

import { systemOf, type Binary } from './binary';

/** Who named the place: the user in the settings, the environment, this extension, or the search path. */
export type Origin = 'setting' | 'environment' | 'bundled' | 'path';

/** One file that may be the server. */
export interface Candidate {
  readonly origin: Origin;
  readonly file: string;
}

/** Everything outside the extension that decides where to look. */
export interface Surroundings {
  readonly setting: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly extensionFolder: string;
  readonly workspaceFolder: string | undefined;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly machine: string;
  /** The version of this extension, `X.Y.Z`. */
  readonly version: string;
}

/** What became of running `file --version`. */
export type Run = { readonly outcome: 'printed'; readonly output: string } | { readonly outcome: 'failed'; readonly reason: string };

/** The world as `judge` may ask it; tests put a made-up one here. */
export interface World {
  /** The first bytes of a file as a program header, undefined when there is no such file. */
  readonly look: (file: string) => Promise<Binary | undefined>;
  readonly runVersion: (file: string) => Promise<Run>;
}

/** What was found out about one candidate. */
export type Verdict =
  | { readonly state: 'usable'; readonly version: string }
  | { readonly state: 'missing' }
  | { readonly state: 'foreign'; readonly binary: Binary }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'stranger'; readonly output: string }
  | { readonly state: 'incompatible'; readonly version: string };

/** A candidate with its verdict. */
export interface Judged {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
}

/** The server to start, or why there is none; `passedOver` are the candidates that were looked at and left. */
export type Search =
  | { readonly found: Candidate; readonly version: string; readonly passedOver: readonly Judged[] }
  | { readonly found: undefined; readonly problem: Judged | undefined; readonly passedOver: readonly Judged[] };

/** The environment variable that names the server. */
export const ENVIRONMENT_VARIABLE = 'DINGGAO_SERVER';

/**
 * The places to look, best first. A server named by the user (setting, then environment variable) is the only candidate:
 * quietly starting another one would hide the mistake.
 */
export function candidates(surroundings: Surroundings): Candidate[] {
  const setting = surroundings.setting.trim();
  if (setting !== '') return named('setting', setting, surroundings);
  const variable = surroundings.environment[ENVIRONMENT_VARIABLE]?.trim() ?? '';
  if (variable !== '') return named('environment', variable, surroundings);
  const flavour = flavourOf(surroundings.platform);
  const bundled: Candidate = { origin: 'bundled', file: flavour.join(surroundings.extensionFolder, 'server', programName(surroundings.platform)) };
  return [bundled, ...onPath('path', programName(surroundings.platform), surroundings)];
}

/** The file name of the server on a platform. */
export function programName(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'dinggao.exe' : 'dinggao';
}

function named(origin: Origin, text: string, surroundings: Surroundings): Candidate[] {
  const flavour = flavourOf(surroundings.platform);
  if (/^~[/\\]/u.test(text)) return [{ origin, file: flavour.join(surroundings.home, text.slice(2)) }];
  if (flavour.isAbsolute(text)) return [{ origin, file: text }];
  if (/[/\\]/u.test(text)) {
    const base = surroundings.workspaceFolder ?? surroundings.home;
    return [{ origin, file: flavour.join(base, text) }];
  }
  const onSearchPath = onPath(origin, text, surroundings);
  return onSearchPath.length > 0 ? onSearchPath : [{ origin, file: text }];
}

/** `program` in every absolute folder of PATH: `.` and relative entries could be planted by a workspace. */
function onPath(origin: Origin, program: string, surroundings: Surroundings): Candidate[] {
  const flavour = flavourOf(surroundings.platform);
  const variable = surroundings.environment.PATH ?? surroundings.environment.Path ?? '';
  return variable
    .split(flavour.delimiter)
    .map((folder) => folder.trim())
    .filter((folder) => flavour.isAbsolute(folder))
    .map((folder) => ({ origin, file: flavour.join(folder, program) }));
}

function flavourOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

/** Looks at the candidates in order and returns the first usable one, or the most telling problem. */
export async function findServer(surroundings: Surroundings, world: World): Promise<Search> {
  const passedOver: Judged[] = [];
  for (const candidate of candidates(surroundings)) {
    const verdict = await judge(candidate.file, surroundings, world);
    if (verdict.state === 'usable') return { found: candidate, version: verdict.version, passedOver };
    passedOver.push({ candidate, verdict });
  }
  const named = passedOver.find(({ candidate }) => candidate.origin === 'setting' || candidate.origin === 'environment');
  const problem = passedOver.find(({ verdict }) => verdict.state !== 'missing') ?? named;
  return { found: undefined, problem, passedOver };
}

/** Decides about one file. A program for another system is not run at all: a shell might try to read it as a script. */
export async function judge(file: string, surroundings: Surroundings, world: World): Promise<Verdict> {
  const binary = await world.look(file);
  if (binary === undefined) return { state: 'missing' };
  const native = binary.system !== 'script' && binary.system !== 'unknown';
  if (native && binary.system !== systemOf(surroundings.platform)) return { state: 'foreign', binary };
  const run = await world.runVersion(file);
  if (run.outcome === 'failed') {
    // Emulators run other machines' programs, so the machine counts only when the run failed.
    const otherMachine = native && binary.machine !== null && binary.machine !== surroundings.machine;
    return otherMachine ? { state: 'foreign', binary } : { state: 'failed', reason: run.reason };
  }
  const version = /^dinggao (\d+\.\d+\.\d+\S*)\s*$/u.exec(run.output)?.[1];
  if (version === undefined) return { state: 'stranger', output: run.output.trim().slice(0, 80) };
  return compatible(version, surroundings.version) ? { state: 'usable', version } : { state: 'incompatible', version };
}

/** Same major version; before 1.0, when every minor version may break, same minor version too. */
export function compatible(server: string, extension: string): boolean {
  const [serverMajor, serverMinor] = server.split('.');
  const [extensionMajor, extensionMinor] = extension.split('.');
  return serverMajor === extensionMajor && (serverMajor !== '0' || serverMinor === extensionMinor);
}
