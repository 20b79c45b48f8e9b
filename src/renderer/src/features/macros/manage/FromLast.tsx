import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useInterface } from '#renderer/state/interface-state.ts';
import { draftFromLast } from './draft-from-last.ts';
import { MacroBuilder } from './MacroBuilder.tsx';

/** The builder, filled in with what the agent did last. */
export function FromLast({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  const begins = useQuery({
    queryKey: ['macro-from-last'],
    queryFn: () => draftFromLast(desk, useInterface.getState().lastDone),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }).data;
  return begins ? <MacroBuilder begins={begins} fresh onClose={onClose} /> : null;
}
