import { readCsvRows, unguarded } from '../csv/csv-rows.ts';
import type { Zone } from '../metrics/zone.ts';
import { err, ok, type Result } from '../result.ts';
import { readSurveyDate } from './survey-date.ts';
import { type SurveyFileFault, type SurveyKind, type SurveyLeftOut, type SurveyRow, scaleOf } from './survey-file.ts';

type Column = 'id' | 'ticket' | 'email' | 'score' | 'date';

/** What survey tools call their columns, letters and digits alone. Others, as comments, are left alone. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'answerid', 'responseid', 'responseuuid'],
  ticket: ['ticket', 'ticketid', 'ticketnumber', 'ticketno', 'case', 'caseid', 'casenumber', 'conversationid'],
  email: ['email', 'emailaddress', 'customeremail', 'requesteremail', 'contactemail', 'recipient', 'customer'],
  score: ['score', 'rating', 'answer', 'nps', 'npsscore', 'ces', 'cesscore', 'effort', 'value'],
  date: ['date', 'answeredat', 'respondedat', 'responsedate', 'submittedat', 'completedat', 'createdat', 'timestamp'],
};

export type ReadSurvey = { readonly rows: readonly SurveyRow[]; readonly leftOut: readonly SurveyLeftOut[] };

/**
 * Answers of a survey from a CSV with a heading. A ticket or an address, a score and a date are needed; a line without a score is
 * somebody who did not answer. What cannot be read is named by its line, and the rest is taken. Two lines that say the same are two
 * answers, and the same two when the file is read again.
 */
export function readSurveyCsv(
  text: string,
  { kind, zone }: { readonly kind: SurveyKind; readonly zone: Zone },
): Result<ReadSurvey, SurveyFileFault> {
  const [heading, ...lines] = readCsvRows(text);
  if (heading === undefined || lines.length === 0) return err('no-rows');
  const place = placesOf(heading.cells);
  if (place.score === undefined) return err('no-score-column');
  if (place.date === undefined) return err('no-date-column');
  if (place.ticket === undefined && place.email === undefined) return err('no-who-column');

  const rows: SurveyRow[] = [];
  const leftOut: SurveyLeftOut[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells, broken } of lines) {
    const cell = (column: Column): string => unguarded(cells[place[column] ?? -1] ?? '').trim();
    const leave = (why: SurveyLeftOut['why'], what: string): void => void leftOut.push({ line, why, cell: what });
    if (broken) {
      leave('quotes', '');
      continue;
    }
    const score = scoreOf(cell('score'), kind);
    const at = readSurveyDate(cell('date'), zone);
    const [ticket, email] = [cell('ticket').replace(/^#/, ''), cell('email').toLowerCase()];
    if (score === 'none') leave('score', cell('score'));
    else if (at === null) leave('date', cell('date'));
    else if (ticket === '' && email === '') leave('who', '');
    else rows.push({ id: idOf(cell('id'), [ticket || email, at, score ?? '']), line, at, score, ticket, email });
  }
  return ok({ rows, leftOut });

  function idOf(named: string, said: readonly (string | number)[]): string {
    const id = `${kind} ${named === '' ? said.join(' ') : `#${named}`}`.slice(0, 300);
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before === 0 ? id : `${id} ${before + 1}`;
  }
}

/** The first column of each name. */
function placesOf(heading: readonly string[]): Partial<Record<Column, number>> {
  const names = heading.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const places: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(NAMES) as Column[]) {
    const place = names.findIndex((name) => NAMES[column].includes(name));
    if (place >= 0) places[column] = place;
  }
  return places;
}

/** Null for an empty cell. */
function scoreOf(cell: string, kind: SurveyKind): number | null | 'none' {
  if (cell === '') return null;
  const score = /^\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
  const { least, most } = scaleOf(kind);
  const fits = score >= least && score <= most && (kind !== 'nps' || Number.isInteger(score));
  return fits ? score : 'none';
}
