import { useDeferredValue } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketId } from '#shared/domain/ids.ts';
import { asMacro } from '#shared/macros/macro.ts';
import { MacroPreview } from '../MacroPreview.tsx';
import { lackOf, type MacroDraft, macroOfDraft } from './draft.ts';
import styles from './Macros.module.css';

/** What the steps that are whole would do, a moment behind what is typed. */
export function BuilderPreview({
  draft,
  clock,
  ticketIds,
}: {
  readonly draft: MacroDraft;
  readonly clock: Parameters<typeof lackOf>[1];
  readonly ticketIds: readonly TicketId[];
}) {
  const t = useText();
  const shown = useDeferredValue(draft);
  const whole = { ...shown, steps: shown.steps.filter(({ step }) => lackOf(step, clock) === null) };
  if (ticketIds.length === 0 || whole.steps.length === 0)
    return (
      <p className={styles.about}>{t(ticketIds.length === 0 ? 'macros.build.noTicket' : 'macros.build.noPreview')}</p>
    );
  return <MacroPreview macro={asMacro(macroOfDraft(whole, 0))} ticketIds={ticketIds} asked={false} looking />;
}
