import { useMemo, useState } from 'react';
import { COMMANDS, type CommandId } from '#shared/commands/catalogue.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { rankByWords } from '../../ui/rank-by-words.ts';
import styles from './Palette.module.css';

/** The palette cannot run itself, and nothing that needs the caret in a composer. */
const offered = (id: CommandId, contexts: readonly string[]): boolean =>
  id !== 'app.palette' && !contexts.every((context) => context === 'composer');

/** Every command by its name, with its key beside it. */
export function Palette() {
  const t = useText();
  const registry = useCommands();
  const { keymap } = useKeys();
  const [text, setText] = useState('');
  // Taken once: what could run when the palette opened.
  const [commands] = useState(() =>
    COMMANDS.filter(({ id, contexts }) => offered(id, contexts) && registry.canRun(id)).map(({ id }) => ({
      id,
      title: t(`commands.${id}`),
    })),
  );
  const found = useMemo(() => rankByWords(commands, text, ({ title }) => title), [commands, text]);
  return (
    <ChooserPanel
      label={t('app.palette.label')}
      placeholder={t('app.palette.placeholder')}
      text={text}
      onText={setText}
      groups={[{ label: '', items: found }]}
      keyOf={({ id }) => id}
      wordsOf={({ title }) => title}
      row={({ id, title }) => (
        <>
          <span className={styles.title}>{title}</span>
          <span className={styles.keys}>
            {keymap.keysOf(id).map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </span>
        </>
      )}
      onChoose={({ id }) => {
        show({ dialog: null });
        // After the dialog has given the focus back, so that a command may move it.
        requestAnimationFrame(() => registry.run(id, 'palette'));
      }}
      onClose={() => show({ dialog: null })}
      empty={t('app.palette.empty')}
    />
  );
}
