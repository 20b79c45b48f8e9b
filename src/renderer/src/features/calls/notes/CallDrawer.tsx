import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { handled, show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { expectField } from '#renderer/state/typed-ahead.ts';
import { calledQuery } from '#renderer/state/who-called.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { type Call, type CallPhase, phaseOf } from '#shared/calls/call.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import styles from './CallDrawer.module.css';
import { CallNotes } from './CallNotes.tsx';
import { TransferField } from './TransferField.tsx';
import { useCaretBack } from './use-caret-back.ts';
import { useFoldedNotes } from './use-folded-notes.ts';
import { useNotedCall } from './use-noted-call.ts';
import { useNotesPlace } from './use-notes-place.ts';
import { useTransfer } from './use-transfer.ts';

/** In these there is something to write down without being asked. */
const NOTED: readonly CallPhase[] = ['talking', 'held', 'wrapping'];

/** The notes of the shown call, and its wrap-up once it has ended. */
export function CallDrawer() {
  const t = useText();
  const drawer = useRef<HTMLElement>(null);
  const { call, shown, hasCaret, onFocus, onBlur, letGo } = useNotedCall();
  const [asked, setAsked] = useState<{ readonly callId: string; readonly count: number } | null>(null);
  const [openedIds, setOpenedIds] = useState<ReadonlySet<string>>(new Set());
  const phase = call && phaseOf(call);
  const { folded, fold, unfold } = useFoldedNotes(call?.id ?? null, phase === 'wrapping');
  const place = useNotesPlace(call, hasCaret);
  const { remember, goBack } = useCaretBack(drawer);
  const leave = (): void => {
    letGo();
    goBack();
  };
  const transfer = useTransfer(call);

  const toNotes = (): void => {
    if (!shown) return;
    // Pressed where the caret is already, it folds them away.
    if (
      hasCaret &&
      call?.id === shown.id &&
      !folded &&
      drawer.current?.querySelector('textarea') === document.activeElement
    ) {
      fold();
      return leave();
    }
    remember();
    letGo();
    unfold();
    setOpenedIds((before) => new Set([...before, shown.id]));
    setAsked((before) => ({ callId: shown.id, count: (before?.count ?? 0) + 1 }));
    expectField(() => !(drawer.current?.contains(document.activeElement) ?? false));
  };
  useCommand('call.note', toNotes, () => shown !== null);

  const onFinished =
    (finished: Call) =>
    (ticketId: TicketId | null): void => {
      const { activeElement } = document;
      const isHere = drawer.current?.contains(activeElement) ?? false;
      // A field that was disabled while the notes were handed over has lost it to the page.
      const isLost = hasCaret && (activeElement === null || activeElement === document.body);
      letGo();
      if (isHere || isLost) goBack();
      const { shownCallId, openTicketId, composer, newTicket } = useInterface.getState();
      if (shownCallId === finished.id) show({ shownCallId: null });
      // What was put off has left the list, as after snoozing it by its key.
      if (ticketId !== null && openTicketId === ticketId && composer === null && !newTicket) handled([ticketId]);
    };

  if (!call || !phase || !(NOTED.includes(phase) || hasCaret || openedIds.has(call.id))) return null;
  const isEnded = phase === 'wrapping';
  return (
    <section
      ref={drawer}
      className={styles.drawer}
      data-context="composer"
      data-ended={isEnded ? '' : undefined}
      aria-label={t(isEnded ? 'calls.wrap.title' : 'calls.notes.title')}
      onFocus={() => {
        onFocus();
        setAsked(null);
      }}
      onBlur={onBlur}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{t(isEnded ? 'calls.wrap.title' : 'calls.notes.title')}</h2>
        <Caller call={call} />
        {call.transferredTo === '' ? null : (
          <span className={styles.hint}>{t('calls.notes.transferred', { whom: call.transferredTo })}</span>
        )}
        <span className={styles.grow} />
        {shown && shown.id !== call.id ? (
          <CommandButton command="call.note" look="quiet" label={t('calls.notes.other')} />
        ) : (
          <CommandButton command="call.note" look="quiet" label={t('calls.notes.write')} />
        )}
        <CommandButton command="call.transfer" look="quiet" label={t('calls.notes.transfer.do')} />
        <Button
          look="icon"
          icon={folded ? <ChevronUp /> : <ChevronDown />}
          aria-expanded={!folded}
          onClick={folded ? unfold : fold}
        >
          {t('calls.notes.fold')}
        </Button>
      </header>
      {transfer.isOpen ? (
        <TransferField
          key={call.id}
          transferredTo={call.transferredTo}
          problem={transfer.problem}
          onKeep={transfer.keep}
          onClose={transfer.close}
        />
      ) : null}
      <div hidden={folded} className={styles.content}>
        {place ? (
          <CallNotes
            // Of another place the words, caret and undo steps are others.
            key={place.ticketId}
            call={call}
            place={place}
            asked={asked?.callId === call.id ? asked.count : 0}
            hasCaret={hasCaret}
            onLeave={leave}
            onFinished={onFinished(call)}
          />
        ) : null}
      </div>
    </section>
  );
}

function Caller({ call }: { readonly call: Call }) {
  const t = useText();
  const desk = useDesk();
  const { data: who = { number: call.number, name: call.name } } = useQuery(calledQuery(desk, call));
  return (
    <span className={styles.caller}>
      {[who.name, who.number].filter(Boolean).join(' · ') || t('calls.wrap.withheld')}
    </span>
  );
}
