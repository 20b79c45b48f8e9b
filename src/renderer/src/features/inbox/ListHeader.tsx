import { Menu } from 'lucide-react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useText } from '../../state/text-context.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SortMenu } from './SortMenu.tsx';
import styles from './TicketList.module.css';
import { useCountRemark } from './use-count-remark.ts';

/** What is listed and how many, or what is ticked of it. */
export function ListHeader({
  title,
  filtered,
  count,
  accountId,
  complete,
  ticked,
  outside,
  narrow,
}: {
  readonly title: string;
  /** Something else is asked than what the view asks for. */
  readonly filtered: boolean;
  readonly count: number;
  readonly accountId: AccountId | null;
  readonly complete: boolean;
  readonly ticked: number;
  /** Of what is ticked, what the list does not show. */
  readonly outside: number;
  readonly narrow: boolean;
}) {
  const t = useText();
  const remark = useCountRemark(accountId, complete);
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
          <span className={styles.count} title={count > 0 ? remark : undefined} data-tabular>
            {count > 0 ? t.intl.formatNumber(count) : ''}
            {count > 0 && !complete ? '+' : ''}
            {count > 0 && remark ? <span className="visually-hidden"> {remark}</span> : null}
          </span>
          <SortMenu />
        </>
      )}
    </header>
  );
}
