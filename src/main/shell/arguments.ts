import { err, ok, type Result } from '#shared/result.ts';

export type StartOptions = {
  readonly host: 'auto' | 'electron' | 'browser';
  /** Null: the port that the profile has recorded, or picked at its first start. 0: any, never recorded. */
  readonly port: number | null;
  /** Null: the platform's place for application data. */
  readonly profile: string | null;
  /** Open the browser once the host is ready. */
  readonly open: boolean;
  readonly storeSecrets: 'file' | null;
  /** Where the practice desk listens; null for any free port. */
  readonly practicePort: number | null;
  /** A `holdfast:` or `tel:` link that the system handed over, or that is to be shown by the program that runs. */
  readonly link: string | null;
  /** Whether the system is to open `tel:` links with Holdfast from now on; null leaves it as it is. */
  readonly handleTel: boolean | null;
  readonly help: boolean;
};

/** What is wrong with the arguments, for `host.arguments.<code>`. */
export type ArgumentProblem = {
  readonly code: 'unknown' | 'missing' | 'value' | 'stray';
  readonly name: string;
  readonly value: string;
  readonly allowed: string;
};

/** `EX_USAGE` of sysexits(3). */
export const EXIT_USAGE = 64;

const DEFAULTS: StartOptions = {
  host: 'auto',
  port: null,
  profile: null,
  open: true,
  storeSecrets: null,
  practicePort: null,
  link: null,
  handleTel: null,
  help: false,
};

const PORTS = '0–65535';
const LINKS = 'tel:…, holdfast://call?…';

/**
 * Reads the arguments after `--`; both `--name value` and `--name=value`. The last of a repeated one counts. `lenient` passes over
 * what is not Holdfast's own: systems and desktops hand Electron switches of theirs.
 */
export function parseArguments(
  argv: readonly string[],
  { lenient = false }: { readonly lenient?: boolean } = {},
): Result<StartOptions, ArgumentProblem> {
  let options = DEFAULTS;
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (/^(?:holdfast:\/\/|tel:)/i.test(argument)) {
      options = { ...options, link: argument };
      continue;
    }
    if (argument === '--') continue;
    if (!argument.startsWith('-') && lenient) continue;
    if (!argument.startsWith('-')) return err({ code: 'stray', name: argument, value: '', allowed: '' });
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const flag = readFlag(options, name);
    if (flag !== null) {
      if (equals >= 0) return err({ code: 'value', name, value: argument.slice(equals + 1), allowed: '—' });
      options = flag;
      continue;
    }
    const read = READERS[name];
    if (read === undefined && lenient) continue;
    if (read === undefined) return err({ code: 'unknown', name, value: '', allowed: '' });
    const value = equals < 0 ? rest.shift() : argument.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) {
      return err({ code: 'missing', name, value: '', allowed: read.allowed });
    }
    const next = read.into(options, value);
    if (next === null) return err({ code: 'value', name, value, allowed: read.allowed });
    options = next;
  }
  return ok(options);
}

function readFlag(options: StartOptions, name: string): StartOptions | null {
  if (name === '--no-open') return { ...options, open: false };
  if (name === '--help' || name === '-h') return { ...options, help: true };
  return null;
}

type Reader = {
  readonly allowed: string;
  /** Null when the value cannot be used. */
  readonly into: (options: StartOptions, value: string) => StartOptions | null;
};

const READERS: Readonly<Record<string, Reader>> = {
  '--host': {
    allowed: 'auto, electron, browser',
    into: (options, value) =>
      value === 'auto' || value === 'electron' || value === 'browser' ? { ...options, host: value } : null,
  },
  '--port': {
    allowed: PORTS,
    into: (options, value) => withPort(value, (port) => ({ ...options, port })),
  },
  '--profile': { allowed: '', into: (options, value) => ({ ...options, profile: value }) },
  '--store-secrets': {
    allowed: 'file',
    into: (options, value) => (value === 'file' ? { ...options, storeSecrets: 'file' } : null),
  },
  '--call': {
    allowed: LINKS,
    into: (options, value) => (/^(?:holdfast:\/\/call|tel:)/i.test(value) ? { ...options, link: value } : null),
  },
  '--handle-tel': {
    allowed: 'on, off',
    into: (options, value) => (value === 'on' || value === 'off' ? { ...options, handleTel: value === 'on' } : null),
  },
  '--practice-port': {
    allowed: PORTS,
    into: (options, value) => withPort(value, (practicePort) => ({ ...options, practicePort })),
  },
};

function withPort(value: string, use: (port: number) => StartOptions): StartOptions | null {
  if (!/^\d{1,5}$/.test(value)) return null;
  const port = Number(value);
  return port <= 65_535 ? use(port) : null;
}
