import { z } from '../schema.ts';
import { messageSchema, ticketEventSchema } from './conversation.ts';
import {
  articleSchema,
  dynamicContentSchema,
  groupSchema,
  helpdeskViewSchema,
  macroFilesSchema,
  macroSchema,
  organizationSchema,
  personSchema,
  ratingSchema,
  ticketFieldSchema,
} from './desk.ts';
import { type RemoteId, remoteIdSchema } from './ids.ts';
import { removalSchema, ticketSchema } from './ticket.ts';

/** What is pulled apart from the rest, each with its own cursor. `desk` is people, groups, fields, macros, views, dynamic content. */
export const STREAMS = ['desk', 'tickets', 'articles', 'ratings'] as const;
export const streamSchema = z.enum(STREAMS);
export type Stream = z.infer<typeof streamSchema>;

/** A record that did not parse: kept aside and counted, so that the rest goes on. Never holds the text itself. */
export const unreadableSchema = z.object({ kind: z.string(), remoteId: z.string().nullable(), problem: z.string() });
export type Unreadable = Readonly<z.infer<typeof unreadableSchema>>;

/** Rows as the helpdesk told them, at most 250 tickets or articles at a time. Upserts by remote id. */
export const rowsSchema = z.object({
  tickets: z.array(ticketSchema),
  messages: z.array(messageSchema),
  events: z.array(ticketEventSchema),
  /** Tickets whose whole conversation, as of `version`, is in this batch. */
  conversations: z.array(z.object({ ticketRemoteId: remoteIdSchema, version: z.string() })),
  people: z.array(personSchema),
  groups: z.array(groupSchema),
  organizations: z.array(organizationSchema),
  articles: z.array(articleSchema),
  macros: z.array(macroSchema),
  macroFiles: z.array(macroFilesSchema),
  views: z.array(helpdeskViewSchema),
  fields: z.array(ticketFieldSchema),
  dynamicContent: z.array(dynamicContentSchema),
  ratings: z.array(ratingSchema),
  removals: z.array(removalSchema),
  removedArticleIds: z.array(remoteIdSchema),
  /** Tables of which this batch holds every row there is: others of theirs go. */
  whole: z.array(z.enum(['groups', 'organizations', 'macros', 'views', 'fields', 'dynamicContent'])),
  unreadable: z.array(unreadableSchema),
});
export type Rows = z.infer<typeof rowsSchema>;

export const noRows = (): Rows => ({
  tickets: [],
  messages: [],
  events: [],
  conversations: [],
  people: [],
  groups: [],
  organizations: [],
  articles: [],
  macros: [],
  macroFiles: [],
  views: [],
  fields: [],
  dynamicContent: [],
  ratings: [],
  removals: [],
  removedArticleIds: [],
  whole: [],
  unreadable: [],
});

/** What is learned of a ticket that the helpdesk does not show, or does not show any more. */
export const notShown = (remoteId: RemoteId): Rows => ({
  ...noRows(),
  removals: [{ remoteId, reason: 'invisible', mergedIntoRemoteId: null }],
});
