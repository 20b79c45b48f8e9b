import type { Text } from '#shared/i18n/text.ts';

/** A reload takes the window away for a moment; only a longer absence is worth a line. */
const AWAY_MS = 8_000;

export type WindowWatch = { count(windows: number): void; stop(): void };

/** Says in the terminal when the last window has gone, for then nothing is synced or sent, and how much waits; and when one is back. */
export function watchWindows({
  say,
  text,
  unsentCount,
}: {
  readonly say: (line: string) => void;
  readonly text: Text;
  readonly unsentCount: () => number;
}): WindowWatch {
  let timer: NodeJS.Timeout | null = null;
  let told = false;
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    count(windows) {
      cancel();
      if (windows > 0) {
        if (told) say(text('host.windowBack'));
        told = false;
        return;
      }
      timer = setTimeout(() => {
        told = true;
        say(text('host.noWindow', { count: unsentCount() }));
      }, AWAY_MS);
      timer.unref();
    },
    stop: cancel,
  };
}
