import { describe, expect, it } from 'vitest';
import { phaseOf } from '#shared/calls/call.ts';
import { answered, deskOfCalls, hungUp, MINUTE, NINE, rings } from './open-desk-calls.ts';

const phases = (calls: { live(): readonly Parameters<typeof phaseOf>[0][] }) => calls.live().map(phaseOf);

describe('a call that the telephone tells of', () => {
  it('is timed from the first ring to the wrap-up, and told to the store at every step', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    expect(await calls.take(rings('a', { name: 'Ann Berg', queue: 'support' }))).toBe('news');
    await desk.clock.advance(4_000);
    await calls.take(answered('a'));
    await desk.clock.advance(90_000);
    await calls.take(hungUp('a'));
    const [call] = calls.live();
    expect(call).toMatchObject({
      externalId: 'a',
      name: 'Ann Berg',
      queue: 'support',
      startedAt: NINE,
      answeredAt: NINE + 4_000,
      endedAt: NINE + 94_000,
      cause: 'normalClearing',
    });
    await calls.change(call?.id ?? '', { do: 'wrap-up', disposition: 'Solved', followUpAt: null });
    expect(calls.live()).toEqual([]);
    expect(desk.told.map((told) => told.map(phaseOf))).toEqual([['ringing'], ['talking'], ['wrapping'], ['done']]);
    expect(calls.page(null)).toMatchObject([{ disposition: 'Solved' }]);
    await calls.stop();
  });

  it('is one call however often it is told, and in whatever order', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(rings('a'));
    expect(await calls.take(rings('a', { number: '+4790000000' }))).toBe('nothing-new');
    await calls.take(answered('a'));
    expect(await calls.take(answered('a'))).toBe('nothing-new');
    await calls.take(hungUp('a'));
    expect(await calls.take(hungUp('a'))).toBe('nothing-new');
    expect(await calls.take(rings('a'))).toBe('nothing-new');
    expect(calls.page(null)).toMatchObject([{ number: '+4791234567', endedAt: NINE }]);

    // Answered first; then what only the ring knew.
    await calls.take(answered('b', { number: '+4792000000' }));
    await calls.take(rings('b', { number: '+4792000000', name: 'Bo', queue: 'sales' }));
    expect(calls.live()[0]).toMatchObject({ externalId: 'b', name: 'Bo', queue: 'sales', answeredAt: NINE });

    // Hung up before it rang.
    expect(await calls.take(hungUp('c', 'cancel'))).toBe('unknown');
    await calls.take(rings('c', { number: '+4793000000' }));
    expect(calls.live()[0]).toMatchObject({ externalId: 'c', cause: 'cancel', endedAt: NINE });
    expect(phases(calls)).toEqual(['missed', 'talking', 'wrapping']);
    await calls.stop();
  });

  it('is another one when its id comes again after a day', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(rings('1'));
    await calls.take(hungUp('1'));
    await desk.clock.advance(25 * 60 * MINUTE);
    expect(await calls.take(rings('1'))).toBe('news');
    expect(phases(calls)).toEqual(['ringing', 'missed']);
    await calls.stop();
  });

  it('is not shown where it is for others, unless the agent takes it', async () => {
    const desk = deskOfCalls(['201']);
    const calls = await desk.start();
    expect(await calls.take(rings('a', { users: ['202'], queue: 'support' }))).toBe('not-mine');
    expect(calls.live()).toEqual([]);
    expect(await calls.take(hungUp('a'))).toBe('not-mine');

    await calls.take(rings('b', { users: ['202'], queue: 'support' }));
    await desk.clock.advance(5_000);
    await calls.take(answered('b', { users: ['201'] }));
    expect(calls.live()).toMatchObject([{ queue: 'support', startedAt: NINE, answeredAt: NINE + 5_000 }]);
    await calls.stop();
  });

  it('leaves the bar when somebody else of the queue takes it', async () => {
    const desk = deskOfCalls(['201']);
    const calls = await desk.start();
    await calls.take(rings('a', { users: ['201', '202'] }));
    await calls.take(answered('a', { users: ['202'] }));
    expect(calls.live()).toEqual([]);
    expect(calls.page(null)).toMatchObject([{ answeredElsewhere: true, answeredAt: null }]);
    await calls.stop();
  });

  it('ends by itself where the telephone never tells of its end', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(rings('a'));
    await desk.clock.advance(61 * MINUTE);
    expect(phases(calls)).toEqual(['missed']);
    await calls.stop();
  });
});

describe('a call that broke off', () => {
  const cutOff = async (cause: string) => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(rings('a'));
    await calls.take(answered('a'));
    const [call] = calls.live();
    const about = { accountId: 'practice', personRemoteId: '7', ticketId: 'practice:42' };
    await calls.change(call?.id ?? '', { do: 'about', ...about });
    await calls.take(hungUp('a', cause));
    return { desk, calls, about, id: call?.id ?? '' };
  };

  it('goes on when the same number calls again within ten minutes, with whom and about what it was', async () => {
    const { desk, calls, about, id } = await cutOff('networkOutOfOrder');
    await calls.change(id, { do: 'wrap-up', disposition: '', followUpAt: null });
    await desk.clock.advance(9 * MINUTE);
    await calls.take(rings('b', { number: '0047 91 23 45 67' }));
    expect(calls.live()[0]).toMatchObject({ resumes: id, ...about });
    await calls.stop();
  });

  it('is over after that, for another number, and for one that is withheld', async () => {
    const { desk, calls } = await cutOff('networkOutOfOrder');
    await calls.take(rings('b', { number: '+4790000000' }));
    await calls.take(rings('c', { number: '' }));
    await desk.clock.advance(11 * MINUTE);
    await calls.take(rings('d'));
    expect(calls.live().map(({ resumes }) => resumes)).toEqual([null, null, null, null]);
    await calls.stop();
  });

  it('goes on from one that was hung up as usual only until it is wrapped up', async () => {
    const { calls, id } = await cutOff('normalClearing');
    await calls.take(rings('b'));
    expect(calls.live()[0]).toMatchObject({ resumes: id });
    await calls.take(hungUp('b', 'cancel'));
    await calls.change(id, { do: 'wrap-up', disposition: 'Solved', followUpAt: null });
    await calls.take(rings('c'));
    expect(calls.live()[0]).toMatchObject({ externalId: 'c', resumes: null, ticketId: null });
    await calls.stop();
  });

  it('goes on when the agent calls back, and when they say that it does', async () => {
    const { calls, about, id } = await cutOff('congestion');
    const back = await calls.place({
      number: '+4791234567',
      name: '',
      accountId: null,
      personRemoteId: null,
      ticketId: null,
    });
    expect(calls.live()[0]).toMatchObject({ id: back, direction: 'out', resumes: id, ...about });

    await calls.take(rings('b', { number: '' }));
    const [hidden] = calls.live();
    await calls.change(hidden?.id ?? '', { do: 'continue', resumes: id });
    expect(calls.live()[0]).toMatchObject({ resumes: id, ...about });
    await calls.stop();
  });
});

describe('a call that links and the agent tell of', () => {
  const linked = (number: string, id: string | null = null) =>
    ({ externalId: id, direction: 'in', number, name: '', line: '', queue: '' }) as const;

  it('is shown once, and is the one that the telephone tells of after', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    calls.show(linked('+4791234567', 'link:9'));
    calls.show(linked('091234567'));
    calls.show(linked('+4791234567', 'link:9'));
    expect(calls.live()).toHaveLength(1);
    await calls.take(rings('asterisk-1', { name: 'Ann Berg' }));
    expect(calls.live()).toMatchObject([{ externalId: 'asterisk-1', name: 'Ann Berg' }]);
    await calls.take(hungUp('asterisk-1'));
    expect(phases(calls)).toEqual(['missed']);
    await calls.stop();
  });

  it('changes no call that is on the line, and fills the bar with three at most', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(answered('a'));
    calls.show({ ...linked('+47 912 34 567'), name: 'Mallory' });
    expect(calls.live()).toMatchObject([{ name: '', externalId: 'a' }]);
    for (const last of [1, 2, 3, 4, 5]) calls.show(linked(`+472100000${last}`));
    expect(calls.live()).toHaveLength(4);
    expect(desk.refused).toEqual(Array(2).fill({ event: 'calls.link-refused', reason: 'too-many' }));
    await calls.stop();
  });

  it('is placed by whatever dials, which may hand the number straight back', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    const about = { accountId: 'practice', personRemoteId: '7', ticketId: null };
    desk.onDial = () => calls.show(linked('+4791234567'));
    const id = await calls.place({ number: '+47 91 23 45 67', name: 'Ann', ...about });
    expect(desk.dialled).toEqual(['tel:+4791234567']);
    expect(calls.live()).toMatchObject([{ id, direction: 'out', name: 'Ann', answeredAt: null, ...about }]);
    await calls.take(rings('p', { direction: 'out', number: '004791234567' }));
    await calls.take(answered('p', { direction: 'out', number: '004791234567' }));
    expect(calls.live()).toMatchObject([{ id, externalId: 'p', answeredAt: NINE }]);
    await calls.stop();
  });

  it('is one call when the telephone tells of it before the system has said that it dials', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    desk.onDial = () => calls.take(rings('p', { direction: 'out' }));
    const about = { accountId: 'practice', personRemoteId: '7', ticketId: null };
    await calls.place({ number: '+4791234567', name: 'Ann', ...about });
    expect(calls.live()).toMatchObject([{ externalId: 'p', ...about }]);
    await calls.stop();
  });

  it('is none where nothing dials, or it is no number', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    const about = { name: '', accountId: null, personRemoteId: null, ticketId: null };
    expect(await calls.place({ number: 'anonymous', ...about })).toBeNull();
    desk.dials = false;
    expect(await calls.place({ number: '112', ...about })).toBeNull();
    expect(calls.live()).toEqual([]);
    await calls.stop();
  });

  it('is not changed under an id that is not known', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    expect(await calls.change('01JCAFE0000000000000000099', { do: 'answer' })).toBe(false);
    await calls.stop();
  });
});

describe('when the program was killed', () => {
  const killedInTalk = async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(rings('a'));
    await calls.take(answered('a'));
    await calls.change(calls.live()[0]?.id ?? '', { do: 'hold' });
    await calls.take(rings('b', { number: '+4790000000' }));
    await desk.clock.advance(2 * MINUTE + 4_000);
    return { desk, again: await desk.start() };
  };

  it('closes what was on the line as of the last it knows of, and nothing hangs', async () => {
    const { again } = await killedInTalk();
    expect(phases(again)).toEqual(['missed', 'wrapping']);
    expect(again.live().map(({ endedAt }) => endedAt)).toEqual([NINE + 2 * MINUTE, NINE + 2 * MINUTE]);
    expect(again.live()[1]?.holds).toEqual([{ from: NINE, until: NINE + 2 * MINUTE }]);
    await again.stop();
  });

  it('takes the telephone’s word that one went on', async () => {
    const { desk, again } = await killedInTalk();
    await desk.clock.advance(MINUTE);
    await again.take(hungUp('a'));
    await again.take(answered('b', { number: '+4790000000' }));
    expect(phases(again)).toEqual(['talking', 'wrapping']);
    expect(again.live()[1]?.endedAt).toBe(NINE + 3 * MINUTE + 4_000);
    await again.stop();
  });

  it('knows to the moment when it was ended in an orderly way', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    await calls.take(answered('a'));
    await desk.clock.advance(7_000);
    await calls.stop();
    const again = await desk.start();
    expect(again.live()).toMatchObject([{ endedAt: NINE + 7_000 }]);
    await again.stop();
  });
});

describe('the log', () => {
  it('comes in pages of 250, the newest first', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    for (let call = 0; call < 260; call++) {
      await calls.take(rings(String(call), { number: `+4721${String(call).padStart(6, '0')}` }));
      await calls.take(hungUp(String(call)));
    }
    const first = calls.page(null);
    expect(first).toHaveLength(250);
    const last = first.at(-1)?.id ?? '';
    expect(calls.page(last).map(({ externalId }) => externalId)).toEqual('9876543210'.split(''));
    await calls.stop();
  });

  it('shows a call on a disk that is full, says so, and writes it with the next', async () => {
    const desk = deskOfCalls();
    const calls = await desk.start();
    desk.held.full = true;
    await calls.take(rings('a'));
    expect(await calls.change(calls.live()[0]?.id ?? '', { do: 'answer' })).toBe(false);
    expect(phases(calls)).toEqual(['talking']);
    expect(desk.unwritable).toBe(2);
    desk.held.full = false;
    expect(await calls.change(calls.live()[0]?.id ?? '', { do: 'hold' })).toBe(true);
    await calls.stop();
    expect((await desk.start()).live()).toMatchObject([{ externalId: 'a', answeredAt: NINE }]);
  });
});

it('is busy while the agent talks and wraps up, but not for ever', async () => {
  const desk = deskOfCalls();
  const calls = await desk.start();
  await calls.take(rings('a'));
  expect(calls.isBusy()).toBe(false);
  await calls.take(answered('a'));
  expect(calls.isBusy()).toBe(true);
  await calls.take(hungUp('a'));
  await desk.clock.advance(29 * MINUTE);
  expect(calls.isBusy()).toBe(true);
  await desk.clock.advance(2 * MINUTE);
  expect(calls.isBusy()).toBe(false);
  await calls.stop();
});
