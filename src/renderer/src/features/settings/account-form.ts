import type { Account, ConnectorForm, FormField } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { AccountDraft } from '#shared/link/values.ts';

/** What is typed into an account's form, by field. */
export type FormValues = Readonly<Record<string, string>>;

/** What the form begins with: the account's own configuration, or each choice's first option. Secrets are never shown. */
export const initialValues = (form: ConnectorForm, account: Account | null): FormValues =>
  Object.fromEntries(
    form.fields.map((field) => [
      field.name,
      field.kind === 'secret'
        ? ''
        : (account?.config[field.name] ?? (field.kind === 'choice' ? field.choices[0] : '') ?? ''),
    ]),
  );

/** The fields that matter for what has been chosen. */
export const visibleFields = (form: ConnectorForm, values: FormValues): readonly FormField[] =>
  form.fields.filter(({ when }) => when === null || values[when.field] === when.value);

/** Required fields left empty. An edited account keeps the secret that is not given anew, as long as it is of the same kind. */
export const missingFields = (form: ConnectorForm, values: FormValues, account: Account | null): readonly string[] =>
  visibleFields(form, values)
    .filter((field) => field.required && (values[field.name] ?? '').trim() === '')
    .filter((field) => !(field.kind === 'secret' && account !== null && keepsSecret(field, values, account)))
    .map((field) => field.name);

const keepsSecret = (field: FormField, values: FormValues, account: Account): boolean =>
  field.when === null || account.config[field.when.field] === values[field.when.field];

export function draftOf(form: ConnectorForm, values: FormValues, label: string, account: Account | null): AccountDraft {
  const visible = visibleFields(form, values);
  const pick = (fields: readonly FormField[]): Record<string, string> =>
    Object.fromEntries(fields.map((field) => [field.name, (values[field.name] ?? '').trim()]));
  return {
    id: account?.id ?? null,
    connectorId: form.connectorId,
    label: label.trim(),
    config: pick(visible.filter((field) => field.kind !== 'secret')),
    secrets: pick(visible.filter((field) => field.kind === 'secret' && (values[field.name] ?? '').trim() !== '')),
  };
}

const ABOUT_ADDRESS = new Set<Failure['code']>(['offline', 'notFound', 'server']);

/** The field that a failure is about; null when it is about none. */
export function fieldOfFailure(form: ConnectorForm, values: FormValues, failure: Failure): string | null {
  const visible = visibleFields(form, values);
  if (failure.code === 'unauthorized')
    return visible.find((field) => field.kind === 'secret')?.name ?? visible[0]?.name ?? null;
  if (failure.code === 'rejected') {
    const unusable = failure.reasons.flatMap((reason) =>
      typeof reason !== 'string' && reason.code === 'setting' ? [reason.field] : [],
    );
    return visible.find(({ name }) => unusable.includes(name))?.name ?? null;
  }
  return ABOUT_ADDRESS.has(failure.code) ? (visible.find((field) => field.kind === 'url')?.name ?? null) : null;
}

/** What a call that rejects comes to: the store worker or its link is gone, and the agent may press again. */
export const noLink = (): { readonly ok: false; readonly error: 'no-link' } => ({ ok: false, error: 'no-link' });
