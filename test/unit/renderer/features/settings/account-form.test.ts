import { describe, expect, test } from 'vitest';
import type { ConnectorForm, FormField } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import {
  draftOf,
  fieldOfFailure,
  initialValues,
  missingFields,
  visibleFields,
} from '../../../../../src/renderer/src/features/settings/account-form.ts';
import { sampleAccount } from '../../../../support/sample-desk-data.ts';

const field = (name: string, kind: FormField['kind'], mode: string | null = null): FormField => ({
  name,
  kind,
  choices: kind === 'choice' ? ['token', 'password'] : [],
  required: true,
  when: mode === null ? null : { field: 'mode', value: mode },
});
const form: ConnectorForm = {
  connectorId: 'request-tracker',
  fields: [
    field('url', 'url'),
    field('mode', 'choice'),
    field('token', 'secret', 'token'),
    field('user', 'text', 'password'),
    field('password', 'secret', 'password'),
  ],
};
const account = {
  ...sampleAccount,
  id: 'rt',
  practice: false,
  config: { url: 'https://rt.example', mode: 'password', user: 'olena' },
};
const namesOf = (fields: readonly FormField[]) => fields.map(({ name }) => name);

describe('which fields matter', () => {
  test('what a choice rules out is neither shown, nor asked for, nor sent', () => {
    const values = { ...initialValues(form, null), url: ' https://rt.example ', token: '1-2-3', user: 'stale' };
    expect(namesOf(visibleFields(form, values))).toEqual(['url', 'mode', 'token']);
    expect(missingFields(form, values, null)).toEqual([]);
    expect(draftOf(form, values, ' Desk ', null)).toEqual({
      id: null,
      connectorId: 'request-tracker',
      label: 'Desk',
      config: { url: 'https://rt.example', mode: 'token' },
      secrets: { token: '1-2-3' },
    });
  });

  test('an edited account keeps its secret, but not for another way of signing in', () => {
    const values = initialValues(form, account);
    expect(values.password).toBe('');
    expect(missingFields(form, values, account)).toEqual([]);
    expect(draftOf(form, values, '', account)).toMatchObject({ id: 'rt', secrets: {} });
    expect(missingFields(form, { ...values, mode: 'token' }, account)).toEqual(['token']);
    expect(missingFields(form, values, null)).toEqual(['password']);
  });
});

test.each<readonly [Failure, string | null]>([
  [{ code: 'offline', cause: 'dns', detail: '' }, 'url'],
  [{ code: 'offline', cause: 'certificate', detail: '' }, 'url'],
  [{ code: 'server', status: 200, nonsense: true, detail: '' }, 'url'],
  [{ code: 'unauthorized', detail: '' }, 'password'],
  [{ code: 'rejected', reasons: [{ code: 'setting', field: 'user' }], detail: 'configuration' }, 'user'],
  [{ code: 'rejected', reasons: [{ code: 'setting', field: 'token' }], detail: 'configuration' }, null],
  [{ code: 'rateLimited', retryAfterMs: 1, detail: '' }, null],
])('%o stands beside %s', (failure, expected) => {
  expect(fieldOfFailure(form, initialValues(form, account), failure)).toBe(expected);
});
