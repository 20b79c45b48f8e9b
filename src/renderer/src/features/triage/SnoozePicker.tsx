import { useMemo, useState } from 'react';
import { parseSnoozeTime, presetTime, SNOOZE_PRESETS } from '#shared/mine/snooze-time.ts';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { rankByWords } from '../../ui/rank-by-words.ts';
import { useTicker } from '../../ui/ticker.tsx';
import styles from './Pickers.module.css';
import { snoozeWords } from './snooze-words.ts';
import { wakeTime } from './wake-time.ts';

/** `until` null: only when the customer answers. */
type When = { readonly key: string; readonly name: string; readonly until: number | null };

/** When to have tickets back: a few letters of a proposed time, or a time as one types it. */
export function SnoozePicker({
  count,
  onChoose,
}: {
  readonly count: number;
  readonly onChoose: (until: number | null, words: string) => void;
}) {
  const t = useText();
  const ticker = useTicker();
  const [text, setText] = useState('');
  // As of when the chooser opened: what is chosen is what was read.
  const [now] = useState(() => ticker.now());
  const words = useMemo(() => snoozeWords(t.locale), [t.locale]);
  const proposed: readonly When[] = [
    ...SNOOZE_PRESETS.flatMap((preset) => {
      const until = presetTime(preset, now);
      return until === null ? [] : [{ key: preset, name: t(`triage.snooze.${preset}`), until }];
    }),
    { key: 'answer', name: t('triage.snooze.answer'), until: null },
  ];
  const typed = parseSnoozeTime(text, now, words);
  const own: readonly When[] = typed === null ? [] : [{ key: 'typed', name: wakeTime(t, typed, now), until: typed }];
  const label = t('triage.snooze.label', { count });
  return (
    <ChooserPanel
      label={label}
      placeholder={t('triage.snooze.placeholder')}
      text={text}
      onText={setText}
      groups={[{ label: '', items: [...own, ...rankByWords(proposed, text, ({ name }) => name)] }]}
      keyOf={({ key }) => key}
      row={({ key, name, until }) => (
        <span className={styles.row}>
          <span className={styles.name}>{name}</span>
          {key === 'typed' || until === null ? null : <span className={styles.aside}>{wakeTime(t, until, now)}</span>}
        </span>
      )}
      onChoose={({ until }) => onChoose(until, until === null ? '' : wakeTime(t, until, now))}
      onClose={() => show({ picker: null })}
      empty={t('triage.snooze.none')}
    />
  );
}
