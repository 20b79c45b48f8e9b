import { useMemo, useState } from 'react';
import type { CommandId } from '#shared/commands/catalogue.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { fuzzyRank } from '../../ui/fuzzy-rank.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Palette.module.css';
import { paletteGroups, withRecent } from './palette-groups.ts';

/** Every command that can run, by its name, with its key beside it. */
export function Palette() {
  const t = useText();
  const desk = useDesk();
  const registry = useCommands();
  const { keymap } = useKeys();
  const [text, setText] = useState('');
  const { recentCommands } = useDeskState((state) => state.settings);
  // Taken once: what could run when the palette opened.
  const [groups] = useState(() => {
    const { openTicketId, openArticle, place } = useInterface.getState();
    const here = place === 'knowledge' && openArticle ? 'article' : openTicketId === null ? 'list' : 'ticket';
    return paletteGroups({ recent: recentCommands, here, canRun: registry.canRun });
  });
  const shown = useMemo(() => {
    if (text.trim() === '') return groups.map(({ label, ids }) => ({ label: t(label), items: ids }));
    const all = groups.flatMap(({ ids }) => ids);
    return [{ label: '', items: fuzzyRank(all, text, (id) => t(`commands.${id}`)) }];
  }, [groups, text, t]);

  const choose = (id: CommandId): void => {
    show({ dialog: null });
    void desk.saveSettings({ recentCommands: withRecent(recentCommands, id) });
    // After the dialog has given the focus back, so that a command may move it.
    requestAnimationFrame(() => registry.run(id, 'palette'));
  };

  return (
    <ChooserPanel
      label={t('app.palette.label')}
      placeholder={t('app.palette.placeholder')}
      text={text}
      onText={setText}
      groups={shown.filter(({ items }) => items.length > 0)}
      keyOf={(id) => id}
      wordsOf={(id) => t(`commands.${id}`)}
      row={(id) => (
        <>
          <span className={styles.title}>{t(`commands.${id}`)}</span>
          <span className={styles.keys}>
            {keymap.keysOf(id).map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </span>
        </>
      )}
      onChoose={choose}
      onClose={() => show({ dialog: null })}
      empty={t('app.palette.empty')}
    />
  );
}
