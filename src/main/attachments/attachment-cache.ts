import { access, readFile } from 'node:fs/promises';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import { z } from '#shared/schema.ts';
import type { FileBytes } from '../connectors/contract.ts';
import { isMissing, readText, writeWhole } from '../profile/atomic-file.ts';
import type { ProfilePaths } from '../profile/profile-paths.ts';

const factsSchema = z.object({ mimeType: z.string() });

/** Attachments' bytes as files of the profile, so that inline images are there without a network. */
export type AttachmentCache = {
  has(account: AccountId, remoteId: RemoteId): Promise<boolean>;
  get(account: AccountId, remoteId: RemoteId): Promise<FileBytes | null>;
  put(account: AccountId, remoteId: RemoteId, file: FileBytes): Promise<void>;
};

export function openAttachmentCache(paths: ProfilePaths): AttachmentCache {
  // Written last: its presence says that the bytes are whole.
  const factsOf = (account: AccountId, remoteId: RemoteId): string => `${paths.attachment(account, remoteId)}.json`;
  return {
    async has(account, remoteId) {
      try {
        await access(factsOf(account, remoteId));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    async get(account, remoteId) {
      const facts = await readText(factsOf(account, remoteId));
      if (facts === null) return null;
      const bytes = await readFile(paths.attachment(account, remoteId));
      return { mimeType: factsSchema.parse(JSON.parse(facts)).mimeType, bytes: new Uint8Array(bytes) };
    },
    async put(account, remoteId, file) {
      await writeWhole(paths.attachment(account, remoteId), file.bytes);
      await writeWhole(factsOf(account, remoteId), JSON.stringify({ mimeType: file.mimeType }));
    },
  };
}
