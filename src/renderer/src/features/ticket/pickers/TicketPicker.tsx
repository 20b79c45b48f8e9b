import { Check } from 'lucide-react';
import { useState } from 'react';
import { type Picker, show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { DeskFacts, TicketDetail } from '#renderer/store/desk-api.ts';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { PriorityMark } from '#renderer/ui/PriorityMark.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { useChangeTicket } from '../use-ticket-actions.ts';
import { type Choice, choicesOf, newTag, tagChoice } from './picker-choices.ts';
import { rankChoices } from './rank-choices.ts';
import styles from './TicketPicker.module.css';

type Props = { readonly picker: Picker; readonly detail: TicketDetail; readonly facts: DeskFacts };

const close = (): void => show({ picker: null });

/** Type a few letters, Enter: one field of a ticket is changed. */
export function TicketPicker({ picker, detail, facts }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const change = useChangeTicket({ id: detail.id, accountId: detail.accountId, number: detail.ticket.number });
  const choices = choicesOf(t, picker, detail, facts);
  const found = rankChoices(choices, text);
  const fresh =
    picker === 'tags'
      ? newTag(
          text,
          choices.map(({ name }) => name),
        )
      : null;
  const items = fresh === null ? found : [...found, tagChoice(detail.ticket.tags, fresh)];
  const label = t(`ticket.pick.${picker}`, { number: detail.ticket.number });

  const choose = (choice: Choice): void => {
    close();
    if (choice.current && picker !== 'tags') return;
    void change(choice.changes, choiceLabel(picker, choice));
  };
  const choiceLabel = (field: Picker, { name, current }: Choice): string =>
    field === 'tags' ? t(current ? 'ticket.pick.tagOff' : 'ticket.pick.tagOn', { tag: name }) : name;
  return (
    <ChooserPanel
      label={label}
      placeholder={label}
      text={text}
      onText={setText}
      groups={[{ label: '', items }]}
      keyOf={({ key }) => key}
      wordsOf={({ name }) => name}
      row={(choice) => (
        <span className={styles.row}>
          <Mark choice={choice} />
          <span className={styles.name}>
            {choice.key === fresh ? t('ticket.pick.newTag', { tag: choice.name }) : choice.name}
          </span>
          {choice.current ? (
            <>
              <Check size={14} strokeWidth={1.5} aria-hidden="true" />
              <span className="visually-hidden">{t('ticket.pick.current')}</span>
            </>
          ) : null}
        </span>
      )}
      onChoose={choose}
      onClose={close}
      empty={t('ticket.pick.none')}
    />
  );
}

function Mark({ choice: { mark } }: { readonly choice: Choice }) {
  if (mark.kind === 'none') return null;
  return (
    <span aria-hidden="true" className={styles.mark}>
      {mark.kind === 'status' ? <StatusMark status={mark.status} /> : <PriorityMark priority={mark.priority} />}
    </span>
  );
}
