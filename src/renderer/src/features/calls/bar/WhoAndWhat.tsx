import { useText } from '#renderer/state/text-context.tsx';
import type { Call } from '#shared/calls/call.ts';
import styles from './CallBar.module.css';
import type { Who } from './who-calls.ts';

/** Who it is; under it the number, the way it came and whose line it came on. */
export function WhoAndWhat({ call, who, shown }: { readonly call: Call; readonly who: Who; readonly shown: string }) {
  const t = useText();
  const { direction, queue, line, resumes } = call;
  const below = [
    who.name === null
      ? t('calls.bar.way', { direction })
      : t('calls.bar.number', { direction, number: who.number ?? t('calls.bar.withheld') }),
    ...(queue === '' ? [] : [queue]),
    ...(line === '' ? [] : [t('calls.bar.line', { line })]),
  ].join(' · ');
  return (
    <div className={styles.who}>
      <span className={styles.name} title={shown}>
        {shown}
      </span>
      <span className={styles.below} title={below}>
        {resumes === null ? null : <strong>{t('calls.bar.goesOn')} · </strong>}
        {below}
      </span>
    </div>
  );
}
