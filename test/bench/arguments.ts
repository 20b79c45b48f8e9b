import { parseArgs } from 'node:util';

/** Parts of the bench that can be run by themselves. */
export const PARTS = [
  'first-sync',
  'cold-start',
  'keys',
  'open',
  'views',
  'palette',
  'bulk',
  'memory',
  'cycles',
  'keys-sync',
  'insert',
  'pop',
  'metrics',
  'request-tracker',
] as const;
export type Part = (typeof PARTS)[number];

export type Options = {
  /** The size that the goals are for; figures are taken at a tenth of it as well, to see how they grow. */
  readonly tickets: number;
  readonly parts: readonly Part[];
  readonly cycles: number;
  readonly json: string | null;
  /** Only the one size. */
  readonly growth: boolean;
};

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** Throws a sentence when they cannot be understood. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      tickets: { type: 'string', default: '100000' },
      only: { type: 'string', multiple: true, default: [] },
      cycles: { type: 'string', default: '200' },
      json: { type: 'string' },
      'one-size': { type: 'boolean', default: false },
    },
  });
  const names = values.only.flatMap((list) => list.split(','));
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
  return {
    tickets: wholeNumber('--tickets', values.tickets, 1_000),
    cycles: wholeNumber('--cycles', values.cycles, 10),
    parts: names.length === 0 ? PARTS : PARTS.filter((part) => names.includes(part)),
    json: values.json ?? null,
    growth: !values['one-size'],
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new Error(`${name} takes a whole number from ${least} on`);
  return number;
}
