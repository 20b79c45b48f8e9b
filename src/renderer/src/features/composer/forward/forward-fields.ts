import { type OriginalFile, originalFileSchema } from '#shared/outbox/action.ts';
import { z } from '#shared/schema.ts';
import { saysNothing, type Words } from '../draft-place.ts';

/** What a draft of a forward keeps besides its words and the agent's own files. */
export type ForwardFields = {
  /** Addresses, as they were typed. */
  readonly to: string;
  readonly subject: string;
  /** What is quoted: a message's id, `WHOLE`, or nothing where the words came from elsewhere. */
  readonly source: string;
  /** The quote as it was put in. */
  readonly quoted: string;
  readonly originals: readonly OriginalFile[];
};

export const WHOLE = 'conversation';

const originalsSchema = z.array(originalFileSchema);

export function forwardFields({ fields }: Pick<Words, 'fields'>): ForwardFields {
  const { to = '', subject = '', source = '', quoted = '', originals = '' } = fields;
  return { to, subject, source, quoted, originals: originalsIn(originals) };
}

export const withForwardFields = (fields: Words['fields'], change: Partial<ForwardFields>): Words['fields'] => {
  const { originals, ...plain } = change;
  return { ...fields, ...plain, ...(originals && { originals: originalsText(originals) }) };
};

/** None are no text, so that a draft without anything is empty. */
export const originalsText = (originals: readonly OriginalFile[]): string =>
  originals.length === 0 ? '' : JSON.stringify(originals);

function originalsIn(text: string): readonly OriginalFile[] {
  if (text === '') return [];
  try {
    return originalsSchema.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

/** Whether nothing stands there but what was put in when it was begun: nobody has written anything. */
export function isUntouched(words: Words, subject: string): boolean {
  const fields = forwardFields(words);
  const isAsBegun = words.text.trim() === fields.quoted.trim() && words.files.length === 0;
  return !saysNothing(words) && isAsBegun && fields.to.trim() === '' && fields.subject === subject;
}
