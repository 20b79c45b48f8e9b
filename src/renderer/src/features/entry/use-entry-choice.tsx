import { type ReactNode, useState } from 'react';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, type Result } from '#shared/result.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { EntryProblem } from '../../store/desk-actions.ts';
import type { OutboxItem } from '../../store/desk-tickets.ts';
import { problemSentence } from '../composer/index.ts';
import { type CarriedOut, type ChoiceProblem, carryOut } from './carry-out.ts';
import { chainOf } from './chain.ts';
import type { EntryChoice } from './choices.ts';
import { WaitingToo } from './WaitingToo.tsx';

type Asking = { readonly choice: EntryChoice; readonly item: OutboxItem; readonly chain: readonly OutboxEntry[] };

/** With these an entry no longer leaves for its ticket, and what waits for it might not mean to go without it. */
const STAYS_BEHIND: readonly EntryChoice[] = ['edit', 'followUp', 'discard'];

/**
 * Carries out what the agent chooses about entries and says what came of it. Where others wait for an entry that stays behind,
 * `dialog` asks about them first.
 */
export function useEntryChoice(say: (sentence: string, went: boolean) => void): {
  readonly choose: (choice: EntryChoice, item: OutboxItem) => Promise<void>;
  readonly dialog: ReactNode;
} {
  const t = useText();
  const desk = useDesk();
  const [asking, setAsking] = useState<Asking | null>(null);

  const whyNot = (problem: ChoiceProblem): string =>
    problem === 'too-late' ? t('entry.said.tooLate') : problemSentence(t, problem);
  const done = ({ said, accepted }: CarriedOut, { number, mergedInto }: OutboxItem): void => {
    say(t(`entry.said.${said}`), true);
    if (accepted === null) return;
    const label =
      said === 'move' ? t('entry.did.move', { number: mergedInto?.number ?? '' }) : t('entry.did.toNote', { number });
    show({ lastAction: { ...accepted, label } });
  };
  const act = async (choice: EntryChoice, item: OutboxItem, waiting: readonly OutboxEntry[]): Promise<void> => {
    setAsking(null);
    // The latest first: what waits must not leave when the one before it goes.
    for (const other of waiting.toReversed()) {
      const gone: Result<null, EntryProblem> = await desk.discardEntry(other.id).catch(() => err('no-link'));
      if (!gone.ok) return say(whyNot(gone.error), false);
    }
    const answer = await carryOut(desk, choice, item).catch(() => err('no-link' as const));
    if (answer.ok) done(answer.value, item);
    else say(whyNot(answer.error), false);
  };
  const choose = async (choice: EntryChoice, item: OutboxItem): Promise<void> => {
    const takesAll = choice === 'arrived' && item.entry.action.kind === 'create';
    const asks = takesAll || STAYS_BEHIND.includes(choice);
    const chain = asks ? chainOf(await desk.outbox(), item.entry) : [];
    if (chain.length > 1) setAsking({ choice, item, chain });
    else await act(choice, item, []);
  };
  return {
    choose,
    dialog: asking ? (
      <WaitingToo
        entries={asking.chain}
        onGoOn={(waiting) => act(asking.choice, asking.item, waiting)}
        onClose={() => setAsking(null)}
      />
    ) : null,
  };
}
