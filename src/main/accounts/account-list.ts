import { createHash } from 'node:crypto';
import { type Account, accountSchema } from '#shared/domain/account.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import { z } from '#shared/schema.ts';
import type { Disk } from '../profile/disk.ts';
import { readJson } from '../profile/read-file.ts';

const fileSchema = z.object({ accounts: z.array(accountSchema) });

/** The accounts of a profile, without their secrets. */
export type AccountList = {
  /** False on the very first start, when nobody has added or removed one yet. */
  readonly existed: boolean;
  all(): readonly Account[];
  get(id: AccountId): Account | null;
  put(account: Account): Promise<void>;
  remove(id: AccountId): Promise<void>;
};

export async function openAccountList(disk: Disk, path: string): Promise<AccountList> {
  const kept = await readJson(disk, path, fileSchema);
  let accounts: readonly Account[] = kept?.accounts ?? [];
  let writing: Promise<void> = Promise.resolve();
  /** One after the other: each change is made to what the one before has written, so that none undoes another. */
  const change = (changed: (now: readonly Account[]) => readonly Account[]): Promise<void> => {
    const written = writing.then(async () => {
      const next = changed(accounts);
      await disk.replace(path, JSON.stringify({ accounts: next }, null, 2));
      accounts = next;
    });
    writing = written.catch(() => undefined);
    return written;
  };
  return {
    existed: kept !== null,
    all: () => accounts,
    get: (id) => accounts.find((account) => account.id === id) ?? null,
    put: (account) =>
      change((now) =>
        now.some((one) => one.id === account.id)
          ? now.map((one) => (one.id === account.id ? account : one))
          : [...now, account],
      ),
    remove: (id) => change((now) => now.filter((account) => account.id !== id)),
  };
}

/** Names an account after its helpdesk and user, so that signing in as somebody else never shows another's cache. */
export function accountIdFor(connectorId: string, host: string, remoteUserId: string): AccountId {
  const name = `${connectorId}-${host}-${remoteUserId}`;
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-+$/, '')
    .slice(0, 90);
  // What the slug cannot spell, or has cut off, still tells two users apart.
  return slug === name ? slug : `${slug}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
