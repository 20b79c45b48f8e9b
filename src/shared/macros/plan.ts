import type { Identity } from '../domain/account.ts';
import type { Group, Person, TicketField } from '../domain/desk.ts';
import type { AccountId, RemoteId } from '../domain/ids.ts';
import type { FieldValue, Priority, Status, Ticket, TicketType } from '../domain/ticket.ts';
import type { SnoozeWords } from '../mine/snooze-time.ts';
import type { OutgoingFile, TicketChanges } from '../outbox/action.ts';
import type { Advance } from '../settings/settings.ts';
import type { Rendered, TemplateProblem } from '../templates/rendered.ts';
import type { StepOf } from './macro.ts';

/** What a macro is planned against. */
export type MacroContext = {
  readonly accountId: AccountId;
  /** As the agent sees it, with what waits in the outbox laid over it. */
  readonly ticket: Ticket;
  readonly me: Pick<Identity, 'remoteId' | 'name'>;
  /** Mine; the first is the one that "my group" means. */
  readonly myGroupIds: readonly RemoteId[];
  /** Those that may be assigned to, and as far as they are known those that may not any more. Empty: nothing is known of any. */
  readonly agents: readonly Person[];
  /** Empty: nothing is known of any. */
  readonly groups: readonly Group[];
  readonly fields: readonly TicketField[];
  /** Whether agents can follow a ticket in this helpdesk; true while that is not known. */
  readonly hasFollowers: boolean;
  /** What the helpdesk keeps with the macro. */
  readonly attached: AttachedFiles;
  /** What is open in the composer. */
  readonly writing: 'reply' | 'note' | null;
  /** UTC milliseconds. */
  readonly now: number;
  readonly snoozeWords: SnoozeWords;
};

/**
 * Files that a helpdesk keeps with a macro of its own. away: there are some, which are not on this machine; unasked: it is not known
 * whether there are any.
 */
export type AttachedFiles =
  | { readonly are: 'here'; readonly files: readonly OutgoingFile[] }
  | { readonly are: 'away' | 'unasked' };

/** What a macro would do to a ticket; nothing is done by it. */
export type MacroPlan = {
  /** All that it sets, also what is so already: a colleague may be changing it. Tags and followers only as far as they change. */
  readonly changes: TicketChanges;
  readonly lines: readonly PlanLine[];
  /** Null when it writes nothing. */
  readonly write: PlannedWords | null;
  readonly files: readonly OutgoingFile[];
  readonly send: boolean;
  /** UTC milliseconds. */
  readonly snoozeUntil: number | null;
  /** Null: as after any other action. */
  readonly advance: Advance | null;
  readonly problems: readonly PlanProblem[];
};

/** In Markdown. */
export type PlannedWords = Rendered & {
  readonly public: boolean;
  readonly mode: StepOf<'write'>['mode'];
};

type Line<Field extends string, Value> = {
  readonly field: Field;
  readonly before: Value;
  readonly after: Value;
  readonly isChanged: boolean;
};
/** A name, or the id where the name is not known. */
type Named = string | null;

/** One field that a macro sets, for the agent to look at first. Options of custom fields go by their labels. */
export type PlanLine =
  | Line<'status', { readonly status: Status; readonly statusName: string }>
  | Line<'priority', Priority | null>
  | Line<'type', TicketType | null>
  | Line<'subject', string>
  | Line<'assignee', Named>
  | Line<'group', Named>
  | Line<'tags', readonly string[]>
  | Line<'followers', readonly string[]>
  | (Line<'custom', FieldValue> & { readonly fieldId: string; readonly title: string });

/**
 * Why a macro cannot be run as it stands, or what it leaves out.
 * template: a text has a mistake; unresolved: placeholders that stand for nothing, which stops sending; unknown-step: the helpdesk
 * knows an action that has no counterpart here; agent-outside, assignee-outside: who is to be assigned, or is, is not in the group.
 */
export const PROBLEM_CODES = [
  'ticket-closed',
  'other-account',
  'restricted',
  'template',
  'unresolved',
  'unknown-step',
  'status-gone',
  'status-name-gone',
  'subject-empty',
  'agent-gone',
  'agent-inactive',
  'agent-outside',
  'assignee-outside',
  'group-gone',
  'no-group',
  'follower-gone',
  'follower-inactive',
  'no-followers',
  'field-gone',
  'field-locked',
  'field-value',
  'field-required',
  'snooze-time',
  'files-away',
  'files-unasked',
  'send-nothing',
  'send-nobody',
] as const;

type PlanProblemCode = (typeof PROBLEM_CODES)[number];
type PlainCode = Exclude<PlanProblemCode, 'template'>;
export type PlanProblem = (
  | { readonly code: PlainCode }
  | { readonly code: 'template'; readonly why: TemplateProblem }
) & {
  /** The macro is not run; otherwise the step is left out, or done with what it brings. */
  readonly blocking: boolean;
  /** What the sentence for it names. */
  readonly values: Readonly<Record<string, string>>;
};

/** What one family of steps comes to. */
export type PlanPart = { readonly changes: TicketChanges; readonly problems: readonly PlanProblem[] };

type Values = PlanProblem['values'];
export const stops = (code: PlainCode, values: Values = {}): PlanProblem => ({ code, blocking: true, values });
export const warns = (code: PlainCode, values: Values = {}): PlanProblem => ({ code, blocking: false, values });
