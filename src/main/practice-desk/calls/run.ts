// What `npm run practice-calls` runs: customers of the practice desk call, by the address for telephone systems of a running console.
import { homedir } from 'node:os';
import { systemClock } from '../../clock.ts';
import { profilePaths } from '../../profile/profile-paths.ts';
import { profileText } from '../../settings/profile-text.ts';
import { profileFolder } from '../../shell/profile-folder.ts';
import { readRows } from '../persistence.ts';
import { callersIn } from './callers.ts';
import { placeCalls } from './place-calls.ts';
import { planCalls, type Step } from './plan-calls.ts';
import { readOptions } from './read-options.ts';

const EXIT_USAGE = 64;

const options = readOptions(process.argv.slice(2));
const machine = { platform: process.platform, env: process.env, homeDir: homedir() };
const paths = profilePaths(profileFolder(options.ok ? options.value.profile : null, machine));
const text = await profileText(paths.settings);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (options.ok) process.exitCode = await run(options.value);
else {
  if (options.error !== 'help') process.stderr.write(`${text('calls.practice.option', { name: options.error })}\n\n`);
  print(text('calls.practice.help'));
  process.exitCode = options.error === 'help' ? 0 : EXIT_USAGE;
}

async function run({ address, ...plan }: Extract<typeof options, { ok: true }>['value']): Promise<number> {
  const callers = callersIn(readRows(paths.practiceDesk));
  if (callers.length === 0) print(text('calls.practice.noDesk'));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

  const send = async (fields: Step['fields']): Promise<string | null> => {
    try {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
      if (answer.ok) return null;
      const body: unknown = await answer.json();
      return typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : String(answer.status);
    } catch {
      return text('calls.practice.noConsole', { address: address.host });
    }
  };
  const names = new Map(callers.map(({ number, name }) => [number, name]));
  const refused = await placeCalls(planCalls({ ...plan, callers }), {
    clock: systemClock(),
    send,
    say: ({ fields }) => {
      const { event = '', direction = 'in', from = '', to = '', cause = '', callId = '' } = fields;
      const number = direction === 'in' ? from : to;
      print(text('calls.practice.step', { event, callId, number, name: names.get(number) ?? '', cause }));
    },
    stop: stopping.signal,
  });
  if (refused === null) return 0;
  process.stderr.write(`${refused}\n`);
  return 1;
}
