// What the user reads when no server can be started. The translation function is a parameter, so that tests need no editor.

import type { Binary } from './binary';
import { ENVIRONMENT_VARIABLE, type Judged, type Surroundings } from './find-server';
import type { Translate } from './translate';

/** The command that installs the server from a checkout of the project. */
export const INSTALL_COMMAND = 'cargo install --locked --path .';

/** One message: what is wrong, and what to do about it. */
export function searchFailed(problem: Judged | undefined, surroundings: Surroundings, t: Translate): string {
  const advice = t('Install it from the dinggao source folder with: {0}', INSTALL_COMMAND);
  if (problem === undefined) return `${t('The dinggao language server was not found.')} ${advice}`;
  const remedy = problem.candidate.origin === 'setting' ? t('Correct the setting dinggao.server.path, or empty it.') : problem.candidate.origin === 'environment' ? t('Correct the environment variable {0}, or unset it.', ENVIRONMENT_VARIABLE) : advice;
  return `${judged(problem, surroundings, t)} ${remedy}`;
}

/** One sentence about one candidate. */
export function judged({ candidate, verdict }: Judged, surroundings: Surroundings, t: Translate): string {
  const file = candidate.file;
  switch (verdict.state) {
    case 'usable':
      return t('{0} is dinggao {1}.', file, verdict.version);
    case 'missing':
      return t('There is no language server at {0}.', file);
    case 'foreign':
      return t('{0} is a program for {1}, but this machine is {2}.', file, platformName(verdict.binary), `${surroundings.platform} ${surroundings.machine}`);
    case 'failed':
      return t('{0} does not start: {1}.', file, verdict.reason.replace(/\.$/u, ''));
    case 'stranger':
      return t('{0} is not dinggao: it answered --version with “{1}”.', file, verdict.output);
    case 'incompatible':
      return t('{0} is dinggao {1}, which does not go with version {2} of this extension.', file, verdict.version, surroundings.version);
  }
}

function platformName(binary: Binary): string {
  const system = { linux: 'Linux', macos: 'macOS', windows: 'Windows', script: 'sh', unknown: '?' }[binary.system];
  return binary.machine === null ? system : `${system} ${binary.machine}`;
}
