import type { Unreadable } from '#shared/domain/batch.ts';
import type { Attachment, AuthorRole, EVENT_KINDS, Message, TicketEvent } from '#shared/domain/conversation.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { channelOf } from './map-ticket.ts';
import { escapeAttribute, unescapeHtml } from './plain-text.ts';
import {
  attachmentSchema,
  changeEventSchema,
  commentEventSchema,
  readList,
  type WireAttachment,
  type WireAudit,
  type WireUser,
} from './wire.ts';

/** Under which name an action's id rides in an update's metadata; audits keep it, customers never see it. */
export const ACTION_KEY = 'holdfast_action';

export type Names = {
  readonly user: (id: number) => WireUser | undefined;
  readonly group: (id: string) => string | undefined;
  /** A custom field's title. */
  readonly field: (id: string) => string | undefined;
};

const FIELD_KINDS: Readonly<Record<string, (typeof EVENT_KINDS)[number]>> = {
  status: 'status',
  assignee_id: 'assignee',
  group_id: 'group',
  priority: 'priority',
  type: 'type',
  subject: 'subject',
  requester_id: 'requester',
  tags: 'tags',
  current_tags: 'tags',
  satisfaction_score: 'rating',
};

/** Kinds of change whose values are ids. */
const BY_ID: ReadonlySet<TicketEvent['kind']> = new Set(['assignee', 'requester', 'group']);

// Made by Zendesk itself or by rules, not by a person.
const SYSTEM_CHANNELS = new Set(['rule', 'system', 'trigger', 'automation']);

function roleOf(authorId: number, channel: string, ticket: Ticket, names: Names): AuthorRole {
  if (authorId < 0 || SYSTEM_CHANNELS.has(channel)) return 'system';
  const role = names.user(authorId)?.role;
  if (role === undefined) return String(authorId) === ticket.requesterId ? 'requester' : 'agent';
  return role === 'end-user' ? 'requester' : 'agent';
}

/** The secret part of an attachment's address, which both of its spellings share. */
const tokenOf = (url: string): string | null => /\/attachments\/token\/([^/?#]+)/.exec(url)?.[1] ?? null;

/**
 * Points images that Zendesk itself keeps at `attachment:<id>`. One that no record names gets its own path as the id, which
 * `attachment()` takes as well: audits do not always list inline images.
 */
export function inlineImages(
  html: string,
  files: readonly WireAttachment[],
  origin: string,
): { readonly html: string; readonly used: ReadonlySet<number>; readonly unlisted: readonly string[] } {
  const used = new Set<number>();
  const unlisted: string[] = [];
  const rewritten = html.replace(/(<img\b[^>]*?\ssrc\s*=\s*)(["'])(.*?)\2/gi, (whole, before, quote, raw) => {
    const source = unescapeHtml(String(raw)).trim();
    const token = tokenOf(source);
    if (token === null) return whole;
    const file = files.find((each) =>
      [each.content_url, each.mapped_content_url].some((url) => tokenOf(url ?? '') === token),
    );
    if (file) {
      used.add(file.id);
      return `${before}${quote}attachment:${file.id}${quote}`;
    }
    if (!URL.canParse(source, origin) || new URL(source, origin).origin !== origin) return whole;
    const { pathname, search } = new URL(source, origin);
    const id = `${pathname}${search}`;
    if (id.length > 200) return whole;
    unlisted.push(id);
    return `${before}${quote}attachment:${escapeAttribute(id)}${quote}`;
  });
  return { html: rewritten, used, unlisted };
}

const toAttachment = (wire: WireAttachment, inline: boolean): Attachment => ({
  remoteId: String(wire.id),
  name: wire.file_name,
  mimeType: wire.content_type,
  size: Math.max(0, Math.trunc(wire.size)),
  inline,
});

const unlistedAttachment = (id: string): Attachment => ({
  remoteId: id,
  name: new URLSearchParams(id.split('?')[1] ?? '').get('name') ?? 'image',
  mimeType: 'application/octet-stream',
  size: 0,
  inline: true,
});

/** What an audit is marked with for the entries it comes of. The one whose words it carries stands first. */
export const markOf = (ids: readonly string[]): string => ids.join(' ');

/** The ids of the entries an audit comes of, when Holdfast made it. */
export function actionsOf(audit: WireAudit): readonly string[] {
  const mark = audit.metadata?.custom?.[ACTION_KEY];
  return typeof mark === 'string' && mark !== '' ? mark.split(' ') : [];
}

const nameOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/**
 * Who got a copy of a mail: it was addressed to them besides the account's own address, which takes mail back as a new comment.
 * Nothing where the message came another way.
 */
function copiedOf({ via }: WireAudit, names: Names, own: string | null): Pick<Message, 'cc'> {
  const others = new Set([via.from, via.to, own].map((one) => one?.toLowerCase()));
  const cc = via.copied
    .flatMap((one) => (typeof one === 'string' ? one : (names.user(one)?.email ?? [])))
    .filter((one) => !others.has(one.toLowerCase()));
  return cc.length > 0 ? { cc: [...new Set(cc)] } : {};
}

/** Messages and events out of a ticket's audits, oldest first. */
export function toConversation(
  ticket: Ticket,
  audits: readonly WireAudit[],
  names: Names,
  {
    origin,
    own,
  }: { readonly origin: string /** The account's own address on this ticket. */; readonly own: string | null },
): { readonly messages: Message[]; readonly events: TicketEvent[]; readonly unreadable: Unreadable[] } {
  const messages: Message[] = [];
  const events: TicketEvent[] = [];
  const unreadable: Unreadable[] = [];
  const person = (id: number) => names.user(id)?.name ?? '';
  const ordered = [...audits].sort((a, b) => a.created_at - b.created_at || a.id - b.id);

  for (const [index, audit] of ordered.entries()) {
    const typed = audit.events.filter(
      (event): event is { type: string } => typeof event === 'object' && event !== null && 'type' in event,
    );
    const comments = typed.filter((event) => /^(Voice|Facebook)?Comment$/.test(event.type));
    for (const comment of readList(commentEventSchema, comments, 'message', unreadable)) {
      const authorId = comment.author_id ?? audit.author_id;
      const files = readList(attachmentSchema, comment.attachments, 'attachment', unreadable);
      const html = comment.html_body === null ? null : inlineImages(comment.html_body, files, origin);
      messages.push({
        remoteId: String(comment.id),
        ticketRemoteId: ticket.remoteId,
        kind: comment.public ? 'reply' : 'note',
        authorId: authorId < 0 ? null : String(authorId),
        authorName: person(authorId),
        authorRole: roleOf(authorId, audit.via.channel, ticket, names),
        body: html === null ? { format: 'text', content: comment.body ?? '' } : { format: 'html', content: html.html },
        attachments: [
          ...files.map((file) => toAttachment(file, file.inline === true || (html?.used.has(file.id) ?? false))),
          ...(html?.unlisted ?? []).map(unlistedAttachment),
        ],
        ...copiedOf(audit, names, own),
        channel: channelOf(audit.via.channel),
        createdAt: audit.created_at,
        clientId: actionsOf(audit)[0] ?? null,
      });
    }

    const event = (id: number, kind: TicketEvent['kind'], more: Partial<TicketEvent> = {}): TicketEvent => ({
      remoteId: String(id),
      ticketRemoteId: ticket.remoteId,
      kind,
      actorId: audit.author_id < 0 ? null : String(audit.author_id),
      actorName: person(audit.author_id),
      at: audit.created_at,
      field: null,
      from: null,
      to: null,
      fromId: null,
      toId: null,
      ...more,
    });
    if (index === 0) events.push(event(audit.id, 'created'));
    const changes = typed.filter((each) => each.type === 'Change');
    for (const change of readList(changeEventSchema, changes, 'event', unreadable)) {
      const field = change.field_name ?? '';
      const kind = FIELD_KINDS[field] ?? (/^\d+$/.test(field) ? ('field' as const) : null);
      if (kind === null) continue;
      const shown = (value: unknown): string | null => {
        const plain = nameOf(value);
        if (plain === null) return null;
        if (kind === 'assignee' || kind === 'requester') return names.user(Number(plain))?.name ?? plain;
        if (kind === 'group') return names.group(plain) ?? plain;
        return kind === 'status' && plain === 'hold' ? 'on-hold' : plain;
      };
      const [from, to] = [shown(change.previous_value), shown(change.value)];
      events.push(
        event(change.id, kind, {
          field: kind === 'field' ? (names.field(field) ?? field) : null,
          from,
          to,
          ...(BY_ID.has(kind) && { fromId: nameOf(change.previous_value), toId: nameOf(change.value) }),
          ...(kind === 'status' && { fromId: from, toId: to }),
        }),
      );
    }
  }
  return { messages, events, unreadable };
}

/** When it was last solved, by its audits; null when it never was or is open again. */
export function solvedAtOf(ticket: Ticket, audits: readonly WireAudit[]): number | null {
  if (ticket.status !== 'solved' && ticket.status !== 'closed') return null;
  const times = audits
    .filter((audit) =>
      audit.events.some((each) => {
        const change = changeEventSchema.safeParse(each);
        return change.success && change.data.field_name === 'status' && change.data.value === 'solved';
      }),
    )
    .map((audit) => audit.created_at);
  return times.length === 0 ? ticket.solvedAt : Math.max(...times);
}

/** Which ticket a merged one went into: Zendesk says so only in the sentence that it leaves on it. */
export function mergedIntoOf(audits: readonly WireAudit[]): string | null {
  for (const audit of [...audits].sort((a, b) => b.created_at - a.created_at || b.id - a.id))
    for (const raw of audit.events) {
      const comment = commentEventSchema.safeParse(raw);
      const found = comment.success ? /merged into [^#]{0,40}#(\d+)/i.exec(comment.data.body ?? '') : null;
      if (found?.[1] !== undefined) return found[1];
    }
  return null;
}
