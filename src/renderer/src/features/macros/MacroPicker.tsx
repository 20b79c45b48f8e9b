import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { macrosQuery } from '#renderer/state/queries.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { MacroChoice } from '#renderer/store/desk-own.ts';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './MacroPicker.module.css';
import { MacroPreview } from './MacroPreview.tsx';
import { useRunMacro } from './use-run-macro.ts';

/** So many are listed: a letter more finds better than looking further. */
const LISTED = 50;
const NUMBERED = 9;

const close = (): void => show({ picker: null });

/** Type a few letters or press a number: what the macro would do is shown before it does it. */
export function MacroPicker() {
  const t = useText();
  const desk = useDesk();
  const run = useRunMacro();
  // What it opened for: ticks and bar may change under it.
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const [text, setText] = useState('');
  const [pointed, setPointed] = useState<MacroChoice | null>(null);
  /** Grows when one was chosen that cannot be run: the reasons are read out anew. */
  const [refused, setRefused] = useState(0);
  const choices = useQuery(macrosQuery(desk, { ticketIds, text, limit: LISTED })).data ?? [];
  const shown = choices.find(({ macro }) => macro.id === pointed?.macro.id) ?? choices[0] ?? null;
  // The preview may come a frame after the letter.
  const previewed = useDeferredValue(shown);
  const choose = ({ macro }: MacroChoice): void =>
    void run(macro, ticketIds).then((ran) => {
      if (ran) close();
      else setRefused((count) => count + 1);
    });
  return (
    <ChooserPanel
      label={t('macros.pick', { count: ticketIds.length })}
      placeholder={t('macros.placeholder')}
      text={text}
      onText={(typed) => {
        const at = text === '' && /^[1-9]$/.test(typed) ? Number(typed) - 1 : -1;
        const numbered = choices[at];
        if (numbered) choose(numbered);
        else setText(typed);
      }}
      onHighlight={setPointed}
      groups={[{ label: '', items: choices }]}
      keyOf={({ macro }) => macro.id}
      wordsOf={({ macro }) => macro.title}
      row={(choice) => (
        <span className={styles.row}>
          <span className={styles.name}>{choice.name}</span>
          <span className={styles.folder}>{choice.folder.join(' › ')}</span>
          {text === '' && choices.indexOf(choice) < NUMBERED ? (
            <Kbd keys={String(choices.indexOf(choice) + 1)} />
          ) : null}
        </span>
      )}
      onChoose={choose}
      onClose={close}
      empty={t(text === '' ? 'macros.none' : 'macros.notFound')}
      beside={
        previewed === null ? null : (
          <MacroPreview
            key={`${previewed.macro.id} ${refused}`}
            macro={previewed.macro}
            ticketIds={ticketIds}
            asked={refused > 0}
          />
        )
      }
    />
  );
}
