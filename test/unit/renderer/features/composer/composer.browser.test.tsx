import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { firstTicketId, mountTicket } from '../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

describe('the composer', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let ticketId = '';

  beforeEach(async () => {
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    ticketId = await firstTicketId(desk);
    pane = await mountTicket(desk, ticketId);
  });
  afterEach(() => pane.unmount());

  const field = (): HTMLTextAreaElement | null => pane.host.querySelector('[data-context="composer"] > textarea');
  const write = async (text: string): Promise<HTMLTextAreaElement> => {
    await userEvent.keyboard('r');
    await expect.poll(() => document.activeElement).toBe(field());
    await userEvent.keyboard(text);
    const area = field();
    if (!area) throw new Error('no composer');
    return area;
  };

  it('sends once however often it is pressed, shows the reply in place and empties', async () => {
    await write('It is **in stock**.');
    pane.registry.run('composer.send', 'key');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
    await expect.poll(() => pane.host.querySelector('[data-pending="queued"]')).not.toBeNull();
    await expect.poll(() => desk.draft({ ticketId, kind: 'reply' })).toBeNull();
    const [entry] = desk.entries();
    expect(entry?.action).toMatchObject({ kind: 'reply', words: { html: '<p>It is <strong>in stock</strong>.</p>' } });
    expect(desk.entries()).toHaveLength(1);
    expect(useInterface.getState().lastAction?.entryId).toBe(entry?.id);
  });

  it('answers the ticket that is read, wherever the list’s bar stands', async () => {
    const other = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 1, limit: 1 })).rows[0]?.id ?? '';
    useInterface.setState({ focusedTicketId: other });
    await write('For the customer whose ticket is open');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
    expect(desk.entries()[0]?.ticketId).toBe(ticketId);
    expect(useInterface.getState().openTicketId).toBe(ticketId);
  });

  it('puts the words back when the reply is undone', async () => {
    await write('Wait for me');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => pane.host.querySelector('[data-pending="queued"]')).not.toBeNull();
    const undo = [...pane.host.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Undo'));
    undo?.click();
    await expect.poll(() => field()?.value).toBe('Wait for me');
    expect(desk.entries()).toHaveLength(0);
    await expect.poll(async () => (await desk.draft({ ticketId, kind: 'reply' }))?.text).toBe('Wait for me');
  });

  it('keeps text, caret and focus through whatever the helpdesk tells meanwhile', async () => {
    const area = await write('half a sen');
    area.setSelectionRange(4, 4);
    desk.change(ticketId, { subject: 'Changed meanwhile' });
    await expect.poll(() => pane.host.querySelector('h2')?.textContent).toBe('Changed meanwhile');
    expect(field()).toBe(area);
    expect(document.activeElement).toBe(area);
    expect([area.value, area.selectionStart]).toEqual(['half a sen', 4]);
  });

  it('takes what is typed before the draft has been read, and runs no command by it', async () => {
    await write('already here, ');
    await userEvent.keyboard('{Escape}');
    await expect.poll(async () => (await desk.draft({ ticketId, kind: 'reply' }))?.text).toBe('already here, ');
    pane.unmount();
    const draft = desk.draft.bind(desk);
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    desk.draft = async (which) => {
      await coming;
      return draft(which);
    };
    pane = mountPane(desk, <TicketPane ticketId={ticketId} />);
    await vi.waitUntil(() => pane.host.querySelectorAll('article').length > 2);
    // Keys that edit text are for what comes too: letters behind them are no commands either.
    await userEvent.keyboard('r{End}{Shift>}H{/Shift}e{Control>}a{/Control}re');
    come();
    await expect.poll(() => field()?.value).toBe('already here, Here');
    await userEvent.keyboard('!');
    await expect.poll(() => field()?.value).toBe('already here, Here!');
    expect(desk.entries()).toHaveLength(0);
  });

  it('leaves on Escape without losing a word', async () => {
    await write('for later');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => field()).toBeNull();
    expect((await desk.draft({ ticketId, kind: 'reply' }))?.text).toBe('for later');
    expect(pane.host.textContent).toContain('for later');
  });

  it('sends nothing when nothing is written, and says so', async () => {
    await write(' ');
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => pane.host.querySelector('[role="alert"]')?.textContent).toContain('nothing to send');
    expect(desk.entries()).toHaveLength(0);
  });

  it('becomes a note with its words', async () => {
    await write('only for us');
    pane.registry.run('composer.flip', 'key');
    await expect.poll(() => pane.host.querySelector('[data-kind="note"] > textarea')).not.toBeNull();
    await expect.poll(() => field()?.value).toBe('only for us');
    await expect.poll(() => desk.draft({ ticketId, kind: 'reply' })).toBeNull();
  });

  it('puts a draft back that was discarded', async () => {
    await write('written in vain?');
    const press = (label: string): void =>
      [...pane.host.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();
    press('Discard draft');
    await expect.poll(() => field()?.value).toBe('');
    await expect.poll(() => desk.draft({ ticketId, kind: 'reply' })).toBeNull();
    press('Put it back');
    await expect.poll(() => field()?.value).toBe('written in vain?');
    await expect.poll(async () => (await desk.draft({ ticketId, kind: 'reply' }))?.text).toBe('written in vain?');
  });

  it('says again that a draft is not safe when the agent comes back to it', async () => {
    await write('precious');
    desk.saveDraft = async () => ({ ok: false, error: 'closed' });
    desk.draftProblem = async () => 'closed';
    pane.unmount();
    useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId, composer: 'reply' });
    desk.draft = async ({ kind }) =>
      kind === 'reply'
        ? {
            accountId: SAMPLE_ACCOUNT_ID,
            ticketId,
            kind,
            text: 'precious',
            cursorAt: 0,
            fields: {},
            files: [],
            updatedAt: 1,
          }
        : null;
    pane = mountPane(desk, <TicketPane ticketId={ticketId} />);
    await expect.poll(() => pane.host.textContent).toContain('this machine’s store was closed');
    expect(field()?.value).toBe('precious');
  });
});
