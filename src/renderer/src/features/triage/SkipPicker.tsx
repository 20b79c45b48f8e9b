import { useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { ChooserPanel } from '../../ui/ChooserPanel.tsx';
import { rankByWords } from '../../ui/rank-by-words.ts';
import styles from './Pickers.module.css';

const REASONS = ['waits', 'time', 'field', 'language'] as const;
/** Own reasons that are kept; the latest come first. */
const OWN_KEPT = 12;

/** Why tickets are left for another time: a known reason, or one that is typed and known from then on. */
export function SkipPicker({
  count,
  onChoose,
}: {
  readonly count: number;
  readonly onChoose: (reason: string) => void;
}) {
  const t = useText();
  const desk = useDesk();
  const own = useDeskState((state) => state.settings.skipReasons);
  const [text, setText] = useState('');
  const known = [...own, ...REASONS.map((name) => t(`triage.skip.${name}`))];
  const typed = text.trim();
  const isNew = typed !== '' && !known.includes(typed);
  const items = [...rankByWords(known, text, (reason) => reason), ...(isNew ? [typed] : [])];
  const label = t('triage.skip.label', { count });
  const choose = (reason: string): void => {
    if (!known.includes(reason)) void desk.saveSettings({ skipReasons: [reason, ...own].slice(0, OWN_KEPT) });
    onChoose(reason);
  };
  return (
    <ChooserPanel
      label={label}
      placeholder={t('triage.skip.placeholder')}
      text={text}
      onText={setText}
      groups={[{ label: '', items }]}
      keyOf={(reason) => reason}
      row={(reason) => (
        <span className={styles.row}>
          <span className={styles.name}>{known.includes(reason) ? reason : t('triage.skip.new', { reason })}</span>
        </span>
      )}
      onChoose={choose}
      onClose={() => show({ picker: null })}
      empty={t('triage.skip.placeholder')}
    />
  );
}
