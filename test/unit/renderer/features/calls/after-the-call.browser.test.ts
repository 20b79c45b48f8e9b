import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { callDraftId, phaseOf } from '../../../../../src/shared/calls/call.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';
import { bar, type OnThePhone, onThePhone } from './on-the-phone.ts';

const NOTES = '{Control>}{Shift>}j{/Shift}{/Control}';
const FINISH = '{Control>}{Shift>}y{/Shift}{/Control}';
const form = { ticketId: `${SAMPLE_ACCOUNT_ID}:new`, kind: 'new-ticket' } as const;

let phone: OnThePhone;
beforeEach(async () => {
  await page.viewport(1440, 900);
  phone = await onThePhone();
});
afterEach(() => phone.close());

const phase = async (callId: string) => {
  const { calls } = await phone.desk.callLog({ text: '', from: null, until: null, limit: 9 });
  const found = calls.find(({ call }) => call.id === callId)?.call;
  return found && phaseOf(found);
};
/** An unknown customer calls, and hangs up once `during` is done. */
async function unknownCall(during: () => Promise<void>) {
  const call = phone.desk.ring({ number: '+4721000000', name: 'Ada L' });
  await expect.poll(() => phone.desk.draft(form)).toMatchObject({ fields: { callId: call.id } });
  await phone.desk.changeCall(call.id, { do: 'answer' });
  await during();
  await userEvent.keyboard(`${NOTES}wants a tent`);
  await phone.desk.changeCall(call.id, { do: 'hang-up' });
  await expect.element(page.getByRole('radiogroup').first()).toBeVisible();
  await userEvent.keyboard(FINISH);
  await expect.poll(() => phase(call.id)).toBe('done');
  return call;
}

it('the form that a call opened is gone when its wrap-up has made the ticket', async () => {
  await unknownCall(async () => undefined);
  await expect.poll(() => phone.desk.draft(form)).toBeNull();
  expect(useInterface.getState().newTicket).toBe(false);
  expect(phone.desk.entries().map(({ action }) => action.kind)).toEqual(['create']);
});

it('what was written into that form is in the ticket, before the notes', async () => {
  await unknownCall(async () => {
    await page.getByRole('textbox', { name: 'Subject' }).fill('A tent in blue');
    await page.getByRole('textbox', { name: 'Internal note' }).click();
    await userEvent.keyboard('{Control>}{End}{/Control}Asks about colours.');
    const words = { text: 'Called from 21 00 00 00.\n\nAsks about colours.', fields: { subject: 'A tent in blue' } };
    await expect.poll(() => phone.desk.draft(form)).toMatchObject(words);
  });
  await expect.poll(() => phone.desk.draft(form)).toBeNull();
  const [entry, ...others] = phone.desk.entries();
  expect(others).toEqual([]);
  expect(entry?.action).toMatchObject({ kind: 'create', subject: 'A tent in blue', requester: { name: 'Ada L' } });
  const markdown = entry?.action.kind === 'create' ? entry.action.words.markdown : '';
  expect(markdown).toMatch(/^Call from .+\n\nAsks about colours\.\n\nwants a tent$/);
});

it('a missed call is only seen where nothing was written down while it rang', async () => {
  const silent = phone.desk.ring({ number: '+4721000000', direction: 'out', endedAt: Date.now() });
  await expect.element(bar()).toBeVisible();
  await userEvent.keyboard(FINISH);
  await expect.poll(() => phase(silent.id)).toBe('done');
  const noted = phone.desk.ring({ number: '+4721000001', direction: 'out' });
  const notes = { ticketId: callDraftId(SAMPLE_ACCOUNT_ID, noted.id), kind: 'call' } as const;
  const kept = {
    accountId: SAMPLE_ACCOUNT_ID,
    text: 'try again at ten',
    cursorAt: 0,
    fields: {},
    files: [],
    updatedAt: 1,
  };
  await phone.desk.saveDraft({ ...notes, ...kept });
  await phone.desk.changeCall(noted.id, { do: 'hang-up' });
  await expect.poll(() => phase(noted.id)).toBe('missed');
  await userEvent.keyboard(FINISH);
  await expect.poll(() => (document.activeElement as HTMLTextAreaElement | null)?.value).toBe('try again at ten');
  expect(await phase(noted.id)).toBe('missed');
});
