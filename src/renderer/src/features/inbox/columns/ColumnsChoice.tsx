import { useQueries } from '@tanstack/react-query';
import type { AccountId } from '#shared/domain/ids.ts';
import { fieldColumnOf, LIST_FACTS, type ListColumn, MOST_COLUMNS } from '#shared/domain/list-columns.ts';
import { useDesk } from '../../../state/desk-context.tsx';
import { useDeskState } from '../../../state/desk-state.ts';
import { factsQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import styles from './ColumnsChoice.module.css';

/** Which facts rows show, at most four, in the order in which they are ticked. `accountId` null offers the fields of all. */
export function ColumnsChoice({
  accountId,
  columns,
  onChange,
}: {
  readonly accountId: AccountId | null;
  readonly columns: readonly ListColumn[];
  readonly onChange: (columns: readonly ListColumn[]) => void;
}) {
  const t = useText();
  const fields = useFields(accountId);
  const full = columns.length >= MOST_COLUMNS;
  const toggle = (column: ListColumn): void =>
    onChange(columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]);
  const box = (column: ListColumn, title: string) => {
    const place = columns.indexOf(column) + 1;
    return (
      <label key={column} className={styles.choice}>
        <input type="checkbox" checked={place > 0} disabled={full && place === 0} onChange={() => toggle(column)} />
        {title}
        {place > 0 ? <span className={styles.place}>{t.intl.formatNumber(place)}</span> : null}
      </label>
    );
  };
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.legend}>{t('inbox.columns.legend', { most: MOST_COLUMNS })}</legend>
      {LIST_FACTS.map((fact) => box(fact, t(`inbox.column.${fact}`)))}
      {fields.map(({ column, title }) => box(column, title))}
    </fieldset>
  );
}

function useFields(accountId: AccountId | null): readonly { readonly column: ListColumn; readonly title: string }[] {
  const desk = useDesk();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const asked = accounts.filter(({ id }) => accountId === null || id === accountId);
  const answers = useQueries({ queries: asked.map(({ id }) => factsQuery(desk, id)) });
  return answers.flatMap(({ data }) =>
    (data?.fields ?? []).map(({ remoteId, title }) => ({
      column: fieldColumnOf(data?.account.id ?? '', remoteId),
      title: asked.length > 1 ? `${title} (${data?.account.label ?? ''})` : title,
    })),
  );
}
