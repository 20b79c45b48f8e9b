import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewRequester } from '#renderer/store/desk-tickets.ts';
import type { Article } from '#shared/domain/desk.ts';
import { batch, message, NOW, person, startStore, ticket } from './fixtures.ts';

const article = (over: Pick<Article, 'remoteId' | 'internal' | 'body'> & Partial<Article>): Article => ({
  title: 'How we do it',
  path: [],
  locale: null,
  draft: false,
  labels: [],
  createdAt: NOW,
  updatedAt: NOW,
  url: null,
  ...over,
});

describe('a reply looked over in the store', () => {
  let one: Awaited<ReturnType<typeof startStore>>;
  const html = (content: string) => ({ format: 'html' as const, content });
  const check = async (text: string, cc: readonly string[] = []) =>
    (await one.desk.checkMessage({ ticketId: 'desk-1:1', text, cc })).map(({ guard, what }) => `${guard}: ${what}`);

  beforeEach(async () => {
    one = await startStore({});
    await one.remote.applyBatch(
      batch({
        people: [
          person('r1', 'Olha Petrenko', { email: 'olha@mail.example' }),
          person('r2', 'Linh Nguyen', { email: 'linh@mail.example' }),
          person('a2', 'Ada Okafor', { email: 'ada@shop.example', role: 'agent' }),
        ],
        tickets: [ticket({ remoteId: '1', requesterId: 'r1' })],
        messages: [
          message({
            remoteId: 'm1',
            ticketRemoteId: '1',
            authorId: 'r1',
            body: html('<p>I ordered the tent with the long poles on Monday, for Tom Baker.</p>'),
          }),
          message({
            remoteId: 'm2',
            ticketRemoteId: '1',
            kind: 'note',
            body: html(
              '<p>Careful: she has sent back the last <b>three</b> tents without any of the poles.</p>' +
                '<p>She says: I ordered the tent with the long poles on Monday.</p>',
            ),
          }),
        ],
        articles: [
          article({
            remoteId: 'k1',
            internal: true,
            body: '<p>Refund without asking whatever is worth less than ten euro.</p>',
          }),
          article({
            remoteId: 'k2',
            internal: false,
            body: '<p>Send it back to us within thirty days of the day it came.</p>',
          }),
        ],
      }),
    );
  });
  afterEach(() => one.stop());

  it('finds text of a note of this ticket', async () => {
    expect(await check('We see that she has sent back the last three tents without any poles.')).toEqual([
      'note: she has sent back the last three tents',
    ]);
  });

  it('leaves alone what the note has from the customer’s own message', async () => {
    expect(await check('You wrote “I ordered the tent with the long poles on Monday”.')).toEqual([]);
  });

  it('finds text of an internal article, also when it has changed, and none of a public one', async () => {
    expect(await check('We refund without asking whatever is worth less than ten euro.')).toEqual([
      'article: refund without asking whatever is worth less than',
    ]);
    expect(await check('Send it back to us within thirty days of the day it came.')).toEqual([]);
    const changed = { remoteId: 'k1', internal: true, updatedAt: NOW + 1 };
    await one.remote.applyBatch(
      batch({
        articles: [
          article({ ...changed, body: '<p>Ask Mr Okafor before you refund anything to a wholesale account.</p>' }),
        ],
      }),
    );
    expect(await check('I must ask Mr Okafor before you refund anything to a wholesale account.')).toEqual([
      'article: ask Mr Okafor before you refund anything to',
    ]);
    expect(await check('We refund without asking whatever is worth less than ten euro.')).toEqual([]);
  });

  it('finds another customer by name or address, but nobody whom the ticket knows', async () => {
    expect(await check('Dear Linh Nguyen, it is on its way.')).toEqual(['other-customer: Linh Nguyen']);
    expect(await check('We wrote to linh@mail.example.')).toEqual(['other-customer: linh@mail.example']);
    expect(await check('Dear Olha Petrenko, Ada Okafor will call. For Tom Baker it is on its way.')).toEqual([]);
    expect(await check('Dear Olha, dear Linh Nguyen', ['Linh@mail.example'])).toEqual([]);
  });

  it('knows whom a ticket that is not there yet is for, by id, name or address', async () => {
    const written = { ticketId: 'desk-1:new', text: 'Dear Linh Nguyen (linh@mail.example)', cc: [] };
    const to = async (requester: NewRequester | null) =>
      (await one.desk.checkMessage({ ...written, requester })).map(({ what }) => what);
    expect(await to(null)).toEqual(['linh@mail.example']);
    expect(await to({ remoteId: 'r1', name: 'Olha Petrenko', email: null })).toEqual(['linh@mail.example']);
    expect(await to({ remoteId: 'r2', name: '', email: null })).toEqual([]);
    expect(await to({ remoteId: null, name: 'linh nguyen', email: 'Linh@mail.example' })).toEqual([]);
    const internal = 'We refund without asking whatever is worth less than ten euro.';
    expect(await one.desk.checkMessage({ ...written, text: internal })).toMatchObject([{ guard: 'article' }]);
  });

  it('says nothing of no text, nor of a ticket that is not here', async () => {
    expect(await check(' ')).toEqual([]);
    expect(await one.desk.checkMessage({ ticketId: 'none:1', text: 'Dear Linh Nguyen', cc: [] })).toEqual([]);
  });
});
