import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CallDrawer } from '../../../../../src/renderer/src/features/calls/notes/CallDrawer.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { Call } from '../../../../../src/shared/calls/call.ts';
import { callDraftId } from '../../../../../src/shared/calls/call.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

const NOTES = '{Control>}{Shift>}j{/Shift}{/Control}';

describe('the notes of a call', () => {
  let desk: SampleDesk;
  let pane: MountedPane;

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    pane = mountPane(
      desk,
      <>
        <input aria-label="elsewhere" />
        <CallDrawer />
      </>,
    );
    await vi.waitUntil(() => pane.host.querySelector('input') !== null);
  });
  afterEach(() => pane.unmount());

  const elsewhere = (): HTMLInputElement => {
    const input = pane.host.querySelector<HTMLInputElement>('[aria-label="elsewhere"]');
    if (!input) throw new Error('no input');
    return input;
  };
  const field = (): HTMLTextAreaElement | null => pane.host.querySelector('[data-context="composer"] textarea');
  const talk = (over: Partial<Call> = {}): Call => desk.ring({ answeredAt: Date.now(), ...over });
  const kept = async (call: Call): Promise<string | undefined> =>
    (await desk.draft({ ticketId: callDraftId(SAMPLE_ACCOUNT_ID, call.id), kind: 'call' }))?.text;
  const write = async (text: string): Promise<void> => {
    await userEvent.keyboard(NOTES);
    await expect.poll(() => document.activeElement).toBe(field());
    await userEvent.keyboard(text);
  };

  it('come with an answered call, and leave the caret where it is', async () => {
    elsewhere().focus();
    const call = talk();
    await expect.poll(field).not.toBeNull();
    await userEvent.keyboard('half a sentence');
    expect(elsewhere().value).toBe('half a sentence');
    await write('asks for a refund');
    await expect.poll(() => kept(call)).toBe('asks for a refund');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(elsewhere());
  });

  it('stay with the caret when another call takes the bar, and the key goes over to it', async () => {
    const first = talk();
    await write('first');
    await userEvent.keyboard(' call');
    const second = talk({ number: '+4722222222' });
    await desk.changeCall(first.id, { do: 'hang-up' });
    await expect.poll(() => pane.host.textContent).toContain('Wrap up the call');
    await userEvent.keyboard(' goes on');
    await expect.poll(() => kept(first)).toBe('first call goes on');
    expect(await kept(second)).toBeUndefined();
    await write('second');
    await expect.poll(() => kept(second)).toBe('second');
    expect(await kept(first)).toBe('first call goes on');
  });

  it('stay under the caret when the call ends in the middle of a word', async () => {
    const call = talk();
    await write('mid-sen');
    const area = field();
    await desk.changeCall(call.id, { do: 'hang-up' });
    await expect.poll(() => pane.host.querySelector('[role="radiogroup"]')).not.toBeNull();
    await userEvent.keyboard('tence');
    expect(field()).toBe(area);
    expect(area?.value).toBe('mid-sentence');
  });

  it('stay where they were begun when it becomes known whose call it is', async () => {
    const call = talk();
    await write('who is');
    const area = field();
    await desk.changeCall(call.id, {
      do: 'about',
      accountId: SAMPLE_ACCOUNT_ID,
      personRemoteId: 'p1',
      ticketId: null,
    });
    await userEvent.keyboard(' it');
    expect(field()).toBe(area);
    await expect.poll(() => kept(call)).toBe('who is it');
  });

  it('go on in the call that goes on from one that broke off, with what was written before that was known', async () => {
    const first = talk();
    await write('before it broke off');
    await expect.poll(() => kept(first)).toBe('before it broke off');
    await userEvent.keyboard('{Escape}');
    await desk.changeCall(first.id, { do: 'hang-up' });
    const second = talk();
    useInterface.setState({ shownCallId: second.id });
    await write('and after');
    await desk.changeCall(second.id, { do: 'continue', resumes: first.id });
    await userEvent.keyboard(' it');
    expect(field()?.value).toBe('and after it');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => field()?.value).toBe('before it broke off\n\nand after it');
    await expect.poll(() => kept(first)).toBe('before it broke off\n\nand after it');
    await expect.poll(() => kept(second)).toBeUndefined();
    expect(await desk.discarded()).toEqual({ ok: true, value: [] });
  });

  it('fold by the key where the caret is, and stay folded', async () => {
    talk();
    await write('x');
    await userEvent.keyboard(NOTES);
    await expect.poll(() => field()?.checkVisibility()).toBe(false);
    pane.render(<CallDrawer key="anew" />);
    await expect.poll(() => field()).not.toBeNull();
    expect(field()?.checkVisibility()).toBe(false);
    await userEvent.keyboard(NOTES);
    await expect.poll(() => document.activeElement).toBe(field());
  });

  it('have the composer’s keys, and none of them is for a message written elsewhere', async () => {
    const sent: string[] = [];
    pane.registry.register('composer.send', { run: () => sent.push('elsewhere') });
    useInterface.setState({ composer: 'reply' });
    const call = talk();
    await write('bold');
    await userEvent.keyboard('{Control>}a{/Control}{Control>}b{/Control}');
    expect(field()?.value).toBe('**bold**');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
    await userEvent.keyboard('{Escape}');
    pane.registry.run('composer.send', 'key');
    expect(sent).toEqual(['elsewhere']);
    await expect.poll(() => kept(call)).toBe('**bold**');
  });

  it('say to whom the call was passed on', async () => {
    const call = talk();
    await write('x');
    await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
    await expect.poll(() => document.activeElement?.getAttribute('placeholder')).toBe('Name, team or number');
    await userEvent.keyboard('billing{Enter}');
    await expect.poll(async () => (await desk.calls())[0]?.transferredTo).toBe('billing');
    expect(document.activeElement).toBe(field());
    expect(pane.host.textContent).toContain('Passed on to billing');
    expect(call.transferredTo).toBe('');
  });
});
