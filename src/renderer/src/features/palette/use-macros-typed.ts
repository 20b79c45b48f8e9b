import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../state/desk-context.tsx';
import { useInterface } from '../../state/interface-state.ts';
import { macrosQuery } from '../../state/queries.ts';
import { targetsOf } from '../../state/selection.ts';
import type { MacroChoice } from '../../store/desk-own.ts';

/** More would push the commands out of sight. */
const LISTED = 5;

const NONE: readonly MacroChoice[] = [];

/** The best macros for what is typed and for what the palette was opened over; none before a letter, and none without a ticket. */
export function useMacrosTyped(text: string): readonly MacroChoice[] {
  const desk = useDesk();
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const enabled = ticketIds.length > 0 && text.trim() !== '';
  const found = useQuery({ ...macrosQuery(desk, { ticketIds, text, limit: LISTED }), enabled }).data;
  return enabled ? (found ?? NONE) : NONE;
}
