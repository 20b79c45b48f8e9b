import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { NO_WORDS, type useDraft } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { conversationQuery, ticketQuery } from '#renderer/state/queries.ts';
import { withoutIdentifiers } from '#shared/feedback/without-identifiers.ts';
import { isNotedAlready, quoteWith } from './feedback-fields.ts';
import { knownNames } from './known-names.ts';

/**
 * Puts what was selected into the quote, without who said it; a quote that is there stays above. Answers with what the quote then was:
 * as long as it is that and nothing else was written, there is nothing to keep.
 */
export function useQuoteSelected(draft: ReturnType<typeof useDraft>, selected: string) {
  const desk = useDesk();
  const { ticketId } = draft.id;
  const { data: detail } = useQuery(ticketQuery(desk, ticketId));
  const { data: conversation } = useQuery(conversationQuery(desk, ticketId));
  const put = useRef<string | null>(null);
  const { ready, write } = draft;
  const isLeftOver = isNotedAlready(draft);
  useEffect(() => {
    if (put.current !== null || !ready || !detail || !conversation) return;
    const quote = withoutIdentifiers(selected.trim(), knownNames(detail, conversation));
    put.current = '';
    if (quote === '' && !isLeftOver) return;
    write((now) => {
      const before = isNotedAlready(now) ? NO_WORDS : { text: now.text, fields: now.fields };
      const joined = quoteWith(before.fields['quote'] ?? '', quote);
      if ((before.fields['quote'] ?? '') === '') put.current = joined;
      return { ...before, fields: { ...before.fields, quote: joined } };
    });
  }, [ready, detail, conversation, selected, isLeftOver, write]);
  return { detail: detail ?? null, isUntouched: (quote: string): boolean => quote === (put.current ?? '') };
}
