import { type ReactNode, useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { CannedImport } from '#shared/canned/import-dry-run.ts';
import { leftOutText } from '#shared/canned/problem-text.ts';
import styles from './Canned.module.css';

/** As many as one reads; the rest are counted. */
const LISTED = 100;

/** Line by line: what is left out and why, what changes and in which fields, what is new, what is there already. */
export function ImportLines({
  dryRun: { added, changed, same, leftOut, untranslated },
}: {
  readonly dryRun: CannedImport;
}) {
  const t = useText();
  return (
    <>
      <Lines
        heading={t('canned.import.leftOut')}
        lines={leftOut.map((one) => ({ key: `${one.place.at} ${one.why}`, words: leftOutText(t, one) }))}
      />
      <Lines
        heading={t('canned.import.changed')}
        lines={changed.map(({ to, fields }) => ({
          key: to.id,
          words: (
            <>
              {named(to)}{' '}
              <span className={styles.aside}>
                {t.intl.formatList(fields.map((field) => t(`canned.field.${field}`)))}
              </span>
            </>
          ),
        }))}
      />
      <Lines heading={t('canned.import.added')} lines={added.map((one) => ({ key: one.id, words: named(one) }))} />
      <Lines heading={t('canned.import.same')} lines={same.map((one) => ({ key: one.id, words: named(one) }))} />
      <Lines
        heading={t('canned.import.untranslated')}
        lines={untranslated.map(({ place, placeholders }) => ({
          key: String(place.at),
          words: t('canned.import.placeholders', { by: place.by, at: place.at, placeholders: placeholders.join(' ') }),
        }))}
      />
    </>
  );
}

function Lines({
  heading,
  lines,
}: {
  readonly heading: string;
  readonly lines: readonly { readonly key: string; readonly words: ReactNode }[];
}) {
  const t = useText();
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {heading}
      </h3>
      <ul className={styles.lines}>
        {lines.slice(0, LISTED).map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
        {lines.length > LISTED ? <li>{t('canned.import.more', { count: lines.length - LISTED })}</li> : null}
      </ul>
    </section>
  );
}

const named = ({ shortcode, title }: CannedResponse): string => `/${shortcode} ${title}`;
