import { beforeEach, describe, expect, it } from 'vitest';
import { moveDraft } from '../../../../../src/renderer/src/features/composer/index.ts';
import { err } from '../../../../../src/shared/result.ts';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

const from = { accountId: 'a', ticketId: 'a:call-1', kind: 'call' } as const;
const to = { accountId: 'b', ticketId: 'b:call-1', kind: 'call' } as const;

let desk: SampleDesk;
beforeEach(() => {
  desk = createSampleDesk({ tickets: 0 });
});
const write = async (place: typeof from | typeof to, text: string): Promise<void> => {
  await desk.saveDraft({ ...place, text, cursorAt: text.length, fields: {}, files: [], updatedAt: 1 });
};
const text = async (place: typeof from | typeof to): Promise<string | null> => (await desk.draft(place))?.text ?? null;

describe('moving what a draft says', () => {
  it('has it in both places while the other is made the one that is written in', async () => {
    await write(from, 'Tent torn');
    let meanwhile: readonly (string | null)[] = [];
    const moved = await moveDraft(desk, { from, to }, async () => {
      meanwhile = [await text(from), await text(to)];
      return true;
    });
    expect(moved).toEqual({ ok: true, value: true });
    expect(meanwhile).toEqual(['Tent torn', 'Tent torn']);
    expect([await text(from), await text(to)]).toEqual([null, 'Tent torn']);
    expect(await desk.discarded()).toEqual({ ok: true, value: [] });
  });

  it('takes along what is typed in between, once, and keeps what is there', async () => {
    await write(from, 'Tent torn');
    await write(to, 'Called before');
    await moveDraft(desk, { from, to }, async () => {
      await write(from, 'Tent torn at the seam');
      return true;
    });
    expect(await text(to)).toBe('Tent torn at the seam\n\nCalled before');
    expect(await text(from)).toBeNull();
  });

  it('leaves all as it was where it is not to be, and where it cannot be kept', async () => {
    await write(from, 'Tent torn');
    expect(await moveDraft(desk, { from, to }, async () => false)).toEqual({ ok: true, value: false });
    expect([await text(from), await text(to)]).toEqual(['Tent torn', null]);
    let isTold = false;
    const moved = await moveDraft({ ...desk, saveDraft: async () => err('no-link') }, { from, to }, async () => {
      isTold = true;
      return true;
    });
    expect(moved).toEqual({ ok: false, error: 'no-link' });
    expect([await text(from), isTold]).toEqual(['Tent torn', false]);
  });
});
