import { keyChoicesSchema } from '../commands/key-choices.ts';
import { ticketIdSchema } from '../domain/ids.ts';
import { listColumnsSchema } from '../domain/list-columns.ts';
import { businessHoursSchema } from '../metrics/calendar.ts';
import { z } from '../schema.ts';

/** On to the next ticket, back to the list, or stay on the one that is done. */
export const ADVANCES = ['next', 'list', 'stay'] as const;
export type Advance = (typeof ADVANCES)[number];

export const UNDO_SECONDS = [0, 5, 8, 15, 30] as const;

/** How calls are taken. */
const callSettingsSchema = z.object({
  /** Whose people write their numbers without a country (ISO 3166-1 alpha-2); empty: of the country where this machine is. */
  country: z
    .string()
    .regex(/^(?:[A-Z]{2})?$/)
    .catch('')
    .default(''),
  /** The agent's extensions or names in the telephone; empty: every call that it tells of is the agent's. */
  users: z.array(z.string()).readonly().catch([]).default([]),
  /** The agent's own; empty: the usual ones. */
  dispositions: z.array(z.string()).readonly().catch([]).default([]),
  dispositionRequired: z.boolean().catch(false).default(false),
  /** Whether telephones may tell of calls over HTTP, at an address of this machine that only its own programs reach. */
  webhook: z.boolean().catch(false).default(false),
  /** Keys that work while another program has the focus. */
  globalKeys: z.boolean().catch(false).default(false),
  /** Nothing notifies during a call. */
  quiet: z.boolean().catch(true).default(true),
  /** The notes of a call are folded to a line while it goes on. */
  notesFolded: z.boolean().catch(false).default(false),
});

const OFFICE_HOURS = [{ from: 9 * 60, until: 17 * 60 }];
const OFFICE_WEEK = [OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, [], []];

/** What the agent's figures are measured by. */
const metricSettingsSchema = z.object({
  /** When time counts in business hours, by the agent's clocks: from Monday to Sunday. */
  businessHours: businessHoursSchema.shape.week.catch(OFFICE_WEEK).default(OFFICE_WEEK),
  /** Closed days, as 2026-12-25. */
  holidays: businessHoursSchema.shape.holidays.catch([]).default([]),
  /** By figure, in the unit that it is told in. */
  goals: z.record(z.string(), z.number()).readonly().catch({}).default({}),
  /** When the agent's shift begins, in minutes of the day by their clocks, and how many minutes it lasts; null: days are counted. */
  shift: z
    .object({ from: z.number().int().min(0).max(1_439), minutes: z.number().int().min(15).max(1_440) })
    .nullable()
    .catch(null)
    .default(null),
  /** How the agent stands is told over the list. */
  strip: z.boolean().catch(true).default(true),
  /** Work without a pause after which one is proposed; null: none is. */
  breakAfterMinutes: z.number().int().min(10).max(600).nullable().catch(null).default(null),
});

/** What the agent may set. A value that does not parse falls back to its default by itself, so that one bad line costs one setting. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system').default('system'),
  density: z.enum(['comfortable', 'compact']).catch('comfortable').default('comfortable'),
  locale: z.string().catch('en').default('en'),
  undoSeconds: z
    .union([z.literal(0), z.literal(5), z.literal(8), z.literal(15), z.literal(30)])
    .catch(5)
    .default(5),
  /** How many conversations are fetched ahead per account, after open ones of mine and my groups. */
  prefetchTickets: z.number().int().min(0).max(20_000).catch(1_000).default(1_000),
  /** Remarks that the agent has read and does not want again, by the code of their notice. */
  dismissed: z.array(z.string()).readonly().catch([]).default([]),
  keys: keyChoicesSchema.catch(keyChoicesSchema.parse({})).default(keyChoicesSchema.parse({})),
  /** Commands chosen in the palette lately, the newest first. */
  recentCommands: z.array(z.string()).readonly().catch([]).default([]),
  /** By view: what follows when the agent has done with a ticket. */
  advance: z.record(z.string(), z.enum(ADVANCES)).readonly().catch({}).default({}),
  /** What follows then follows every reply, too, and not only one that solves. */
  advanceAfterReplies: z.boolean().catch(false).default(false),
  /** By view that is not the agent's own: what its rows show besides. */
  columns: z.record(z.string(), listColumnsSchema).readonly().catch({}).default({}),
  /** The agent's own reasons to skip a ticket, the latest first. */
  skipReasons: z.array(z.string()).readonly().catch([]).default([]),
  /** Tickets opened last, the newest first. */
  recentTickets: z.array(ticketIdSchema).readonly().catch([]).default([]),
  /** What ends public replies: Markdown by account and, in it, by group (empty for any group). */
  signatures: z.record(z.string(), z.record(z.string(), z.string())).readonly().catch({}).default({}),
  calls: callSettingsSchema.catch(callSettingsSchema.parse({})).default(callSettingsSchema.parse({})),
  metrics: metricSettingsSchema.catch(metricSettingsSchema.parse({})).default(metricSettingsSchema.parse({})),
  notifications: z.boolean().catch(true).default(true),
  /** Until then nothing notifies (UTC ms). */
  doNotDisturbUntil: z.number().catch(0).default(0),
  panes: z
    .object({
      views: z.number(),
      list: z.number(),
      facts: z.number(),
      factsOpen: z.boolean(),
      viewsCollapsed: z.boolean(),
    })
    .catch({ views: 220, list: 400, facts: 300, factsOpen: true, viewsCollapsed: false })
    .default({ views: 220, list: 400, facts: 300, factsOpen: true, viewsCollapsed: false }),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings = (): Settings => settingsSchema.parse({});
