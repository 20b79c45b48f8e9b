import type { Edition } from './events.ts';

/** Seeds that found something, in the product or in a defect that was planted in it, and what. They run with every test. */
export const FAILED_ONCE: readonly { readonly seed: number; readonly edition: Edition; readonly found: string }[] = [
  { seed: 3, edition: 1, found: 'a lost answer that was sent again too early' },
  { seed: 4, edition: 1, found: 'a journal that was not synced' },
  { seed: 5, edition: 1, found: 'a reply that went out under a newer message' },
  { seed: 15, edition: 1, found: 'a request before its Retry-After' },
  { seed: 32, edition: 1, found: 'an update that went before the reply ahead of it' },
  { seed: 83, edition: 1, found: 'a cursor that was kept before its rows' },
  { seed: 2074, edition: 1, found: 'a second lost answer counted from the first' },
  { seed: 10128, edition: 1, found: 'an attempt that a full journal left on its way' },
  { seed: 10494, edition: 1, found: 'a colleague’s change taken for the effect of a late answer' },
  { seed: 10851, edition: 1, found: 'polls that stopped when the clock was set back' },
  { seed: 10871, edition: 1, found: 'a reply called accepted while the link broke' },
  { seed: 20560, edition: 1, found: 'a Retry-After that grew when the clock was set back' },
  { seed: 22090, edition: 1, found: 'a colleague’s change taken for the effect of a repeated key' },
  { seed: 2, edition: 2, found: 'a draft that went back because the journal was not synced' },
  { seed: 6, edition: 2, found: 'a note that waited and stood nowhere' },
  { seed: 64, edition: 2, found: 'a note held for what the reply in whose place it stands was to change' },
  { seed: 1013, edition: 2, found: 'a composer that began on nothing because the database was full' },
  { seed: 1338, edition: 2, found: 'a draft thrown away on a full disk that could not be had again' },
  { seed: 1914, edition: 2, found: 'a note that passed what it was built on' },
  { seed: 2382, edition: 2, found: 'a note held for what had closed the ticket before it was written' },
  { seed: 4726, edition: 2, found: 'an entry that did not say what it waits for' },
  { seed: 5585, edition: 2, found: 'a deleted ticket that came back with what a full disk had kept waiting' },
];
