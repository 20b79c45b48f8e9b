import { expect, test } from 'vitest';
import { readCsvRows } from '#shared/csv/csv-rows.ts';
import { countFeedback } from '#shared/feedback/count-feedback.ts';
import { type Feedback, type FeedbackNames, feedbackSchema } from '#shared/feedback/feedback.ts';
import { writeFeedbackCsv } from '#shared/feedback/feedback-csv.ts';
import { feedbackNote, writeFeedbackMarkdown } from '#shared/feedback/feedback-markdown.ts';

const NAMES: FeedbackNames = {
  title: 'Product feedback',
  what: 'What',
  howOften: 'How often',
  severity: 'Severity',
  times: 'Times',
  ticket: 'Ticket',
  ofHowOften: { once: 'Once', sometimes: 'Sometimes', often: 'Often', always: 'Always' },
  ofSeverity: { nuisance: 'Nuisance', hinders: 'Hinders', blocks: 'Blocks' },
};

const said = (at: number, change: Partial<Feedback>): Feedback =>
  feedbackSchema.parse({
    id: String(at).padStart(26, '0'),
    at: Date.UTC(2026, 10, at),
    ticketId: 'account:7',
    ticketNumber: '7',
    what: 'Export is slow',
    howOften: 'once',
    severity: 'nuisance',
    quote: '',
    ...change,
  });

const ENTRIES = [
  said(1, {
    what: 'Export is slow',
    severity: 'blocks',
    howOften: 'always',
    quote: 'It took [number] hours.\nNever again.',
  }),
  said(2, { what: 'No dark mode', severity: 'hinders' }),
  said(3, { what: '  export IS  slow ', severity: 'nuisance' }),
  said(4, { what: 'A | B are mixed up', severity: 'blocks', ticketNumber: '', howOften: 'often' }),
];

test('what was said in the same words counts together, whatever their case and spaces', () => {
  const { bySeverity, byHowOften, byWhat } = countFeedback(ENTRIES);
  expect(bySeverity).toEqual({ nuisance: 1, hinders: 1, blocks: 2 });
  expect(byHowOften).toEqual({ once: 2, sometimes: 0, often: 1, always: 1 });
  // Two of the export, of which the 1st blocks; then one each, of which the one that blocks comes first.
  expect(
    byWhat.map(({ what, worst, entries }) => [what, worst, entries.map(({ at }) => new Date(at).getUTCDate())]),
  ).toEqual([
    ['export IS  slow', 'blocks', [3, 1]],
    ['A | B are mixed up', 'blocks', [4]],
    ['No dark mode', 'hinders', [2]],
  ]);
});

test('nothing said counts as nothing', () => {
  expect(countFeedback([])).toEqual({
    bySeverity: { nuisance: 0, hinders: 0, blocks: 0 },
    byHowOften: { once: 0, sometimes: 0, often: 0, always: 0 },
    byWhat: [],
  });
});

test('the note says what, how often and how bad, and quotes where there is a quote', () => {
  expect(feedbackNote(said(1, { quote: 'It took hours.\n\nNever again.\n' }), NAMES)).toBe(
    '**Product feedback:** Export is slow\n\n- How often: Once\n- Severity: Nuisance\n\n> It took hours.\n>\n> Never again.',
  );
  expect(feedbackNote(said(1, {}), NAMES)).toBe(
    '**Product feedback:** Export is slow\n\n- How often: Once\n- Severity: Nuisance',
  );
});

test('the CSV has every entry on a row, the oldest first, and what looks like a formula as text', () => {
  const csv = writeFeedbackCsv([said(2, { what: '=1+1', quote: 'She said "no",\nand left.' }), said(1, {})]);
  expect(readCsvRows(csv).map(({ cells }) => cells)).toEqual([
    ['noted', 'what', 'how_often', 'severity', 'quote', 'ticket', 'id'],
    ['2026-11-01T00:00:00.000Z', 'Export is slow', 'once', 'nuisance', '', '7', '00000000000000000000000001'],
    [
      '2026-11-02T00:00:00.000Z',
      "'=1+1",
      'once',
      'nuisance',
      'She said "no",\nand left.',
      '7',
      '00000000000000000000000002',
    ],
  ]);
});

test('the Markdown counts first and then lists what was said, the most frequent first', () => {
  const written = writeFeedbackMarkdown(ENTRIES, NAMES);
  expect(written).toContain('| Severity | Times |\n| --- | --- |\n| Blocks | 2 |\n| Hinders | 1 |\n| Nuisance | 1 |');
  expect(written).toContain('| A \\| B are mixed up | 1 | Blocks |');
  expect(written.match(/^## .*/gm)).toEqual(['## export IS  slow', '## A | B are mixed up', '## No dark mode']);
  expect(written).toContain(
    '2026-11-01 · Blocks · Always · Ticket 7\n\n> It took [number] hours.\n> Never again.\n\n## A | B',
  );
  expect(written).toContain('2026-11-04 · Blocks · Often\n');
});
