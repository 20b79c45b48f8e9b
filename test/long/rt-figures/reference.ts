import { z } from '#shared/schema.ts';
import { queryDatabase } from '../../support/request-tracker/query-database.ts';
import type { RequestTracker } from '../../support/request-tracker/rig.ts';

export const COMPARED = ['first-reply', 'full-resolution', 'requester-wait', 'reopens'] as const;
export type Compared = (typeof COMPARED)[number];

/**
 * What Request Tracker's own tables say, in seconds. RT has none of these figures; their definitions are those of Zendesk, put in terms
 * of RT:
 * - An agent is a privileged user. Correspondence is public, a comment is not; what a ticket was made with is no reply to it.
 * - A ticket that was merged into another is not counted, and what was said on it was said on the other one; what was done to it is not.
 * - Statuses count by what their names say: of the stock lifecycle, and of the Orders queue's (`site-config.ts`).
 * - A ticket that was rejected without ever having been resolved was resolved by that.
 */
const SQL = `
WITH
  meaning(name, word) AS (VALUES
    ('new', 'new'), ('open', 'open'), ('stalled', 'pending'), ('resolved', 'solved'), ('rejected', 'closed'),
    ('received', 'new'), ('working', 'open'), ('awaiting customer', 'pending'), ('parked', 'hold'), ('shipped', 'solved'),
    ('refused', 'closed')),
  agents(id) AS (
    SELECT MemberId FROM GroupMembers JOIN Groups ON Groups.id = GroupMembers.GroupId
    WHERE Groups.Domain = 'SystemInternal' AND Groups.Name = 'Privileged'),
  counted AS (
    SELECT id, Status, CAST(strftime('%s', Created) AS INTEGER) AS made FROM Tickets
    WHERE EffectiveId = id AND Type = 'ticket' AND Status <> 'deleted'),
  happened AS (
    SELECT id, ObjectId AS ticket, Type, Creator, OldValue, NewValue, CAST(strftime('%s', Created) AS INTEGER) AS at
    FROM Transactions WHERE ObjectType = 'RT::Ticket'),
  replies AS (
    SELECT counted.id AS ticket, happened.at - counted.made AS value, happened.at AS at
    FROM counted
      JOIN Tickets AS said ON said.EffectiveId = counted.id
      JOIN happened ON happened.ticket = said.id
    WHERE (happened.Type = 'Correspond' OR (happened.Type = 'Create' AND said.id <> counted.id))
      AND happened.Creator IN agents AND happened.at >= counted.made),
  changes AS (
    SELECT counted.id AS ticket, 0 AS id, counted.made AS at,
      COALESCE((SELECT OldValue FROM happened WHERE ticket = counted.id AND Type = 'Status' ORDER BY id LIMIT 1),
        counted.Status) AS status
    FROM counted
    UNION ALL
    SELECT counted.id, happened.id, happened.at, happened.NewValue
    FROM counted JOIN happened ON happened.ticket = counted.id WHERE happened.Type = 'Status'),
  spans AS (
    SELECT changes.ticket, changes.id, changes.at, meaning.word,
      LEAD(changes.at) OVER (PARTITION BY changes.ticket ORDER BY changes.id) AS until,
      LAG(meaning.word) OVER (PARTITION BY changes.ticket ORDER BY changes.id) AS before
    FROM changes JOIN meaning ON meaning.name = changes.status),
  solves AS (
    SELECT ticket, at FROM spans
    WHERE before IS NOT word AND word = CASE
      WHEN EXISTS (SELECT 1 FROM spans AS other WHERE other.ticket = spans.ticket AND other.word = 'solved') THEN 'solved'
      ELSE 'closed' END),
  ended AS (
    SELECT counted.id AS ticket, MAX(solves.at) AS at, MAX(solves.at) - counted.made AS took
    FROM counted JOIN solves ON solves.ticket = counted.id JOIN meaning ON meaning.name = counted.Status
    WHERE meaning.word IN ('solved', 'closed') GROUP BY counted.id)
SELECT 'first-reply' AS metric, ticket, MIN(value) AS value FROM replies GROUP BY ticket
UNION ALL SELECT 'full-resolution', ticket, took FROM ended
UNION ALL
SELECT 'requester-wait', ended.ticket,
  COALESCE(SUM(CASE WHEN word IN ('new', 'open', 'hold') AND spans.at < ended.at
    THEN MIN(COALESCE(until, ended.at), ended.at) - spans.at END), 0)
FROM ended JOIN spans ON spans.ticket = ended.ticket GROUP BY ended.ticket
UNION ALL SELECT 'reopens', ticket, COUNT(*) - 1 FROM solves GROUP BY ticket HAVING COUNT(*) > 1`;

const rowSchema = z.object({
  metric: z.enum(COMPARED),
  ticket: z.coerce.number(),
  value: z.coerce.number(),
});
export type ReferenceRow = z.infer<typeof rowSchema>;

export const readReference = async (rt: RequestTracker): Promise<readonly ReferenceRow[]> =>
  z.array(rowSchema).parse(await queryDatabase(rt, SQL));
