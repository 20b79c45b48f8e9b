import { Pin } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { keyLabels } from '#renderer/commands/key-label.ts';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { MacroChoice } from '#renderer/store/desk-own.ts';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import styles from './MacroPicker.module.css';
import { MacroPreview } from './MacroPreview.tsx';
import { useGiveDigit } from './use-give-digit.ts';
import { usePickerRows } from './use-picker-rows.ts';
import { usePressedEarly } from './use-pressed-early.ts';
import { useRunMacro } from './use-run-macro.ts';

const close = (): void => show({ picker: null });

/** Type a few letters or press a number: what the macro would do is shown before it does it. */
export function MacroPicker() {
  const t = useText();
  const { keymap, mac } = useKeys();
  const run = useRunMacro();
  // What it opened for: ticks and bar may change under it.
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const [at] = useState(() => useInterface.getState().macroAt);
  const [text, setText] = useState('');
  const [pointed, setPointed] = useState<MacroChoice | null>(null);
  /** Grows when one was chosen that cannot be run: the reasons are read out anew. */
  const [refused, setRefused] = useState(0);
  const { rows, settled } = usePickerRows(ticketIds, text, at);
  const shown = rows.find(({ macro }) => macro.id === pointed?.macro.id) ?? rows[0] ?? null;
  // The preview may come a frame after the letter.
  const previewed = useDeferredValue(shown);
  const choose = ({ macro }: MacroChoice): void =>
    void run(macro, ticketIds).then((ran) => {
      if (ran === 'done') close();
      else if (ran !== 'running') setRefused((count) => count + 1);
    });
  const take = usePressedEarly(settled, (which: number | 'best') => {
    const row = which === 'best' ? rows[0] : rows.find(({ digit }) => digit === which);
    if (row) choose(row);
    else if (which !== 'best') setText(String(which));
  });
  const digits = useDeskState((state) => state.settings.keys.digits);
  const { given, onKeyDown } = useGiveDigit();
  return (
    <ChooserPanel
      label={t('macros.pick', { count: ticketIds.length })}
      placeholder={t('macros.placeholder')}
      text={text}
      onText={(typed) => {
        if (text === '' && /^[1-9]$/.test(typed)) take(Number(typed));
        else setText(typed);
      }}
      onKeyDown={(event) => onKeyDown(event, shown)}
      onHighlight={setPointed}
      groups={[{ label: '', items: rows }]}
      keyOf={({ macro }) => macro.id}
      wordsOf={({ macro }) => macro.title}
      row={({ macro, name, folder, digit }) => (
        <span className={styles.row}>
          <span className={styles.name}>{name}</span>
          <span className={styles.folder}>{folder.join(' › ')}</span>
          {keymap.keysOf(macroCommandId(macro.id)).map((key) => (
            <Kbd key={key} keys={key} />
          ))}
          {digit === null || digits[macro.id] !== digit ? null : (
            <Pin size={12} strokeWidth={1.5} className={styles.kept} role="img" aria-label={t('macros.digit.kept')} />
          )}
          {digit === null ? null : <Kbd keys={String(digit)} />}
        </span>
      )}
      onChoose={(row) => (row === rows[0] ? take('best') : choose(row))}
      onClose={close}
      empty={!settled ? null : t(text === '' ? 'macros.none' : 'macros.notFound')}
      footer={<span role="status">{given ?? t('macros.digit.about', { mod: keyLabels('Mod', mac).join(' ') })}</span>}
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
