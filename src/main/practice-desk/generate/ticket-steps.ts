import { createTicket } from '../create-ticket.ts';
import { type Desk, groupsOf, iso } from '../desk.ts';
import type { Ticket, User, Via } from '../model.ts';
import { rateTicket } from '../rate-ticket.ts';
import type { TicketInput } from '../ticket-input.ts';
import { updateTicket } from '../update-ticket.ts';
import { CHANNELS, viaOf } from './channels.ts';
import { type Dealer, fill, laterTurns, type Turn } from './compose.ts';
import { composeTicket } from './compose-ticket.ts';
import { dressAgentMail, dressCustomerMail } from './dress-mail.ts';
import type { TicketPlan } from './plan-tickets.ts';
import type { Setup } from './setup.ts';
import type { Told } from './told.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type Step = { readonly at: number; readonly run: () => void };

const must = <Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value => {
  if (!result.ok) throw new Error(`The practice desk refuses what it wrote itself: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** A business puts its bookkeeping in copy of what it writes. */
const bookkeepersOf = (desk: Desk, user: User): readonly string[] => {
  const organization =
    user.organization_id === null ? undefined : desk.store.get('organizations', user.organization_id);
  return (organization?.domain_names ?? []).slice(0, 1).map((domain) => `invoices@${domain}`);
};

/** The history of one ticket as steps in time; nothing is written until the steps are run in order. */
export const ticketSteps = (
  desk: Desk,
  setup: Setup,
  plan: TicketPlan,
  deal: Dealer,
  told: Told,
  endOfTime: number,
): readonly Step[] => {
  const { random, customer, fate } = plan;
  const channel = plan.channel ?? (customer.user.email === null ? 'voice' : random.pick(CHANNELS));
  const copied = channel === 'email' ? bookkeepersOf(desk, customer.user) : [];
  const via = viaOf(channel, customer.user, copied);
  const steps: Step[] = [];
  let ticketId = 0;
  const now = (): Ticket => {
    const ticket = desk.store.get('tickets', ticketId);
    if (!ticket) throw new Error('The ticket is not there yet.');
    return ticket;
  };
  const made = composeTicket(desk, setup, customer, random, deal, channel, told);
  const groupId = setup.groupIds[made.theme.group] ?? 0;
  const able = setup.agents.filter(
    (agent) => agent.role === 'agent' && agent.id !== setup.you.id && groupsOf(desk, agent.id).includes(groupId),
  );
  const youMay = groupsOf(desk, setup.you.id).includes(groupId);
  const assignee =
    fate === 'yours' || (youMay && (fate === 'solved' || fate === 'closed') && random.chance(0.3))
      ? setup.you
      : random.pick(able);
  const settled = fate === 'solved' || fate === 'closed';

  let at = plan.createdAt;
  // Never later than the present: a conversation that would run on is squeezed in front of it.
  const later = (least: number, most: number): number => {
    const left = endOfTime - at;
    at += Math.min(random.between(least, most), Math.max(1000, Math.floor(left / 3)));
    return at;
  };
  const step = (run: () => void): void => void steps.push({ at, run });
  const update = (actor: User, input: TicketInput, by: Via): void =>
    void must(updateTicket(desk, actor, now(), input, { via: by }));
  const web: Via = { channel: 'web', source: { from: {}, to: {}, rel: null } };

  step(() => {
    const moved = fate === 'yours' && !youMay ? { group_id: setup.you.default_group_id } : {};
    const email_ccs = copied.map((address) => ({ user_email: address, action: 'put' }));
    const input = { ...made.input, ...moved, ...(copied.length > 0 ? { email_ccs } : {}) };
    ticketId = must(createTicket(desk, channel === 'voice' ? assignee : customer.user, input, { via })).ticket.id;
  });
  if (fate === 'unassigned') return steps;

  later(3 * MINUTE_MS, 90 * MINUTE_MS);
  step(() => update(random.chance(0.4) ? setup.admin : assignee, { assignee_id: assignee.id }, web));

  const length = settled ? random.pick([1, 1, 2, 3, 3]) : random.pick([0, 1, 1, 2, 3]);
  const words = made.isScript ? made.turns : laterTurns(made.theme, deal, random, made.facts.slots, length, settled);
  // An unsolved conversation stops where the fate needs it: pending after an agent, open after a customer.
  const cut = settled ? words : words.slice(0, random.between(0, words.length));
  const shown: Turn[] = [...cut];
  if (!settled)
    while (shown.length > 0 && (shown.at(-1)?.by === 'agent') !== (fate === 'pending' || fate === 'hold')) shown.pop();
  if ((fate === 'pending' || fate === 'hold') && shown.length === 0)
    shown.push({
      by: 'agent',
      text: words.find((turn) => turn.by === 'agent')?.text ?? fill(deal(made.theme.replies), made.facts.slots),
    });

  const history: { readonly who: string; readonly text: string; readonly at: string }[] = [];
  for (const turn of shown) {
    if (turn.by === 'customer') {
      later(20 * MINUTE_MS, 20 * HOUR_MS);
      const before = history.at(-1);
      step(() =>
        update(
          customer.user,
          {
            comment:
              channel === 'email'
                ? dressCustomerMail(desk, random, {
                    text: turn.text,
                    facts: made.facts,
                    customer,
                    ...(before ? { before } : {}),
                  })
                : { body: turn.text },
          },
          via,
        ),
      );
    } else {
      later(10 * MINUTE_MS, 6 * HOUR_MS);
      const last = turn === shown.findLast((one) => one.by === 'agent');
      history.push({ who: `${assignee.name} (Fjell & Fathom)`, text: turn.text, at: iso(at) });
      step(() =>
        update(
          assignee,
          turn.by === 'note'
            ? { comment: { body: turn.text, public: false } }
            : {
                comment: dressAgentMail(turn.text, assignee),
                status: settled && last ? 'solved' : fate === 'hold' && last ? 'hold' : 'pending',
              },
          web,
        ),
      );
    }
  }
  if (!settled) return steps;
  later(MINUTE_MS, 3 * HOUR_MS);
  step(() => {
    if (now().status !== 'solved') update(assignee, { status: 'solved' }, web);
  });
  const rated = random.chance(0.45);
  if (rated) {
    later(HOUR_MS, DAY_MS);
    const score = random.chance(0.86) ? 'good' : 'bad';
    step(() => rateTicket(desk, now(), score, random));
  }
  if (fate === 'closed') {
    at = Math.min(at + 4 * DAY_MS, endOfTime - 1000);
    step(() =>
      update(
        setup.admin,
        { status: 'closed' },
        { channel: 'rule', source: { from: { title: 'Close 4 days after solved' }, to: {}, rel: 'automation' } },
      ),
    );
  }
  return steps;
};
