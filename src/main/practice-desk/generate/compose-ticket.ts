import { SCRIPT_PLACES, SCRIPTS } from '../data/scripts.ts';
import type { Theme } from '../data/theme.ts';
import { THEMES } from '../data/themes.ts';
import type { Desk } from '../desk.ts';
import type { ViaChannel } from '../model.ts';
import type { Random } from '../random.ts';
import type { CommentInput, TicketInput } from '../ticket-input.ts';
import { type Dealer, fill, makeFacts, openingText, scriptTurns } from './compose.ts';
import { dressCustomerMail } from './dress-mail.ts';
import { FIELD } from './field-ids.ts';
import type { Customer } from './people.ts';
import type { Setup } from './setup.ts';
import type { Told } from './told.ts';

const ATTEMPTS = 20;

/** The theme, the facts and the words of a new ticket. Also used for tickets that arrive while the desk lives. */
export const composeTicket = (
  desk: Desk,
  setup: Pick<Setup, 'groupIds'>,
  customer: Customer,
  random: Random,
  deal: Dealer,
  channel: ViaChannel,
  told: Told,
) => {
  const language = customer.user.locale;
  const places = SCRIPT_PLACES.get(language) ?? [];
  const formal = channel === 'email' || channel === 'web';
  const draft = (own: boolean) => {
    const script = own ? SCRIPTS[Number(deal(places))] : undefined;
    const theme: Theme = THEMES.find((one) => one.id === script?.theme) ?? random.pick(THEMES);
    const facts = makeFacts(random, customer);
    const turns = script ? scriptTurns(script, facts.slots) : [];
    const text = turns[0]?.text ?? openingText(theme, deal, random, customer, facts.slots, formal);
    return { script, theme, facts, turns, text, repeats: told.repeats(text) };
  };
  // Many write to a shop abroad in English; and a language with one conversation must not tell it all the time.
  let best = draft(places.length > 0 && random.chance(Math.min(0.7, 0.2 + 0.15 * places.length)));
  for (let attempt = 0; best.repeats > 0 && attempt < ATTEMPTS; attempt++) {
    const next = draft(attempt < places.length && best.script !== undefined);
    if (next.repeats < best.repeats) best = next;
  }
  const { script, theme, facts, turns, text } = best;
  told.tell(text);
  const subject = fill(script?.subject ?? deal(theme.subjects), facts.slots);
  const comment: CommentInput =
    channel === 'email'
      ? dressCustomerMail(desk, random, { text, facts, customer })
      : {
          body:
            channel === 'voice'
              ? `Call with ${customer.user.name}, ${random.between(2, 11)} minutes.\n\n${text}`
              : text,
        };
  const input: TicketInput = {
    subject:
      channel === 'twitter' || channel === 'facebook'
        ? text.slice(0, 60)
        : channel === 'chat'
          ? `Chat with ${customer.user.name}`
          : channel === 'sms'
            ? `Text message from ${customer.user.name}`
            : subject,
    comment: { ...comment, public: true, author_id: customer.user.id },
    requester_id: customer.user.id,
    group_id: setup.groupIds[theme.group] ?? null,
    priority: random.pick(theme.priorities),
    type: theme.type,
    tags: [
      ...theme.tags,
      ...(customer.user.organization_id === null ? [] : ['b2b']),
      ...(language.startsWith('en') ? [] : [`lang_${language.slice(0, 2)}`]),
    ],
    custom_fields: [
      { id: FIELD.order, value: theme.reason === 'product_question' ? null : facts.order },
      { id: FIELD.product, value: facts.product.tag },
      { id: FIELD.reason, value: theme.reason },
      { id: FIELD.vip, value: random.chance(0.15) },
    ],
  };
  return { theme, facts, input, turns: turns.slice(1), isScript: script !== undefined };
};
