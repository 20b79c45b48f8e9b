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
  return {
    has: async (account, remoteId) => (await disk.read(factsOf(account, remoteId))) !== null,
    async get(account, remoteId) {
      const facts = await readJson(disk, factsOf(account, remoteId), factsSchema);
      const bytes = facts && (await disk.read(paths.attachment(account, remoteId)));
      return bytes && { mimeType: facts.mimeType, bytes: new Uint8Array(bytes) };
    },
    async put(account, remoteId, file) {
      await disk.replace(paths.attachment(account, remoteId), file.bytes);
      await disk.replace(factsOf(account, remoteId), JSON.stringify({ mimeType: file.mimeType }));
    },
  };
}
