import { useMemo, useState } from 'react';
import type { CommandId } from '#shared/commands/catalogue.ts';
import { macroCommandId } from '#shared/commands/macro-commands.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { MacroChoice } from '../../store/desk-own.ts';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { fuzzyRank } from '../../ui/fuzzy-rank.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { foundGroups } from './found-groups.ts';
import styles from './Palette.module.css';
import { paletteGroups, withRecent } from './palette-groups.ts';
import { useMacrosTyped } from './use-macros-typed.ts';

type Item = CommandId | MacroChoice;

/** Every command that can run, by its name, with its key beside it; and macros, once something is typed. */
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
  const macros = useMacrosTyped(text);
  const shown = useMemo(() => {
    if (text.trim() === '') return groups.map(({ label, ids }) => ({ label: t(label), items: ids }));
    const all = groups.flatMap(({ ids }) => ids);
    const titleOf = (id: CommandId): string => t(`commands.${id}`);
    const found = foundGroups<CommandId, MacroChoice>(fuzzyRank(all, text, titleOf), macros, text, titleOf);
    return found.map(({ label, items }) => ({ label: label === '' ? '' : t(label), items }));
  }, [groups, macros, text, t]);

  const choose = (item: Item): void => {
    show({ dialog: null });
    const isCommand = typeof item === 'string';
    if (isCommand) void desk.saveSettings({ recentCommands: withRecent(recentCommands, item) });
    // After the dialog has given the focus back, so that a command may move it.
    requestAnimationFrame(() => {
      if (isCommand) registry.run(item, 'palette');
      // Found by its name alone: the picker shows first what it would do here, and Enter does it.
      else show({ picker: 'macro', macroAt: item.macro.id });
    });
  };

  return (
    <ChooserPanel
      label={t('app.palette.label')}
      placeholder={t('app.palette.placeholder')}
      text={text}
      onText={setText}
      groups={shown.filter(({ items }) => items.length > 0)}
      keyOf={(item) => (typeof item === 'string' ? item : item.macro.id)}
      row={(item) => (
        <>
          <span className={styles.title}>
            {typeof item === 'string' ? t(`commands.${item}`) : <MacroName of={item} />}
          </span>
          <span className={styles.keys}>
            {keymap.keysOf(typeof item === 'string' ? item : macroCommandId(item.macro.id)).map((key) => (
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

const MacroName = ({ of: { name, folder } }: { readonly of: MacroChoice }) => (
  <>
    {name} <span className={styles.folder}>{folder.join(' › ')}</span>
  </>
);
