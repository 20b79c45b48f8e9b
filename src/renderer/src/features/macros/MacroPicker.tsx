import { Pin } from 'lucide-react';
import { useCallback, useState } from 'react';
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
import { LaterPreview } from './LaterPreview.tsx';
import styles from './MacroPicker.module.css';
import type { PickerRow } from './picker-rows.ts';
import { useGiveDigit } from './use-give-digit.ts';
import { usePickerRows } from './use-picker-rows.ts';
import { usePressedEarly } from './use-pressed-early.ts';
import { useRunMacro } from './use-run-macro.ts';

const close = (): void => show({ picker: null });
const keyOf = ({ macro }: MacroChoice): string => macro.id;

/** The row in that place, or the one with that digit. */
type PlaceOrDigit = { readonly place: number } | { readonly digit: number };

/** Type a few letters or press a number: what the macro would do is shown before it does it. */
export function MacroPicker() {
  const t = useText();
  const { keymap, mac } = useKeys();
  const run = useRunMacro();
  // What it opened for: ticks and bar may change under it.
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const [at] = useState(() => useInterface.getState().macroAt);
  const [text, setText] = useState('');
  /** Grows when one was chosen that cannot be run: the reasons are read out anew. */
  const [refused, setRefused] = useState(0);
  const { rows, settled, askAhead } = usePickerRows(ticketIds, text, at);
  const digits = useDeskState((state) => state.settings.keys.digits);
  const { given, onKeyDown } = useGiveDigit();
  const row = useCallback(
    (one: PickerRow) => (
      <Row row={one} keys={keymap.keysOf(macroCommandId(one.macro.id))} kept={digits[one.macro.id] === one.digit} />
    ),
    [keymap, digits],
  );
  const choose = ({ macro }: MacroChoice): void =>
    void run(macro, ticketIds).then((ran) => {
      if (ran === 'done') close();
      else if (ran !== 'running') setRefused((count) => count + 1);
    });
  const take = usePressedEarly(settled, (which: PlaceOrDigit) => {
    const meant = 'place' in which ? rows[which.place] : rows.find(({ digit }) => digit === which.digit);
    if (meant) choose(meant);
    else if ('digit' in which) setText(String(which.digit));
  });
  return (
    <ChooserPanel
      label={t('macros.pick', { count: ticketIds.length })}
      placeholder={t('macros.placeholder')}
      text={text}
      onText={(typed) => {
        if (text === '' && /^[1-9]$/.test(typed)) take({ digit: Number(typed) });
        else {
          askAhead(typed);
          setText(typed);
        }
      }}
      onKeyDown={onKeyDown}
      groups={[{ label: '', items: rows }]}
      keyOf={keyOf}
      row={row}
      // While the list is still that of a letter ago, what Enter means is what it is about to show.
      onChoose={(_, place) => take({ place })}
      onClose={close}
      empty={!settled ? null : t(text === '' ? 'macros.none' : 'macros.notFound')}
      footer={<span role="status">{given ?? t('macros.digit.about', { mod: keyLabels('Mod', mac).join(' ') })}</span>}
      beside={(pointed) =>
        pointed === null ? null : <LaterPreview macro={pointed.macro} ticketIds={ticketIds} refused={refused} />
      }
    />
  );
}

function Row({
  row: { name, folder, digit },
  keys,
  kept,
}: {
  readonly row: PickerRow;
  readonly keys: readonly string[];
  /** The agent gave it the digit that it has. */
  readonly kept: boolean;
}) {
  const t = useText();
  return (
    <span className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span className={styles.folder}>{folder.join(' › ')}</span>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
      {digit === null || !kept ? null : (
        <Pin size={12} strokeWidth={1.5} className={styles.kept} role="img" aria-label={t('macros.digit.kept')} />
      )}
      {digit === null ? null : <Kbd keys={String(digit)} />}
    </span>
  );
}
