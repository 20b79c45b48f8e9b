import type { FilterImplOptions } from 'liquidjs';
import { longFormat } from './date-format.ts';
import { LIMITS } from './limits.ts';
import { printed } from './printed.ts';

type Handler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

const WITH_OFFSET = /[+-]\d{2}:?\d{2}$/u;
const AT_UTC = /(?:Z|UTC|GMT|[+-]00:?00)$/iu;
const SECONDS = /^\d+$/u;

/**
 * `date` as Liquid defines it (https://shopify.github.io/liquid/filters/date/): in the time's own zone, and in UTC where it names
 * none, as at the helpdesk. What is no time, and what is asked for in no format, stays as it is. A third argument is ours, a zone
 * by its IANA name: `date: "%H:%M", current_user.time_zone`.
 */
export const createDateFilter = (engine: Handler, now: () => number): Handler =>
  function (value: unknown, ...[asked, zone]: readonly unknown[]) {
    const format = printed(asked);
    const time = timeOf(value, now);
    if (format === '' || time === null) return value;
    if (format.split('%').length - 1 > LIMITS.dateParts) throw new Error('the format is too long');
    const into = (letters: string): string => printed(engine.call(this, time, letters, zone));
    return into(longFormat(format, zone === undefined && AT_UTC.test(time), () => into('%Y-%m-%d')));
  };

/** ISO 8601 in UTC, or a text with an offset, in which it is to be shown. */
function timeOf(value: unknown, now: () => number): string | null {
  if (typeof value === 'number') return Number.isInteger(value) ? inUtc(value * 1_000) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^(?:now|today)$/iu.test(text)) return inUtc(now());
  if (SECONDS.test(text)) return inUtc(Number(text) * 1_000);
  if (AT_UTC.test(text)) return inUtc(Date.parse(text));
  if (WITH_OFFSET.test(text) && !/^\d{4}-\d{2}-\d{2}$/u.test(text)) return Number.isNaN(Date.parse(text)) ? null : text;
  return inUtc(Date.parse(`${text}Z`)) ?? inUtc(Date.parse(`${text} UTC`));
}

const inUtc = (ms: number): string | null => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null);
