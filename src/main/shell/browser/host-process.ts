import type { CreateCore } from '../../core-face.ts';
import { argumentProblem } from '../argument-problem.ts';
import { EXIT_USAGE } from '../arguments.ts';
import { readCommandLine } from '../command-line.ts';
import { openLogFile } from '../log-file.ts';
import { openWithSystem } from './open-external.ts';
import type { PageSource } from './page-server.ts';
import { runBrowserHost } from './run-browser-host.ts';

/** Ctrl-C ends it within two seconds: this is when waiting for the core is given up. */
const STOP_MS = 1_500;

export type HostProcess = {
  readonly argv: readonly string[];
  readonly version: string;
  readonly createCore: CreateCore;
  /** Null when the page has not been built. */
  readonly source: () => PageSource | null;
  /** When the browser is opened: at every start; or only while no earlier one has opened a tab, which reconnects by itself. */
  readonly opens: 'always' | 'first';
};

/** The browser host as a process: arguments, terminal, signals, exit codes. */
export async function browserHostProcess({ argv, version, createCore, source, opens }: HostProcess): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const fail = (line: string, code: number): void => {
    process.stderr.write(`${line}\n`);
    process.exitCode = code;
  };
  const { parsed, profileDir, text } = await readCommandLine(argv);
  if (!parsed.ok) return fail(argumentProblem(parsed.error, text), EXIT_USAGE);
  const start = parsed.value;
  if (start.help) return say(text('host.help'));
  const page = source();
  if (page === null) return fail(text('host.pageMissing'), 1);

  const userId = process.getuid?.() ?? null;
  const open = (url: string): Promise<boolean> =>
    openWithSystem(url, { platform: process.platform, env: process.env, userId });
  const log = openLogFile(profileDir);
  process.on('uncaughtExceptionMonitor', (error) => log('host.crashed', { reason: error.name }));

  const host = await runBrowserHost({
    start,
    version,
    profileDir,
    createCore,
    source: page,
    text,
    log,
    now: Date.now,
    random: Math.random,
    say,
    open,
  });
  if (!host.ok) return host.error.exitCode === 0 ? say(host.error.say) : fail(host.error.say, host.error.exitCode);

  stopOnSignals(
    () => {
      const count = host.value.unsentCount();
      if (count > 0) say(text('host.unsent', { count }));
      return host.value.stop();
    },
    () => process.stderr.write(`${text('host.stopSlow')}\n`),
  );
  if (start.handleTel !== null) say(text('host.tel.browser', { url: `${host.value.url}call` }));
  const address = host.value.newAddress();
  say(text('host.ready', { url: address }));
  if (start.open && !(opens === 'first' && host.value.hadTabs)) void open(address);
  if (process.stdin.isTTY) process.stdin.on('data', () => say(text('host.ready', { url: host.value.newAddress() })));
}

function stopOnSignals(stop: () => Promise<void>, slow: () => void): void {
  let stopping = false;
  const onSignal = (): void => {
    // Asked twice, it goes at once: what was accepted is on disk.
    if (stopping) process.exit(0);
    stopping = true;
    setTimeout(() => {
      slow();
      process.exit(0);
    }, STOP_MS).unref();
    void stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
