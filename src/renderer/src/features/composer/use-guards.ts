import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { MessageToCheck } from '#renderer/store/desk-actions.ts';
import type { NewRequester } from '#renderer/store/desk-tickets.ts';
import { checkWords } from '#shared/composer/guards/check-words.ts';
import { canOverride, type Finding, type Written } from '#shared/composer/guards/guard.ts';

/** What stands in the way of a message; `attempt` grows with every press, so that the same is said again. */
export type Objections = { readonly findings: readonly Finding[]; readonly attempt: number };
const NONE: Objections = { findings: [], attempt: 0 };

/**
 * Looks a message over before it is sent. What was said once stands in the way no more when the agent sends again, except for what
 * nobody can mean.
 * @param requester of a ticket that is not there yet
 */
export function useGuards(ticketId: MessageToCheck['ticketId'], kind: Written['kind'], requester: NewRequester | null) {
  const desk = useDesk();
  const [objections, setObjections] = useState<Objections>(NONE);
  // What the store reads for it only once is read while the agent writes.
  useEffect(() => {
    if (kind !== 'note') void desk.checkMessage({ ticketId, text: '', cc: [] }).catch(() => []);
  }, [desk, ticketId, kind]);
  const latest = useRef(requester);
  latest.current = requester;
  const said = useRef<ReadonlySet<string>>(new Set());

  /** Whether the message may go. */
  const pass = useCallback(
    async (written: Written): Promise<boolean> => {
      const asked = { ticketId, requester: latest.current, text: written.text, cc: written.addresses };
      // A store worker that goes away cannot accept the message either, and that is what is told then.
      const known = written.kind !== 'note' ? await desk.checkMessage(asked).catch(() => []) : [];
      const findings = [...checkWords(written), ...known];
      const isMeant = (finding: Finding): boolean => canOverride(finding) && said.current.has(keyOf(finding));
      const passes = findings.every(isMeant);
      said.current = new Set(passes ? [] : findings.map(keyOf));
      setObjections(({ attempt }) => (passes ? NONE : { findings, attempt: attempt + 1 }));
      return passes;
    },
    [desk, ticketId],
  );
  return { objections, pass };
}

const keyOf = ({ guard, what }: Finding): string => `${guard} ${what}`;
