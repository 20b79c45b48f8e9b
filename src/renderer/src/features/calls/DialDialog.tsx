import { Phone, User } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { useDial, withAbout } from '#renderer/state/use-dial.ts';
import type { CallToPlace } from '#renderer/store/desk-call-log.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import styles from './dial/Dial.module.css';
import type { DialChoice } from './dial/dial-choices.ts';
import { useDialChoices } from './dial/use-dial-choices.ts';

const close = (): void => show({ dialog: null });

/** Calls a number that is typed, or somebody by name; over an open ticket first of all who asks in it. */
export function DialDialog() {
  const t = useText();
  const desk = useDesk();
  const dial = useDial();
  const ticketId = useInterface((state) =>
    state.newTicket || state.place === 'knowledge' ? null : state.openTicketId,
  );
  const refusal = useInterface((state) => state.refusal);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const choices = useDialChoices(text, ticketId);

  const call = async (choice: DialChoice): Promise<void> => {
    const isPlaced = await dial(
      choice.who === null ? await withAbout(desk, choice.number) : aboutOf(choice.number, choice.who, ticketId),
    );
    if (isPlaced) return close();
    setFailed(choice.number);
    setCopied(false);
  };
  const copy = (number: string): void =>
    void navigator.clipboard.writeText(number).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <ChooserPanel
      label={t('calls.dial.label')}
      placeholder={t('calls.dial.placeholder')}
      text={text}
      onText={(typed) => {
        setText(typed);
        setFailed(null);
      }}
      groups={choices === undefined || choices.length === 0 ? [] : [{ label: '', items: choices }]}
      keyOf={({ key }) => key}
      row={(choice) => <DialRow choice={choice} />}
      onChoose={(choice) => void call(choice)}
      onClose={close}
      empty={text.trim() === '' ? t('calls.dial.hint') : choices ? t('calls.dial.none', { text: text.trim() }) : null}
      footer={
        failed === null ? null : (
          <div className={styles.failed}>
            <p role="alert">{refusal}</p>
            <input
              className={styles.number}
              readOnly
              aria-label={t('calls.dial.number')}
              value={failed}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <Button onClick={() => copy(failed)}>{t(isCopied ? 'calls.dial.copied' : 'calls.dial.copy')}</Button>
          </div>
        )
      }
    />
  );
}

/** A call to somebody of another account is not about the open ticket. */
function aboutOf(
  number: string,
  { accountId, person }: NonNullable<DialChoice['who']>,
  ticketId: TicketId | null,
): CallToPlace {
  const isOfTicket = ticketId !== null && accountOf(ticketId) === accountId;
  return {
    number,
    name: person.name,
    accountId,
    personRemoteId: person.remoteId,
    ticketId: isOfTicket ? ticketId : null,
  };
}

function DialRow({ choice: { who, written } }: { readonly choice: DialChoice }) {
  const t = useText();
  const Icon = who === null ? Phone : User;
  return (
    <>
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.name}>{who === null ? t('calls.dial.typed', { number: written }) : who.person.name}</span>
      {who === null ? null : (
        <span className={styles.aside} data-tabular>
          {written}
        </span>
      )}
    </>
  );
}
