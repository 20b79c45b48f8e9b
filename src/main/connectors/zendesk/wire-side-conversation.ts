import { z } from '#shared/schema.ts';
import { attachmentSchema, optionalId, text, time } from './wire.ts';

const participant = z
  .looseObject({ user_id: optionalId, name: text, email: text })
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const externalIds = z.record(z.string(), z.unknown()).nullish().catch(null);
/** A conversation with people outside a ticket. */
export const sideConversationSchema = z.looseObject({ id: z.string().min(1), external_ids: externalIds });
export type WireSideConversation = z.infer<typeof sideConversationSchema>;
export const sideEventSchema = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  created_at: time,
  actor: participant,
  message: z
    .looseObject({
      body: text,
      html_body: text,
      from: participant,
      to: z.array(z.looseObject({ name: text, email: text })).catch([]),
      external_ids: externalIds,
      attachments: z.unknown().optional(),
    })
    .nullish()
    .transform((value) => value ?? null),
});
export type WireSideEvent = z.infer<typeof sideEventSchema>;
export const sideAttachmentSchema = attachmentSchema.extend({ id: z.string() });
/** What of the account's settings says what an agent may do. */
export const settingsSchema = z.looseObject({
  settings: z.looseObject({ side_conversations: z.looseObject({ email_channel: z.boolean() }).nullish().catch(null) }),
});
