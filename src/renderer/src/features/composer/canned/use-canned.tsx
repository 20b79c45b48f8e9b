import { useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import { useCommands } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { cannedQuery, templateDataQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { CannedChoice } from '#renderer/store/desk-own.ts';
import type { TicketToBe } from '#renderer/store/desk-tickets.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { nestedProblemText } from '#shared/canned/problem-text.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import { ok } from '#shared/result.ts';
import { templateProblemText } from '#shared/templates/problem-text.ts';
import { type CaretItem, type CaretSource, LINE_PX } from '../caret-list/use-caret-list.ts';
import { applyEdit } from '../writing/insert-text.ts';
import styles from './Canned.module.css';
import type { FillProblem } from './fill-response.ts';
import { firstResponse } from './first-response.tsx';
import { editWithStops } from './tab-stops.ts';
import { useFillResponse } from './use-fill-response.ts';

const LISTED = 50;
/** A row with a line of the text below it. */
const WITH_EXCERPT_PX = 44;
const NONE: readonly CannedChoice[] = [];

/** One line of the list: a response in one of its languages. */
type Line = {
  readonly choice: CannedChoice;
  readonly variant: CannedChoice['variants'][number];
  readonly first: boolean;
};

/**
 * Canned responses behind `/`, those of the requester's language first, filled in for the ticket and put in at the caret.
 * @param toBe what the form says of a ticket that is not there yet
 */
export function useCanned(
  ticketId: TicketId,
  attach: (file: OutgoingFile) => void,
  toBe: TicketToBe | null = null,
): CaretSource {
  const t = useText();
  const desk = useDesk();
  const client = useQueryClient();
  const commands = useCommands();
  const { now } = useTicker();
  /** Null while nothing is typed behind the sign. */
  const [typed, setTyped] = useState<string | null>(null);
  const requesterId = toBe?.requester?.remoteId ?? null;
  const asked = useMemo(() => ({ ticketId, requesterId, text: '', limit: LISTED }), [ticketId, requesterId]);
  // What is listed before a letter is typed is at hand when the sign is.
  useQuery({ ...cannedQuery(desk, asked), notifyOnChangeProps: [] });
  const { data: found, isPlaceholderData: isBehind } = useQuery(cannedQuery(desk, { ...asked, text: typed ?? '' }));
  const choices = found ?? NONE;
  // Behind the bare sign all are listed. What is typed on is a path, or whatever has a slash before it, and is left alone.
  const hasNone = typed === '' && !isBehind && found?.length === 0;
  // Asked for while the agent looks for a response, and kept up to date with the ticket. A form is asked when one is chosen.
  useQuery({
    ...templateDataQuery(desk, ticketId),
    enabled: typed !== null && toBe === null,
    notifyOnChangeProps: [],
  });
  const fill = useFillResponse(ticketId, toBe, asked);
  const lines = useMemo(() => linesOf(choices), [choices]);
  return useMemo(() => {
    const recordUse = async ({ id }: CannedChoice, at: number): Promise<void> => {
      const ticketIds = [ticketId];
      await desk.recordUse({ kind: 'response', id, ticketIds, at, into: ticketIds, waits: true });
      await client.invalidateQueries({ queryKey: ['canned'] });
    };
    const put = async (field: HTMLTextAreaElement, from: number, to: number, { choice, variant }: Line) => {
      const sought = field.value.slice(from, to);
      const ready = fill.ready(variant.text);
      // Nothing is awaited where it is ready: the words are then in the frame that the Enter is.
      const filled = ready === null ? await fill.now(variant.text) : ok(ready);
      if (!filled.ok) return show({ refusal: sentenceOf(t, filled.error) });
      // What was typed meanwhile stays where it is.
      const at = field.value.slice(from, to) === sought ? { from, to } : selectionOf(field);
      applyEdit(field, editWithStops(at.from, at.to, filled.value.text));
      for (const file of choice.files) attach(file);
      show({ refusal: null });
      const usedAt = now();
      afterFrame(() => void recordUse(choice, usedAt));
    };
    const items = lines.map(
      (line, index): CaretItem => ({
        id: `${line.choice.id} ${line.variant.locale ?? ''}`,
        row: <Row t={t} line={line} />,
        height: line.first ? WITH_EXCERPT_PX : LINE_PX,
        ahead: () => void fill.ahead(line.variant.text),
        take: (field, from, to) =>
          void (async () => {
            if (!isBehind) return put(field, from, to, line);
            // The list is still that of a letter ago: what Enter means is what it is about to show.
            const text = field.value.slice(from + 1, to);
            const now = linesOf(await desk.findCanned({ ...asked, text }))[index];
            if (now) await put(field, from, to, now);
          })(),
      }),
    );
    return {
      sign: '/',
      label: t('composer.list.responses'),
      onQuery: (query) => {
        // The store looks while the letter is painted.
        if (query !== null) void client.prefetchQuery(cannedQuery(desk, { ...asked, text: query }));
        setTyped(query);
      },
      ...(hasNone ? { remark: t('composer.list.noResponses') } : {}),
      find: () => (hasNone ? [firstResponse(t, () => commands.run('canned.new', 'button'))] : items),
    };
  }, [t, desk, client, commands, now, ticketId, asked, fill, attach, lines, isBehind, hasNone]);
}

const Row = memo(function Row({ t, line: { choice, variant, first } }: { readonly t: Text; readonly line: Line }) {
  const { text, from, to } = choice.excerpt;
  const language =
    variant.locale === null ? null : (t.intl.formatDisplayName(variant.locale, { type: 'language' }) ?? variant.locale);
  return (
    <span className={styles.row}>
      <span className={styles.head}>
        <span className={styles.shortcode}>/{choice.shortcode}</span>
        <span className={styles.title}>{choice.title}</span>
        {language === null ? null : <span className={styles.aside}>{language}</span>}
        {choice.folder.length === 0 ? null : <span className={styles.aside}>{choice.folder.join(' › ')}</span>}
      </span>
      {first ? (
        <span className={styles.excerpt}>
          {text.slice(0, from)}
          <mark>{text.slice(from, to)}</mark>
          {text.slice(to)}
        </span>
      ) : null}
    </span>
  );
});

/** What nobody sees waits until what they see is painted. */
const afterFrame = (run: () => void): void => void requestAnimationFrame(() => setTimeout(run));

const linesOf = (choices: readonly CannedChoice[]): readonly Line[] =>
  choices.flatMap((choice) => choice.variants.map((variant, index) => ({ choice, variant, first: index === 0 })));

const selectionOf = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) => ({
  from: selectionStart,
  to: selectionEnd,
});

const sentenceOf = (t: Text, problem: FillProblem): string =>
  problem.what === 'nested' ? nestedProblemText(t, problem.why) : templateProblemText(t, problem.why);
