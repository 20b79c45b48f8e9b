import { Menu } from '@base-ui/react/menu';
import { ArrowDownWideNarrow, Check } from 'lucide-react';
import { SORTS } from '#shared/domain/view.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './SortMenu.module.css';

const DEFAULT = 'default';

/** Which tickets come first: as the view says, or by something else for now. */
export function SortMenu() {
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
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
