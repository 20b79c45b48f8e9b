import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Desk, DeskEvent } from '../store/desk-api.ts';

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The store worker. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of DeskProvider');
  return desk;
}

/** Listens to the store worker while mounted. `listener` should be stable. */
export function useDeskEvent(listener: (event: DeskEvent) => void): void {
  const desk = useDesk();
  useEffect(() => desk.onEvent(listener), [desk, listener]);
}
