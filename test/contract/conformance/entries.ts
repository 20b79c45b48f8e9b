import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { TicketChanges } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

/** Files by SHA-256, as the profile would hold them. */
export type FileStore = Map<string, Uint8Array>;

export type Words = { readonly markdown: string; readonly html: string; readonly files: OutgoingFile[] };
type OutgoingFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  readonly sha256: string;
};

export const words = (text: string, files: OutgoingFile[] = []): Words => ({
  markdown: text,
  html: `<p>${text}</p>`,
  files,
});

export function outgoingFile(store: FileStore, name: string, mimeType: string, bytes: Uint8Array): OutgoingFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  store.set(sha256, bytes);
  return { name, mimeType, size: bytes.length, sha256 };
}

/** An entry as the outbox would hand it over at its first attempt. */
export function entryOf(
  ticketRemoteId: string | null,
  action: OutboxEntry['action'],
  now: number,
  base: Partial<OutboxEntry['base']> = {},
): OutboxEntry {
  const id = ulid(now);
  return {
    id,
    accountId: 'conformance',
    ticketId: ticketRemoteId === null ? `conformance:new-${id}` : `conformance:${ticketRemoteId}`,
    ticketRemoteId,
    action,
    base: { version: null, lastMessageRemoteId: null, lastMessageAt: null, values: {}, ...base },
    createdAt: now,
    notBefore: now,
    state: { name: 'sending', since: now },
    attempts: 1,
    lastAttemptAt: now,
    sendAnyway: false,
  };
}

export const reply = (
  text: string,
  changes: TicketChanges = {},
  files: OutgoingFile[] = [],
): OutboxEntry['action'] => ({
  kind: 'reply',
  words: words(text, files),
  cc: [],
  changes,
});

export const note = (text: string, changes: TicketChanges = {}): OutboxEntry['action'] => ({
  kind: 'note',
  words: words(text),
  changes,
});

export const forward = (text: string, to: readonly string[], files: OutgoingFile[] = []): OutboxEntry['action'] => ({
  kind: 'forward',
  to: [...to],
  subject: `Fwd: ${text}`,
  words: words(text, files),
  originals: [],
  changes: {},
});

export const update = (changes: TicketChanges): OutboxEntry['action'] => ({ kind: 'update', changes });

export const create = (
  subject: string,
  text: string,
  email: string,
  changes: TicketChanges = {},
  cc?: readonly string[],
): OutboxEntry['action'] => ({
  kind: 'create',
  subject,
  requester: { remoteId: null, name: 'Nadia Conformance', email },
  public: true,
  words: words(text),
  changes,
  ...(cc && { cc }),
});
