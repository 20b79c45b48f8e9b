import { type Carried, carrying } from '#shared/macros/carried.ts';
import type { Macro } from '#shared/macros/macro.ts';
import type { MacroPlan } from '#shared/macros/plan.ts';
import { titleParts } from '#shared/macros/title-parts.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

/** Whether the agent still has something to say before it is done: its words wait in the composer. */
export const waitsInComposer = ({ write, files, send }: MacroPlan): boolean =>
  !send && (write !== null || files.length > 0);

export const kindOf = ({ write }: Pick<MacroPlan, 'write'>): 'reply' | 'note' =>
  write?.public === false ? 'note' : 'reply';

/**
 * A plan as one action. `complete` makes of its words what is sent, `render` HTML of Markdown. Null when there is nothing for the
 * helpdesk in it.
 */
export function actionOf(
  { changes, write, files }: Pick<MacroPlan, 'changes' | 'write' | 'files'>,
  { complete, render }: { readonly complete: (text: string) => string; readonly render: (markdown: string) => string },
): Action | null {
  if (write === null && files.length === 0)
    return Object.keys(changes).length === 0 ? null : { kind: 'update', changes };
  const markdown = complete(write?.text.trim() ?? '');
  const words = { markdown, html: render(markdown), files };
  return kindOf({ write }) === 'note' ? { kind: 'note', words, changes } : { kind: 'reply', words, cc: [], changes };
}

/** What it is called in its folder. */
export const nameOf = ({ title }: Pick<Macro, 'title'>): string => titleParts(title).name;

/** What goes beside its words until they are sent. */
export const carriedOf = (macro: Macro, { changes, snoozeUntil, advance }: MacroPlan): Carried => ({
  title: nameOf(macro),
  changes,
  snoozeUntil,
  advance,
});

/** What the composer would have had, were its words sent from there; undefined for a plan without any. */
export const draftOf = (macro: Macro, plan: MacroPlan): OutboxEntry['draft'] =>
  plan.write === null && plan.files.length === 0
    ? undefined
    : { text: plan.write?.text.trim() ?? '', fields: carrying({}, carriedOf(macro, plan)) };
