import { Check } from 'lucide-react';
import { useState } from 'react';
import { type FieldPicker, show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { PriorityMark } from '#renderer/ui/PriorityMark.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { type Choice, isToggled, newTag, tagChoice } from './picker-choices.ts';
import { rankChoices } from './rank-choices.ts';
import styles from './TicketPicker.module.css';

type Props = {
  readonly picker: FieldPicker;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Those that a tag which is chosen is taken off from. */
  readonly tags: readonly string[];
  readonly empty: string;
  /** `label` is what was chosen, in words. */
  readonly onChoose: (choice: Choice, label: string) => void;
};

const close = (): void => show({ picker: null });

/** Type a few letters, Enter: one field is changed. */
export function TicketPicker({ picker, label, choices, tags, empty, onChoose }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const found = rankChoices(choices, text);
  const fresh =
    picker === 'tags'
      ? newTag(
          text,
          choices.map(({ name }) => name),
        )
      : null;
  const items = fresh === null ? found : [...found, tagChoice(tags, fresh)];
  const labelOf = ({ name, current }: Choice): string =>
    isToggled(picker) ? t(`ticket.pick.${picker}.${current ? 'off' : 'on'}`, { name }) : name;
  return (
    <ChooserPanel
      label={label}
      placeholder={label}
      text={text}
      onText={setText}
      groups={[{ label: '', items }]}
      keyOf={({ key }) => key}
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
      onChoose={(choice) => onChoose(choice, labelOf(choice))}
      onClose={close}
      empty={empty}
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
