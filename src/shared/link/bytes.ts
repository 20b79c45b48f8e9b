import { z } from '../schema.ts';

/** Bytes as they travel: a link carries them at their own size. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
