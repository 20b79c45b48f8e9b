export type FromConverter = 'ready' | { readonly index: number; readonly markdown: string };

/** A kilobyte takes some 10 ms: beyond this nobody waits for one message. */
const LONGEST = 128 * 1024;
const START_MS = 10_000;
/** For one message, with room for a machine that is busy. */
const EACH_MS = 3_000;

/** HTML as Markdown, on a thread of its own; null for what is too long, was not made in time, or cannot be made. */
export function toMarkdown(htmls: readonly string[]): Promise<readonly (string | null)[]> {
  const made: (string | null)[] = htmls.map(() => null);
  const wanted = htmls.map((html) => (html.length > LONGEST ? '' : html));
  let left = wanted.length;
  if (wanted.every((html) => html === '')) return Promise.resolve(made);
  const worker = new Worker(new URL('./markdown-worker.ts', import.meta.url), { type: 'module', name: 'markdown' });
  const done = new Promise<void>((resolve) => {
    let limit = setTimeout(resolve, START_MS);
    worker.addEventListener('error', () => resolve());
    worker.addEventListener('message', ({ data }: MessageEvent<FromConverter>) => {
      clearTimeout(limit);
      if (data !== 'ready') {
        if (wanted[data.index] !== '') made[data.index] = data.markdown;
        left -= 1;
      }
      if (left === 0) resolve();
      else limit = setTimeout(resolve, EACH_MS);
    });
    worker.postMessage(wanted);
  });
  return done.then(() => {
    worker.terminate();
    return made;
  });
}
