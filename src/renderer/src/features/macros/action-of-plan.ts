import type { MacroPlan } from '#shared/macros/plan.ts';
import type { Action } from '#shared/outbox/action.ts';

/** Whether the agent still has something to say before it is done: its words wait in the composer. */
export const waitsInComposer = ({ write, files, send }: MacroPlan): boolean =>
  !send && (write !== null || files.length > 0);

/** A plan as one action. `render` makes HTML of Markdown. Null when there is nothing for the helpdesk in it. */
export function actionOf({ changes, write, files }: MacroPlan, render: (markdown: string) => string): Action | null {
  if (write === null && files.length === 0)
    return Object.keys(changes).length === 0 ? null : { kind: 'update', changes };
  const markdown = write?.text.trim() ?? '';
  const words = { markdown, html: render(markdown), files };
  return write?.public === false ? { kind: 'note', words, changes } : { kind: 'reply', words, cc: [], changes };
}
