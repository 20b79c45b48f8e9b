import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { ownMacrosQuery } from '#renderer/state/queries.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ChooserPanel } from '#renderer/ui/ChooserPanel.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { rankByWords } from '#renderer/ui/rank-by-words.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import { asMacro, type Macro, type OwnMacro, ownMacroId } from '#shared/macros/macro.ts';
import { writeMacroFile } from '#shared/macros/macro-file.ts';
import { titleInWords } from '#shared/macros/title-parts.ts';
import { LaterPreview } from '../LaterPreview.tsx';
import styles from './Macros.module.css';
import { useChangeMacros } from './use-change-macros.ts';

/** A macro as it is kept, as it is run, and the words that it is found by; none of them in the line for a new one. */
type Line = {
  readonly id: string;
  readonly macro: OwnMacro | null;
  readonly run: Macro | null;
  readonly words: string;
};
const NEW: Line = { id: 'new', macro: null, run: null, words: '' };

/** The agent's own macros, filtered as one types: Enter changes one or makes a new one, Delete takes one away. */
export function MacroList({
  onEdit,
  onFile,
  onClose,
}: {
  /** Null: a new one, called as was typed. */
  readonly onEdit: (macro: OwnMacro | null, typed: string) => void;
  /** Answers with the sentence for why nothing of it can be taken, or null. */
  readonly onFile: (file: File) => Promise<string | null>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const desk = useDesk();
  const { keymap } = useKeys();
  const changeMacros = useChangeMacros();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const { data: list } = useQuery(ownMacrosQuery(desk));
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<string | null>(null);

  const sorted = useMemo(() => linesOf(list?.entries ?? [], t.locale), [list, t.locale]);
  const lines = [...rankByWords(sorted, text, ({ words }) => words), NEW];
  const titleOf = ({ macro }: Line): string =>
    macro
      ? titleInWords(macro.title)
      : text.trim() === ''
        ? t('macros.new')
        : t('macros.newCalled', { title: titleInWords(text.trim()) });

  const remove = async (macro: OwnMacro): Promise<void> => {
    const label = t('macros.deleted', { title: titleInWords(macro.title) });
    setFailed(await changeMacros({ remove: [macro.id], put: [] }, { label, macros: { remove: [], put: [macro] } }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, pointed: Line | null): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    // Where there is a letter to delete, that is what is meant.
    if (event.key !== 'Delete' || selectionStart !== value.length || selectionEnd !== value.length) return;
    event.preventDefault();
    if (pointed?.macro && !event.repeat) void remove(pointed.macro);
  };
  const download = (macros: readonly OwnMacro[]): void =>
    saveFile('holdfast-macros.json', {
      mimeType: 'application/json',
      bytes: new TextEncoder().encode(writeMacroFile(macros, accounts)),
    });

  return (
    <ChooserPanel
      label={t('macros.mine')}
      placeholder={t('macros.mine.placeholder')}
      text={text}
      onText={setText}
      onKeyDown={onKeyDown}
      groups={[{ label: '', items: list ? lines : [] }]}
      keyOf={({ id }) => id}
      row={(line) => (
        <>
          <span className={line.macro ? styles.name : styles.fresh}>{titleOf(line)}</span>
          {keymap.keysOf(macroCommandId(ownMacroId(line))).map((key) => (
            <Kbd key={key} keys={key} />
          ))}
        </>
      )}
      onChoose={({ macro }) => onEdit(macro, macro ? '' : text.trim())}
      onClose={onClose}
      empty={null}
      footer={
        <>
          <span className={styles.hint} role="status">
            {failed ?? t('macros.mine.keys')}
            {list && list.unreadable.length > 0
              ? ` ${t('macros.mine.unreadable', { count: list.unreadable.length })}`
              : ''}
          </span>
          <Button
            look="quiet"
            disabled={sorted.length === 0}
            onClick={() => download(sorted.flatMap(({ macro }) => macro ?? []))}
          >
            {t('macros.export')}
          </Button>
          <FileButton
            look="quiet"
            label={t('macros.import')}
            accept=".json,application/json"
            onFile={(file) => void onFile(file).then(setFailed)}
          />
        </>
      }
      beside={
        ticketIds.length === 0
          ? undefined
          : (pointed) =>
              pointed?.run ? (
                <LaterPreview macro={pointed.run} ticketIds={ticketIds} looking />
              ) : (
                <p className={styles.about}>{t('macros.new.about')}</p>
              )
      }
    />
  );
}

const linesOf = (macros: readonly OwnMacro[], locale: string): readonly Line[] =>
  [...macros]
    .sort((one, other) => one.title.localeCompare(other.title, locale))
    .map((macro) => ({
      id: macro.id,
      macro,
      run: asMacro(macro),
      words: `${macro.title.replaceAll('::', ' ')} ${macro.description}`,
    }));
