import type { Accepted } from '#renderer/store/desk-actions.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { ACCOUNT } from './console.ts';
import type { Deed } from './deed.ts';
import { tokenOf } from './token.ts';

/** What the agent does to several tickets at once, and takes back at once. */
export function createMany(options: {
  readonly deeds: readonly Deed[];
  readonly breaksPromises: boolean;
  readonly log: (line: string) => void;
  readonly begin: (
    desk: DeskApi,
    kind: Action['kind'],
    ticketId: string | null,
    changes: TicketChanges,
  ) => Promise<Deed>;
  readonly accept: (deed: Deed, said: Result<Accepted, string>) => void;
}) {
  const { deeds, breaksPromises, log, begin, accept } = options;

  /** The same done to several tickets at once. */
  const write = async (desk: DeskApi, ticketIds: readonly string[], changes: TicketChanges): Promise<void> => {
    const begun: Deed[] = [];
    for (const ticketId of ticketIds) begun.push(await begin(desk, 'update', ticketId, changes));
    const requests = begun.flatMap(({ ticketId, action }) =>
      ticketId === null ? [] : [{ accountId: ACCOUNT.id, ticketId, action }],
    );
    const said = await desk.enqueueAll(requests);
    log(`${begun.length} at once: ${said.accepted.length} accepted`);
    for (const deed of begun) {
      const accepted = said.accepted.find(({ ticketId }) => ticketId === deed.ticketId);
      const problem = said.refused.find(({ ticketId }) => ticketId === deed.ticketId)?.problem;
      accept(deed, accepted ? ok(accepted) : err(problem ?? 'unchanged'));
    }
  };

  /** Takes back all that was done at once with the newest that waits, of what has not left. */
  const takeBack = async (desk: DeskApi, pick: number): Promise<void> => {
    const shown = (await desk.outbox()).filter(({ entry }) => entry.batchId !== undefined).toReversed();
    const batchId = shown[pick % Math.max(1, shown.length)]?.entry.batchId;
    const its = shown.flatMap(({ entry }) => {
      const deed = entry.batchId === batchId && deeds.find(({ token }) => token === tokenOf(entry.action));
      return deed ? [{ deed, entry }] : [];
    });
    for (const { deed } of its) {
      if (deed.discarded === 'no') deed.discarded = 'asked';
      deed.unanswered += 1;
    }
    const said = await desk.discardEntries(its.map(({ entry }) => entry.id));
    for (const { deed } of its) deed.unanswered -= 1;
    log(`${its.length} taken back at once: ${said.ok ? said.value.length : said.error}`);
    for (const { deed, entry } of its) {
      if (said.ok && said.value.includes(entry.id)) {
        deed.takenBack = true;
        deed.discarded = deed.decided || (breaksPromises && entry.attempts > 0) ? 'asked' : 'yes';
      } else if (said.ok && deed.discarded === 'asked' && !deed.takenBack && deed.unanswered === 0)
        deed.discarded = 'no';
    }
  };

  return { write, takeBack };
}
