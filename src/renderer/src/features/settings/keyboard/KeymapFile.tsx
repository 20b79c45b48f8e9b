import { useState } from 'react';
import type { KeyChoices } from '#shared/commands/key-choices.ts';
import { readKeymapFile, writeKeymapFile } from '#shared/commands/keymap-file.ts';
import { useDeskState } from '../../../state/desk-state.ts';
import { useText } from '../../../state/text-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FileButton } from '../../../ui/FileButton.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import styles from './KeyboardSettings.module.css';

/** No keymap is larger, in bytes. */
const LARGEST = 200_000;

/** Takes the keys to another machine and back, and says what of a file was not taken in. */
export function KeymapFile({
  choices,
  onChange,
}: {
  readonly choices: KeyChoices;
  readonly onChange: (choices: KeyChoices) => void;
}) {
  const t = useText();
  const host = useDeskState((state) => state.link.host) ?? 'browser';
  const [said, setSaid] = useState<readonly string[]>([]);

  const take = async (file: File): Promise<void> => {
    const read = readKeymapFile(file.size > LARGEST ? '' : await file.text(), host);
    if (!read.ok) return setSaid([t('settings.keys.import.notAKeymap', { file: file.name })]);
    const { commands, keys } = read.value.leftOut;
    onChange({ ...choices, ...read.value.choices });
    setSaid([
      t('settings.keys.import.done', { file: file.name }),
      ...(commands.length === 0
        ? []
        : [t('settings.keys.import.commands', { commands: t.intl.formatList([...commands]), count: commands.length })]),
      ...(keys.length === 0
        ? []
        : [t('settings.keys.import.keys', { keys: t.intl.formatList([...keys]), count: keys.length })]),
    ]);
  };

  return (
    <>
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            saveFile('holdfast-keys.json', {
              mimeType: 'application/json',
              bytes: new TextEncoder().encode(writeKeymapFile(choices)),
            })
          }
        >
          {t('settings.keys.export')}
        </Button>
        <FileButton
          label={t('settings.keys.import')}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
        <Button disabled={Object.keys(choices.own).length === 0} onClick={() => onChange({ ...choices, own: {} })}>
          {t('settings.keys.resetAll')}
        </Button>
      </div>
      <div role="status">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}
