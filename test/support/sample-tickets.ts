import type { Status, Ticket } from '#shared/domain/ticket.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import type { ConversationItem } from '../../src/renderer/src/store/desk-tickets.ts';
import { ME_ID, sampleAgents, sampleGroups, sampleRequesters, sampleTopics } from './sample-desk-data.ts';

const MINUTE = 60_000;
const pick = <Value>(list: readonly Value[], index: number): Value => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('empty list');
  return value;
};

/** Ages of the newest tickets in minutes. */
const AGES = [2, 7, 11, 19, 34, 52, 75, 130, 190, 260, 410, 700, 1_200, 1_900, 3_100, 4_600];

/** Answered tickets wait for their customers with the clock stopped; of the open ones the oldest are late. */
function promises(status: Status, updatedAt: number, now: number): Ticket['sla'] {
  if (isDone(status)) return [];
  const stopped = status === 'pending';
  return [
    {
      metric: 'next-reply',
      stage: stopped ? 'met' : 'active',
      breachAt: updatedAt + 240 * MINUTE,
      policy: null,
    },
    {
      metric: 'requester-wait',
      stage: stopped ? 'paused' : 'active',
      breachAt: stopped ? null : now + 26 * 60 * MINUTE,
      policy: null,
    },
  ];
}

export function sampleTicket(index: number, now: number): Ticket {
  const topic = pick(sampleTopics, index);
  const round = Math.floor(index / AGES.length);
  const updatedAt = now - (pick(AGES, index) + round * 5_200) * MINUTE;
  const number = String(48_291 - index);
  const status: Status = topic.status;
  return {
    remoteId: number,
    number,
    subject: round < 1 ? topic.subject : `${topic.subject} (${number})`,
    preview: topic.preview,
    status,
    statusName: status,
    priority: topic.priority,
    type: index % 3 === 0 ? 'question' : 'problem',
    channel: topic.channel,
    requesterId: pick(sampleRequesters, index).remoteId,
    assigneeId: status === 'new' ? null : index % 4 === 3 ? pick(sampleAgents, index + 1).remoteId : ME_ID,
    groupId: pick(sampleGroups, index).remoteId,
    organizationId: null,
    tags: [...topic.tags],
    fields: { 'f-order': index % 2 === 0 ? `F-${47_000 + index}` : null, 'f-product': 'tents' },
    createdAt: updatedAt - 180 * MINUTE,
    updatedAt,
    solvedAt: isDone(status) ? updatedAt : null,
    sla: promises(status, updatedAt, now),
    links: index === 1 ? [{ kind: 'problem', remoteId: '48288' }] : [],
    followerIds: index === 1 ? [ME_ID] : [],
    version: `v${index}`,
    url: `https://fernandfield.example/tickets/${number}`,
  };
}

export function conversationOf(
  id: string,
  ticket: Ticket,
  pending: readonly OutboxEntry[],
): readonly ConversationItem[] {
  const requester = sampleRequesters.find(({ remoteId }) => remoteId === ticket.requesterId);
  const base = {
    ticketRemoteId: ticket.remoteId,
    attachments: [],
    channel: ticket.channel,
    clientId: null,
    entry: null,
    doubled: false,
  };
  const asked: ConversationItem = {
    type: 'message',
    message: {
      ...base,
      remoteId: `${id}-m1`,
      kind: 'reply',
      authorId: ticket.requesterId,
      authorName: requester?.name ?? '',
      authorRole: 'requester',
      body: {
        format: 'html',
        content: `<p>Hello,</p><p>${ticket.preview}</p><p>The order number is <b>F-47012</b>, bought in March. I attach what I have; tell me if you need more.</p><p>Kind regards,<br>${requester?.name ?? ''}</p>`,
      },
      createdAt: ticket.createdAt,
    },
  };
  const answered: ConversationItem = {
    type: 'message',
    message: {
      ...base,
      remoteId: `${id}-m2`,
      kind: 'reply',
      authorId: ME_ID,
      authorName: 'Robin Hale',
      authorRole: 'agent',
      body: {
        format: 'html',
        content:
          '<p>Thanks for writing, and for the order number: that saves us both a day.</p><p>I have asked the workshop whether the part is in stock. You will hear from me before <strong>Thursday noon</strong>.</p><p>Robin</p>',
      },
      createdAt: ticket.createdAt + 40 * MINUTE,
    },
  };
  const noted: ConversationItem = {
    type: 'message',
    message: {
      ...base,
      remoteId: `${id}-m3`,
      kind: 'note',
      authorId: 'agent-2',
      authorName: 'Inés Carrasco',
      authorRole: 'agent',
      body: { format: 'text', content: 'Workshop says two left. Holding one until Friday.' },
      createdAt: ticket.createdAt + 90 * MINUTE,
    },
  };
  const assigned: ConversationItem = {
    type: 'event',
    event: {
      remoteId: `${id}-e1`,
      ticketRemoteId: ticket.remoteId,
      kind: 'assignee',
      actorId: 'agent-2',
      actorName: 'Inés Carrasco',
      at: ticket.createdAt + 20 * MINUTE,
      field: null,
      from: null,
      fromId: null,
      toId: null,
      to: 'Robin Hale',
    },
  };
  const last: ConversationItem = {
    type: 'message',
    message: {
      ...base,
      remoteId: `${id}-m4`,
      kind: 'reply',
      authorId: ticket.requesterId,
      authorName: requester?.name ?? '',
      authorRole: 'requester',
      body: {
        format: 'html',
        content: `<p>${ticket.preview}</p><blockquote><p>On Tuesday Robin Hale wrote:</p><p>I have asked the workshop whether the part is in stock.</p></blockquote>`,
      },
      createdAt: ticket.updatedAt,
    },
  };
  const waiting = pending.flatMap((entry): readonly ConversationItem[] =>
    entry.action.kind === 'reply' || entry.action.kind === 'note' || entry.action.kind === 'forward'
      ? [
          {
            type: 'message',
            message: {
              ...base,
              entry,
              remoteId: entry.id,
              kind: entry.action.kind,
              authorId: ME_ID,
              authorName: 'Robin Hale',
              authorRole: 'agent',
              body: { format: 'html', content: entry.action.words.html },
              ...(entry.action.kind === 'forward' ? { to: entry.action.to } : {}),
              createdAt: entry.createdAt,
            },
          },
        ]
      : [],
  );
  return [asked, assigned, answered, noted, last, ...waiting];
}
