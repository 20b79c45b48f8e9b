import type { ReactNode } from 'react';
import { ariaKey } from '#renderer/commands/key-label.ts';
import { useCanRun, useCommands } from '#renderer/commands/use-command.tsx';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { Button, type ButtonLook } from '#renderer/ui/Button.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import type { CommandId } from '#shared/commands/catalogue.ts';
import styles from './CallBar.module.css';

/** What the keys of calls begin with: the bar says it once. */
export const HELD_KEYS = 'Mod+Shift';

/** A command's button with as little of its key as tells it: there are many beside each other. The whole is in its tooltip. */
export function BarCommand({
  command,
  icon,
  label,
  look = 'quiet',
  pressed,
}: {
  readonly command: CommandId;
  readonly icon: ReactNode;
  readonly label: string;
  readonly look?: ButtonLook;
  readonly pressed?: boolean;
}) {
  const t = useText();
  const registry = useCommands();
  const { keymap, mac } = useKeys();
  const canRun = useCanRun(command);
  const key = keymap.keysOf(command)[0];
  return (
    <Tooltip label={t(`commands.${command}`)} keys={key}>
      <Button
        look={look}
        icon={icon}
        keys={key?.replace(`${HELD_KEYS}+`, '')}
        disabled={!canRun}
        aria-keyshortcuts={(key && ariaKey(key, mac)) || undefined}
        aria-pressed={pressed}
        onClick={() => registry.run(command, 'button')}
      >
        <span className={styles.word}>{label}</span>
      </Button>
    </Tooltip>
  );
}
