import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CallDrawer } from '../../../../../src/renderer/src/features/calls/notes/CallDrawer.tsx';
import { UndoToasts } from '../../../../../src/renderer/src/features/outbox/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type Call, callDraftId, phaseOf } from '../../../../../src/shared/calls/call.ts';
import { err, ok } from '../../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../../src/shared/settings/settings.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID, sampleAccount } from '../../../../support/sample-desk-data.ts';

const NOTES = '{Control>}{Shift>}j{/Shift}{/Control}';
const FINISH = '{Control>}{Shift>}y{/Shift}{/Control}';

describe('wrapping up a call', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  const mount = async (over: Parameters<typeof createSampleDesk>[0] = {}): Promise<void> => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000, ...over });
    ticketId = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows[0]?.id ?? '';
    pane = mountPane(
      desk,
      <>
        <input aria-label="elsewhere" />
        <CallDrawer />
        <UndoToasts />
      </>,
    );
    await vi.waitUntil(() => pane.host.querySelector('input') !== null);
  };
  beforeEach(() => mount());
  afterEach(() => pane.unmount());

  const field = (): HTMLTextAreaElement | null => pane.host.querySelector('[data-context="composer"] textarea');
  const callNow = async (call: Call): Promise<Call | undefined> =>
    (await desk.callLog({ text: '', from: null, until: null, limit: 50 })).calls.find((one) => one.call.id === call.id)
      ?.call;
  const isDone = async (call: Call): Promise<boolean> => {
    const now = await callNow(call);
    return now !== undefined && phaseOf(now) === 'done';
  };
  const draftIn = (accountId: string, call: Call) =>
    desk.draft({ ticketId: callDraftId(accountId, call.id), kind: 'call' });
  const draftOf = (call: Call) => draftIn(SAMPLE_ACCOUNT_ID, call);
  const talked = async (text: string, over: Partial<Call> = {}): Promise<Call> => {
    const call = desk.ring({ answeredAt: Date.now() - 252_000, startedAt: Date.now() - 260_000, ...over });
    await userEvent.keyboard(NOTES);
    await expect.poll(() => document.activeElement).toBe(field());
    if (text !== '') await userEvent.keyboard(text);
    await desk.changeCall(call.id, { do: 'hang-up' });
    await expect.poll(() => pane.host.querySelector('[role="radiogroup"]')).not.toBeNull();
    return call;
  };
  const choose = async (label: string): Promise<void> => {
    const option = [...pane.host.querySelectorAll('label')].find((one) => one.textContent?.includes(label));
    if (!option) throw new Error(`no ${label}`);
    await userEvent.click(option);
  };

  const press = async (label: string): Promise<void> => {
    const button = [...pane.host.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    if (!button) throw new Error(`no ${label}`);
    await userEvent.click(button);
  };

  it('makes the notes an internal note that says what kind of call it was, by one key from the notes', async () => {
    const call = await talked('wants a *refund*', { name: 'Ada_L', transferredTo: 'billing', ticketId });
    await choose('Resolved');
    field()?.focus();
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    const [entry] = desk.entries();
    expect(desk.entries()).toHaveLength(1);
    expect(entry).toMatchObject({ ticketId, action: { kind: 'note', changes: {} } });
    const markdown = entry?.action.kind === 'note' ? entry.action.words.markdown : '';
    expect(markdown).toMatch(
      /^Call from \+4721000000 \(Ada\\_L\), 4 min 1\d s, .+: Resolved\. Passed on to billing\.\n\nwants a \*refund\*$/,
    );
    expect(await callNow(call)).toMatchObject({ disposition: 'Resolved', ticketId });
    expect(await draftOf(call)).toBeNull();
    expect(await desk.discarded()).toEqual(ok([]));
  });

  it('gives the words back to the note of the ticket when it is undone', async () => {
    const call = await talked('wants a refund', { ticketId });
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    await expect.poll(() => document.body.textContent).toContain('Noted on');
    pane.registry.run('ticket.undo', 'key');
    await expect.poll(() => desk.entries().length).toBe(0);
    expect((await desk.draft({ ticketId, kind: 'note' }))?.text).toMatch(/^Call from .+\n\nwants a refund$/s);
  });

  it('asks how it ended where that is required, and takes a digit', async () => {
    pane.unmount();
    await mount({
      settings: { calls: { ...defaultSettings().calls, dispositions: ['Fine', 'Not so'], dispositionRequired: true } },
    });
    const call = await talked('', { ticketId });
    await userEvent.keyboard(FINISH);
    await expect.poll(() => pane.host.querySelector('[aria-invalid="true"]')).not.toBeNull();
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('radio');
    await userEvent.keyboard('2');
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    expect(await callNow(call)).toMatchObject({ disposition: 'Not so' });
  });

  it('makes a new ticket for a caller who has but a number, and notes on it too where that is wanted', async () => {
    const call = await talked('asks for the shop');
    await choose('A new ticket');
    await choose('Both');
    await userEvent.keyboard(FINISH);
    // Nobody would get a description: first it is said.
    await expect.poll(() => pane.host.querySelector('[role="alert"]')).not.toBeNull();
    await choose('Internal note');
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    const [made, ...others] = desk.entries();
    expect(others).toEqual([]);
    expect(made?.action).toMatchObject({
      kind: 'create',
      subject: 'Call from +4721000000',
      public: false,
      requester: { remoteId: null, name: '+4721000000', email: null },
    });
    expect(await callNow(call)).toMatchObject({ ticketId: made?.ticketId });
  });

  it('describes a new ticket and notes on it, each word once', async () => {
    const call = await talked('asks for the shop', { personRemoteId: 'p1', accountId: SAMPLE_ACCOUNT_ID, name: 'Ada' });
    await choose('Both');
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    const [made, note, ...others] = desk.entries();
    expect(others).toEqual([]);
    expect(made?.action).toMatchObject({ kind: 'create', public: true, requester: { remoteId: 'p1' } });
    expect(note).toMatchObject({
      ticketId: made?.ticketId,
      action: { kind: 'note', words: { markdown: 'asks for the shop' } },
    });
    expect(await draftOf(call)).toBeNull();
  });

  it('goes on where it was cut off: the note is accepted, the call is not yet done', async () => {
    const call = await talked('only once', { ticketId });
    const cut = vi.spyOn(desk, 'changeCall').mockResolvedValue(err('no-link'));
    await press('Tomorrow morning');
    await userEvent.keyboard(FINISH);
    await expect.poll(() => pane.host.querySelector('[role="alert"]')?.textContent).toContain('Not finished');
    const notes = { ticketId: callDraftId(SAMPLE_ACCOUNT_ID, call.id), kind: 'call', keepsText: false };
    expect(desk.entries()).toMatchObject([{ draft: { from: notes } }]);
    await userEvent.keyboard(FINISH);
    await expect.poll(() => cut.mock.calls.length).toBe(2);
    expect(desk.entries()).toHaveLength(1);
    expect(await draftOf(call)).toMatchObject({ text: '', fields: { onTicket: ticketId } });
    cut.mockRestore();
    pane.unmount();
    pane = mountPane(desk, <CallDrawer />);
    await vi.waitFor(() => desk.changeCall(call.id, { do: 'mute', on: false }));
    await expect.poll(() => field()).not.toBeNull();
    await expect.poll(() => pane.registry.canRun('call.wrapUp')).toBe(true);
    pane.registry.run('call.wrapUp', 'key');
    await expect.poll(() => isDone(call)).toBe(true);
    expect(desk.entries()).toHaveLength(1);
    expect((await callNow(call))?.followUpAt).toBeGreaterThan(Date.now());
    expect((await desk.ticket(ticketId))?.snoozed).not.toBeNull();
  });

  it('takes notes that were begun under another account to the ticket’s, once', async () => {
    pane.unmount();
    await mount({ accounts: [{ ...sampleAccount, id: 'other' }, sampleAccount] });
    const call = await talked('who are you');
    await expect.poll(() => draftIn('other', call)).toMatchObject({ text: 'who are you' });
    await desk.changeCall(call.id, {
      do: 'about',
      accountId: SAMPLE_ACCOUNT_ID,
      personRemoteId: null,
      ticketId,
    });
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    expect(desk.entries()).toMatchObject([{ accountId: SAMPLE_ACCOUNT_ID, ticketId, action: { kind: 'note' } }]);
    await expect.poll(() => draftIn('other', call)).toBeNull();
    expect(await draftOf(call)).toBeNull();
    expect(await desk.discarded()).toEqual(ok([]));
  });

  it('keeps nothing but the call where that is chosen, and the notes can be recovered', async () => {
    const call = await talked('wrong number', { ticketId });
    await choose('Nowhere');
    await userEvent.keyboard(FINISH);
    await expect.poll(() => isDone(call)).toBe(true);
    expect(desk.entries()).toEqual([]);
    await expect
      .poll(() => desk.discarded())
      .toMatchObject({ ok: true, value: [{ discarded: { draft: { text: 'wrong number' } } }] });
  });

  it('does not take the caret from words elsewhere, and puts it back where it was', async () => {
    const call = await talked('x', { ticketId });
    await userEvent.keyboard('{Escape}');
    const elsewhere = pane.host.querySelector('input');
    elsewhere?.focus();
    await userEvent.keyboard(`half a ${FINISH}sentence`);
    await expect.poll(() => isDone(call)).toBe(true);
    expect(elsewhere?.value).toBe('half a sentence');
    expect(document.activeElement).toBe(elsewhere);
    expect(useInterface.getState().shownCallId).toBeNull();
  });
});
