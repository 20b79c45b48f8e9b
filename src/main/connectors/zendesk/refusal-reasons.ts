import { z } from '#shared/schema.ts';

const detail = z.looseObject({ description: z.string() });
const refusal = z.looseObject({
  error: z
    .union([z.string(), z.looseObject({ title: z.string().optional(), message: z.string().optional() })])
    .optional(),
  description: z.string().optional(),
  message: z.string().optional(),
  details: z.record(z.string(), z.array(detail)).optional().catch(undefined),
});

/** The helpdesk's own sentences out of an error's body, the most telling first; none when it says nothing readable. */
export function reasonsOf(body: string): readonly string[] {
  try {
    const parsed = refusal.safeParse(JSON.parse(body));
    if (!parsed.success) return [];
    const { details, description, message, error } = parsed.data;
    const perField = Object.values(details ?? {}).flatMap((list) => list.map((each) => each.description));
    if (perField.length > 0) return perField;
    const sentence = description ?? message ?? (typeof error === 'string' ? error : (error?.message ?? error?.title));
    return sentence === undefined ? [] : [sentence];
  } catch {
    return [];
  }
}
