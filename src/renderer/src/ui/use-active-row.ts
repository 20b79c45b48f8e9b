import { useCallback, useState } from 'react';
import { useCommand } from '../commands/use-command.tsx';

/** Which row the keys act on, moved by the list's own commands. A row that goes hands over to the one in its place. */
export function useActiveRow(ids: readonly string[], onOpen: (id: string) => void) {
  const [chosen, setChosen] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const found = chosen === null ? 0 : ids.indexOf(chosen.id);
  const index = found >= 0 ? found : Math.min(chosen?.index ?? 0, ids.length - 1);
  const activeId = ids[index] ?? null;

  const choose = useCallback((id: string, at: number) => {
    setChosen({ id, index: at });
    document.getElementById(rowDomId(id))?.scrollIntoView({ block: 'nearest' });
  }, []);
  const moveTo = (to: number): void => {
    const at = Math.max(0, Math.min(ids.length - 1, to));
    const id = ids[at];
    if (id !== undefined) choose(id, at);
  };
  const any = (): boolean => ids.length > 0;
  useCommand('list.next', (count) => moveTo(index + count), any);
  useCommand('list.previous', (count) => moveTo(index - count), any);
  useCommand('list.first', () => moveTo(0), any);
  useCommand('list.last', () => moveTo(ids.length - 1), any);
  useCommand('list.open', () => activeId !== null && onOpen(activeId), any);
  return { activeId, choose };
}

export const rowDomId = (id: string): string => `panel-row-${id.replace(/\s/g, '-')}`;
