import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import { z } from '#shared/schema.ts';
import type { FileBytes } from '../connectors/contract.ts';
import type { Disk } from '../profile/disk.ts';
import type { ProfilePaths } from '../profile/profile-paths.ts';
import { readJson } from '../profile/read-file.ts';

const factsSchema = z.object({ mimeType: z.string() });

/** Attachments' bytes as files of the profile, so that inline images are there without a network. */
export type AttachmentCache = {
  has(account: AccountId, remoteId: RemoteId): Promise<boolean>;
  get(account: AccountId, remoteId: RemoteId): Promise<FileBytes | null>;
  put(account: AccountId, remoteId: RemoteId, file: FileBytes): Promise<void>;
};

export function openAttachmentCache(disk: Disk, paths: ProfilePaths): AttachmentCache {
  // Written last: its presence says that the bytes are whole.
  const factsOf = (account: AccountId, remoteId: RemoteId): string => `${paths.attachment(account, remoteId)}.json`;
  /** Two that ask for the same file at once, sync and the agent, write it one after the other. */
  const writing = new Map<string, Promise<void>>();
  const inTurn = (path: string, write: () => Promise<void>): Promise<void> => {
    const turn = (writing.get(path) ?? Promise.resolve()).catch(() => undefined).then(write);
    writing.set(path, turn);
    const end = (): void => {
      if (writing.get(path) === turn) writing.delete(path);
    };
    turn.then(end, end);
    return turn;
  };
  return {
    has: async (account, remoteId) => (await disk.read(factsOf(account, remoteId))) !== null,
    async get(account, remoteId) {
      const facts = await readJson(disk, factsOf(account, remoteId), factsSchema);
      const bytes = facts && (await disk.read(paths.attachment(account, remoteId)));
      return bytes && { mimeType: facts.mimeType, bytes: new Uint8Array(bytes) };
    },
    put: (account, remoteId, file) =>
      inTurn(paths.attachment(account, remoteId), async () => {
        await disk.replace(paths.attachment(account, remoteId), file.bytes);
        await disk.replace(factsOf(account, remoteId), JSON.stringify({ mimeType: file.mimeType }));
      }),
  };
}
