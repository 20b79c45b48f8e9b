import type { Draft } from '#shared/outbox/entry.ts';

type DraftFields = Draft['fields'];

/** Addresses in a field of a draft, in which they are parted by commas. */
export const addressesIn = (fields: DraftFields, name: 'cc'): readonly string[] =>
  (fields[name] ?? '')
    .split(/[\s,;]+/)
    .map((address) => address.trim())
    .filter((address) => address !== '');
