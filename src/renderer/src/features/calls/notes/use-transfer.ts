import { useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { Call } from '#shared/calls/call.ts';

/** Says to whom a call is passed on, from wherever the caret is, which goes back there. */
export function useTransfer(call: Call | null) {
  const desk = useDesk();
  const [openFor, setOpenFor] = useState<string | null>(null);
  const [problem, setProblem] = useState<'no-link' | 'not-kept' | null>(null);
  const before = useRef<Element | null>(null);
  const isOpen = call !== null && openFor === call.id;
  const close = (): void => {
    setOpenFor(null);
    setProblem(null);
    if (before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus({ preventScroll: true });
  };
  useCommand(
    'call.transfer',
    () => {
      if (!call || isOpen) return;
      before.current = document.activeElement;
      setOpenFor(call.id);
    },
    () => call !== null && call.answeredAt !== null,
  );
  const keep = async (transferredTo: string): Promise<void> => {
    if (!call) return;
    const kept = await desk.changeCall(call.id, { do: 'transfer', transferredTo }).catch(() => null);
    if (kept?.ok) close();
    else setProblem(kept?.error ?? 'no-link');
  };
  return { isOpen, problem, close, keep: (transferredTo: string) => void keep(transferredTo) };
}
