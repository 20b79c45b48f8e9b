import { createDraftSaver, type DraftSaver, SAVE_EVERY_MS } from '#renderer/features/composer/draft-saver.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { ACCOUNT, type Console } from './console.ts';
import type { Scheduler } from './scheduler.ts';

type Writing = { readonly saver: DraftSaver<string>; readonly life: object; saved: number };

/** What a write may take behind the 300 ms in which a draft is journalled: disks, the link and the store's own queue. */
const WRITE_MS = 150;

export type Typist = {
  /** The agent types on in the reply to a ticket. */
  type(ticketId: string): void;
  /** The agent throws the reply away. */
  drop(desk: DeskApi, ticketId: string): Promise<void>;
  /** Draft texts that were said to be safe, by ticket. */
  readonly safe: ReadonlyMap<string, number>;
  /** Draft texts that were safe and were thrown away, by ticket, and not begun anew. */
  readonly thrown: ReadonlyMap<string, number>;
};

/** Writes replies as a composer does: every text that is safe has a higher number than the one before. */
export function createTypist(options: {
  readonly console: Console;
  readonly scheduler: Scheduler;
  readonly now: () => number;
  /** When something last happened that may hold up a write. */
  readonly calmSince: () => number;
  readonly onMissing: (what: string) => void;
}): Typist {
  const { console, scheduler, now, calmSince, onMissing } = options;
  const writings = new Map<string, Writing>();
  const safe = new Map<string, number>();
  const thrown = new Map<string, number>();
  const numbers = new Map<string, number>();

  const save = async (desk: DeskApi, ticketId: string, text: string) => {
    const version = versionOf(text);
    const answer = await desk.saveDraft({
      accountId: ACCOUNT.id,
      ticketId,
      kind: 'reply',
      text,
      cursorAt: caretIn(text),
      fields: {},
      files: [],
      updatedAt: now(),
    });
    if (!answer.ok) return answer;
    const current = writings.get(ticketId);
    if (current) current.saved = Math.max(current.saved, version);
    safe.set(ticketId, Math.max(safe.get(ticketId) ?? 0, version));
    return answer;
  };

  /** A composer begins on what it reads, and never on less than was safe. */
  const begin = async (desk: DeskApi, ticketId: string): Promise<void> => {
    const before = safe.get(ticketId) ?? 0;
    const [detail, draft] = await Promise.all([desk.ticket(ticketId), desk.draft({ ticketId, kind: 'reply' })]);
    if (detail && versionOf(draft?.text ?? '') < before && safe.has(ticketId))
      onMissing(`a composer on ${ticketId} began on ${draft?.text} when version ${before} was safe`);
  };

  const open = (desk: DeskApi, life: NonNullable<ReturnType<Console['windowLife']>>, ticketId: string): Writing => {
    const known = writings.get(ticketId);
    if (known?.life === life) return known;
    const writing: Writing = {
      life,
      saved: known?.saved ?? 0,
      saver: createDraftSaver<string>({
        save: (text) => save(desk, ticketId, text),
        onState: () => undefined,
        after: life.after,
      }),
    };
    if (known) void begin(desk, ticketId).catch(() => undefined);
    writings.set(ticketId, writing);
    return writing;
  };

  return {
    safe,
    thrown,
    type(ticketId) {
      const [desk, life] = [console.desk(), console.windowLife()];
      if (!desk || !life) return;
      const writing = open(desk, life, ticketId);
      thrown.delete(ticketId);
      const version = (numbers.get(ticketId) ?? 0) + 1;
      numbers.set(ticketId, version);
      writing.saver.change(`Draft ${version}`);
      const typedAt = scheduler.elapsed();
      life.after(SAVE_EVERY_MS + 50 + WRITE_MS, () => {
        if (calmSince() < typedAt - 30_000 && writing.saved < version && writings.get(ticketId) === writing)
          onMissing(`version ${version} of the draft on ${ticketId} was not safe in time`);
      });
    },
    async drop(desk, ticketId) {
      const version = safe.get(ticketId);
      const writing = writings.get(ticketId);
      const discard = async (): Promise<void> => {
        safe.delete(ticketId);
        if (version !== undefined) thrown.set(ticketId, version);
        await desk.discardDraft({ accountId: ACCOUNT.id, ticketId, kind: 'reply' });
      };
      await (writing ? writing.saver.drop(discard) : discard());
    },
  };
}

export const versionOf = (draft: string): number => Number(/^Draft (\d+)$/.exec(draft)?.[1] ?? 0);
/** Somewhere in the text, and somewhere else in every text. */
const caretIn = (text: string): number => versionOf(text) % (text.length + 1);
export const isWhole = ({ text, cursorAt }: Draft): boolean => cursorAt === caretIn(text);
