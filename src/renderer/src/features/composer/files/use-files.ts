import { useCallback, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import type { FileProblem } from '#renderer/store/desk-actions.ts';
import type { FileLimits } from '#shared/domain/account.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import { findPlace } from '../draft-place.ts';
import type { DraftHandle } from '../use-draft.ts';
import { addFiles } from './add-files.ts';
import { safeName, uniqueName } from './file-name.ts';
import { type OverLimit, overLimit } from './over-limit.ts';

/** A file that is not in the profile yet. */
export type ComingFile = {
  readonly id: string;
  readonly file: File;
  readonly name: string;
  /** Null while it is being kept. */
  readonly problem: FileProblem | OverLimit | null;
};
export type Said = { readonly what: 'attached' | 'removed' | 'again'; readonly file: OutgoingFile };

export type FilesHandle = {
  /** What the draft names: its bytes are safe. */
  readonly kept: readonly OutgoingFile[];
  readonly coming: readonly ComingFile[];
  readonly limits: FileLimits | null;
  /** What was done last, for the agent to hear and take back. */
  readonly said: Said | null;
  /** The message was to be sent, and one of those that are coming stands in its way. */
  readonly blocks: boolean;
  attach(files: readonly File[]): void;
  remove(file: OutgoingFile): void;
  putBack(file: OutgoingFile): void;
  /** One that could not be kept is tried again, or given up. */
  tryAgain(file: ComingFile): void;
  giveUp(file: ComingFile): void;
  /** Resolves once nothing is on its way, with what the draft then names; null when there is one that could not be kept. */
  whenKept(): Promise<readonly OutgoingFile[] | null>;
};

/** Files that go with a draft. Each is in the profile, under its hash, before the draft names it. */
export function useFiles(draft: DraftHandle): FilesHandle {
  const desk = useDesk();
  const { accountId, ticketId, kind } = draft.id;
  const limits = useDeskState((state) => state.health[accountId]?.abilities?.limits ?? null);
  const [coming, setComing] = useState<readonly ComingFile[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const [asked, setAsked] = useState(false);
  // What is on its way outlives a render, and the composer.
  const waiting = useRef<readonly ComingFile[]>([]);
  const lastKept = useRef<Promise<void>>(Promise.resolve());
  const putComing = useCallback((next: readonly ComingFile[]) => {
    waiting.current = next;
    setComing(next);
  }, []);

  const keep = async (one: ComingFile): Promise<void> => {
    const answer = await desk.keepFile({ accountId, file: one.file });
    if (!waiting.current.some(({ id }) => id === one.id)) return;
    if (!answer.ok) return fail(one, answer.error);
    const file = { name: one.name, mimeType: one.file.type || 'application/octet-stream', ...answer.value };
    let isNew = true;
    await findPlace(desk, { accountId, ticketId, kind }).change((now) => {
      isNew = now.files.every(({ sha256 }) => sha256 !== file.sha256);
      return { ...now, files: addFiles(now.files, [file]) };
    });
    putComing(waiting.current.filter(({ id }) => id !== one.id));
    setSaid({ what: isNew ? 'attached' : 'again', file });
  };
  const fail = (one: ComingFile, problem: FileProblem): void =>
    putComing(waiting.current.map((other) => (other.id === one.id ? { ...one, problem } : other)));
  const keepInTurn = (one: ComingFile): void => {
    // A store worker that goes away before it answers rejects.
    lastKept.current = lastKept.current.then(() => keep(one)).catch(() => fail(one, 'no-link'));
  };
  // Several may come in one task, each to those before it.
  const { write } = draft;
  const change = useCallback(
    (make: (files: readonly OutgoingFile[]) => readonly OutgoingFile[]) =>
      write(({ files }) => ({ files: make(files) })),
    [write],
  );
  const putBack = useCallback(
    (file: OutgoingFile): void => {
      change((files) => addFiles(files, [file]));
      setSaid(null);
    },
    [change],
  );

  return {
    kept: draft.files,
    coming,
    limits,
    said,
    blocks: asked && coming.some(({ problem }) => problem !== null),
    attach(files) {
      setSaid(null);
      setAsked(false);
      for (const file of files) {
        const going = waiting.current.filter(({ problem }) => problem === null);
        const others = [...draft.files, ...going.map((one) => ({ name: one.name, size: one.file.size }))];
        const name = uniqueName(
          safeName(file.name),
          others.map((other) => other.name),
        );
        const weight = others.reduce((sum, { size }) => sum + size, 0);
        const one: ComingFile = {
          id: crypto.randomUUID(),
          file,
          name,
          problem: overLimit(limits, file.size, weight),
        };
        putComing([...waiting.current, one]);
        if (one.problem === null) keepInTurn(one);
      }
    },
    remove(file) {
      change((files) => files.filter(({ sha256 }) => sha256 !== file.sha256));
      setSaid({ what: 'removed', file });
    },
    putBack,
    tryAgain(one) {
      putComing(waiting.current.map((other) => (other.id === one.id ? { ...one, problem: null } : other)));
      keepInTurn({ ...one, problem: null });
    },
    giveUp: (one) => putComing(waiting.current.filter(({ id }) => id !== one.id)),
    async whenKept() {
      await lastKept.current;
      setAsked(waiting.current.length > 0);
      if (waiting.current.length > 0) return null;
      return (await findPlace(desk, { accountId, ticketId, kind }).read()).files;
    },
  };
}
