import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/Form.module.css';
import { ConditionRow } from './ConditionRow.tsx';
import { isComplete, type List, nextKey, type Row } from './draft.ts';

/** The conditions of one list: all of them must hold, or any. */
export function Conditions({
  list,
  rows,
  accountId,
  tried,
  onChange,
}: {
  readonly list: List;
  /** Of both lists. */
  readonly rows: readonly Row[];
  readonly accountId: AccountId | null;
  readonly tried: boolean;
  readonly onChange: (rows: readonly Row[]) => void;
}) {
  const t = useText();
  const box = useRef<HTMLFieldSetElement>(null);
  const mine = rows.filter((row) => row.list === list);
  // The keys go on where a row was added, or into the place of the one that was taken away.
  const focus = useRef<number | 'add' | null>(null);
  useEffect(() => {
    const at = focus.current;
    focus.current = null;
    if (at === null) return;
    const groups = box.current?.querySelectorAll<HTMLElement>(':scope > [role=group]');
    const row = at === 'add' ? undefined : groups?.[Math.min(at, groups.length - 1)];
    (row?.querySelector<HTMLElement>('select') ?? box.current?.querySelector<HTMLElement>(':scope > button'))?.focus();
  }, [mine.length]);

  const add = (): void => {
    focus.current = mine.length;
    const condition = { field: 'status', is: true, values: [] } as const;
    onChange([...rows, { key: nextKey(rows), list, condition }]);
  };
  return (
    <fieldset ref={box} className={form.group}>
      <legend className={form.legend}>{t(`inbox.build.${list}`)}</legend>
      {mine.map((row, at) => (
        <ConditionRow
          key={row.key}
          condition={row.condition}
          place={at + 1}
          accountId={accountId}
          incomplete={tried && !isComplete(row.condition)}
          onChange={(condition) => onChange(rows.map((one) => (one.key === row.key ? { ...row, condition } : one)))}
          onRemove={() => {
            focus.current = mine.length > 1 ? at : 'add';
            onChange(rows.filter(({ key }) => key !== row.key));
          }}
        />
      ))}
      <Button look="quiet" icon={<Plus />} onClick={add}>
        {t(`inbox.build.add.${list}`)}
      </Button>
    </fieldset>
  );
}
