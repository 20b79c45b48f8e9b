import type { Desk } from '#renderer/store/desk-api.ts';
import type { TicketToBe } from '#renderer/store/desk-tickets.ts';
import type { Renderer } from '#renderer/templates/open-renderer.ts';
import type { NestedProblem } from '#shared/canned/expand-nested.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { err, type Result } from '#shared/result.ts';
import type { Rendered, TemplateProblem } from '#shared/templates/rendered.ts';

export type FillProblem =
  | { readonly what: 'nested'; readonly why: NestedProblem }
  | { readonly what: 'template'; readonly why: TemplateProblem };

/** A response's text for a ticket: the responses in it put in place, and then filled in, so that what is filled in names none. */
export async function fillResponse(
  { desk, templates }: { readonly desk: Desk; readonly templates: Renderer },
  text: string,
  ticketId: TicketId,
  toBe: TicketToBe | null,
): Promise<Result<Rendered, FillProblem>> {
  const [whole, [data]] = await Promise.all([
    desk.expandResponses({ text, ticketId, requesterId: toBe?.requester?.remoteId ?? null }),
    desk.templateData([toBe ?? ticketId]),
  ]);
  if (!whole.ok) return err({ what: 'nested', why: whole.error });
  const [rendered] = await templates.render([{ template: whole.value, data: data ?? {} }]);
  if (!rendered) return err({ what: 'template', why: { code: 'unavailable' } });
  return rendered.ok ? rendered : err({ what: 'template', why: rendered.error });
}
