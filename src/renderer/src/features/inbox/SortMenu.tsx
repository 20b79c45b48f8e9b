import { Menu } from '@base-ui/react/menu';
import { ArrowDownWideNarrow, Check } from 'lucide-react';
import { memo } from 'react';
import { SORTS } from '#shared/domain/view.ts';
import { ADVANCES, type Advance } from '#shared/settings/settings.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from '../../ui/Menu.module.css';
import { useAdvanceOf } from './use-advance.ts';

const DEFAULT = 'default';
const COMMANDS = { next: 'list.thenNext', list: 'list.thenList', stay: 'list.thenStay' } as const;

/** Which tickets come first: as the view says, or by something else for now; and what follows when one is done. */
export const SortMenu = memo(function SortMenu() {
  const t = useText();
  const sort = useInterface((state) => state.sort);
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button look="icon" icon={<ArrowDownWideNarrow />}>
            {t('inbox.sort.label')}
          </Button>
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup
              value={sort?.by ?? DEFAULT}
              onValueChange={(value: string) => {
                const by = SORTS.find((name) => name === value);
                // Descending is the longest wait first as well.
                show({ sort: by ? { by, descending: true } : null });
              }}
            >
              {([DEFAULT, ...SORTS] as const).map((by) => (
                <Menu.RadioItem key={by} value={by} closeOnClick className={styles.item}>
                  <span className={styles.check}>
                    <Menu.RadioItemIndicator>
                      <Check size={14} strokeWidth={1.5} />
                    </Menu.RadioItemIndicator>
                  </span>
                  {t(`inbox.sort.${by}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className={styles.rule} />
            <AdvanceChoice />
            <AfterReplies />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
});

/** What follows in this view when a ticket is done. */
function AdvanceChoice() {
  const t = useText();
  const registry = useCommands();
  const advance = useAdvanceOf(useInterface((state) => state.viewId));
  return (
    <Menu.RadioGroup
      value={advance}
      onValueChange={(value: Advance) => registry.run(COMMANDS[value], 'menu')}
      aria-label={t('inbox.then.label')}
    >
      <span className={styles.heading} aria-hidden="true">
        {t('inbox.then.label')}
      </span>
      {ADVANCES.map((one) => (
        <Menu.RadioItem key={one} value={one} closeOnClick className={styles.item}>
          <span className={styles.check}>
            <Menu.RadioItemIndicator>
              <Check size={14} strokeWidth={1.5} />
            </Menu.RadioItemIndicator>
          </span>
          {t(`inbox.then.${one}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** It follows replies that leave a ticket open as well: who answers one after the other wants it, who waits for an answer does not. */
function AfterReplies() {
  const t = useText();
  const registry = useCommands();
  const isOn = useDeskState((state) => state.settings.advanceAfterReplies);
  return (
    <Menu.CheckboxItem
      checked={isOn}
      closeOnClick
      className={styles.item}
      onCheckedChange={() => registry.run('list.thenReplies', 'menu')}
    >
      <span className={styles.check}>
        <Menu.CheckboxItemIndicator>
          <Check size={14} strokeWidth={1.5} />
        </Menu.CheckboxItemIndicator>
      </span>
      {t('inbox.then.replies')}
    </Menu.CheckboxItem>
  );
}
