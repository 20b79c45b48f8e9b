import type { Attachment, Message } from '#shared/domain/conversation.ts';
import type { Channel } from '#shared/domain/ticket.ts';
import type { History } from './history.ts';
import { isPerson, nameOf, roleOf } from './map-person.ts';
import { plainText } from './plain-text.ts';
import type { WireAttachment, WireTransaction } from './wire.ts';

const MESSAGE_KINDS: Readonly<Record<string, Message['kind']>> = {
  Create: 'reply',
  Correspond: 'reply',
  Comment: 'note',
};
export const hasMessage = (transaction: WireTransaction): boolean => transaction.Type in MESSAGE_KINDS;

export function messageRow(transaction: WireTransaction, history: History): Message | null {
  const kind = MESSAGE_KINDS[transaction.Type];
  if (kind === undefined) return null;
  const parts = history.attachments.get(transaction.id) ?? [];
  const bodyPart = bodyOf(parts);
  const files = parts.filter((part) => part !== bodyPart && isFile(part));
  const body = bodyPart === null ? { format: 'text' as const, content: '' } : contentOf(bodyPart, files);
  if (files.length === 0 && plainText(body) === '' && !/<img/i.test(body.content)) return null;
  return {
    remoteId: transaction.id,
    ticketRemoteId: history.ticket.id,
    kind,
    authorId: isPerson(transaction.Creator) ? transaction.Creator.id : null,
    authorName: nameOf(transaction.Creator),
    authorRole: roleOf(transaction.Creator, history.ticket, history.customers),
    body,
    attachments: files.map((file) => attachmentRow(file, body.content)),
    ...copiedOf(parts, history.own),
    channel: channelOf(parts),
    createdAt: transaction.Created,
    clientId: parts.map(markerOf).find((marker) => marker !== null) ?? null,
  };
}

const isBody = (part: WireAttachment, type: string): boolean =>
  part.ContentType === type && part.Filename === '' && typeof part.Content === 'string';
const bodyOf = (parts: readonly WireAttachment[]): WireAttachment | null =>
  parts.find((part) => isBody(part, 'text/html')) ?? parts.find((part) => isBody(part, 'text/plain')) ?? null;
/** The text twin of an HTML body is no file, and neither are the boxes around the parts. */
const isFile = (part: WireAttachment): boolean =>
  !part.ContentType.startsWith('multipart/') &&
  !(part.Filename === '' && /^text\/(plain|html)$/.test(part.ContentType));

function contentOf(part: WireAttachment, files: readonly WireAttachment[]): Message['body'] {
  const content = part.Content ?? '';
  if (part.ContentType !== 'text/html') return { format: 'text', content };
  const byContentId = new Map(files.flatMap((file) => pairOf(contentIdOf(file), file.id)));
  return {
    format: 'html',
    content: content.replace(/(["'(=]\s*)cid:([^"'\s)>]+)/gi, (whole, before: string, cid: string) => {
      const file = byContentId.get(decoded(cid)) ?? byContentId.get(cid);
      return file === undefined ? whole : `${before}attachment:${file}`;
    }),
  };
}
const pairOf = (key: string | null, value: string): [string, string][] => (key === null ? [] : [[key, value]]);
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Folded header lines are one line. */
const header = (part: WireAttachment, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(part.Headers.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? null;
/**
 * Who else a mail was addressed to: in copy, or beside the address that it came in by. Its first part has its headers; parts further
 * down may be other mails.
 */
function copiedOf(parts: readonly WireAttachment[], own: ReadonlySet<string>): Pick<Message, 'cc'> {
  const [mail] = parts;
  if (mail === undefined) return {};
  const to = addressesIn(header(mail, 'To'));
  const others = new Set([...own, ...addressesIn(header(mail, 'From')).map((one) => one.toLowerCase())]);
  const cc = [
    ...(to.length > 1 ? to : []),
    ...addressesIn(header(mail, 'Cc')),
    ...addressesIn(header(mail, 'RT-Send-Cc')),
  ];
  const copied = cc.filter((one) => !others.has(one.toLowerCase()));
  return copied.length > 0 ? { cc: [...new Set(copied)] } : {};
}
const addressesIn = (field: string | null): readonly string[] => field?.match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [];

const contentIdOf = (part: WireAttachment): string | null => header(part, 'Content-ID')?.replace(/^<|>$/g, '') ?? null;

/**
 * The client id of the action that wrote a message. It rides as a parameter of the content type: Request Tracker keeps the part's
 * headers but builds the mails to customers from the content alone, so that nobody reads it there.
 */
export const markerOf = (part: WireAttachment): string | null =>
  /;\s*x-holdfast="?([0-9A-HJKMNP-TV-Z]{26})"?/i.exec(header(part, 'Content-Type') ?? '')?.[1] ?? null;
export const markedType = (type: string, clientId: string): string => `${type}; x-holdfast="${clientId}"`;

function attachmentRow(part: WireAttachment, html: string): Attachment {
  const size = Number(part.ContentLength);
  return {
    remoteId: part.id,
    name: part.Filename === '' ? `part-${part.id}` : part.Filename,
    mimeType: part.ContentType === '' ? 'application/octet-stream' : part.ContentType,
    size: Number.isInteger(size) && size >= 0 ? size : 0,
    inline: html.includes(`attachment:${part.id}`),
  };
}

function channelOf(parts: readonly WireAttachment[]): Channel {
  const made = parts.map((part) => header(part, 'X-RT-Interface')).find((name) => name !== null);
  if (made === 'Web' || made === 'Mobile') return 'web';
  return made === 'REST' || made === 'REST2' ? 'other' : 'email';
}
