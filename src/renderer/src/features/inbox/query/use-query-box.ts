import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { useCommand } from '../../../commands/use-command.tsx';
import { useDesk } from '../../../state/desk-context.tsx';
import { goTo, typeQuery } from '../../../state/go-to.ts';
import { useInterface } from '../../../state/interface-state.ts';
import { shownQueryOf } from '../../../state/queries.ts';
import { expectField, takeTypedAhead } from '../../../state/typed-ahead.ts';

/** Opens the query over the list, with what the view asks for in it, and says whether it asks for something else now. */
export function useQueryBox(
  viewId: string,
  query: string | null,
): { readonly input: RefObject<HTMLInputElement | null>; readonly filtered: boolean } {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const wanted = useRef(false);
  const own = useQuery({ ...shownQueryOf(desk, viewId), enabled: query !== null }).data?.text;

  useCommand('list.query', () => {
    if (input.current) return input.current.focus();
    expectField((state) => state.place === 'inbox' && state.viewId === viewId);
    void desk.viewQuery(viewId).then((view) => {
      if (useInterface.getState().viewId !== viewId) return;
      const text = view?.text ?? '';
      wanted.current = true;
      // What follows is typed behind what the view asks for already.
      goTo('inbox', { query: text === '' ? '' : `${text} ` });
    });
  });
  const open = query !== null;
  useEffect(() => {
    if (!open || !wanted.current) return;
    wanted.current = false;
    input.current?.focus();
    input.current?.setSelectionRange(input.current.value.length, input.current.value.length);
    const ahead = takeTypedAhead(input.current);
    if (ahead !== '') typeQuery(`${useInterface.getState().query ?? ''}${ahead}`);
  }, [open]);
  return { input, filtered: query !== null && own !== undefined && query.trim() !== own };
}
