import { agentAt } from './support/agent.ts';
import { duringCallDay } from './support/call-day.ts';
import {
  ANSWER,
  type CallDay,
  expectLogged,
  expectNote,
  keepsTyping,
  NOTE,
  notesField,
  replyField,
  ring,
  takeNotes,
  toReply,
  wrapUp,
} from './support/call-hands.ts';
import { BROWSER_HOST, expect, test } from './support/fixtures.ts';

const CUSTOMERS = [
  { name: 'Ida Dropped', phone: '+47 22 77 77 77', subject: 'Tent with a hole' },
  { name: 'Jon Offline', phone: '+47 22 88 88 88', subject: 'Boots too small' },
  { name: 'Kim Killed', phone: '+47 22 99 99 99', subject: 'Stove does not light' },
];

/** How long what was typed may be nowhere but on the screen, in ms. */
const UNSAFE_MS = 300;
/** Between two letters of somebody who types well. */
const LETTER_MS = 60;

/** Types on in the notes and kills the console as soon as the last letter is safe, which it has to be in time. */
async function killedWhileTyping(day: CallDay, more: string): Promise<void> {
  const { console } = day;
  const words = `${await notesField(day).inputValue()}${more}`;
  await console.page().keyboard.type(more, { delay: LETTER_MS });
  const safe = async (): Promise<boolean> =>
    (await console.journal()).some((record) => record.type === 'draft' && record.draft.text === words);
  await expect.poll(safe, { timeout: UNSAFE_MS, intervals: [10] }).toBe(true);
  await console.kill('both');
  await console.recover();
  const page = console.page();
  await expect(page.getByRole('region', { name: 'Wrap up the call' })).toBeVisible({ timeout: 30_000 });
  // What is on the screen takes keys a moment later.
  const calls = page.getByRole('region', { name: 'Calls', exact: true });
  await expect(calls.getByRole('button', { name: /^Note/ })).toBeEnabled();
  await day.hands().press(NOTE);
  await expect(notesField(day)).toBeFocused();
  await expect(notesField(day)).toHaveValue(words);
  await day.hands().press('End');
}

test(
  'calls that break off, without the helpdesk, and with the console killed leave a whole record',
  {
    tag: BROWSER_HOST,
  },
  () =>
    duringCallDay(CUSTOMERS, async (day) => {
      const { hands, desk, ticketOf } = day;

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
        await takeNotes(day, 'Gas');
        await killedWhileTyping(day, ' flows, but no spark');
        await killedWhileTyping(day, ' at the burner');
        await hands().type('.');
        await wrapUp(day, 'Follow-up needed');
        const words = 'Gas flows, but no spark at the burner.';
        await expectNote(day, ticketOf('Stove does not light'), words, /\(Kim Killed\), .*: Follow-up needed\./);
        await day.console.kill('both');
        await day.console.recover();
        await agentAt(day.console.page()).synced('Test desk');
        await agentAt(day.console.page()).allSent();
        for (const one of ['Gas flows', 'Takes a 43', 'The hole is by'])
          expect(await day.withWords(one)).toHaveLength(1);
        expect((await day.read(ticketOf('Stove does not light'))).comments.filter((one) => !one.public)).toHaveLength(
          1,
        );
      });

      await expectLogged(day, [
        ['Kim Killed', 'Answered', 'Follow-up needed', 'Stove does not light'],
        ['Jon Offline', 'Answered', 'Callback agreed', 'Boots too small'],
        ['Ida Dropped', 'Answered', 'Resolved', 'Tent with a hole'],
        ['Ida Dropped', 'Answered', 'Tent with a hole'],
      ]);
      await toReply(day);
      const reply = 'The parcel left us on Tuesday. It was seen in Hamar. Nobody has it.';
      await expect(replyField(day)).toHaveValue(`${reply} `);
    }),
);
