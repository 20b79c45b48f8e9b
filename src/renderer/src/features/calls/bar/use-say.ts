import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { keyLabels } from '#renderer/commands/key-label.ts';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { ticketQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Call } from '#shared/calls/call.ts';
import { callerQuery } from './pop/caller-query.ts';
import { popWords } from './pop/pop-words.ts';
import type { Pop } from './pop/use-pop.ts';
import { nameOf } from './use-who.ts';
import { whatChanged } from './what-changed.ts';
import { whoCalls } from './who-calls.ts';

/** What happens with calls, for those who do not see it; `tellPop` says who calls and what that has opened. */
export function useSay(): { readonly said: string; readonly tellPop: (call: Call, pop: Pop) => void } {
  const t = useText();
  const desk = useDesk();
  const client = useQueryClient();
  const { keymap, mac } = useKeys();
  const [said, setSaid] = useState('');

  const whoIs = useCallback(
    (call: Call): string => {
      const answer = client.getQueryData(callerQuery(desk, call).queryKey) ?? null;
      const ticket = client.getQueryData(ticketQuery(desk, call.ticketId ?? '').queryKey) ?? null;
      return nameOf(t, whoCalls(call, { answer, ticket }));
    },
    [client, desk, t],
  );
  useEffect(
    () =>
      useDeskState.subscribe(({ calls }, { calls: before }) => {
        const last = calls === before ? undefined : whatChanged(before, calls).at(-1);
        if (last) setSaid(t('calls.bar.said.changed', { what: last.what, who: whoIs(last.call) }));
      }),
    [t, whoIs],
  );
  const tellPop = useCallback(
    (call: Call, pop: Pop): void => {
      const rings = t('calls.bar.said.rings', { direction: call.direction, who: whoIs(call) });
      if (!('target' in pop)) return setSaid(rings);
      const ticket = client.getQueryData(ticketQuery(desk, call.ticketId ?? '').queryKey) ?? null;
      const what = popWords(t, pop.target, ticket);
      const keys = keyLabels(keymap.keysOf('call.pop')[0] ?? '', mac).join(' ');
      const led = pop.state === 'opened' ? t('calls.bar.said.opened') : t('calls.bar.said.waits', { what, keys });
      setSaid(`${rings} ${led}`);
    },
    [client, desk, keymap, mac, t, whoIs],
  );
  return { said, tellPop };
}
