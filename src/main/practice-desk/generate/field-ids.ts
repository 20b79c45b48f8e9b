import { FIRST } from '../desk.ts';

/** Ids of the custom fields; each is the desk's first id plus a place. */
export const FIELD = {
  order: FIRST.ticketFields + 7,
  product: FIRST.ticketFields + 8,
  reason: FIRST.ticketFields + 9,
  returnBy: FIRST.ticketFields + 10,
  vip: FIRST.ticketFields + 11,
} as const;

export const isField = (name: string): name is keyof typeof FIELD => name in FIELD;

/** Texts name custom fields in brackets: `ticket_field_[order]`. */
export const withFieldIds = (text: string): string =>
  text.replace(/\[(\w+)\]/g, (whole, name: string) => (isField(name) ? String(FIELD[name]) : whole));
