/** Seeds that found something, in the product or in a defect that was planted in it, and what. They run with every test. */
export const FAILED_ONCE: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 3, found: 'a lost answer that was sent again too early' },
  { seed: 4, found: 'a journal that was not synced' },
  { seed: 5, found: 'a reply that went out under a newer message' },
  { seed: 15, found: 'a request before its Retry-After' },
  { seed: 28, found: 'a note held for what the reply in whose place it stands was to change' },
  { seed: 32, found: 'an update that went before the reply ahead of it' },
  { seed: 83, found: 'a cursor that was kept before its rows' },
  { seed: 2074, found: 'a second lost answer counted from the first' },
  { seed: 10128, found: 'an attempt that a full journal left on its way' },
  { seed: 10494, found: 'a colleague’s change taken for the effect of a late answer' },
  { seed: 10851, found: 'polls that stopped when the clock was set back' },
  { seed: 10871, found: 'a reply called accepted while the link broke' },
  { seed: 20560, found: 'a Retry-After that grew when the clock was set back' },
  { seed: 22090, found: 'a colleague’s change taken for the effect of a repeated key' },
];
