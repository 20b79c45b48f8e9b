import type { RefObject } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import type { TicketToBe } from '#renderer/store/desk-tickets.ts';
import { cannedFromText } from '#shared/canned/canned-from-text.ts';
import { shortcodeKey } from '#shared/canned/shortcodes.ts';
import type { AccountId } from '#shared/domain/ids.ts';

/** To whom words are written, and on which ticket; `toBe` where it is not there yet. */
export type WrittenTo = Pick<Parameters<typeof cannedFromText>[1], 'requester' | 'number'> & {
  readonly toBe?: TicketToBe;
};

/** Makes a canned response of what is selected in the field, or of all of it where nothing is, for the agent to change and save. */
export function useToCanned(
  field: RefObject<HTMLTextAreaElement | null>,
  accountId: AccountId,
  { requester, number }: WrittenTo,
): void {
  const desk = useDesk();
  const me = useDeskState(({ accounts }) => accounts?.find(({ id }) => id === accountId)?.me);
  const make = async (words: string): Promise<void> => {
    if (!me) return;
    const { entries } = await desk.cannedResponses();
    const taken = new Set(entries.map(({ shortcode }) => shortcodeKey(shortcode)));
    show({ dialog: 'canned', newCanned: cannedFromText(words, { requester, me, number, taken }) });
  };
  useCommand(
    'composer.toCanned',
    () => void make(wordsOf(field.current)),
    () => me !== undefined && wordsOf(field.current).trim() !== '',
  );
}

function wordsOf(field: HTMLTextAreaElement | null): string {
  if (!field) return '';
  const { value, selectionStart, selectionEnd } = field;
  return selectionStart === selectionEnd ? value : value.slice(selectionStart, selectionEnd);
}
