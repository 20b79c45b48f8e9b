import { instantSchema } from '../domain/ids.ts';
import { outgoingFileSchema } from '../outbox/action.ts';
import { z } from '../schema.ts';

/** What is typed behind `/`: letters and digits of any script, and `-_.`. */
export const shortcodeSchema = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}._-]+$/u);

/** A piece of text that agents write again and again. */
export const cannedResponseSchema = z.object({
  /** ULID. */
  id: z.string().length(26),
  /** One response has it, whatever its case. */
  shortcode: shortcodeSchema,
  title: z.string().trim().min(1).max(200),
  /** Names from the outermost in. */
  folder: z.array(z.string().trim().min(1).max(100)).max(8).readonly(),
  tags: z.array(z.string().min(1).max(100)).max(50).readonly(),
  scope: z.enum(['personal', 'team']),
  /** Templates in Markdown, by BCP 47 language; null is the one for every other language. A language has one at most. */
  variants: z
    .array(z.object({ locale: z.string().max(35).nullable(), text: z.string().max(65_536) }))
    .min(1)
    .max(100)
    .readonly(),
  files: z.array(outgoingFileSchema).max(20).readonly(),
  updatedAt: instantSchema,
});
export type CannedResponse = Readonly<z.infer<typeof cannedResponseSchema>>;
