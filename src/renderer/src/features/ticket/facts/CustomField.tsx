import type { ReactNode } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { fieldValueName } from '#renderer/ui/value-names.ts';
import type { TicketField } from '#shared/domain/desk.ts';
import type { FieldValue } from '#shared/domain/ticket.ts';
import type { ChangeTicket } from '../use-ticket-actions.ts';
import styles from './Facts.module.css';
import { Line } from './Line.tsx';

type Props = { readonly field: TicketField; readonly value: FieldValue; readonly onChange: ChangeTicket };

/** A field of the helpdesk's own making, with the control that its type asks for. */
export function CustomField({ field, value, onChange }: Props) {
  const put = (next: FieldValue): void => {
    if (JSON.stringify(next) === JSON.stringify(value)) return;
    void onChange({ fields: { [field.remoteId]: next } }, field.title);
  };
  return (
    <>
      <dt>{field.title}</dt>
      <dd>{controlOf(field, value, put)}</dd>
    </>
  );
}

function controlOf(field: TicketField, value: FieldValue, put: (next: FieldValue) => void): ReactNode {
  if (!field.editable) return <ReadOnly field={field} value={value} />;
  switch (field.type) {
    case 'checkbox':
      return (
        <input
          type="checkbox"
          aria-label={field.title}
          checked={value === true}
          onChange={({ target }) => put(target.checked)}
        />
      );
    case 'dropdown':
      return <Dropdown field={field} value={typeof value === 'string' ? value : ''} put={put} />;
    case 'multiselect':
      return <Several field={field} value={Array.isArray(value) ? value : []} put={put} />;
    default:
      return <Line field={field} value={value === null ? '' : String(value)} put={put} />;
  }
}

function ReadOnly({ field, value }: { readonly field: TicketField; readonly value: FieldValue }) {
  const t = useText();
  return <span className={styles.value}>{fieldValueName(t, value, field)}</span>;
}

type ControlProps<Value> = {
  readonly field: TicketField;
  readonly value: Value;
  readonly put: (next: FieldValue) => void;
};

function Dropdown({ field, value, put }: ControlProps<string>) {
  const t = useText();
  const known = value === '' || field.options.some((option) => option.value === value);
  return (
    <select
      className={styles.control}
      aria-label={field.title}
      value={value}
      onChange={({ target }) => put(target.value === '' ? null : target.value)}
    >
      <option value="">{t('ticket.none')}</option>
      {known ? null : <option value={value}>{value}</option>}
      {field.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Several({ field, value, put }: ControlProps<readonly string[]>) {
  return (
    <fieldset className={styles.several}>
      <legend className="visually-hidden">{field.title}</legend>
      {field.options.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={({ target }) =>
              put(target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))
            }
          />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
