import { accountIdSchema } from '../domain/ids.ts';
import { MOST_FILE_BYTES, sha256Schema } from '../outbox/action.ts';
import { z } from '../schema.ts';
import { bytesSchema } from './bytes.ts';

/** A part of a file that is to go with a message, in the order of its bytes. */
export const filePartSchema = z.object({
  accountId: accountIdSchema,
  /** Of the whole file. */
  sha256: sha256Schema,
  /** Of the whole file, in bytes. */
  size: z.number().int().nonnegative().max(MOST_FILE_BYTES),
  /** Where the part begins. */
  at: z.number().int().nonnegative(),
  bytes: bytesSchema,
});
export type FilePart = Readonly<z.infer<typeof filePartSchema>>;
