import { ulid } from 'ulid';
import { importDryRun } from '#shared/canned/import-dry-run.ts';
import { readCannedFile } from '#shared/canned/read-canned-file.ts';
import { ok } from '#shared/result.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { ReadAnswer, ReadJob } from './read-canned-import.ts';

/** The worker that reads one file of canned responses and sets it against those that there are. Ended from outside. */
const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener('message', ({ data: { text, mine, now } }: MessageEvent<ReadJob>) => {
  const file = readCannedFile(text, { toMarkdown: htmlToMarkdown });
  const answer: ReadAnswer = file.ok ? ok(importDryRun(file.value, { mine, newId: () => ulid(), now })) : file;
  scope.postMessage(answer);
});
