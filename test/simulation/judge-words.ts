import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { Agent } from './agent.ts';
import { answered, type Scheduler } from './scheduler.ts';
import { isWhole, versionOf } from './typist.ts';
import type { Say } from './wrong.ts';

export async function judgeDrafts(desk: DeskApi, { drafts }: Agent, say: Say): Promise<void> {
  for (const [ticketId, version] of drafts.safe) {
    const draft = await desk.draft({ ticketId, kind: 'reply' });
    if (versionOf(draft?.text ?? '') < version) say('lost', `the draft on ${ticketId} went back from ${version}`);
    if (draft && !isWhole(draft)) say('lost', `the draft on ${ticketId} has its caret at ${draft.cursorAt}`);
  }
}

/** What was thrown away can be had again, and what was had again stands in a draft. */
export async function judgeDiscarded(
  desk: DeskApi,
  agent: Agent,
  { scheduler }: { readonly scheduler: Scheduler },
  say: Say,
): Promise<void> {
  const told = (await answered(scheduler, desk.discarded()))?.value;
  if (!told?.ok) return say('lost', 'nothing that was discarded can be had again');
  const all = told.value.map(({ discarded }) => discarded);
  const drafts = (await desk.drafts()).map(({ draft }) => draft);
  for (const deed of agent.deeds) {
    if (!deed.takenBack || deed.action.kind === 'update') continue;
    const isKept = all.some((one) => one.what === 'entry' && one.entry.id === deed.entryId);
    if (!isKept && !drafts.some(({ text }) => text.includes(`${deed.token}.`)))
      say('lost', `${deed.token} was discarded and cannot be had again`);
  }
  for (const [ticketId, version] of agent.drafts.thrown) {
    const texts = [...all.flatMap((one) => (one.what === 'draft' ? [one.draft] : [])), ...drafts]
      .filter((draft) => draft.ticketId === ticketId)
      .map(({ text }) => versionOf(text));
    if (!texts.some((one) => one >= version)) say('lost', `the draft ${version} thrown away on ${ticketId} is nowhere`);
  }
}
