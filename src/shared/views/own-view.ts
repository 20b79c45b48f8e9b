import { accountIdSchema } from '../domain/ids.ts';
import { listColumnsSchema } from '../domain/list-columns.ts';
import { viewQuerySchema } from '../domain/view.ts';
import { unreadableEntrySchema } from '../mine/own-list.ts';
import { z } from '../schema.ts';

/**
 * A view of the agent's own. Ids in its query are `<account>:<remote id>`, because people, groups and fields of several accounts
 * may have the same.
 */
export const ownViewSchema = z.object({
  id: z.string().min(1).max(100),
  title: z.string().trim().min(1).max(200),
  /** Null is all accounts. */
  accountId: accountIdSchema.nullable(),
  query: viewQuerySchema,
  /** What its rows show besides; absent in files of older versions. */
  columns: listColumnsSchema.optional(),
});
export type OwnView = Readonly<z.infer<typeof ownViewSchema>>;

/** The agent's views in their order, and which of Holdfast's own are hidden. */
export const ownViewsSchema = z.object({
  views: z.array(ownViewSchema).readonly(),
  unreadable: z.array(unreadableEntrySchema).readonly(),
  hidden: z.array(z.string()).readonly(),
});
export type OwnViews = Readonly<z.infer<typeof ownViewsSchema>>;

export const noOwnViews: OwnViews = { views: [], unreadable: [], hidden: [] };

export const viewsChangeSchema = z.discriminatedUnion('type', [
  /** New or changed; `at` is where it comes to stand, last when it is null and the view is new. */
  z.object({ type: z.literal('put'), view: ownViewSchema, at: z.number().int().nonnegative().nullable() }),
  z.object({ type: z.literal('remove'), id: z.string() }),
  /** To a place among the readable ones. */
  z.object({ type: z.literal('move'), id: z.string(), to: z.number().int().nonnegative() }),
  /** One of Holdfast's own. */
  z.object({ type: z.literal('hide'), id: z.string(), hidden: z.boolean() }),
]);
export type ViewsChange = Readonly<z.infer<typeof viewsChangeSchema>>;

const MINE = 'mine:';

/** The id under which a view of the agent's own is listed. */
export const listedIdOf = (ownId: string): string => `${MINE}${ownId}`;

/** Which of the agent's own views is listed under an id; null for any other view. */
export const ownIdOf = (viewId: string): string | null => (viewId.startsWith(MINE) ? viewId.slice(MINE.length) : null);
