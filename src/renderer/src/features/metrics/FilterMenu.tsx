import { Menu } from '@base-ui/react/menu';
import { Check, ChevronRight, ListFilter } from 'lucide-react';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { Facet } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import menu from '../../ui/Menu.module.css';
import styles from './FiguresPanel.module.css';
import { chosenOf, FACETS, withChosen } from './filter-choice.ts';
import { type FacetOption, useFacetNames } from './use-facet-names.ts';

/** Whose figures, by which clock and of which tickets, in one line; the menu changes it. */
export function FilterMenu() {
  const t = useText();
  const choice = useInterface((state) => state.figures);
  const { options, nameOf } = useFacetNames();
  const { filter, mine, hours } = choice;
  const named = FACETS.flatMap((facet) => chosenOf(filter, facet).map((key) => nameOf(facet, key)));
  const whose = t(mine ? 'metrics.filter.mine' : 'metrics.filter.everybody');
  const words = [whose, t(`metrics.filter.hours.${hours}`), ...named].join(' · ');
  const put = (change: Partial<typeof choice>): void => show({ figures: { ...choice, ...change } });
  return (
    <Menu.Root>
      <Menu.Trigger
        className={styles.filter}
        render={
          <Button look="quiet" icon={<ListFilter />} title={words}>
            <span className={styles.what}>
              <span className="visually-hidden">{t('metrics.filter.label')} </span>
              {words}
            </span>
          </Button>
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.RadioGroup value={mine} onValueChange={(value: boolean) => put({ mine: value })}>
              <Radio value={true} name={t('metrics.filter.mine')} />
              <Radio value={false} name={t('metrics.filter.everybody')} />
            </Menu.RadioGroup>
            <Menu.Separator className={menu.rule} />
            <Menu.RadioGroup value={hours} onValueChange={(value: typeof hours) => put({ hours: value })}>
              <Radio value="all" name={t('metrics.filter.hours.all')} />
              <Radio value="business" name={t('metrics.filter.hours.business')} />
            </Menu.RadioGroup>
            <Menu.Separator className={menu.rule} />
            {FACETS.map((facet) => (
              <FacetItems
                key={facet}
                facet={facet}
                options={options[facet]}
                chosen={chosenOf(filter, facet)}
                onChoose={(keys) => put({ filter: withChosen(filter, facet, keys) })}
              />
            ))}
            {named.length === 0 ? null : (
              <>
                <Menu.Separator className={menu.rule} />
                <Menu.Item className={menu.item} onClick={() => put({ filter: {} })}>
                  <span className={menu.check} />
                  {t('metrics.filter.clear')}
                </Menu.Item>
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Radio({ value, name }: { readonly value: string | boolean; readonly name: string }) {
  return (
    <Menu.RadioItem value={value} className={menu.item}>
      <span className={menu.check}>
        <Menu.RadioItemIndicator>
          <Check size={14} strokeWidth={1.5} />
        </Menu.RadioItemIndicator>
      </span>
      {name}
    </Menu.RadioItem>
  );
}

/** What tickets are told apart by, in a menu of its own: any number may be ticked. */
function FacetItems({
  facet,
  options,
  chosen,
  onChoose,
}: {
  readonly facet: Facet;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}) {
  const t = useText();
  if (options.length === 0) return null;
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={menu.item}>
        <span className={menu.check} />
        <span className={menu.name}>{t(`metrics.facet.${facet}`)}</span>
        <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            {options.map(({ key, name }) => (
              <Menu.CheckboxItem
                key={key}
                checked={chosen.includes(key)}
                onCheckedChange={(on) => onChoose(on ? [...chosen, key] : chosen.filter((one) => one !== key))}
                className={menu.item}
              >
                <span className={menu.check}>
                  <Menu.CheckboxItemIndicator>
                    <Check size={14} strokeWidth={1.5} />
                  </Menu.CheckboxItemIndicator>
                </span>
                {name}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}
