import { X } from 'lucide-react';
import { useId } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Condition } from '#shared/domain/view.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/Form.module.css';
import { useTicker } from '../../ui/ticker.tsx';
import { begun, CONDITION_FIELDS, type Operator, operatorOf, operatorsOf, withOperator } from './operators.ts';
import { ValueField } from './ValueField.tsx';
import styles from './ViewBuilder.module.css';

/** One condition: what of a ticket, how it is compared, and with what. */
export function ConditionRow({
  condition,
  place,
  accountId,
  incomplete,
  onChange,
  onRemove,
}: {
  readonly condition: Condition;
  /** Counted from 1, for its name. */
  readonly place: number;
  readonly accountId: AccountId | null;
  /** It was to be saved and lacks its value. */
  readonly incomplete: boolean;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}) {
  const t = useText();
  const { now } = useTicker();
  const id = useId();
  const operator = operatorOf(condition);
  return (
    <div role="group" aria-label={t('inbox.build.condition', { place })} className={styles.row}>
      <select
        className={form.select}
        aria-label={t('inbox.build.field')}
        value={condition.field}
        onChange={({ target }) => {
          const field = CONDITION_FIELDS.find((one) => one === target.value);
          if (field) onChange(begun(field, now()));
        }}
      >
        {CONDITION_FIELDS.map((field) => (
          <option key={field} value={field}>
            {t(`inbox.build.field.${field}`)}
          </option>
        ))}
      </select>
      <select
        className={form.select}
        aria-label={t('inbox.build.operator')}
        value={operator}
        onChange={({ target }) => {
          const next = operatorsOf(condition.field).find((one: Operator) => one === target.value);
          if (next) onChange(withOperator(condition, next, now()));
        }}
      >
        {operatorsOf(condition.field).map((one) => (
          <option key={one} value={one}>
            {t(`inbox.build.operator.${one}`)}
          </option>
        ))}
      </select>
      <div className={form.value}>
        <ValueField condition={condition} accountId={accountId} describedBy={`${id}-lacks`} onChange={onChange} />
        <p id={`${id}-lacks`} role="status" className={incomplete ? form.problem : 'visually-hidden'}>
          {incomplete ? t('inbox.build.lacksValue') : ''}
        </p>
      </div>
      <Button look="icon" icon={<X />} onClick={onRemove}>
        {t('inbox.build.remove', { place })}
      </Button>
    </div>
  );
}
