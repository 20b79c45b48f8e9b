import { Menu } from '@base-ui/react/menu';
import type { CommandId } from '#shared/commands/catalogue.ts';
import type { RunSource } from '#shared/commands/command-runs.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useText } from '../../state/text-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './CommandMenus.module.css';

/** Commands as items of a menu, each with its key at the right edge; what cannot run now is greyed. */
export function CommandItems({
  ids,
  source,
}: {
  readonly ids: readonly CommandId[];
  readonly source: Extract<RunSource, 'menu' | 'contextMenu'>;
}) {
  const t = useText();
  const registry = useCommands();
  const { keymap } = useKeys();
  return ids.map((id) => {
    const key = keymap.keysOf(id)[0];
    return (
      <Menu.Item
        key={id}
        className={styles.item}
        label={t(`commands.${id}`)}
        disabled={!registry.canRun(id)}
        // After the menu has given the focus back, so that a command may move it.
        onClick={() => requestAnimationFrame(() => registry.run(id, source))}
      >
        <span className={styles.title}>{t(`commands.${id}`)}</span>
        {key === undefined ? null : <Kbd keys={key} />}
      </Menu.Item>
    );
  });
}
