import { lookup } from 'node:dns/promises';

/** Every address that the system knows for a name, or the address itself; rejects where there is none. */
export const addressesOf = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);
