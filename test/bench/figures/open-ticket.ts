import type { Measured } from '../report/figures.ts';
import { spread } from '../report/statistics.ts';
import type { BenchConsole } from '../stage/console.ts';
import { type Change, pauseBetween, timeKey, untilStill } from './time-key.ts';
import { showView } from './views.ts';

const TICKETS = 60;

/** Another ticket than before is open, and its conversation is there: every message of it in its frame. */
export const conversationPainted: Change<string | undefined> = {
  before: () => document.querySelector('[role=listbox] [data-open]')?.id,
  done: (before) => {
    const open = document.querySelector('[role=listbox] [data-open]')?.id;
    const pane = document.querySelector('section[data-context=ticket]');
    const shown = pane?.querySelector('header')?.textContent ?? '';
    if (open === undefined || open === before || !shown.includes(`#${open.split(':').at(-1)}`)) return false;
    return (
      pane?.querySelector('article, [role=article]') != null &&
      [...pane.querySelectorAll('iframe')].every((frame) => (frame.contentDocument?.body?.childElementCount ?? 0) > 0)
    );
  },
};

export async function measureOpening({ page }: BenchConsole): Promise<readonly Measured[]> {
  await showView(page, 'Everything');
  // The first one loads what shows a ticket.
  await timeKey(page, 'Enter', conversationPainted);
  await untilStill(page);
  const [opened, next]: [number[], number[]] = [[], []];
  for (let ticket = 0; ticket < TICKETS; ticket += 1) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await pauseBetween(60);
    opened.push(await timeKey(page, 'Enter', conversationPainted));
    await pauseBetween(120);
  }
  for (let ticket = 0; ticket < TICKETS; ticket += 1) {
    next.push(await timeKey(page, 'j', conversationPainted));
    await pauseBetween(120);
  }
  await page.keyboard.press('Escape');
  return [
    {
      figure: 'open',
      value: spread(opened).p95,
      beside: `p50 ${spread(opened).p50.toFixed(1)} ms; the next one by j while one is open ${spread(next).p50.toFixed(1)} / ${spread(next).p95.toFixed(1)} ms`,
      samples: opened.length,
    },
  ];
}
