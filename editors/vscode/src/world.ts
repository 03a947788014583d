// The real world behind the search for the server: reads the head of a file, runs `--version`. No VS Code.

import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';

import { binaryKind, HEAD_BYTES, type Binary } from './binary';
import type { Run, World } from './find-server';

/** A server that does not answer `--version` within this time (milliseconds) is not started. */
const VERSION_TIMEOUT = 10_000;

/** The file system and processes of this machine. */
export const realWorld: World = { look, runVersion };

async function look(file: string): Promise<Binary | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      if (!(await handle.stat()).isFile()) return undefined;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return binaryKind(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // A file that is there but may not be read is worth a better message than "missing": running it will say why.
    return code === 'EACCES' || code === 'EPERM' ? { system: 'unknown', machine: null } : undefined;
  }
}

function runVersion(file: string): Promise<Run> {
  return new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: VERSION_TIMEOUT, windowsHide: true, maxBuffer: 64 * 1024 }, (error, stdout, stderr) => {
      if (error === null) {
        resolve({ outcome: 'printed', output: stdout });
        return;
      }
      const said = stderr.trim().split('\n', 1)[0] ?? '';
      const reason = error.killed === true ? `no answer within ${VERSION_TIMEOUT / 1000} s` : said === '' ? error.message : said;
      resolve({ outcome: 'failed', reason: reason.slice(0, 200) });
    });
  });
}
