import { expect, test } from 'vitest';
import { wantedOf } from '#main/connectors/request-tracker/changes.ts';
import { err } from '#shared/result.ts';
import { aTicket } from '../../../../support/outbox-entry.ts';

const present = { ticket: aTicket(), tagFieldId: null, statusNames: [{ name: 'open', status: 'open' }] } as const;

test('what cannot be asked for comes with a code, and with what it names', () => {
  expect(wantedOf({ type: 'incident' }, present)).toEqual(err({ code: 'no-ticket-types' }));
  expect(wantedOf({ tagsAdded: ['vip'] }, present)).toEqual(err({ code: 'no-tags-field' }));
  expect(wantedOf({ status: 'on-hold' }, { ...present, statusNames: [] })).toEqual(
    err({ code: 'no-such-status', status: 'on-hold' }),
  );
});
