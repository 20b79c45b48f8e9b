import type { Unreadable } from '#shared/domain/batch.ts';
import { z } from '#shared/schema.ts';

// What REST 2.0 really sends: ids as numbers or strings, '' for whatever is empty, 1970 for a date that never was.
const id = z.union([z.string().min(1), z.number()]).transform(String);
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));
const instant = z.string().transform((value, context) => {
  const at = Date.parse(value);
  if (Number.isNaN(at)) context.addIssue('not a date');
  return at;
});

/** Told to administrators, and of oneself, alone. */
const phones = { WorkPhone: text, MobilePhone: text, HomePhone: text, PagerPhone: text };
export type WirePhones = { readonly [Name in keyof typeof phones]: string };

const user = z.looseObject({ id, type: text, Name: text, RealName: text, EmailAddress: text, ...phones });
export type WireUser = z.infer<typeof user>;
/** What a search is asked to tell of a user, for `user` to hold. */
export const USER_FIELDS = `id,Name,RealName,EmailAddress,${Object.keys(phones).join(',')}`;

const customFieldValue = z.looseObject({ id, name: text, values: z.array(z.unknown()) });

export const ticketWire = z.looseObject({
  id,
  Subject: text,
  Status: z.string().min(1),
  Queue: z.looseObject({ id, Name: text, Lifecycle: text }),
  Owner: user,
  Requestor: z.union([z.array(user), z.literal('').transform(() => [])]),
  /** People and groups. */
  AdminCc: z.union([z.array(user), z.literal('').transform(() => [])]).default([]),
  Cc: z.union([z.array(user), z.literal('').transform(() => [])]).optional(),
  Creator: user,
  Created: instant,
  LastUpdated: instant,
  Resolved: instant,
  Started: instant,
  Due: instant,
  SLA: text,
  Priority: text,
  CustomFields: z.union([z.array(customFieldValue), z.literal('').transform(() => [])]).optional(),
  Type: text,
});
export type WireTicket = z.infer<typeof ticketWire>;

export const transactionWire = z.looseObject({
  id,
  ObjectId: id,
  Type: text,
  Field: text,
  OldValue: text,
  NewValue: text,
  Data: text,
  Creator: user,
  Created: instant,
});
export type WireTransaction = z.infer<typeof transactionWire>;

export const attachmentWire = z.looseObject({
  id,
  TransactionId: id,
  ContentType: text,
  Filename: text,
  Headers: text,
  ContentLength: text,
  Content: z.string().nullish(),
});
export type WireAttachment = z.infer<typeof attachmentWire>;

export const collectionWire = z.looseObject({
  items: z.array(z.unknown()),
  total: z.number().nullish(),
});

export const queueWire = z.looseObject({
  id,
  Name: text,
  Lifecycle: text,
  Disabled: text,
  CorrespondAddress: text,
  CommentAddress: text,
});
export type WireQueue = z.infer<typeof queueWire>;

export const userWire = z.looseObject({
  id: id.optional(),
  Name: text,
  RealName: text,
  EmailAddress: text,
  Lang: text,
  Timezone: text,
  Privileged: text,
  ...phones,
  Disabled: text,
});

export const customFieldWire = z.looseObject({
  id,
  Name: text,
  Type: text,
  MaxValues: text,
  Disabled: text,
  LookupType: text,
});
export const customFieldDetailWire = z.looseObject({ id, Values: z.array(z.unknown()).nullish() });

export const articleWire = z.looseObject({
  id,
  Name: text,
  Summary: text,
  Class: z.looseObject({ id, Name: text }),
  Created: instant,
  LastUpdated: instant,
  Disabled: text,
  CustomFields: z.union([z.array(customFieldValue), z.literal('').transform(() => [])]).optional(),
});
export type WireArticle = z.infer<typeof articleWire>;

/** A ticket by itself: unlike in a search its people and its queue come unexpanded. */
export const singleTicketWire = z.looseObject({
  id,
  Status: z.string(),
  Type: text,
  Cc: z.array(z.looseObject({ id })).nullish(),
  _hyperlinks: z.array(z.looseObject({ ref: text, to: text })).nullish(),
});

/** A queue by itself, which alone tells who is in copy on all of its tickets. */
export const singleQueueWire = z.looseObject({ Cc: z.array(z.looseObject({ id })).nullish() });

/** Parses what can be parsed and counts the rest, so that one bad record does not stop the others. */
export function parseMany<Schema extends z.ZodType>(
  schema: Schema,
  items: readonly unknown[],
  kind: string,
): { readonly good: readonly z.infer<Schema>[]; readonly unreadable: readonly Unreadable[] } {
  const good: z.infer<Schema>[] = [];
  const unreadable: Unreadable[] = [];
  for (const item of items) {
    if (item === null) continue;
    const parsed = schema.safeParse(item);
    if (parsed.success) good.push(parsed.data);
    else
      unreadable.push({
        kind,
        remoteId: idOf(item),
        problem: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; '),
      });
  }
  return { good, unreadable };
}

const idOf = (item: unknown): string | null => {
  const known = z.looseObject({ id }).safeParse(item);
  return known.success ? known.data.id : null;
};
