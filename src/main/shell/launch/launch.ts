import { createInterface } from 'node:readline/promises';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import { argumentProblem } from '../argument-problem.ts';
import { EXIT_USAGE } from '../arguments.ts';
import { readCommandLine } from '../command-line.ts';
import { handOver } from '../profile-lock.ts';
import { buildStamped, isBuilt, ROOT } from './build.ts';
import { chooseHost } from './choose-host.ts';
import { fetchElectron, findElectron, runElectron } from './electron-program.ts';

/**
 * What `npm start` does before there is a host: reads the arguments, builds when a source has changed, and picks the host. `browser`
 * asks the caller to start that one in this process; with `done` everything has happened and the exit code is set.
 */
export async function launch(argv: readonly string[]): Promise<'browser' | 'done'> {
  const { parsed, profileDir, text } = await readCommandLine(argv);
  const end = (line: string | null, code: number): 'done' => {
    if (line !== null) (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
    process.exitCode = code;
    return 'done';
  };
  if (!parsed.ok) return end(argumentProblem(parsed.error, text), EXIT_USAGE);
  if (parsed.value.help) return end(text('host.help'), 0);
  // A running console needs neither a build nor a host.
  const { link } = parsed.value;
  if (link !== null && (await handOver(profileDir, link))) return end(text('host.handedOver'), 0);

  const say = (key: TextKey): void => void process.stderr.write(`${text(key)}\n`);
  const surroundings = {
    wanted: parsed.value.host,
    electron: findElectron(process.env),
    isRoot: process.getuid?.() === 0,
    hasDisplay: process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY),
    canAsk: process.stdin.isTTY && process.stdout.isTTY,
  };
  let choice = chooseHost(surroundings);
  if (choice.host === 'ask') {
    const fetched = (await agrees(text('host.launch.ask'))) && (await fetchElectron());
    choice = chooseHost({ ...surroundings, electron: fetched ? findElectron(process.env) : null, canAsk: false });
  }
  if (choice.host === 'none') return end(text(choice.why), 1);
  if (!isBuilt()) {
    say('host.launch.building');
    if (!(await buildStamped(ROOT, true))) return end(text('host.launch.buildFailed'), 1);
  }
  if (choice.host === 'electron') return end(null, await runElectron(choice.program, ROOT, argv));
  if (choice.host === 'browser' && choice.why !== null) say(choice.why);
  return 'browser';
}

async function agrees(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}
