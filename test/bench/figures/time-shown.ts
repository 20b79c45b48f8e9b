import type { BenchConsole } from '../stage/console.ts';

/** What is looked at in the page, as text; null while it is not there. Runs in the page, with nothing from around it. */
export type Shown = () => string | null;
/** Presses a key and tells how many ms later `shown` was painted as it then stays: neither an empty list nor the last one counts. */
export type TimeShown = (key: string, shown: Shown) => Promise<number>;

/** What is found may come some frames after the letter. */
const QUIET_MS = 150;

/** Playwright's keyboard is an American one: a letter of another is pressed as the browser itself is told of one. */
export async function timeShownIn({ context, page }: Pick<BenchConsole, 'context' | 'page'>): Promise<TimeShown> {
  const session = await context.newCDPSession(page);
  const press = async (key: string): Promise<void> => {
    if (/^[ -~]+$/u.test(key)) return page.keyboard.press(key);
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  };
  return async (key, shown) => {
    await page.evaluate(`recorder.follow('keydown', ${shown}, ${QUIET_MS})`);
    await press(key);
    return page.evaluate(() => recorder.result());
  };
}
