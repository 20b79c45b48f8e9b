import { writeCsvRows } from '../csv/csv-rows.ts';
import type { Feedback } from './feedback.ts';

const COLUMNS = ['noted', 'what', 'how_often', 'severity', 'quote', 'ticket', 'id'] as const;

/** Feedback as RFC 4180 has a table, the oldest first; instants in ISO 8601 (UTC), choices as they are kept, in every language the same. */
export const writeFeedbackCsv = (entries: readonly Feedback[]): string =>
  writeCsvRows([
    COLUMNS,
    ...[...entries]
      .sort((one, other) => one.at - other.at)
      .map(({ at, what, howOften, severity, quote, ticketNumber, id }) => [
        new Date(at).toISOString(),
        ...[what, howOften, severity, quote, ticketNumber, id],
      ]),
  ]);
