import { type TelephoneEvent, telephoneEventSchema } from '#shared/calls/call-change.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toldName, toldNumber } from '../told-number.ts';
import type { Fields } from './read-fields.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * What a request says, in the schema of Zammad's generic CTI (docs.zammad.org, `api/generic-cti`), which Placetel, sipgate and bridges
 * for Asterisk, FreeSWITCH and Swyx speak: `event` is `newCall`, `answer` or `hangup`. Beside it `name` may tell what the telephone
 * calls the other side.
 */
export function readEvent(fields: Fields): Result<TelephoneEvent, Refusal> {
  const event = eventOf(fields);
  if (!event.ok) return event;
  const parsed = telephoneEventSchema.safeParse(event.value);
  if (parsed.success) return ok(parsed.data);
  const key = String(parsed.error.issues[0]?.path[0] ?? '');
  return err(refusal('field', FIELD_OF[key] ?? key));
}

/** Under which name a field came that does not fit. */
const FIELD_OF: Readonly<Record<string, string>> = { externalId: 'callId', number: 'from', line: 'to', users: 'user' };

function eventOf(fields: Fields): Result<TelephoneEvent, Refusal> {
  const externalId = fields.get('callId')?.trim() ?? '';
  if (externalId === '') return err(refusal('field', 'callId'));
  switch (fields.get('event')?.toLowerCase()) {
    case 'newcall': {
      const line = lineOf(fields);
      if (!line.ok) return line;
      const name = toldName(fields.get('name') ?? '');
      const users = fields.all('user');
      return ok({ event: 'new', externalId, ...line.value, name, queue: toldName(fields.get('queue') ?? ''), users });
    }
    case 'answer': {
      const line = lineOf(fields);
      return line.ok ? ok({ event: 'answer', externalId, ...line.value, users: answeredBy(fields) }) : line;
    }
    case 'hangup':
      return ok({ event: 'hangup', externalId, cause: fields.get('cause')?.trim() ?? '' });
    default:
      return err(refusal('event'));
  }
}

type Line = Pick<Extract<TelephoneEvent, { readonly event: 'new' }>, 'direction' | 'number' | 'line'>;

/** Which of the two numbers is the other side's. */
function lineOf(fields: Fields): Result<Line, Refusal> {
  const direction = fields.get('direction')?.toLowerCase();
  const [from, to] = [toldNumber(fields.get('from') ?? ''), toldNumber(fields.get('to') ?? '')];
  if (direction === 'in') return ok({ direction, number: from, line: to });
  if (direction !== 'out') return err(refusal('field', 'direction'));
  return to === '' ? err(refusal('field', 'to')) : ok({ direction, number: to, line: from });
}

/** `user` may still be all whom it rang; then `answeringNumber` tells which of them it is. */
function answeredBy(fields: Fields): readonly string[] {
  const users = fields.all('user');
  const number = fields.get('answeringNumber')?.trim() ?? '';
  if (number === '') return users;
  return users.length > 1 ? [number] : [...users, number];
}
