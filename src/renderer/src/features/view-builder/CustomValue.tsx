import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Condition } from '#shared/domain/view.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { typedQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import form from '../../ui/Form.module.css';
import { NamesField } from './NamesField.tsx';

/** A field of the helpdesk's own, and what it must be. */
export function CustomValue({
  condition,
  accountId,
  describedBy,
  onChange,
}: {
  readonly condition: Extract<Condition, { readonly field: 'custom' }>;
  readonly accountId: AccountId | null;
  readonly describedBy: string;
  readonly onChange: (condition: Condition) => void;
}) {
  const t = useText();
  const desk = useDesk();
  const asked = 'field:';
  const { data } = useQuery(typedQuery(desk, { accountId, text: asked, caret: asked.length }));
  const names = data?.completion?.options.map(({ label }) => label) ?? [];
  const known = condition.id === '' || names.includes(condition.id) ? names : [condition.id, ...names];
  return (
    <>
      <select
        className={form.select}
        aria-label={t('inbox.build.customField')}
        value={condition.id}
        onChange={({ target }) => onChange({ ...condition, id: target.value })}
      >
        <option value="">{t('inbox.build.chooseField')}</option>
        {known.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {'values' in condition ? (
        <NamesField
          asked={null}
          keywords={[{ value: null, label: t('inbox.build.empty') }]}
          values={condition.values}
          accountId={accountId}
          describedBy={describedBy}
          onChange={(values) => onChange({ ...condition, values })}
        />
      ) : 'from' in condition ? (
        <input
          type="date"
          className={form.input}
          aria-label={t('inbox.build.day')}
          value={condition.from}
          onChange={({ target }) => target.value !== '' && onChange({ ...condition, from: target.value })}
        />
      ) : (
        <input
          type="number"
          className={form.input}
          aria-label={t('inbox.build.number')}
          value={'above' in condition ? condition.above : condition.below}
          onChange={({ target: { valueAsNumber: number } }) => {
            if (Number.isNaN(number)) return;
            onChange('above' in condition ? { ...condition, above: number } : { ...condition, below: number });
          }}
        />
      )}
    </>
  );
}
