import type { ReactNode } from 'react';
import type { CommandId } from '#shared/commands/catalogue.ts';
import { ariaKey } from '../commands/key-label.ts';
import { useCanRun, useCommands } from '../commands/use-command.tsx';
import { useKeys } from '../commands/use-key-dispatch.tsx';
import { useText } from '../state/text-context.tsx';
import { Button, type ButtonLook } from './Button.tsx';
import { Tooltip } from './Tooltip.tsx';

/** A button that runs a command: label, key, tooltip and whether it can run come from the catalogue and the registry. */
export function CommandButton({
  command,
  look = 'plain',
  icon,
  label,
  showKey = true,
  pressed,
  popup,
}: {
  readonly command: CommandId;
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  /** In place of the catalogue's title. */
  readonly label?: string;
  readonly showKey?: boolean;
  /** For a command that switches something on and off. */
  readonly pressed?: boolean;
  /** For a command that opens something beside the button. */
  readonly popup?: 'menu';
}) {
  const t = useText();
  const registry = useCommands();
  const { keymap, mac } = useKeys();
  const canRun = useCanRun(command);
  const key = keymap.keysOf(command)[0];
  const title = t(`commands.${command}`);
  const button = (
    <Button
      look={look}
      icon={icon}
      keys={showKey ? key : undefined}
      disabled={!canRun}
      aria-keyshortcuts={(key && ariaKey(key, mac)) || undefined}
      aria-pressed={pressed}
      aria-haspopup={popup}
      onClick={() => registry.run(command, 'button')}
    >
      {label ?? title}
    </Button>
  );
  if (look !== 'icon' && showKey) return button;
  return (
    <Tooltip label={label ?? title} keys={key}>
      {button}
    </Tooltip>
  );
}
