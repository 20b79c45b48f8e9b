import { htmlToMarkdown } from './html-to-markdown.ts';
import type { FromConverter } from './to-markdown.ts';

/** The worker that makes Markdown of messages, one answer for each. Ended from outside. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (message: FromConverter): void => scope.postMessage(message);

scope.addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
  data.forEach((html, index) => {
    tell({ index, markdown: htmlToMarkdown(html) });
  });
});
tell('ready');
