import { agentAt } from './support/agent.ts';
import {
  ANSWER,
  DIARY,
  expectLogged,
  expectNote,
  keepsTyping,
  NOTE,
  notesField,
  openBySubject,
  replyField,
  ring,
  startCallDay,
  takeNotes,
  wrapUp,
} from './support/call-day.ts';
import { BROWSER_HOST, expect, test } from './support/fixtures.ts';

const CUSTOMERS = [
  { name: 'Ida Dropped', phone: '+47 22 77 77 77', subject: 'Tent with a hole' },
  { name: 'Jon Offline', phone: '+47 22 88 88 88', subject: 'Boots too small' },
  { name: 'Kim Killed', phone: '+47 22 99 99 99', subject: 'Stove does not light' },
];

test('calls that break off, without the helpdesk, and with the console killed leave a whole record', {
  tag: BROWSER_HOST,
}, async () => {
  const day = await startCallDay(CUSTOMERS);
  const { tickets, hands, desk } = day;
  const ticketOf = (subject: string): number => tickets[subject] ?? 0;
  try {
    await openBySubject(day, DIARY);
    await hands().press('r');
    await expect(replyField(day)).toBeFocused();

    await test.step('dropped and resumed', async () => {
      await keepsTyping(day, 'The parcel left us on Tuesday.', ring(day, 'dropped', '+4722777777'));
      await hands().press(ANSWER);
      await takeNotes(day, 'The hole is by the door;');
      await day.telephone({ event: 'hangup', callId: 'dropped', cause: 'NETWORK_OUT_OF_ORDER' });
      await expect(notesField(day)).toBeFocused();
      await Promise.all([hands().type(' was there'), ring(day, 'resumed', '+4722777777')()]);
      await hands().press(ANSWER);
      await expect(notesField(day)).toBeFocused();
      await hands().type(' from the first day.');
      const words = 'The hole is by the door; was there from the first day.';
      await expect(notesField(day)).toHaveValue(words);
      await day.telephone({ event: 'hangup', callId: 'resumed', cause: 'normalClearing' });
      await wrapUp(day, 'Resolved');
      await expectNote(day, ticketOf('Tent with a hole'), words, /^Call from .*\(Ida Dropped\), .*: Resolved\./);
      await expect(replyField(day)).toBeFocused();
    });

    await test.step('offline', async () => {
      await desk.faults.stopListening();
      await keepsTyping(day, 'It was seen in Hamar.', ring(day, 'offline', '+4722888888'));
      await hands().press(ANSWER);
      await takeNotes(day, 'Takes a 43 and sends the 42 back.');
      await day.telephone({ event: 'hangup', callId: 'offline', cause: 'normalClearing' });
      await wrapUp(day, 'Callback agreed');
      await expect(replyField(day)).toBeFocused();
      await desk.faults.listen();
      const words = 'Takes a 43 and sends the 42 back.';
      await expectNote(day, ticketOf('Boots too small'), words, /\(Jon Offline\), .*: Callback agreed\./);
      await agentAt(day.console.page()).allSent();
      expect(await day.withWords(words)).toEqual([ticketOf('Boots too small')]);
    });

    await test.step('killed in the middle of notes', async () => {
      await keepsTyping(day, 'Nobody has it.', ring(day, 'killed', '+4722999999'));
      await hands().press(ANSWER);
      await takeNotes(day, 'Gas flows, but no spark');
      await expect(
        day.console.page().getByRole('region', { name: 'Call notes' }).getByText('Draft saved'),
      ).toBeVisible();
      await day.console.kill('both');
      await day.console.recover();
      const page = day.console.page();
      await expect(page.getByRole('region', { name: 'Wrap up the call' })).toBeVisible({ timeout: 30_000 });
      await hands().press(NOTE);
      await expect(notesField(day)).toBeFocused();
      await expect(notesField(day)).toHaveValue('Gas flows, but no spark');
      await hands().press('End');
      await hands().type(' at the burner.');
      await wrapUp(day, 'Follow-up needed');
      const words = 'Gas flows, but no spark at the burner.';
      await expectNote(day, ticketOf('Stove does not light'), words, /\(Kim Killed\), .*: Follow-up needed\./);
      await day.console.kill('both');
      await day.console.recover();
      await agentAt(day.console.page()).synced('Test desk');
      await agentAt(day.console.page()).allSent();
      for (const one of ['Gas flows', 'Takes a 43', 'The hole is by']) expect(await day.withWords(one)).toHaveLength(1);
      expect((await day.read(ticketOf('Stove does not light'))).comments.filter((one) => !one.public)).toHaveLength(1);
    });

    await expectLogged(day, [
      ['Kim Killed', 'Answered', 'Follow-up needed', 'Stove does not light'],
      ['Jon Offline', 'Answered', 'Callback agreed', 'Boots too small'],
      ['Ida Dropped', 'Answered', 'Resolved', 'Tent with a hole'],
      ['Ida Dropped', 'Answered', 'Tent with a hole'],
    ]);
    await openBySubject(day, DIARY);
    await hands().press('r');
    const reply = 'The parcel left us on Tuesday. It was seen in Hamar. Nobody has it.';
    await expect(replyField(day)).toHaveValue(`${reply} `);
  } finally {
    await day.dispose();
  }
});
