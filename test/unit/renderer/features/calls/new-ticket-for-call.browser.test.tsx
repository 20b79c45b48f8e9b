import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { NewTicket } from '../../../../../src/renderer/src/features/composer/index.ts';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { Call } from '../../../../../src/shared/calls/call.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

describe('the new-ticket form for a call', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let call: Call;

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    pane = mountPane(desk, <p />);
    await vi.waitUntil(() => useDeskState.getState().accounts !== null);
    call = desk.ring({ number: '+4721000000', name: 'ADA L', answeredAt: Date.now() });
  });
  afterEach(() => pane.unmount());

  const open = async (): Promise<void> => {
    useInterface.setState({ newTicket: true, newTicketFor: { callId: call.id } });
    pane.render(<NewTicket onClose={() => useInterface.setState({ newTicket: false })} />);
    await vi.waitUntil(() => pane.host.querySelector('textarea') !== null);
  };
  const valueOf = (label: string): string | undefined =>
    [...pane.host.querySelectorAll('label')]
      .map((one) => one.control)
      .find((control) => control instanceof HTMLInputElement && control.labels?.[0]?.textContent === label)
      ?.getAttribute('value') ?? undefined;

  it('is filled in, takes a caller without an address, and the call is about what comes of it', async () => {
    await open();
    await expect.poll(() => valueOf('Subject')).toBe('Call from ADA L');
    expect(valueOf('Requester')).toBe('ADA L');
    expect(pane.host.querySelector('textarea')?.value).toBe('Called from +4721000000.\n\n');
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    expect(useInterface.getState().newTicketFor).toBeNull();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => desk.entries().length).toBe(1);
    const [entry] = desk.entries();
    expect(entry?.action).toMatchObject({ public: false, requester: { remoteId: null, name: 'ADA L', email: null } });
    await expect
      .poll(async () => (await desk.calls())[0])
      .toMatchObject({ accountId: SAMPLE_ACCOUNT_ID, ticketId: entry?.ticketId });
  });

  it('that is filled for somebody else stays as it is, and says so', async () => {
    const form = { accountId: SAMPLE_ACCOUNT_ID, ticketId: `${SAMPLE_ACCOUNT_ID}:new`, kind: 'new-ticket' } as const;
    const fields = { requesterName: 'Bo', requesterText: 'Bo', subject: 'A tent' };
    await desk.saveDraft({ ...form, text: 'words', cursorAt: 0, fields, files: [], updatedAt: 1 });
    await open();
    await expect.poll(() => useInterface.getState().told?.sentence).toContain('already holds others');
    expect(valueOf('Subject')).toBe('A tent');
    await userEvent.keyboard('x');
    expect((await desk.draft(form))?.fields['callId']).toBeUndefined();
  });
});
