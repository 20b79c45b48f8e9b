import { instantSchema } from '../domain/ids.ts';
import { ticketChangesSchema } from '../outbox/action.ts';
import { z } from '../schema.ts';
import { ADVANCES } from '../settings/settings.ts';

/** Under which name a draft keeps what goes with its words. */
export const CARRIED_FIELD = 'carried';

/** What a macro has put beside the words of a draft: done together with them when they are sent, as one action. */
const carriedSchema = z.object({
  /** The macro's, for the agent to know it by. */
  title: z.string(),
  changes: ticketChangesSchema,
  /** UTC milliseconds. */
  snoozeUntil: instantSchema.nullable(),
  advance: z.enum(ADVANCES).nullable(),
});
export type Carried = Readonly<z.infer<typeof carriedSchema>>;

type Fields = Readonly<Record<string, string>>;

/** Null where a draft carries nothing, or nothing that can be read. */
export function carriedBy(fields: Fields): Carried | null {
  const text = fields[CARRIED_FIELD];
  if (text === undefined || text === '') return null;
  try {
    const parsed = carriedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The fields of a draft that carries this, or nothing any more. */
export function carrying(fields: Fields, carried: Carried | null): Fields {
  const { [CARRIED_FIELD]: _, ...others } = fields;
  return carried === null ? others : { ...others, [CARRIED_FIELD]: JSON.stringify(carried) };
}

/** What two macros carry, one run after the other: of two that set the same, the later one's stands. */
export const carriedTogether = (first: Carried | null, second: Carried): Carried =>
  first === null
    ? second
    : {
        title: first.title === second.title ? first.title : `${first.title} · ${second.title}`,
        changes: changesTogether(first.changes, second.changes),
        snoozeUntil: second.snoozeUntil ?? first.snoozeUntil,
        advance: second.advance ?? first.advance,
      };

/** Later changes over earlier ones; a tag or follower that one adds and the other removes goes by the later. */
export function changesTogether(first: Carried['changes'], second: Carried['changes']): Carried['changes'] {
  const tagsAdded = together(first.tagsAdded, second.tagsAdded, second.tagsRemoved);
  const tagsRemoved = together(first.tagsRemoved, second.tagsRemoved, second.tagsAdded);
  const followersAdded = together(first.followersAdded, second.followersAdded, second.followersRemoved);
  const followersRemoved = together(first.followersRemoved, second.followersRemoved, second.followersAdded);
  const plain = { ...first, ...second };
  for (const merged of ['tagsAdded', 'tagsRemoved', 'followersAdded', 'followersRemoved'] as const)
    delete plain[merged];
  // A status by another name is not the earlier one's.
  if (second.status !== undefined && second.statusName === undefined) delete plain.statusName;
  return {
    ...plain,
    ...(first.fields || second.fields ? { fields: { ...first.fields, ...second.fields } } : {}),
    ...(tagsAdded.length > 0 ? { tagsAdded } : {}),
    ...(tagsRemoved.length > 0 ? { tagsRemoved } : {}),
    ...(followersAdded.length > 0 ? { followersAdded } : {}),
    ...(followersRemoved.length > 0 ? { followersRemoved } : {}),
  };
}

const together = (
  first: readonly string[] = [],
  second: readonly string[] = [],
  undone: readonly string[] = [],
): readonly string[] => [...new Set([...first.filter((one) => !undone.includes(one)), ...second])];
