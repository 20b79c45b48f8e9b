import type { Unreadable } from '#shared/domain/batch.ts';
import { z } from '#shared/schema.ts';

// What Zendesk's API really sends, as far as Holdfast reads it. Loose: it adds fields all the time.

const id = z.number().int();
export const optionalId = id.nullish().transform((value) => value ?? null);
export const time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** People as a mail names them: addresses, and numbers of users whom Zendesk knows. */
const named = z
  .array(z.union([z.string(), id]))
  .nullish()
  .catch(null);
/** An audit's, which also says whom a mail went to. */
const auditViaSchema = z
  .looseObject({
    channel: z.union([z.string(), z.number()]).transform(String),
    source: z
      .looseObject({
        from: z.looseObject({ address: text, original_recipients: named }).nullish().catch(null),
        to: z.looseObject({ address: text, email_ccs: named }).nullish().catch(null),
      })
      .nullish()
      .catch(null),
  })
  .nullish()
  .transform((via) => ({
    channel: via?.channel ?? 'other',
    from: via?.source?.from?.address ?? null,
    to: via?.source?.to?.address ?? null,
    copied: [...(via?.source?.from?.original_recipients ?? []), ...(via?.source?.to?.email_ccs ?? [])],
  }));
/** A ticket's own, which also says what it follows up. */
const ticketViaSchema = z
  .looseObject({
    channel: z.union([z.string(), z.number()]).transform(String),
    source: z
      .looseObject({
        rel: text,
        from: z
          .looseObject({ ticket_id: id.nullish().catch(null) })
          .nullish()
          .catch(null),
      })
      .nullish()
      .catch(null),
  })
  .nullish()
  .transform((via) => ({
    channel: via?.channel ?? 'other',
    followUpOf: via?.source?.rel === 'follow_up' ? (via.source.from?.ticket_id ?? null) : null,
  }));
const customValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

export const userSchema = z.looseObject({
  id,
  name: z.string(),
  email: text,
  phone: text,
  /** Others have it too. A number that is one user's alone is told as false. */
  shared_phone_number: z.boolean().nullish().catch(null),
  role: z.string(),
  organization_id: optionalId,
  default_group_id: optionalId,
  locale: text,
  iana_time_zone: text,
  time_zone: text,
  active: z.boolean().default(true),
  suspended: z.boolean().nullish(),
  notes: text,
});
export type WireUser = z.infer<typeof userSchema>;

export const ticketSchema = z.looseObject({
  id,
  subject: text,
  description: text,
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']),
  custom_status_id: optionalId,
  priority: z.enum(['low', 'normal', 'high', 'urgent']).nullish().catch(null),
  type: z.enum(['question', 'incident', 'problem', 'task']).nullish().catch(null),
  via: ticketViaSchema,
  requester_id: optionalId,
  assignee_id: optionalId,
  group_id: optionalId,
  organization_id: optionalId,
  tags: z
    .array(z.string())
    .nullish()
    .transform((tags) => tags ?? []),
  follower_ids: z
    .array(id)
    .nullish()
    .transform((ids) => ids ?? []),
  custom_fields: z
    .array(z.looseObject({ id, value: customValue.catch(null) }))
    .nullish()
    .transform((fields) => fields ?? []),
  satisfaction_rating: z.looseObject({ id: id.nullish(), score: z.string(), comment: text }).nullish().catch(null),
  /** Only where `dates` was side-loaded. */
  dates: z.looseObject({ solved_at: text }).nullish().catch(null),
  /** Only where `slas` was side-loaded, and on plans that have them. */
  slas: z
    .looseObject({ policy_metrics: z.array(z.unknown()) })
    .nullish()
    .catch(null)
    .transform((slas) => slas?.policy_metrics ?? []),
  problem_id: optionalId,
  /** Whom public comments go to besides the requester; absent on accounts without Zendesk's CCs and followers. */
  email_cc_ids: z.array(id).nullish().catch(null),
  /** The same on those accounts; on others followers as well. */
  collaborator_ids: z.array(id).nullish().catch(null),
  /** The account's own address that the ticket came in by. */
  recipient: text.catch(null),
  due_at: time.nullish().catch(null),
  created_at: time,
  /** Kept as it was told: it is the stamp that a safe update must name. */
  updated_at: z.string().refine((stamp) => !Number.isNaN(Date.parse(stamp)), 'not a time'),
});
export type WireTicket = z.infer<typeof ticketSchema>;

/** One of the promises in `slas`. Beside it Zendesk tells the time that is left, rounded: the moment is exact. */
export const policyMetricSchema = z.looseObject({
  metric: z.string(),
  stage: z.string(),
  breach_at: time.nullish().transform((at) => at ?? null),
});

export const groupSchema = z.looseObject({ id, name: z.string(), deleted: z.boolean().nullish() });
export const organizationSchema = z.looseObject({ id, name: z.string() });
export const membershipSchema = z.looseObject({ user_id: id, group_id: id });
export type WireMembership = z.infer<typeof membershipSchema>;
export const customStatusSchema = z.looseObject({
  id,
  status_category: z.enum(['new', 'open', 'pending', 'hold', 'solved']),
  agent_label: z.string(),
  default: z.boolean().default(false),
  active: z.boolean().default(true),
});
export type WireCustomStatus = z.infer<typeof customStatusSchema>;

export const attachmentSchema = z.looseObject({
  id,
  file_name: z.string(),
  content_type: z
    .string()
    .nullish()
    .transform((type) => type ?? 'application/octet-stream'),
  content_url: text,
  mapped_content_url: text,
  size: z
    .number()
    .nullish()
    .transform((size) => size ?? 0),
  inline: z.boolean().nullish(),
});
export type WireAttachment = z.infer<typeof attachmentSchema>;

/** One change of a ticket. Its events are of many types; those that are read have their own schema below. */
export const auditSchema = z.looseObject({
  id,
  created_at: time,
  author_id: id,
  via: auditViaSchema,
  metadata: z.looseObject({ custom: z.record(z.string(), z.unknown()).nullish().catch(null) }).nullish(),
  events: z.array(z.unknown()),
});
export type WireAudit = z.infer<typeof auditSchema>;
export const commentEventSchema = z.looseObject({
  id,
  type: z.enum(['Comment', 'VoiceComment', 'FacebookComment']),
  author_id: id.nullish(),
  body: text,
  html_body: text,
  public: z.boolean(),
  attachments: z
    .array(z.unknown())
    .nullish()
    .transform((files) => files ?? []),
});
export const changeEventSchema = z.looseObject({
  id,
  type: z.enum(['Create', 'Change']),
  field_name: z.string().nullish(),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
});

export const macroSchema = z.looseObject({
  id,
  title: z.string(),
  description: text,
  active: z.boolean(),
  actions: z.array(
    z.looseObject({
      field: z.string(),
      value: z
        .union([z.string(), z.number().transform(String), z.boolean().transform(String), z.array(z.coerce.string())])
        .nullable()
        .catch(null),
    }),
  ),
  position: z.number().nullish().catch(null),
  /** Ids. No page of the reference names them; accounts have been seen to tell them. */
  attachments: z.array(z.unknown()).nullish().catch(null),
  restriction: z
    .looseObject({ type: z.string(), id: id.nullish(), ids: z.array(id).nullish() })
    .nullish()
    .catch(null),
  updated_at: time,
});
export type WireMacro = z.infer<typeof macroSchema>;
export const macroAttachmentSchema = z.looseObject({
  id,
  filename: z.string(),
  content_type: z
    .string()
    .nullish()
    .transform((type) => type ?? 'application/octet-stream'),
  content_url: z.string(),
});
const conditionSchema = z.looseObject({ field: z.string(), operator: z.string(), value: z.unknown().optional() });
export type WireCondition = z.infer<typeof conditionSchema>;
export const viewSchema = z.looseObject({
  id,
  title: z.string(),
  active: z.boolean().default(true),
  position: z.number().nullish(),
  conditions: z
    .looseObject({ all: z.array(conditionSchema).default([]), any: z.array(conditionSchema).default([]) })
    .nullish(),
  execution: z.looseObject({ sort_by: text, sort_order: text }).nullish().catch(null),
});
export type WireView = z.infer<typeof viewSchema>;
export const ticketFieldSchema = z.looseObject({
  id,
  type: z.string(),
  title: z.string(),
  active: z.boolean().default(true),
  required: z.boolean().nullish(),
  removable: z.boolean().nullish(),
  custom_field_options: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
});
export const dynamicContentSchema = z.looseObject({
  id,
  placeholder: z.string(),
  variants: z.array(
    z.looseObject({
      content: z.string(),
      locale_id: optionalId,
      active: z.boolean().default(true),
      default: z.boolean().default(false),
    }),
  ),
});
export type WireDynamicContent = z.infer<typeof dynamicContentSchema>;
export const localeSchema = z.looseObject({ id, locale: z.string() });
export type WireLocale = z.infer<typeof localeSchema>;
export const ratingSchema = z.looseObject({
  id,
  ticket_id: id,
  assignee_id: optionalId,
  score: z.string(),
  comment: text,
  created_at: time,
  updated_at: time,
});
export const articleSchema = z.looseObject({
  id,
  title: z.string(),
  body: text,
  section_id: optionalId,
  locale: text,
  draft: z.boolean().default(false),
  user_segment_id: optionalId,
  label_names: z.array(z.string()).nullish(),
  html_url: text,
  created_at: time,
  updated_at: time,
});
export const sectionSchema = z.looseObject({
  id,
  name: z.string(),
  category_id: optionalId,
  parent_section_id: optionalId,
});
export const categorySchema = z.looseObject({ id, name: z.string() });
export const activitySchema = z.looseObject({
  id,
  created_at: time,
  target: z.looseObject({ ticket: z.looseObject({ id }).nullish() }).nullish(),
});

const nameable = z.looseObject({ id: z.union([z.number(), z.string()]) });

/** Parses a list record by record: one that does not fit is set aside with where it failed, never with what it said. */
export function readList<Schema extends z.ZodType>(
  schema: Schema,
  list: unknown,
  kind: string,
  unreadable: Unreadable[],
): z.output<Schema>[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((record: unknown) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return [parsed.data];
    const named = nameable.safeParse(record);
    unreadable.push({
      kind,
      remoteId: named.success ? String(named.data.id) : null,
      problem: parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.code}`)
        .join('; ')
        .slice(0, 200),
    });
    return [];
  });
}
