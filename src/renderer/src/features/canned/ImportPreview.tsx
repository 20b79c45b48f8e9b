import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { readCannedImport } from '#renderer/templates/read-canned-import.ts';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import { useTicker } from '#renderer/ui/ticker.tsx';
import type { CannedImport } from '#shared/canned/import-dry-run.ts';
import { fileFaultText } from '#shared/canned/problem-text.ts';
import { ImportLines } from './ImportLines.tsx';
import { useChangeCanned } from './use-change-canned.ts';

/** No file of canned responses is larger, in bytes. */
const LARGEST = 33_554_432;

/** What taking a file would do, told before it is done. Enter takes it: all of it or nothing. */
export function ImportPreview({ file, onDone }: { readonly file: File; readonly onDone: () => void }) {
  const t = useText();
  const desk = useDesk();
  const change = useChangeCanned();
  const { now } = useTicker();
  const [dryRun, setDryRun] = useState<CannedImport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const ending = new AbortController();
    const read = async (): Promise<void> => {
      if (file.size > LARGEST) return setProblem(t('canned.file.too-large'));
      const [text, { entries: mine }] = await Promise.all([file.text(), desk.cannedResponses()]);
      if (ending.signal.aborted) return;
      const answer = await readCannedImport({ text, mine, now: now() }, ending.signal);
      if (ending.signal.aborted) return;
      if (answer.ok) setDryRun(answer.value);
      else setProblem(answer.error === 'stopped' ? t('canned.file.stopped') : fileFaultText(t, answer.error));
    };
    void read();
    return () => ending.abort();
  }, [file, desk, now, t]);
  useEffect(() => button.current?.focus(), [dryRun, problem]);

  const put = dryRun ? [...dryRun.added, ...dryRun.changed.map(({ to }) => to)] : [];
  const take = async ({ added, changed }: CannedImport): Promise<void> => {
    setBusy(true);
    const done = await change(
      { remove: [], put },
      {
        label: t('canned.import.done', { count: put.length }),
        canned: { remove: added.map(({ id }) => id), put: changed.map(({ from }) => from) },
      },
    );
    setBusy(false);
    if (done.ok) onDone();
    else setProblem(t(`canned.change.${done.error}`));
  };

  return (
    <div className={form.form}>
      <p role="status">
        {dryRun
          ? t('canned.import.counts', {
              added: dryRun.added.length,
              changed: dryRun.changed.length,
              same: dryRun.same.length,
              leftOut: dryRun.leftOut.length,
            })
          : problem === null
            ? t('canned.import.reading')
            : null}
      </p>
      {dryRun ? <ImportLines dryRun={dryRun} /> : null}
      <div className={form.foot}>
        {problem === null ? null : (
          <p role="alert" className={form.problem}>
            {problem}
          </p>
        )}
        {dryRun && put.length > 0 ? (
          <Button ref={button} look="primary" keys="Enter" disabled={busy} onClick={() => void take(dryRun)}>
            {t('canned.import.take', { count: put.length })}
          </Button>
        ) : null}
        <Button {...(put.length > 0 ? {} : { ref: button })} keys="Escape" onClick={onDone}>
          {t('canned.import.back')}
        </Button>
      </div>
    </div>
  );
}
