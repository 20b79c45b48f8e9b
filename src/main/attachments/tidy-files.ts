import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { StoreLink } from '../link/store-lease.ts';
import { filesOfLists } from '../mine/files-of-lists.ts';
import type { OwnListFile } from '../mine/own-list-file.ts';
import type { Disk } from '../profile/disk.ts';
import type { ProfilePaths } from '../profile/profile-paths.ts';
import { filesNamedIn } from './files-named.ts';
import type { OutgoingFiles } from './outgoing-files.ts';

type Ports = {
  readonly disk: Disk;
  readonly paths: Pick<ProfilePaths, 'accountFolders'>;
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'runtimes'>;
  readonly macros: OwnListFile<OwnMacro>;
  readonly cannedResponses: OwnListFile<CannedResponse>;
  readonly files: OutgoingFiles;
};

/**
 * Removes files that nobody names any more, once every journal and every draft that could name one has been read: `isRead` says so of an
 * account's.
 */
export async function tidyFiles(
  { disk, paths, clock, accounts, macros, cannedResponses, files }: Ports,
  link: StoreLink,
  isRead: (accountId: string) => boolean,
): Promise<void> {
  const runtimes = accounts.runtimes();
  const ids = new Set(runtimes.map(([id]) => id));
  if (runtimes.some(([id, { journal }]) => !isRead(id) || journal.damage !== null)) return;
  // The journal of an account that the list has lost may name some, too.
  if ((await disk.list(paths.accountFolders)).some((id) => !ids.has(id))) return;
  const inLists = await filesOfLists(macros, cannedResponses);
  if (inLists === null) return;
  const inStore = await link.remote.filesNamed();
  const inJournals = runtimes.flatMap(([, { journal }]) => filesNamedIn(journal.folded, clock.now()));
  await files.removeOthers(new Set([...inStore, ...inJournals, ...inLists]));
}
