import { instantSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';
import { draftSchema, outboxEntrySchema } from './entry.ts';

/** Words that the agent threw away, with when; the journal keeps them for 30 days. */
export const discardedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('entry'), id: z.string(), at: instantSchema, entry: outboxEntrySchema }),
  z.object({ what: z.literal('draft'), id: z.string(), at: instantSchema, draft: draftSchema }),
]);
export type Discarded = Readonly<z.infer<typeof discardedSchema>>;
