import { describe, expect, test } from 'vitest';
import { forwardAction } from '../support/outbox-entry.ts';
import { DEDUPES } from './capabilities.ts';
import { begin, replyOf, ticketId } from './scenario.ts';

/**
 * What other consoles have done to their users' words, each as a story that must end well here. Named after the report.
 * Those about what is on the screen while somebody types are told in `test/unit/renderer/features/composer` and `test/e2e`.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('sent more than once', () => {
  test.each(DEDUPES)(
    'a reply whose answer was lost three times is there once, by %s (Zammad 932, FreeScout 4596, Mailspring 1086)',
    async (way) => {
      const story = await begin({
        capabilities: { dedupe: { reply: way, note: way, update: way, create: way, forward: way } },
      });
      story.network.faults.write.push('response-dropped', 'broken-after', 'nonsense');
      await story.reply('1', 'Once');
      await story.pass(5 * MINUTE);
      expect(story.mine('1')).toEqual(['Once']);
      expect(await story.states()).toEqual(way === 'none' ? ['unknown'] : []);
    },
  );

  test.each(DEDUPES.filter((way) => way !== 'none'))(
    'a request that never arrived is sent again, once, by %s',
    async (way) => {
      const story = await begin({
        capabilities: { dedupe: { reply: way, note: way, update: way, create: way, forward: way } },
      });
      story.network.faults.write.push('request-dropped', 'request-dropped');
      await story.reply('1', 'Once');
      await story.pass(5 * MINUTE);
      expect(story.mine('1')).toEqual(['Once']);
      expect(await story.states()).toEqual([]);
    },
  );

  test.each(DEDUPES)('a forward whose answer was lost three times went out once, by %s', async (way) => {
    const story = await begin({
      capabilities: { dedupe: { reply: way, note: way, update: way, create: way, forward: way } },
    });
    story.network.faults.write.push('response-dropped', 'broken-after', 'nonsense');
    await story.enqueue('1', forwardAction('Look'));
    await story.pass(5 * MINUTE);
    expect(story.helpdesk.forwardsOf('1').map(({ body }) => body.content)).toEqual(['Look']);
    expect(await story.states()).toEqual(way === 'none' ? ['unknown'] : []);
    // Nobody at the ticket waits for it, nor finds it there.
    await story.reply('1', 'Hello');
    await story.pass(MINUTE);
    expect(story.mine('1')).toEqual(['Hello']);
  });

  test('a new ticket whose answer came late is made once (Chatwoot 9314)', async () => {
    const story = await begin();
    story.network.faults.write.push('late-effect');
    const requester = { remoteId: 'customer', name: 'C', email: null };
    const { words } = replyOf('Hello');
    const action = { kind: 'create', subject: 'New', requester, public: true, words, changes: {} } as const;
    await story.answered(story.desk().enqueue({ accountId: 'sim', ticketId: null, action }));
    await story.pass(5 * MINUTE);
    expect(story.helpdesk.all().filter(({ ticket }) => ticket.subject === 'New')).toHaveLength(1);
    expect(await story.states()).toEqual([]);
  });

  test.each(['marker', 'contentMatch'] as const)(
    'the same words said twice on purpose arrive twice, by %s (FreeScout 5379)',
    async (way) => {
      const story = await begin({
        capabilities: { dedupe: { reply: way, note: way, update: way, create: way, forward: way } },
      });
      await story.reply('1', 'Thank you');
      await story.pass(MINUTE);
      story.network.faults.write.push('request-dropped');
      await story.reply('1', 'Thank you');
      await story.pass(5 * MINUTE);
      expect(story.mine('1')).toEqual(['Thank you', 'Thank you']);
    },
  );

  test('a reply that is being sent says what it was sent as, whatever becomes of its draft (FreeScout 2873)', async () => {
    const story = await begin();
    await story.saveDraft('1', 'An older text');
    const sent = story.reply('1', 'The text that was sent');
    void story.desk().discardDraft({ accountId: 'sim', ticketId: ticketId('1'), kind: 'reply', wordsKept: true });
    await sent;
    await story.pass(MINUTE);
    expect(story.mine('1')).toEqual(['The text that was sent']);
  });
});

describe('said to be sent and was not', () => {
  test('a reply that is tried again is shown as waiting until the helpdesk has it (Chatwoot 14120)', async () => {
    const story = await begin();
    story.network.faults.write.push('refused');
    const accepted = await story.reply('1', 'Again');
    await story.pass(MINUTE);
    expect(await story.states()).toEqual(['rejected']);
    story.network.online = false;
    const entryId = accepted.ok ? accepted.value.entryId : '';
    await story.answered(story.desk().retryEntry({ entryId, anyway: false }));
    await story.pass(MINUTE);
    expect(await story.states()).toEqual(['queued']);
    expect(story.mine('1')).toEqual([]);
    story.network.online = true;
    await story.pass(10 * MINUTE);
    expect(await story.states()).toEqual([]);
    expect(story.mine('1')).toEqual(['Again']);
  });

  test.each([0, 5, 8, 15, 30])(
    'a reply leaves by itself after an undo window of %s s, and not before (Mailspring 336)',
    async (undoSeconds) => {
      const story = await begin({ undoSeconds });
      await story.reply('1', 'Soon');
      await story.pass(Math.max(0, undoSeconds * 1_000 - 500));
      if (undoSeconds > 0) expect(story.mine('1')).toEqual([]);
      await story.pass(3_000);
      expect(story.mine('1')).toEqual(['Soon']);
      expect(await story.states()).toEqual([]);
    },
  );

  test('a sent reply does not stand among the drafts, not even after a restart (FreeScout 234)', async () => {
    const story = await begin();
    await story.saveDraft('1', 'Sent');
    await story.reply('1', 'Sent');
    await story.answered(
      story.desk().discardDraft({ accountId: 'sim', ticketId: ticketId('1'), kind: 'reply', wordsKept: true }),
    );
    await restart(story);
    expect(await story.answered(story.desk().drafts())).toEqual([]);
    expect(story.mine('1')).toEqual(['Sent']);
  });
});

describe('undone', () => {
  test('a reply that was undone is nowhere, and what was sent instead is sent once and to the same people (FreeScout 3300, 2874)', async () => {
    const story = await begin({ undoSeconds: 15 });
    const before = await rowOf(story);
    const first = await story.enqueue('1', replyOf('First', { cc: ['boss@example.com'] }));
    await story.pass(5_000);
    await story.answered(story.desk().discardEntry(first.ok ? first.value.entryId : ''));
    expect(await story.shown('1')).not.toContain('First');
    expect(await rowOf(story)).toEqual(before);
    expect(before).toBeDefined();
    await story.enqueue('1', replyOf('Second', { cc: ['boss@example.com'] }));
    await story.pass(MINUTE);
    expect(story.mine('1')).toEqual(['Second']);
    expect(story.helpdesk.effects.map(({ entry }) => entry.action)).toMatchObject([{ cc: ['boss@example.com'] }]);
  });

  test('what is sent after an undo has an undo window of its own (Nextcloud Mail 6334)', async () => {
    const story = await begin({ undoSeconds: 30 });
    const first = await story.reply('1', 'First');
    await story.pass(20_000);
    await story.answered(story.desk().discardEntry(first.ok ? first.value.entryId : ''));
    await story.reply('1', 'Second');
    await story.pass(20_000);
    expect(story.mine('1')).toEqual([]);
    await story.pass(15_000);
    expect(story.mine('1')).toEqual(['Second']);
  });

  test('an undo while the database is lost stays undone', async () => {
    const story = await begin({ undoSeconds: 30 });
    const accepted = await story.reply('1', 'No');
    const [console] = story.consoles;
    if (console) console.cache.state = 'hanging';
    const undone = story.answered(story.desk().discardEntry(accepted.ok ? accepted.value.entryId : ''));
    await story.pass(1_000);
    console?.kill('window');
    console?.loseCache('empty');
    if (console) console.cache.state = 'sound';
    console?.startWindow();
    await Promise.race([undone, story.pass(5 * MINUTE)]);
    await story.pass(5 * MINUTE);
    expect(story.mine('1')).toEqual([]);
    expect(await story.states()).toEqual([]);
    const told = await story.answered(story.desk().discarded());
    expect(told.ok && told.value.map(({ discarded }) => discarded.what)).toEqual(['entry']);
  });

  test('what waits can be seen and taken back while there is no network (Mailspring 437)', async () => {
    const story = await begin();
    story.network.online = false;
    await story.reply('1', 'Not this');
    await story.reply('2', 'But this');
    await story.pass(MINUTE);
    const [first] = await story.outbox();
    await story.answered(story.desk().discardEntry(first?.entry.id ?? ''));
    story.network.online = true;
    await story.pass(10 * MINUTE);
    expect([story.mine('1'), story.mine('2')]).toEqual([[], ['But this']]);
  });
});

describe('drafts', () => {
  test('a colleague who takes the ticket over, changes it and answers it leaves the draft alone (Zammad 5953)', async () => {
    const story = await begin();
    await story.saveDraft('1', 'Half a sentence');
    story.helpdesk.change('1', 'colleague', { assigneeId: 'colleague', groupId: null, tagsAdded: ['taken'] });
    story.helpdesk.write('1', 'colleague', 'reply', 'I take this');
    await story.pass(2 * MINUTE);
    expect(await story.shown('1')).toContain('I take this');
    expect(await draftOn(story, '1')).toBe('Half a sentence');
  });

  test('a merge leaves the draft alone, and a reply goes on to where the ticket went (Zammad 702)', async () => {
    const story = await begin();
    await story.saveDraft('1', 'Half a sentence');
    story.network.online = false;
    await story.reply('2', 'For the merged one');
    story.helpdesk.remove('1', '3');
    story.helpdesk.remove('2', '3');
    story.network.online = true;
    await story.pass(10 * MINUTE);
    expect(await draftOn(story, '1')).toBe('Half a sentence');
    const [item] = await story.outbox();
    expect(item).toMatchObject({
      entry: { state: { name: 'rejected', reason: 'ticket-merged' } },
      mergedInto: { id: ticketId('3') },
    });
    await story.answered(
      story.desk().replaceEntry({
        entryId: item?.entry.id ?? '',
        ticketId: ticketId('3'),
        action: replyOf('For the merged one'),
      }),
    );
    await story.pass(MINUTE);
    expect(story.mine('3')).toEqual(['For the merged one']);
    expect(await story.states()).toEqual([]);
  });

  test('settings that change, an account that fails and a password given again leave the draft alone (Zammad 3088)', async () => {
    const story = await begin();
    await story.saveDraft('1', 'Half a sentence');
    await story.answered(story.desk().saveSettings({ undoSeconds: 30 }));
    story.network.revoked = true;
    await story.pass(5 * MINUTE);
    story.network.revoked = false;
    await story.answered(story.desk().syncNow('sim'));
    await story.pass(MINUTE);
    expect(await draftOn(story, '1')).toBe('Half a sentence');
  });

  test('words that the helpdesk refuses are kept whole, and after discarding for 30 days (Mailspring 1604, 1107)', async () => {
    const story = await begin();
    story.network.faults.write.push('refused');
    await story.reply('1', 'A long letter');
    await story.pass(MINUTE);
    const [item] = await story.outbox();
    expect(item?.entry).toMatchObject({
      state: { name: 'rejected' },
      action: { words: { markdown: 'A long letter' } },
    });
    expect(await story.shown('1')).toContain('A long letter');
    await story.answered(story.desk().discardEntry(item?.entry.id ?? ''));
    await restart(story);
    const told = await story.answered(story.desk().discarded());
    expect(JSON.stringify(told)).toContain('A long letter');
  });

  test.each(['kept', 'empty', 'old'] as const)(
    'drafts on many tickets outlive a kill, with a cache that is %s (Mailspring 531, 728)',
    async (cache) => {
      const story = await begin();
      for (const id of ['1', '2', '3', '4', '5']) await story.saveDraft(id, `Draft ${id}`);
      await restart(story, cache);
      const drafts = await story.answered(story.desk().drafts());
      expect(drafts.map(({ draft }) => draft.text).toSorted()).toEqual([
        'Draft 1',
        'Draft 2',
        'Draft 3',
        'Draft 4',
        'Draft 5',
      ]);
    },
  );
});

describe('offline and back', () => {
  test.each(['cursor', 'since', 'search', 'none'] as const)(
    'a colleague who answered hours ago, while I was away, holds my reply, by %s (Chatwoot 14934, 995)',
    async (delta) => {
      const story = await begin({ capabilities: { delta } });
      story.network.online = false;
      await story.pass(HOUR);
      story.helpdesk.write('1', 'colleague', 'reply', 'Already answered');
      await story.pass(2 * HOUR);
      for (const id of ['2', '3', '4', '5', '6']) story.helpdesk.write(id, 'customer', 'reply', 'And?');
      await story.reply('1', 'Answered again');
      story.network.online = true;
      await story.pass(10 * MINUTE);
      expect(await story.states()).toEqual(['held']);
      expect(story.mine('1')).toEqual([]);
      expect(await story.shown('1')).toEqual(['Question 1', 'Already answered', 'Answered again']);
    },
  );

  test('news is there within a minute of opening the lid (Chatwoot 3916)', async () => {
    const story = await begin();
    story.offsets[0] = 8 * HOUR;
    story.helpdesk.write('1', 'customer', 'reply', 'Good morning');
    story.consoles[0]?.wakeUp();
    await story.pass(30_000);
    expect(await story.shown('1')).toContain('Good morning');
  });

  test('a night without a network ends by itself, without anybody asking (Chatwoot 6411)', async () => {
    const story = await begin();
    story.network.online = false;
    await story.pass(14 * HOUR);
    story.helpdesk.write('1', 'customer', 'reply', 'Good morning');
    story.network.online = true;
    await story.pass(6 * MINUTE);
    expect(await story.shown('1')).toContain('Good morning');
  });

  test('what was written to two customers offline reaches each of them with nothing of the other (Airmail 329)', async () => {
    const story = await begin();
    story.network.online = false;
    await story.enqueue('1', replyOf('For the first', { cc: ['first@example.com'] }));
    await story.saveDraft('2', 'Half of the second');
    await story.enqueue('2', replyOf('For the second', { cc: ['second@example.com'] }));
    story.network.online = true;
    await story.pass(10 * MINUTE);
    expect([story.mine('1'), story.mine('2')]).toEqual([['For the first'], ['For the second']]);
    const ccs = story.helpdesk.effects.map(({ entry, ticketRemoteId }) => [
      ticketRemoteId,
      'cc' in entry.action && entry.action.cc,
    ]);
    expect(Object.fromEntries(ccs)).toEqual({ 1: ['first@example.com'], 2: ['second@example.com'] });
  });

  test('two replies written offline to one ticket go in order, and the first does not hold the second', async () => {
    const story = await begin();
    story.network.online = false;
    await story.reply('1', 'First');
    await story.reply('1', 'Second', { status: 'solved', statusName: 'solved' });
    expect(await story.shown('1')).toEqual(['Question 1', 'First', 'Second']);
    story.network.online = true;
    await story.pass(10 * MINUTE);
    expect(story.mine('1')).toEqual(['First', 'Second']);
    expect(await story.states()).toEqual([]);
    expect(story.helpdesk.all().find(({ ticket }) => ticket.remoteId === '1')?.ticket.status).toBe('solved');
  });

  test('a colleague who changes tags only holds nothing, and keeps the tags', async () => {
    const story = await begin();
    story.network.online = false;
    await story.reply('1', 'Answer', { tagsAdded: ['mine'] });
    story.helpdesk.change('1', 'colleague', { tagsAdded: ['theirs'] });
    story.network.online = true;
    await story.pass(10 * MINUTE);
    expect(story.mine('1')).toEqual(['Answer']);
    expect(story.helpdesk.all().find(({ ticket }) => ticket.remoteId === '1')?.ticket.tags).toEqual(['theirs', 'mine']);
  });
});

type Story = Awaited<ReturnType<typeof begin>>;

async function restart(story: Story, cache: 'kept' | 'empty' | 'old' = 'kept'): Promise<void> {
  const [console] = story.consoles;
  await story.pass(MINUTE);
  console?.kill('both');
  if (cache !== 'kept') console?.loseCache(cache);
  void console?.startMain();
  console?.startWindow();
  await story.pass(MINUTE);
}

const draftOn = async (story: Story, remoteId: string): Promise<string | undefined> =>
  (await story.answered(story.desk().draft({ ticketId: ticketId(remoteId), kind: 'reply' })))?.text;

/** How the ticket stands in the list. */
async function rowOf(story: Story) {
  const { rows } = await story.answered(story.desk().rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 50 }));
  return rows.find(({ id }) => id === ticketId('1'));
}
