import { agentAt } from './support/agent.ts';
import { duringCallDay } from './support/call-day.ts';
import {
  ANSWER,
  DIAL,
  DIARY,
  expectLogged,
  expectNote,
  HANG_UP,
  keepsTyping,
  mergeInto,
  NOTE,
  notesField,
  openBySubject,
  POP,
  replyField,
  ring,
  takeNotes,
  toReply,
  wrapUp,
} from './support/call-hands.ts';
import { BROWSER_HOST, expect, test } from './support/fixtures.ts';

const CUSTOMERS = [
  { name: 'Ada Known', phone: '+47 22 11 11 11', subject: 'The lamp flickers' },
  { name: 'Bo Shared', phone: '+47 22 22 22 22', subject: 'Cable too short' },
  { name: 'Cy Shared', phone: '+47 22 22 22 22', subject: 'Wrong colour sent' },
  { name: 'Di Second', phone: '+47 22 33 33 33', subject: 'Invoice twice' },
  { name: 'Fi Tenant', phone: '', subject: 'Chair without a wheel' },
  { name: 'Gus Called', phone: '+47 22 55 55 55', subject: 'Please call me back' },
  { name: 'Hal Passed', phone: '+47 22 66 66 66', subject: 'Repair of the radio' },
];

test('calls leave a whole record and a half-written reply whole', { tag: BROWSER_HOST }, () =>
  duringCallDay(CUSTOMERS, async (day) => {
    const { hands, ticketOf } = day;
    const page = day.console.page();
    const calls = page.getByRole('region', { name: 'Calls', exact: true });

    await test.step('known', async () => {
      await keepsTyping(day, 'The parcel left us on Tuesday.', ring(day, 'known', '+4722111111'));
      await hands().press(ANSWER);
      await takeNotes(day, 'Flickers only in the evening; sends a film.');
      await day.telephone({ event: 'hangup', callId: 'known', cause: 'normalClearing' });
      await wrapUp(day, 'Resolved');
      await expectNote(
        day,
        ticketOf('The lamp flickers'),
        'Flickers only in the evening; sends a film.',
        /^Call from .*\(Ada Known\), \d+ s, .*: Resolved\./,
      );
      await expect(replyField(day)).toBeFocused();
    });

    await test.step('unknown', async () => {
      await keepsTyping(day, 'It was seen in Hamar on Wednesday.', ring(day, 'unknown', '+4721999999', 'Nia New'));
      await hands().press(ANSWER);
      await takeNotes(day, 'Wants to know when the shop opens on Sunday.');
      await hands().press(HANG_UP);
      await wrapUp(day, 'Other');
      const made = async () => day.withWords('Wants to know when the shop opens on Sunday.');
      await expect.poll(made, { timeout: 30_000 }).toHaveLength(1);
      const id = (await made())[0] ?? 0;
      await expectNote(day, id, 'Wants to know when the shop opens on Sunday.', /^Call from .*\(Nia New\)/);
      expect((await day.read(id)).subject).toContain('Nia New');
      await expect(replyField(day)).toBeFocused();
    });

    await test.step('ambiguous', async () => {
      await keepsTyping(day, 'Since then nobody has seen it.', ring(day, 'ambiguous', '+4722222222'));
      await hands().press(ANSWER);
      await hands().press(POP);
      const who = page.getByRole('listbox', { name: /^Who calls from/ });
      await expect(who).toBeFocused();
      const names = await who.getByRole('option').allTextContents();
      expect(names).toHaveLength(3);
      await hands().press(String(names.findIndex((one) => one.includes('Cy Shared')) + 1));
      await expect(page.getByRole('heading', { name: 'Wrong colour sent', exact: true })).toBeVisible();
      await takeNotes(day, 'Got green, ordered blue.');
      await hands().press(HANG_UP);
      await wrapUp(day, 'Follow-up needed');
      await expectNote(day, ticketOf('Wrong colour sent'), 'Got green, ordered blue.', /: Follow-up needed\./);
    });

    await test.step('second call waiting', async () => {
      await toReply(day);
      await keepsTyping(day, 'We have asked the carrier.', ring(day, 'first', '+4722111111'));
      await hands().press(ANSWER);
      await hands().press(NOTE);
      await expect(notesField(day)).toBeFocused();
      await hands().type('The film shows');
      await Promise.all([hands().type(' a loose lamp; sends'), ring(day, 'second', '+4722333333')()]);
      await expect(calls).toContainText('Di Second');
      await expect(notesField(day)).toBeFocused();
      await hands().type(' a new one.');
      await expect(notesField(day)).toHaveValue('The film shows a loose lamp; sends a new one.');
      await hands().press(HANG_UP);
      await wrapUp(day, 'Resolved');
      await expect(replyField(day)).toBeFocused();
      await hands().press(ANSWER);
      await takeNotes(day, 'Two invoices, one was paid.');
      // By a hand as quick as this one a second press of the key is taken for a slip.
      await day.telephone({ event: 'hangup', callId: 'second', cause: 'normalClearing' });
      await wrapUp(day, 'Resolved');
      const film = 'The film shows a loose lamp; sends a new one.';
      await expectNote(day, ticketOf('The lamp flickers'), film, /\(Ada Known\)/);
      await expectNote(day, ticketOf('Invoice twice'), 'Two invoices, one was paid.', /\(Di Second\)/);
      await expect(replyField(day)).toBeFocused();
    });

    await test.step('transferred', async () => {
      await keepsTyping(day, 'They answer by Friday.', ring(day, 'passed', '+4722666666'));
      await hands().press(ANSWER);
      await takeNotes(day, 'Wants the repair for nothing.');
      await hands().press('Control+Shift+F');
      await expect(page.getByRole('textbox', { name: 'To whom' })).toBeFocused();
      await hands().type('workshop');
      await hands().press('Enter');
      await expect(page.getByText('Passed on to workshop')).toBeVisible();
      await expect(notesField(day)).toHaveValue('Wants the repair for nothing.');
      await day.telephone({ event: 'hangup', callId: 'passed', cause: 'forwarded' });
      await wrapUp(day, 'Passed on');
      const line = /: Passed on\. Passed on to workshop\./;
      await expectNote(day, ticketOf('Repair of the radio'), 'Wants the repair for nothing.', line);
    });

    await test.step('outgoing', async () => {
      await openBySubject(day, 'Please call me back');
      await hands().press(DIAL);
      await expect(page.getByRole('dialog').getByRole('option')).toContainText(['Gus Called']);
      await hands().press('Enter');
      await expect.poll(day.opened).toEqual(['tel:+4722555555']);
      // The telephone tells of what it was asked to dial.
      const line = { direction: 'out', from: '+4722000000', to: '+4722555555' };
      await day.telephone({ event: 'newCall', callId: 'outgoing', ...line });
      await day.telephone({ event: 'answer', callId: 'outgoing', ...line });
      await expect(calls).toContainText('Gus Called');
      await takeNotes(day, 'Told him that it is on its way.');
      await hands().press(HANG_UP);
      await wrapUp(day, 'Resolved');
      const told = 'Told him that it is on its way.';
      await expectNote(day, ticketOf('Please call me back'), told, /^Call to .*\(Gus Called\)/);
    });

    await test.step('wrong number, its ticket merged into the right one', async () => {
      await toReply(day);
      await keepsTyping(day, 'You hear from us then.', ring(day, 'wrong', '+4722444444'));
      await hands().press(ANSWER);
      await hands().press(POP);
      await expect(page.getByRole('textbox', { name: 'Your internal note' })).toBeFocused();
      await hands().type('A wheel of the chair broke.');
      await hands().press('Control+Enter');
      await expect(page.getByRole('heading', { name: 'Call from 22 44 44 44' })).toBeVisible();
      await takeNotes(day, 'It is the tenant, about the chair;');
      await agentAt(page).allSent();
      await mergeInto(day, 'Chair without a wheel');
      await expect(calls).toContainText('Chair without a wheel');
      await hands().press(NOTE);
      await expect(notesField(day)).toBeFocused();
      await hands().type(' sends a picture of it.');
      await hands().press(HANG_UP);
      await wrapUp(day, 'Resolved');
      const words = 'It is the tenant, about the chair; sends a picture of it.';
      const chair = ticketOf('Chair without a wheel');
      await expectNote(day, chair, words, /^Call from 22 44 44 44 \(Fi Tenant\), .*: Resolved\./);
      // Before it was known whose call it is.
      const before = (await day.read(chair)).comments.filter(({ body }) =>
        body.includes('A wheel of the chair broke.'),
      );
      expect(before.map((one) => one.public)).toEqual([false]);
    });

    await test.step('wrong number of a call that is over, its ticket merged as well', async () => {
      await openBySubject(day, 'Call from Nia New');
      await mergeInto(day, 'The lamp flickers');
      const opens = 'Wants to know when the shop opens on Sunday.';
      const { comments } = await day.read(ticketOf('The lamp flickers'));
      expect(comments.filter(({ body }) => body.includes(opens)).map((one) => one.public)).toEqual([false]);
    });

    await agentAt(page).allSent();
    await expectLogged(day, [
      ['Fi Tenant', 'Answered', 'Resolved', 'Chair without a wheel'],
      ['Gus Called', 'Called', 'Resolved', 'Please call me back'],
      ['Hal Passed', 'Passed on', 'Passed on', 'Repair of the radio'],
      ['Di Second', 'Answered', 'Resolved', 'Invoice twice'],
      ['Ada Known', 'Answered', 'Resolved', 'The lamp flickers'],
      ['Cy Shared', 'Answered', 'Follow-up needed', 'Wrong colour sent'],
      ['Nia New', 'Answered', 'Other', 'The lamp flickers'],
      ['Ada Known', 'Answered', 'Resolved', 'The lamp flickers'],
    ]);

    await toReply(day);
    const reply = [
      'The parcel left us on Tuesday.',
      'It was seen in Hamar on Wednesday.',
      'Since then nobody has seen it.',
      'We have asked the carrier.',
      'They answer by Friday.',
      'You hear from us then.',
    ].join(' ');
    await expect(replyField(day)).toHaveValue(`${reply} `);
    await hands().press('Control+Enter');
    await expect.poll(() => day.withWords(reply), { timeout: 30_000 }).toEqual([ticketOf(DIARY)]);
  }),
);
