import fc from 'fast-check';
import { type Rows, rowsOf } from '../../../support/timeline.ts';

const START = Date.UTC(2026, 2, 20);
/** A month with the day in it on which clocks are set forward in Oslo and in New York they have been already. */
const LENGTH_MINUTES = 30 * 24 * 60;

const who = fc.constantFrom('ana', 'ben', 'customer', 'system');
const deed = fc.oneof(
  { weight: 4, arbitrary: who.map((name) => `${name} replies`) },
  { weight: 1, arbitrary: fc.constant('ana notes') },
  {
    weight: 4,
    arbitrary: fc
      .tuple(who, fc.constantFrom('open', 'pending', 'on-hold', 'solved', 'solved', 'closed'))
      .map(([name, status]) => `${name} sets ${status}`),
  },
  { weight: 2, arbitrary: fc.constantFrom('ana', 'ben', 'nobody').map((name) => `ben assigns ${name}`) },
  { weight: 1, arbitrary: fc.constantFrom('good', 'bad').map((score) => `customer rates ${score}`) },
  { weight: 1, arbitrary: fc.constant('system offers') },
);
const creation = fc.constantFrom(
  'customer creates',
  'customer creates for ana',
  'ana creates for ana',
  'ana creates noting for ben',
  'ana creates silently as open',
  'customer creates as open for ben',
);

/** A ticket's rows: made at some time of a month, and what happened to it from then on, some of it in one instant. */
export const generatedRows: fc.Arbitrary<Rows> = fc
  .record({
    made: fc.integer({ min: 0, max: LENGTH_MINUTES }),
    creation,
    deeds: fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000 }), deed), { maxLength: 12 }),
    channel: fc.constantFrom('email', 'phone'),
  })
  .map(({ made, creation: first, deeds, channel }) => {
    let minute = made;
    const lines = [[made, first] as const, ...deeds.map(([later, does]) => [(minute += later), does] as const)];
    return rowsOf(lines.map(([at, does]) => `${textOf(at)} ${does}`).join('\n'), { ticket: { channel } });
  });

const textOf = (minute: number): string =>
  new Date(START + minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
