import { setTimeout as wait } from 'node:timers/promises';
import type { Measured } from '../report/figures.ts';
import { spread } from '../report/statistics.ts';
import { type BenchConsole, until } from '../stage/console.ts';
import { conversationPainted } from './open-ticket.ts';
import { pauseBetween, timeKey, untilStill } from './time-key.ts';
import { showView } from './views.ts';

const CALLS = 40;
/** A hang-up right behind another is taken for a slip of the hand, and right behind a key a call opens nothing. */
const BETWEEN_MS = 1_100;
/** The store makes itself ready for calls a moment after its start. */
const READY_AFTER_MS = 5_000;

/** A customer is named in the bar, and their conversation is there: every message of it in its frame. */
function popped(): boolean {
  const pane = document.querySelector('section[data-context=ticket]');
  const articles = pane?.querySelectorAll('article, [role=article]').length ?? 0;
  const bar = document.querySelector('section[aria-label=Calls]');
  return (
    articles > 0 &&
    [...(pane?.querySelectorAll('iframe') ?? [])].every(
      (frame) => (frame.contentDocument?.body?.childElementCount ?? 0) > 0,
    ) &&
    bar?.textContent.includes('Ringing') === true
  );
}

/** From a call that main is told of to the caller's ticket on the screen, beside a ticket that is opened by its key. */
export async function measurePop({ page, ring }: BenchConsole): Promise<readonly Measured[]> {
  const popAt = async (place: number): Promise<number> => {
    await wait(BETWEEN_MS);
    // Not waited for: it resolves once the call has come.
    await page.evaluate(
      `(() => { globalThis.shownAt = recorder.paintedAt(${popped}).then((at) => performance.timeOrigin + at); })()`,
    );
    const rangAt = await ring(place);
    const shownAt = await page.evaluate<number>('globalThis.shownAt');
    await untilStill(page);
    // Declined, seen, and its ticket closed.
    await page.keyboard.press('Control+Shift+E');
    await until(
      page,
      'the call to end',
      () => document.querySelector('section[aria-label=Calls]')?.textContent.includes('Missed') === true,
    );
    await page.keyboard.press('Control+Shift+Y');
    await until(page, 'the bar to go', () => document.querySelector('section[aria-label=Calls]') === null);
    await page.keyboard.press('Escape');
    return shownAt - rangAt;
  };

  await showView(page, 'Everything');
  await wait(READY_AFTER_MS);
  const first = await popAt(0);
  const [pops, keys]: [number[], number[]] = [[], []];
  for (let call = 1; call <= CALLS; call++) {
    await page.keyboard.press('j');
    await pauseBetween(60);
    keys.push(await timeKey(page, 'Enter', conversationPainted));
    await page.keyboard.press('Escape');
    pops.push(await popAt(call));
  }
  const [pop, key] = [spread(pops), spread(keys)];
  return [
    {
      figure: 'pop',
      value: pop.p95,
      beside: `p50 ${pop.p50.toFixed(1)} ms, the first ${first.toFixed(1)}; the same by Enter ${key.p50.toFixed(1)} / ${key.p95.toFixed(1)} ms`,
      samples: pops.length,
    },
  ];
}
