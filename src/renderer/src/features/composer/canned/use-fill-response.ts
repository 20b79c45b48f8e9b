import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { cannedQuery, templateDataQuery } from '#renderer/state/queries.ts';
import { useTemplates } from '#renderer/state/templates-context.tsx';
import type { CannedQuery } from '#renderer/store/desk-own.ts';
import type { TicketToBe } from '#renderer/store/desk-tickets.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Result } from '#shared/result.ts';
import type { Rendered } from '#shared/templates/rendered.ts';
import type { TemplateScope } from '#shared/templates/template-data.ts';
import { type FillProblem, fillResponse } from './fill-response.ts';

/** So long a text that was filled in ahead stands for what it would be now: `now` in it goes on. */
const FRESH_MS = 10_000;

type Ahead = {
  readonly text: string;
  readonly value: Rendered;
  /** What it was filled in from. What is asked for again and is as it was stays the same. */
  readonly from: readonly unknown[];
  readonly at: number;
};

type FillResponse = {
  now(text: string): Promise<Result<Rendered, FillProblem>>;
  /** Has it ready, so that taking it only edits text. What goes wrong goes wrong again when it is taken, and is told then. */
  ahead(text: string): Promise<void>;
  /** What was filled in ahead, as long as nothing has changed since of what it was filled in from. */
  ready(text: string): Rendered | null;
};

/**
 * Fills responses in for a ticket, or for what a form says of one that is not there yet.
 * @param listed what is asked for before a letter is typed: old with every response, and so with those that are named in others
 */
export function useFillResponse(ticketId: TicketId, toBe: TicketToBe | null, listed: CannedQuery): FillResponse {
  const desk = useDesk();
  const client = useQueryClient();
  const templates = useTemplates();
  useEffect(() => templates.warm(), [templates]);
  const latest = useRef({ toBe, listed });
  latest.current = { toBe, listed };
  const requesterId = toBe?.requester?.remoteId ?? null;
  return useMemo(() => {
    let best: Ahead | null = null;
    const dataNow = async (): Promise<TemplateScope> => {
      const { toBe: form } = latest.current;
      if (form === null) return client.fetchQuery(templateDataQuery(desk, ticketId));
      return (await desk.templateData([form]))[0] ?? {};
    };
    /** Null while a part of it is old. */
    const sources = (): readonly unknown[] | null => {
      const { toBe: form, listed: query } = latest.current;
      const keys = [templateDataQuery(desk, ticketId).queryKey, cannedQuery(desk, query).queryKey];
      if (keys.some((key) => client.getQueryState(key)?.isInvalidated)) return null;
      return [JSON.stringify(form), ...keys.map((key) => client.getQueryData(key))];
    };
    const fill = (text: string, data: Promise<TemplateScope>) =>
      fillResponse({ desk, templates }, text, ticketId, requesterId, data);
    const ready = (text: string): Rendered | null => {
      const now = sources();
      if (best?.text !== text || !now || performance.now() - best.at >= FRESH_MS) return null;
      return now.every((part, at) => part === best?.from[at]) ? best.value : null;
    };
    return {
      now: (text) => fill(text, dataNow()),
      async ahead(text) {
        if (ready(text) !== null) return;
        const at = performance.now();
        try {
          const data = await dataNow();
          const from = sources();
          const filled = await fill(text, Promise.resolve(data));
          if (filled.ok && from) best = { text, value: filled.value, from, at };
        } catch {
          // A store worker that goes away: taking it asks again, and says so.
        }
      },
      ready,
    };
  }, [desk, client, templates, ticketId, requesterId]);
}
