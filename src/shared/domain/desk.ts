import { macroStepSchema, restrictionSchema } from '../macros/macro.ts';
import { outgoingFileSchema } from '../outbox/action.ts';
import { z } from '../schema.ts';
import { instantSchema, remoteIdSchema } from './ids.ts';
import { viewQuerySchema } from './view.ts';

/** A requester or an agent. */
export const personSchema = z.object({
  remoteId: remoteIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  /** As it was written; may hold several. */
  phone: z.string().nullable(),
  /** Where there are more; not in rows of earlier versions. */
  otherPhones: z.array(z.string()).readonly().optional(),
  /** The helpdesk says that others have `phone` too. */
  phoneShared: z.boolean().optional(),
  role: z.enum(['requester', 'agent']),
  organizationId: remoteIdSchema.nullable(),
  /** BCP 47, where known. */
  locale: z.string().nullable(),
  /** IANA name, where known. */
  timeZone: z.string().nullable(),
  active: z.boolean(),
  /** Groups an agent is in; empty for requesters. */
  groupIds: z.array(remoteIdSchema).readonly(),
  notes: z.string().nullable(),
});
export type Person = Readonly<z.infer<typeof personSchema>>;

export const groupSchema = z.object({
  remoteId: remoteIdSchema,
  name: z.string(),
  /** The statuses that tickets of this group may have, in order, with the helpdesk's own names; null: the account's. */
  statusNames: z.array(z.object({ name: z.string(), status: z.string() })).nullable(),
});
export type Group = Readonly<z.infer<typeof groupSchema>>;

export const organizationSchema = z.object({ remoteId: remoteIdSchema, name: z.string() });
export type Organization = Readonly<z.infer<typeof organizationSchema>>;

/** A knowledge article. `body` is HTML from outside. */
export const articleSchema = z.object({
  remoteId: remoteIdSchema,
  title: z.string(),
  body: z.string(),
  /** Names from the outermost in: category, section. */
  path: z.array(z.string()).readonly(),
  locale: z.string().nullable(),
  draft: z.boolean(),
  /** Not for customers. */
  internal: z.boolean(),
  labels: z.array(z.string()).readonly(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  url: z.string().nullable(),
});
export type Article = Readonly<z.infer<typeof articleSchema>>;

/** A macro kept in the helpdesk. */
export const macroSchema = z.object({
  remoteId: remoteIdSchema,
  /** `::` parts categories. */
  title: z.string(),
  description: z.string(),
  active: z.boolean(),
  /** Its place among the helpdesk's own; the lowest comes first. */
  position: z.number(),
  /** Null: every agent may run it. */
  restriction: restrictionSchema.nullable(),
  steps: z.array(macroStepSchema).readonly(),
  /** Files that go along with what it writes; `unasked`: the helpdesk tells of them only macro by macro. */
  attachments: z.enum(['none', 'some', 'unasked']),
  updatedAt: instantSchema,
});
export type Macro = Readonly<z.infer<typeof macroSchema>>;

/** Files of a macro of the helpdesk, all of them in the profile. */
export const macroFilesSchema = z.object({
  /** The macro's. */
  remoteId: remoteIdSchema,
  /** When the macro that they are of was changed last. */
  updatedAt: instantSchema,
  files: z.array(outgoingFileSchema).readonly(),
});
export type MacroFiles = Readonly<z.infer<typeof macroFilesSchema>>;

/** A view kept in the helpdesk. `query` is null when a condition has no counterpart here: such a view is named, not guessed. */
export const helpdeskViewSchema = z.object({
  remoteId: remoteIdSchema,
  title: z.string(),
  position: z.number(),
  query: viewQuerySchema.nullable(),
});
export type HelpdeskView = Readonly<z.infer<typeof helpdeskViewSchema>>;

/** A custom field's definition. */
export const ticketFieldSchema = z.object({
  remoteId: remoteIdSchema,
  title: z.string(),
  type: z.enum(['text', 'multiline', 'number', 'checkbox', 'date', 'dropdown', 'multiselect']),
  options: z.array(z.object({ value: z.string(), label: z.string() })).readonly(),
  required: z.boolean(),
  editable: z.boolean(),
});
export type TicketField = Readonly<z.infer<typeof ticketFieldSchema>>;

/** A text of the helpdesk that templates name, in the languages that it was written in: Zendesk's dynamic content. */
export const dynamicContentSchema = z.object({
  remoteId: remoteIdSchema,
  /** As it stands behind `dc.` in a template. */
  name: z.string(),
  /** The default one first. Templates; `locale` is BCP 47, where known. */
  variants: z.array(z.object({ locale: z.string().nullable(), content: z.string() })).readonly(),
});
export type DynamicContent = Readonly<z.infer<typeof dynamicContentSchema>>;

/** A customer's satisfaction rating. */
export const ratingSchema = z.object({
  remoteId: remoteIdSchema,
  ticketRemoteId: remoteIdSchema,
  assigneeId: remoteIdSchema.nullable(),
  score: z.enum(['good', 'bad', 'offered']),
  comment: z.string().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Rating = Readonly<z.infer<typeof ratingSchema>>;
