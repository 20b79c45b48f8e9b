import { Menu } from 'lucide-react';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SortMenu } from './SortMenu.tsx';
import styles from './TicketList.module.css';

/** What is listed and how many, or what is ticked of it. */
export function ListHeader({
  title,
  filtered,
  count,
  complete,
  ticked,
  outside,
  narrow,
}: {
  readonly title: string;
  /** Something else is asked than what the view asks for. */
  readonly filtered: boolean;
  readonly count: number;
  readonly complete: boolean;
  readonly ticked: number;
  /** Of what is ticked, what the list does not show. */
  readonly outside: number;
  readonly narrow: boolean;
}) {
  const t = useText();
  return (
    <header className={styles.header}>
      {narrow ? <CommandButton command="app.views" look="icon" icon={<Menu />} /> : null}
      <h1 className={ticked > 0 ? 'visually-hidden' : styles.title}>
        {title}
        {filtered ? <span className={styles.filtered}> · {t('inbox.query.filtered')}</span> : null}
      </h1>
      {ticked > 0 ? (
        <SelectionBar count={ticked} outside={outside} />
      ) : (
        <>
          <span className={styles.count} data-tabular>
            {count > 0 ? t.intl.formatNumber(count) : ''}
            {count > 0 && !complete ? '+' : ''}
          </span>
          <SortMenu />
        </>
      )}
    </header>
  );
}
