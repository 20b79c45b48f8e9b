import { describe, expect, it } from 'vitest';
import { everyoneElse } from '#shared/composer/everyone-else.ts';
import type { Message } from '#shared/domain/conversation.ts';

const message = (more: Partial<Message>): Message => ({
  remoteId: '1',
  ticketRemoteId: '7',
  kind: 'reply',
  authorId: 'ann',
  authorName: 'Ann',
  authorRole: 'requester',
  body: { format: 'text', content: 'Hello' },
  attachments: [],
  channel: 'email',
  createdAt: 1,
  clientId: null,
  ...more,
});
const emails: Readonly<Record<string, string>> = {
  ann: 'ann@a.example',
  bo: 'bo@b.example',
  sam: 'sam@desk.example',
};
const people = { me: 'me@desk.example', emailOf: (id: string) => emails[id] ?? null };
const ticket = { requesterId: 'ann', copies: [] };

describe('a reply to all', () => {
  it('goes to whom the helpdesk keeps in copy, but for those of whom it tells no address', () => {
    const copies = [
      { name: 'Bo', email: 'bo@b.example' },
      { name: 'Lead', email: null },
    ];
    expect(everyoneElse({ ...ticket, copies }, [], people)).toEqual(['bo@b.example']);
    expect(everyoneElse({ requesterId: 'ann' }, [], people)).toEqual([]);
  });

  it('goes to those in copy of the last public message by a person, and not to those of older ones', () => {
    const said = [
      message({ cc: ['old@o.example'] }),
      message({ cc: ['new@n.example'] }),
      message({ kind: 'note', authorRole: 'agent', authorId: 'sam', cc: ['inside@desk.example'] }),
      message({ authorRole: 'system', authorId: null, cc: ['robot@r.example'] }),
    ];
    expect(everyoneElse(ticket, said, people)).toEqual(['new@n.example']);
  });

  it('goes to every customer who has written, and to no colleague for having answered', () => {
    const said = [message({ authorId: 'bo' }), message({ authorRole: 'agent', authorId: 'sam' })];
    expect(everyoneElse(ticket, said, people)).toEqual(['bo@b.example']);
    // Put in copy by somebody, a colleague is meant.
    expect(everyoneElse(ticket, [message({ cc: ['sam@desk.example'] })], people)).toEqual(['sam@desk.example']);
  });

  it('goes to nobody twice, whatever the case, and neither to me nor to the requester', () => {
    const copies = [{ name: 'Bo', email: 'Bo@B.example' }];
    const said = [
      message({ authorId: 'bo' }),
      message({ authorId: 'ann', cc: ['ME@desk.example', 'ANN@a.example', 'bo@b.example', 'cy@c.example'] }),
    ];
    expect(everyoneElse({ ...ticket, copies }, said, people)).toEqual(['Bo@B.example', 'cy@c.example']);
  });
});
