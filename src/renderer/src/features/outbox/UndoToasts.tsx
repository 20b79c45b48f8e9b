import { Toast } from '@base-ui/react/toast';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../commands/use-command.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { type LastAction, show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { allAccepted, isUnderWay } from '../../state/under-way.ts';
import { Button } from '../../ui/Button.tsx';
import { useTicker } from '../../ui/ticker.tsx';
import { problemSentence, takeBack, takeOutOfDraft } from '../composer/index.ts';
import { viewsProblem } from '../inbox/index.ts';
import { macrosProblem } from '../macros/index.ts';
import { forgetMacro } from './forget-macro.ts';
import styles from './UndoToasts.module.css';
import { useUndoKey } from './use-undo-key.ts';

/** What a toast offers to take back; absent when it only tells how that went. */
type ToastData = { readonly action?: LastAction };

const TOLD_MS = 5_000;
const KEPT = 3;

/** Says at the bottom left what was just done, and takes it back while it has not left. */
export function UndoToasts() {
  return (
    // Base UI pauses its own time while the pointer rests on a toast; the undo window does not wait.
    <Toast.Provider timeout={0} limit={KEPT}>
      <Toasts />
    </Toast.Provider>
  );
}

function Toasts() {
  const t = useText();
  const { toasts } = Toast.useToastManager<ToastData>();
  const { undo, undoLatest, mayUndo } = useUndo();
  useCommand('ticket.undo', () => void undoLatest(), mayUndo);
  return (
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport} aria-label={t('outbox.undo.region')}>
        {toasts.map((toast) => (
          // Not the dialog that Base UI makes of it: nothing is asked, and an assistive program need not go there.
          <Toast.Root
            key={toast.id}
            toast={toast}
            role="group"
            aria-modal={undefined}
            className={styles.toast}
            swipeDirection={['left', 'down']}
          >
            <Toast.Title render={<span />} className={styles.title} />
            {toast.data?.action ? <UndoButton action={toast.data.action} onUndo={undo} /> : null}
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}

function UndoButton({
  action,
  onUndo,
}: {
  readonly action: LastAction;
  readonly onUndo: (action: LastAction) => void;
}) {
  const t = useText();
  const key = useUndoKey(action);
  return (
    <>
      <Countdown until={action.notBefore} />
      <Button look="quiet" keys={key} onClick={() => onUndo(action)}>
        {t('outbox.undo')}
      </Button>
    </>
  );
}

/** Seconds left. Not read out: a countdown would talk over everything else. */
function Countdown({ until }: { readonly until: number }) {
  const t = useText();
  const { now } = useTicker();
  const left = (): number => Math.max(0, Math.ceil((until - now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((until - now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [until, now]);
  return (
    <span className={styles.left} aria-hidden="true" data-tabular>
      {t.intl.formatNumber(seconds, { style: 'unit', unit: 'second', unitDisplay: 'narrow' })}
    </span>
  );
}

/** Shows a toast for every action that can still be taken back, and takes the newest of them back by key. */
function useUndo() {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  const { add, close } = Toast.useToastManager<ToastData>();
  const undoable = useRef<readonly LastAction[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  const forget = useCallback(
    (action: LastAction) => {
      undoable.current = undoable.current.filter((other) => other.entryId !== action.entryId);
      close(action.entryId);
      if (useInterface.getState().lastAction?.entryId === action.entryId)
        show({ lastAction: undoable.current.at(-1) ?? null });
    },
    [close],
  );
  const later = useCallback((ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      run();
    }, ms);
    timers.current.add(timer);
  }, []);

  /** What was put into a draft whose words have left with this action cannot be taken out of it any more. */
  const forgetSent = useCallback(
    async ({ entryId, ticketId }: LastAction): Promise<void> => {
      const puts = undoable.current.filter(({ put }) => put?.draft.ticketId === ticketId);
      if (puts.length === 0) return;
      const waiting = await desk.outbox().catch(() => []);
      const sent = waiting.find(({ entry }) => entry.id === entryId)?.entry.action.kind;
      for (const put of puts) if (put.put?.draft.kind === sent) forget(put);
    },
    [desk, forget],
  );

  useEffect(() => {
    const offer = (action: LastAction | null): void => {
      if (action === null || undoable.current.some(({ entryId }) => entryId === action.entryId)) return;
      const left = action.notBefore - now();
      if (left <= 0) return;
      undoable.current = [...undoable.current, action];
      add({ id: action.entryId, title: action.label, data: { action } });
      later(left, () => forget(action));
      void forgetSent(action);
    };
    offer(useInterface.getState().lastAction);
    // Not by rendering: of two actions between two frames it would see the second alone.
    return useInterface.subscribe(({ lastAction }) => offer(lastAction));
  }, [now, add, forget, forgetSent, later]);

  useEffect(
    () =>
      useInterface.subscribe(({ takenOut }, before) => {
        if (takenOut === before.takenOut) return;
        const gone = undoable.current.find(({ put }) => put !== undefined && put === takenOut);
        if (gone) forget(gone);
      }),
    [forget],
  );

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    };
  }, []);

  const tell = useCallback(
    (title: string) => {
      const id = add({ title, data: {} });
      later(TOLD_MS, () => close(id));
    },
    [add, close, later],
  );
  const lastTold = useRef<{ readonly sentence: string } | null>(null);
  useEffect(() => {
    const say = ({ told }: { readonly told: typeof lastTold.current }): void => {
      if (told === null || told === lastTold.current) return;
      lastTold.current = told;
      tell(told.sentence);
    };
    // What was said before the toasts had been fetched is said now.
    say(useInterface.getState());
    return useInterface.subscribe(say);
  }, [tell]);
  const undo = useCallback(
    (action: LastAction) => {
      const undone = action.entryIds ?? [action.entryId];
      show({ lastDone: useInterface.getState().lastDone.filter(({ entryId }) => !undone.includes(entryId)) });
      forget(action);
      const unmark = async ({ alongside = [] }: LastAction): Promise<void> => {
        if (alongside.length > 0) await desk.changeMarks(alongside);
      };
      const undoMany = async (entryIds: readonly string[]): Promise<void> => {
        const gone = await desk.discardEntries(entryIds);
        const what = action.label;
        if (!gone.ok) return tell(problemSentence(t, gone.error));
        await unmark(action);
        forgetMacro(gone.value);
        const [count, total] = [gone.value.length, entryIds.length];
        if (count === 0) tell(t('outbox.undo.tooLate', { what }));
        else if (count < total) tell(t('outbox.undo.done.some', { what, count, total }));
        else tell(t('outbox.undo.done.no-words', { what }));
      };
      const run = async (): Promise<void> => {
        if (action.marks) {
          await desk.changeMarks(action.marks);
          return tell(t('outbox.undo.done.no-words', { what: action.label }));
        }
        if (action.views) {
          const done = await desk.changeViews(action.views);
          return tell(done.ok ? t('outbox.undo.done.no-words', { what: action.label }) : viewsProblem(t, done.error));
        }
        if (action.macros) {
          const done = await desk.changeMacros(action.macros);
          return tell(done.ok ? t('outbox.undo.done.no-words', { what: action.label }) : macrosProblem(t, done.error));
        }
        if (action.canned) {
          const done = await desk.changeCanned(action.canned);
          return tell(t(done.ok ? 'outbox.undo.done.no-words' : `canned.change.${done.error}`, { what: action.label }));
        }
        if (action.feedback) {
          const done = await desk.changeFeedback(action.feedback);
          return tell(t(done.ok ? 'outbox.undo.done.no-words' : `feedback.${done.error}`, { what: action.label }));
        }
        if (action.put) {
          const out = await takeOutOfDraft(desk, action.put);
          if (out.ok) return tell(t('outbox.undo.done.no-words', { what: action.label }));
          return tell(
            out.error === 'written-on' ? t('macros.writtenOn', { what: action.label }) : problemSentence(t, out.error),
          );
        }
        if (action.entryIds) return undoMany(action.entryIds);
        const item = (await desk.outbox()).find(({ entry }) => entry.id === action.entryId);
        const late = t('outbox.undo.tooLate', { what: action.label });
        if (item === undefined) return tell(late);
        const done = await takeBack(desk, item.entry);
        if (!done.ok) return tell(done.error === 'too-late' ? late : problemSentence(t, done.error));
        await unmark(action);
        forgetMacro([action.entryId]);
        tell(t(`outbox.undo.done.${done.value}`, { what: action.label }));
      };
      void run();
    },
    [desk, forget, tell, t],
  );
  const undoLatest = async (): Promise<void> => {
    const before = undoable.current.at(-1);
    const waits = isUnderWay();
    if (waits) await allAccepted();
    const latest = undoable.current.at(-1);
    // What was meant has been refused: the one before it stands.
    if (latest && !(waits && latest === before)) undo(latest);
  };
  const mayUndo = (): boolean => isUnderWay() || (undoable.current.at(-1)?.notBefore ?? 0) > now();
  return { undo, undoLatest, mayUndo };
}
