import { createHash } from 'node:crypto';
import type { Attachment, User } from './model.ts';
import type { Disk } from './persistence.ts';
import { createRandom, type Random } from './random.ts';
import type { DeskStore } from './store.ts';

/** What every part of the desk works on. */
export type Desk = {
  readonly seed: number;
  readonly store: DeskStore;
  readonly disk: Disk;
  /** UTC milliseconds on the desk's own clock: the host's, plus what `advance` has added. */
  readonly now: () => number;
  /** Called when a plan was written, so that the timer is set anew. */
  readonly planned: () => void;
  readonly live: boolean;
};

/** Zendesk's times have seconds and no fraction. */
export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Numbers for one decision; the sequence makes each different and a replay the same. */
export const decide = (desk: Pick<Desk, 'seed' | 'store'>, what: string): Random =>
  createRandom(desk.seed, `${what}:${desk.store.nextId('decision', 1)}`);

/** Stands in stored texts for the desk's address, whose port may differ after a restart. */
export const DESK_ADDRESS = 'https://desk.invalid';

export const FIRST = {
  users: 361000000001,
  groups: 360000100001,
  memberships: 360000200001,
  organizations: 360000300001,
  tickets: 10241,
  events: 990000000001,
  attachments: 360000700001,
  views: 360000800001,
  macros: 360000900001,
  ticketFields: 360001000001,
  customStatuses: 1,
  dynamicContent: 360001400001,
  ratings: 360001200001,
  articles: 360001300001,
  activities: 29183001,
  plans: 1,
} as const;

export type Upload = {
  readonly file_name: string;
  readonly content_type: string;
  readonly bytes: Uint8Array;
  readonly inline?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly uploadToken?: string;
};

/** Keeps the bytes first, then the record that names them. */
export const addAttachment = (desk: Pick<Desk, 'seed' | 'store' | 'disk'>, upload: Upload): Attachment => {
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  desk.disk.putBlob(sha256, upload.bytes);
  const id = desk.store.nextId('attachments', FIRST.attachments);
  const attachment: Attachment = {
    id,
    token: createHash('sha256').update(`${desk.seed}:attachment:${id}`).digest('base64url').slice(0, 24),
    file_name: upload.file_name,
    content_type: upload.content_type,
    size: upload.bytes.length,
    inline: upload.inline ?? false,
    width: upload.width ?? null,
    height: upload.height ?? null,
    sha256,
    upload_token: upload.uploadToken ?? null,
  };
  desk.store.put('attachments', attachment);
  return attachment;
};

/** The address a stored attachment is fetched from. */
export const attachmentAddress = (attachment: Attachment): string =>
  `${DESK_ADDRESS}/attachments/token/${attachment.token}/?name=${encodeURIComponent(attachment.file_name)}`;

export const isAgent = (user: User): boolean => user.role !== 'end-user';

export const groupsOf = (desk: Pick<Desk, 'store'>, userId: number): readonly number[] =>
  desk.store.all('memberships').flatMap((membership) => (membership.user_id === userId ? [membership.group_id] : []));
