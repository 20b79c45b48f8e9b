import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { type Range, shiftRange } from '#shared/metrics/range.ts';
import { type Zone } from '#shared/metrics/zone.ts';
import { useDeskState } from '../../state/desk-state.ts';
import { type NamedRange, RANGES } from '../../state/figures-choice.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { MetricsQuery } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import menu from '../../ui/Menu.module.css';
import { useTicker } from '../../ui/ticker.tsx';
import styles from './FiguresPanel.module.css';
import { daysOf, isWhole, rangeText } from './ranges.ts';

const DAYS = 'days';

/** Of which time, and what it is held against. */
export function RangeLine({
  query,
  zone,
  before,
}: {
  readonly query: MetricsQuery;
  readonly zone: Zone;
  /** Null until it is known. */
  readonly before: Range | null;
}) {
  const t = useText();
  const choice = useInterface((state) => state.figures);
  const shift = useDeskState((state) => state.settings.metrics.shift);
  const hasShift = shift !== null;
  const { now, subscribe } = useTicker();
  const isOver = useSyncExternalStore(subscribe, () => hasShift && shiftRange(shift, now(), zone).until <= now());
  const nameOf = (name: NamedRange | typeof DAYS): string =>
    t(`metrics.range.${name}`, { over: isOver ? 'yes' : 'no' });
  const named = [...RANGES, DAYS].filter((name) => name !== 'shift' || hasShift) as (NamedRange | typeof DAYS)[];
  const days = typeof choice.range === 'object' ? choice.range : null;
  // A shift that is not set any more is counted as the day.
  const current = days ? DAYS : choice.range === 'shift' && !hasShift ? 'today' : (choice.range as NamedRange);
  const choose = (range: typeof choice.range): void => show({ figures: { ...choice, range } });
  const field = (end: 'from' | 'to') =>
    days && (
      <label>
        {t(`metrics.range.${end}`)}{' '}
        <input
          type="date"
          className={styles.day}
          value={days[end]}
          onChange={({ target }) => {
            // Empty while a date is typed.
            if (target.value !== '') choose({ ...days, [end]: target.value });
          }}
        />
      </label>
    );
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          render={
            <Button look="quiet" icon={<ChevronDown />}>
              {nameOf(current)}
            </Button>
          }
        />
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
            <Menu.Popup className={menu.popup}>
              <Menu.RadioGroup
                value={current}
                onValueChange={(value: string) => {
                  const named = RANGES.find((name) => name === value);
                  choose(named ?? daysOf(query.range, zone));
                }}
              >
                {named.map((name) => (
                  <Menu.RadioItem key={name} value={name} closeOnClick className={menu.item}>
                    <span className={menu.check}>
                      <Menu.RadioItemIndicator>
                        <Check size={14} strokeWidth={1.5} />
                      </Menu.RadioItemIndicator>
                    </span>
                    {nameOf(name)}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {before ? (
        <span className={styles.before}>
          {t('metrics.against', {
            range: rangeText(t, { kind: query.kind, range: before }, zone),
            part: query.kind === 'shift' || isWhole(before, zone) ? 'whole' : 'part',
          })}
        </span>
      ) : null}
      {days ? (
        <span className={styles.days}>
          {field('from')}
          {field('to')}
        </span>
      ) : null}
    </>
  );
}
