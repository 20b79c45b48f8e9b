import { accountIdSchema, instantSchema, remoteIdSchema } from '../domain/ids.ts';
import { fieldValueSchema, prioritySchema, statusSchema, ticketTypeSchema } from '../domain/ticket.ts';
import { outgoingFileSchema } from '../outbox/action.ts';
import { z } from '../schema.ts';
import { ADVANCES } from '../settings/settings.ts';

/** One thing that a macro does. Texts are templates. People, groups and fields go by the helpdesk's ids. */
export const macroStepSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('status'), status: statusSchema, statusName: z.string().optional() }),
  z.object({ do: z.literal('priority'), priority: prioritySchema.nullable() }),
  z.object({ do: z.literal('type'), type: ticketTypeSchema.nullable() }),
  z.object({ do: z.literal('subject'), text: z.string() }),
  /** Null: nobody. */
  z.object({ do: z.literal('assign'), agentId: remoteIdSchema.nullable() }),
  z.object({ do: z.literal('assign-me') }),
  z.object({ do: z.literal('group'), groupId: remoteIdSchema.nullable() }),
  /** The group of whoever runs it. */
  z.object({ do: z.literal('my-group') }),
  z.object({ do: z.literal('field'), fieldId: z.string(), value: fieldValueSchema }),
  /** A date field, so many days from the day on which it is run. */
  z.object({ do: z.literal('date-field'), fieldId: z.string(), inDays: z.number().int() }),
  z.object({ do: z.literal('tags'), added: z.array(z.string()), removed: z.array(z.string()) }),
  /** These and no others. */
  z.object({ do: z.literal('set-tags'), tags: z.array(z.string()) }),
  /** Agents, by their ids. */
  z.object({ do: z.literal('followers'), added: z.array(remoteIdSchema), removed: z.array(remoteIdSchema) }),
  /** Whoever runs it follows the ticket, or does not any more. */
  z.object({ do: z.literal('follow-me') }),
  z.object({ do: z.literal('unfollow-me') }),
  z.object({
    do: z.literal('write'),
    /** A reply, or else a note; null: whichever is open, a reply where none is. */
    public: z.boolean().nullable(),
    /** At the caret, behind what is there, or in its place. */
    mode: z.enum(['insert', 'append', 'replace']),
    format: z.enum(['markdown', 'html']),
    /** Only on tickets that came by chat, or only on others; absent: on all. A text for the ticket's own channel goes before one for all. */
    only: z.enum(['chat', 'other']).optional(),
    text: z.string(),
  }),
  z.object({ do: z.literal('attach'), files: z.array(outgoingFileSchema) }),
  /** Sends what it wrote, instead of leaving it in the composer. */
  z.object({ do: z.literal('send') }),
  /** A time as an agent types it: `2d`, `tomorrow 9`. */
  z.object({ do: z.literal('snooze'), until: z.string() }),
  z.object({ do: z.literal('then'), what: z.enum(ADVANCES) }),
  /** Of the helpdesk, without counterpart here: named before the macro is run. */
  z.object({ do: z.literal('unknown'), field: z.string(), value: z.string() }),
]);
export type MacroStep = Readonly<z.infer<typeof macroStepSchema>>;
export type StepOf<Do extends MacroStep['do']> = Extract<MacroStep, { readonly do: Do }>;

/** A macro of the agent's own, in the profile. */
export const ownMacroSchema = z.object({
  /** ULID. */
  id: z.string().length(26),
  /** `::` parts folders from each other and from the name. */
  title: z.string().trim().min(1).max(200),
  description: z.string().max(1_000),
  /** Null: any account. Set where a step names people, groups or fields, which are of one account. */
  accountId: accountIdSchema.nullable(),
  steps: z.array(macroStepSchema).min(1).max(100),
  updatedAt: instantSchema,
});
export type OwnMacro = Readonly<z.infer<typeof ownMacroSchema>>;

/** Who may run a helpdesk's macro: members of one of the groups, and the agents named. */
export const restrictionSchema = z.object({
  groupIds: z.array(remoteIdSchema).readonly(),
  agentIds: z.array(remoteIdSchema).readonly(),
});
export type Restriction = Readonly<z.infer<typeof restrictionSchema>>;

/** A macro as it is run, the agent's own or the helpdesk's. */
export type Macro = {
  /** `mine:<ULID>`, or `<account>:<remote id>`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly accountId: OwnMacro['accountId'];
  readonly steps: readonly MacroStep[];
  /** Null: whoever sees it. */
  readonly restriction: Restriction | null;
};

const MINE = 'mine:';
export const isOwnMacro = ({ id }: Pick<Macro, 'id'>): boolean => id.startsWith(MINE);
/** By what an own macro is run: its id among those of helpdesks. */
export const ownMacroId = ({ id }: Pick<OwnMacro, 'id'>): string => `${MINE}${id}`;
export const asMacro = ({ id, title, description, accountId, steps }: OwnMacro): Macro => ({
  id: ownMacroId({ id }),
  title,
  description,
  accountId,
  steps,
  restriction: null,
});
