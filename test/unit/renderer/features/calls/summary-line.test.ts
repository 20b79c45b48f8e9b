import { expect, test } from 'vitest';
import { summaryLine } from '#renderer/features/calls/wrap-up/summary-line.ts';
import { createText } from '#shared/i18n/text.ts';
import { aCall } from '../../../../support/a-call.ts';

const at = (hours: number, minutes: number, seconds = 0): number =>
  new Date(2026, 10, 26, hours, minutes, seconds).getTime();
const NOW = at(22, 0);
const call = aCall(1, { startedAt: at(21, 4), answeredAt: at(21, 4, 8), endedAt: at(21, 8, 20) });
const summary = { chain: [call], number: '+47 21 00 00 00', name: 'Ada Lovelace', disposition: '', followUp: '' };
const line = (over: Partial<typeof summary>, locale = 'en-GB', now = NOW): string =>
  summaryLine(createText(locale), { ...summary, ...over }, now);

test('says who, how long, when and how it ended', () => {
  expect(line({ disposition: 'Resolved' })).toBe(
    'Call from +47 21 00 00 00 (Ada Lovelace), 4 min 12 s, 21:04: Resolved.',
  );
  expect(line({ chain: [{ ...call, transferredTo: 'billing' }], name: '', followUp: 'Fri 09:00' })).toBe(
    'Call from +47 21 00 00 00, 4 min 12 s, 21:04. Passed on to billing. Follow-up: Fri 09:00.',
  );
  expect(line({ number: '', name: '' })).toBe('Call from a withheld number, 4 min 12 s, 21:04.');
  expect(line({ chain: [{ ...call, direction: 'out', answeredAt: null }], number: '' })).toBe(
    'Call to Ada Lovelace, not answered, 21:04.',
  );
});

test('is as long as all parts of a call that broke off, from the first on; a hold counts, ringing does not', () => {
  const again = aCall(2, {
    resumes: call.id,
    startedAt: at(21, 10),
    answeredAt: at(21, 10, 30),
    endedAt: at(21, 11, 30),
    holds: [{ from: at(21, 11), until: at(21, 11, 20) }],
  });
  expect(line({ chain: [call, again] })).toBe('Call from +47 21 00 00 00 (Ada Lovelace), 5 min 12 s, 21:04.');
});

test('tells the day where that is not today, in the agent’s way', () => {
  expect(line({ name: '' }, 'en-GB', NOW + 24 * 60 * 60_000)).toBe(
    'Call from +47 21 00 00 00, 4 min 12 s, 26 Nov 2026, 21:04.',
  );
  expect(line({ name: '' }, 'en-US')).toContain('09:04 PM');
});

test('makes no Markdown of what a telephone says', () => {
  expect(line({ name: '[x](http://a)\n# *b*' })).toContain('(\\[x\\](http://a) \\# \\*b\\*)');
});
