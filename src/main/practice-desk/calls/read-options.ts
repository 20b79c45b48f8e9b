import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result.ts';

export type PracticeCallsOptions = {
  /** With its token. */
  readonly address: URL;
  /** Null: the platform's place for application data. */
  readonly profile: string | null;
  readonly calls: number;
  readonly seed: number;
  readonly perMinute: number;
  readonly autoAnswer: boolean;
};

/** `help` was asked for, or the name of what is missing or cannot be used. */
export function readOptions(argv: readonly string[]): Result<PracticeCallsOptions, string> {
  const parsed = parsedArgs(argv);
  if (parsed === null || parsed.help) return err('help');
  const { address = '', profile = null } = parsed;
  const calls = wholeNumber(parsed.calls ?? '10', 1, 10_000);
  const seed = wholeNumber(parsed.seed ?? '1', 0, 2 ** 31);
  const perMinute = wholeNumber(parsed['per-minute'] ?? '2', 1, 300);
  if (!/^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/call\/[\w-]+$/.test(address)) return err('--address');
  if (calls === null) return err('--calls');
  if (seed === null) return err('--seed');
  if (perMinute === null) return err('--per-minute');
  return ok({
    address: new URL(address),
    profile,
    calls,
    seed,
    perMinute,
    autoAnswer: parsed['auto-answer'] ?? false,
  });
}

function parsedArgs(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        address: { type: 'string' },
        profile: { type: 'string' },
        calls: { type: 'string' },
        seed: { type: 'string' },
        'per-minute': { type: 'string' },
        'auto-answer': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch {
    return null;
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? number : null;
}
