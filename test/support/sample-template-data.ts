import type { Ticket } from '#shared/domain/ticket.ts';
import type { TemplateData } from '#shared/templates/template-data.ts';
import { describePeople } from '../../src/renderer/src/store/person-template-data.ts';
import { describeComments, describeTicket } from '../../src/renderer/src/store/ticket-template-data.ts';
import { sampleAccount, sampleAgents, sampleFields, sampleGroups, sampleRequesters } from './sample-desk-data.ts';

/** What templates see of a sample ticket; its conversation counts as not yet fetched. */
export function sampleTemplateData(ticket: Ticket): TemplateData {
  const byId = <Row extends { readonly remoteId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
    new Map(rows.map((row) => [row.remoteId, row]));
  const describe = describePeople({
    account: sampleAccount,
    people: byId([...sampleAgents, ...sampleRequesters]),
    organizations: new Map(),
  });
  const group = byId(sampleGroups).get(ticket.groupId ?? '');
  const around = {
    requester: describe.person(ticket.requesterId),
    assignee: describe.person(ticket.assigneeId),
    organization: null,
  };
  return {
    ...around,
    current_user: describe.me,
    dc: {},
    ticket: {
      ...describeTicket(ticket, { account: sampleAccount, fields: byId(sampleFields) }),
      ...describeComments([]),
      ...around,
      group: group ? { id: group.remoteId, name: group.name } : null,
    },
  };
}
