import type { Desk } from '#renderer/store/desk-api.ts';
import type { Renderer } from '#renderer/templates/open-renderer.ts';
import type { NestedProblem } from '#shared/canned/expand-nested.ts';
import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Rendered, TemplateProblem } from '#shared/templates/rendered.ts';
import { findTabStops } from '#shared/templates/tab-stops.ts';
import type { TemplateScope } from '#shared/templates/template-data.ts';

export type FillProblem =
  | { readonly what: 'nested'; readonly why: NestedProblem }
  | { readonly what: 'template'; readonly why: TemplateProblem };

/**
 * A response's text filled in: the responses in it put in place, and then filled in, so that what is filled in names none. `data` is what
 * templates see of the ticket; `requesterId` is who asks in one that is not there yet.
 */
export async function fillResponse(
  { desk, templates }: { readonly desk: Desk; readonly templates: Renderer },
  text: string,
  ticketId: TicketId,
  requesterId: RemoteId | null,
  data: Promise<TemplateScope>,
): Promise<Result<Rendered, FillProblem>> {
  const isNested = findTabStops(text).some(({ kind }) => kind === 'response');
  const whole = isNested ? await desk.expandResponses({ text, ticketId, requesterId }) : ok(text);
  if (!whole.ok) return err({ what: 'nested', why: whole.error });
  const [rendered] = await templates.render([{ template: whole.value, data: await data }]);
  if (!rendered) return err({ what: 'template', why: { code: 'unavailable' } });
  return rendered.ok ? rendered : err({ what: 'template', why: rendered.error });
}
