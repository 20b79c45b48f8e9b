import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { Text } from '#shared/i18n/text.ts';
import { type CaretItem, LINE_PX } from '../caret-list/use-caret-list.ts';
import { applyEdit } from '../writing/insert-text.ts';
import styles from './Canned.module.css';

/** What is listed while there is no response at all: the way to the first one. The sign goes, for nothing comes in its place. */
export const firstResponse = (t: Text, make: () => void): CaretItem => ({
  id: 'new',
  row: (
    <span className={styles.head}>
      <span className={styles.title}>{t('canned.new')}</span>
      <Kbd keys="Enter" />
    </span>
  ),
  height: LINE_PX,
  take: (field, from, to) => {
    applyEdit(field, { from, to, text: '' });
    make();
  },
});
