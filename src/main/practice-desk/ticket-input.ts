import { z } from '#shared/schema.ts';

const customValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const id = z.coerce.number().int().positive();
/** Zendesk takes `"true"` for true in most places. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Somebody to be added, or with `action: delete` to be taken away. */
const personChange = z.object({
  user_id: id.optional(),
  user_email: z.string().optional(),
  action: z.string().optional(),
});

export const commentInputSchema = z.object({
  body: z.string().optional(),
  html_body: z.string().optional(),
  public: flag.optional(),
  author_id: id.optional(),
  uploads: z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional(),
});
export type CommentInput = z.infer<typeof commentInputSchema>;

/** What a ticket may be written with. Unknown properties are ignored, as Zendesk does. */
export const ticketInputSchema = z.object({
  subject: z.string().optional(),
  comment: commentInputSchema.optional(),
  description: z.string().optional(),
  status: z.string().optional(),
  custom_status_id: id.optional(),
  priority: z.string().nullable().optional(),
  type: z.string().nullable().optional(),
  requester_id: id.optional(),
  requester: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  submitter_id: id.optional(),
  assignee_id: id.nullable().optional(),
  assignee_email: z.string().optional(),
  group_id: id.nullable().optional(),
  organization_id: id.nullable().optional(),
  tags: z.array(z.string()).optional(),
  additional_tags: z.array(z.string()).optional(),
  remove_tags: z.array(z.string()).optional(),
  custom_fields: z.array(z.object({ id, value: customValue })).optional(),
  fields: z.array(z.object({ id, value: customValue })).optional(),
  collaborator_ids: z.array(id).optional(),
  email_ccs: z.array(personChange).optional(),
  followers: z.array(personChange).optional(),
  external_id: z.string().nullable().optional(),
  problem_id: id.nullable().optional(),
  due_at: z.string().nullable().optional(),
  updated_stamp: z.string().optional(),
  safe_update: flag.optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  via: z.object({ channel: z.string() }).optional(),
  via_followup_source_id: id.optional(),
});
export type TicketInput = z.infer<typeof ticketInputSchema>;
