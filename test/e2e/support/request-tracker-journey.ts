import { colleague, replyInWebInterface } from '../../support/request-tracker/colleague.ts';
import { type RigUser, type SeedOptions, USERS } from '../../support/request-tracker/rig.ts';
import type { StartConsole } from './fixtures.ts';
import { ownRequestTracker } from './needs.ts';
import { type Effects, offlineJourney } from './offline-journey.ts';

/** The journey on a real Request Tracker of its own, by one of its agents; skips where there is none. */
export async function journeyOnRequestTracker(
  startConsole: StartConsole,
  user: RigUser,
  size: SeedOptions,
): Promise<void> {
  const rt = await ownRequestTracker(size);
  const root = colleague(rt, USERS.root);
  const effects = async (ticketId: string): Promise<Effects> => {
    const own = (await root.history(ticketId)).filter((entry) => entry.Creator.id === user.name);
    const texts = (type: string) => own.filter(({ Type }) => Type === type).map(({ text }) => withoutMarkup(text));
    const values = (of: (entry: (typeof own)[number]) => boolean) =>
      own.filter(of).map((entry) => entry.NewValue ?? '');
    return {
      replies: texts('Correspond'),
      notes: texts('Comment'),
      statuses: values(({ Type }) => Type === 'Status'),
      priorities: values(({ Field }) => Field === 'Priority'),
      // Beside the change itself RT tells of the role that changed with it.
      assignees: values(({ Type, Field }) => Type !== 'SetWatcher' && Field === 'Owner'),
    };
  };
  try {
    const olena = await root.userId(USERS.olena.name);
    await offlineJourney(startConsole, {
      label: 'Tracker',
      connect: (agent) =>
        agent.addAccount(
          'Request Tracker',
          { 'Sign in with': 'Name and password' },
          { Address: rt.url, 'User name': user.name, Password: user.password, Name: 'Tracker' },
        ),
      makeTicket: (subject, text) => root.create('Support', subject, text),
      takeAway: rt.stop,
      bringBack: rt.restart,
      effects,
      countTickets: async (subject) => (await root.ticketIds(`Subject = '${subject}'`)).length,
      customer: 'zoe@customer.example',
      words: {
        solved: 'resolved',
        pending: { pick: 'stalled', is: 'stalled' },
        high: '100',
        colleague: { pick: 'Олена', is: olena },
      },
      colleagueReplies: (ticketId, text) => replyInWebInterface(rt, USERS.olena, ticketId, text),
    });
  } finally {
    await rt.dispose();
  }
}

const withoutMarkup = (html: string): string => html.replace(/<[^>]*>/g, '').trim();
