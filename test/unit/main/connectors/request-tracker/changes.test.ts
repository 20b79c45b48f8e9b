import { expect, test } from 'vitest';
import { wantedOf } from '#main/connectors/request-tracker/changes.ts';
import { withWholeAdminCc } from '#main/connectors/request-tracker/followers.ts';
import { err, ok } from '#shared/result.ts';
import { aTicket } from '../../../../support/outbox-entry.ts';

const present = {
  ticket: aTicket(),
  tagFieldId: null,
  copiedGroupIds: [],
  statusNames: [{ name: 'open', status: 'open' }],
} as const;

test('what cannot be asked for comes with a code, and with what it names', () => {
  expect(wantedOf({ type: 'incident' }, present)).toEqual(err({ code: 'no-ticket-types' }));
  expect(wantedOf({ tagsAdded: ['vip'] }, present)).toEqual(err({ code: 'no-tags-field' }));
  expect(wantedOf({ status: 'on-hold' }, { ...present, statusNames: [] })).toEqual(
    err({ code: 'no-such-status', status: 'on-hold' }),
  );
});

test('followers are asked for as a whole list, without losing the groups in it', () => {
  const ticket = aTicket({ followerIds: ['30', '34'] });
  const wanted = (changes: Parameters<typeof wantedOf>[0]) => {
    const found = wantedOf(changes, { ...present, ticket });
    return found.ok ? withWholeAdminCc(found.value.fields, { ticket, copiedGroupIds: ['304'] }) : found;
  };
  expect(wanted({ followersAdded: ['30', '32'], followersRemoved: ['34', '40'] })).toEqual({
    AdminCc: ['304', '30', '32'],
  });
  expect(wanted({ followersRemoved: ['30', '34'], priority: 'high' })).toEqual({ AdminCc: ['304'], Priority: '100' });
  expect(wanted({ followersAdded: ['30'], followersRemoved: ['40'] })).toEqual({});
});

test('only links that are not as wanted are asked for; a follow-up refers to what it follows', () => {
  const ticket = aTicket({ links: [{ kind: 'refers', remoteId: '5' }] });
  const wanted = (changes: Parameters<typeof wantedOf>[0]) => {
    const found = wantedOf(changes, { ...present, ticket });
    return found.ok ? ok(found.value.fields) : found;
  };
  const five = { kind: 'refers', remoteId: '5' } as const;
  const seven = { kind: 'depends', remoteId: '7' } as const;
  expect(wanted({ linksAdded: [five, seven, { kind: 'follow-up', remoteId: '6' }] })).toEqual(
    ok({ AddDependsOn: ['7'], AddRefersTo: ['6'] }),
  );
  expect(wanted({ linksAdded: [{ kind: 'follow-up', remoteId: '5' }] })).toEqual(ok({}));
  expect(wanted({ linksRemoved: [five, seven] })).toEqual(ok({ DeleteRefersTo: ['5'] }));
  expect(wanted({ linksAdded: [{ kind: 'problem', remoteId: '5' }] })).toEqual(err({ code: 'no-such-link' }));
});
