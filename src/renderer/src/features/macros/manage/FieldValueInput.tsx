import { useText } from '#renderer/state/text-context.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import form from '#renderer/ui/Form.module.css';
import type { TicketField } from '#shared/domain/desk.ts';
import type { FieldValue } from '#shared/domain/ticket.ts';
import { typedValue } from './field-value.ts';

type Props = {
  readonly field: TicketField;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
};

/** What a field of the helpdesk's own is set to, with the control that its type asks for. */
export function FieldValueInput({ field, value, onChange }: Props) {
  const t = useText();
  const { title, type, options } = field;
  switch (type) {
    case 'checkbox':
      return (
        <label className={form.tick}>
          <input type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)} />
          {title}
        </label>
      );
    case 'dropdown':
      return (
        <Choice
          label={title}
          value={typeof value === 'string' ? value : null}
          options={[
            { value: null, name: t('ticket.none') },
            ...options.map((option) => ({ value: option.value, name: option.label })),
          ]}
          onChange={onChange}
        />
      );
    case 'multiselect':
      return <Several field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case 'text':
    case 'multiline':
    case 'number':
    case 'date':
      return (
        <input
          type={type === 'number' || type === 'date' ? type : 'text'}
          step="any"
          className={form.input}
          aria-label={title}
          value={value === null ? '' : String(value)}
          onChange={({ target }) => onChange(typedValue(field, target.value))}
        />
      );
  }
}

function Several({ field, value, onChange }: Omit<Props, 'value'> & { readonly value: readonly string[] }) {
  return (
    <fieldset className={form.ticks}>
      <legend className="visually-hidden">{field.title}</legend>
      {field.options.map((option) => (
        <label key={option.value} className={form.tick}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))
            }
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
