// What kind of program a file is, by its first bytes. Knows nothing of VS Code and runs nothing.

/** For which system a native program was built; `script` starts with `#!`, `unknown` is anything else. */
export interface Binary {
  readonly system: 'linux' | 'macos' | 'windows' | 'script' | 'unknown';
  /** Node's word for the processor (`x64`, `arm64`), null where the header does not say or says several. */
  readonly machine: string | null;
}

/** How many bytes of a file `binaryKind` wants to see. */
export const HEAD_BYTES = 1024;

const ELF_MACHINES: Readonly<Record<number, string>> = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64', 243: 'riscv64' };
const PE_MACHINES: Readonly<Record<number, string>> = { 0x14c: 'ia32', 0x8664: 'x64', 0xaa64: 'arm64' };
const MACH_MACHINES: Readonly<Record<number, string>> = { 0x0100_0007: 'x64', 0x0100_000c: 'arm64' };

/** Reads the header of a program. Total: short or foreign bytes are `unknown`. */
export function binaryKind(head: Uint8Array): Binary {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const u16 = (at: number): number => (at + 2 <= head.length ? view.getUint16(at, true) : -1);
  const u32 = (at: number): number => (at + 4 <= head.length ? view.getUint32(at, true) : -1);

  if (u32(0) === 0x464c_457f) return { system: 'linux', machine: ELF_MACHINES[u16(18)] ?? null };
  if (u32(0) === 0xfeed_facf) return { system: 'macos', machine: MACH_MACHINES[u32(4)] ?? null };
  // A fat Mach-O holds several machines (its magic is big-endian, like that of a Java class file, whose next word is larger).
  if (u32(0) === 0xbeba_feca && head[7] !== undefined && head[7] < 20) return { system: 'macos', machine: null };
  if (u16(0) === 0x5a4d) {
    const header = u32(0x3c);
    const isPe = header >= 0 && u32(header) === 0x4550;
    return { system: 'windows', machine: isPe ? (PE_MACHINES[u16(header + 4)] ?? null) : null };
  }
  if (u16(0) === 0x2123) return { system: 'script', machine: null };
  return { system: 'unknown', machine: null };
}

/** Node's platform name in the words of `Binary.system`. */
export function systemOf(platform: NodeJS.Platform): Binary['system'] {
  switch (platform) {
    case 'darwin':
      return 'macos';
    case 'win32':
      return 'windows';
    case 'linux':
    case 'android':
      return 'linux';
    default:
      return 'unknown';
  }
}
