import type { RemoteId } from '../domain/ids.ts';
import type { MacroStep } from './macro.ts';
import { type MacroContext, type PlanPart, type PlanProblem, warns } from './plan.ts';
import { stepsOf } from './steps-of.ts';

/**
 * Followers as who is added to those there and who is taken from them, whatever the order of the steps; no changes where they end as
 * they were. Who is no agent any more is left out and named, and so are all of them where the helpdesk has no followers.
 */
export function planFollowers(steps: readonly MacroStep[], context: MacroContext): PlanPart {
  const asked = stepsOf(steps, 'followers', 'follow-me', 'unfollow-me');
  if (asked.length === 0) return { changes: {}, problems: [] };
  if (!context.hasFollowers) return { changes: {}, problems: [warns('no-followers')] };
  const { followerIds } = context.ticket;
  const { added, removed } = namedBy(asked, context.me.remoteId);
  const problems = new Map(added.flatMap((id) => (followerIds.includes(id) ? [] : cannotFollow(id, context))));
  const followersAdded = added.filter((id) => !followerIds.includes(id) && !removed.includes(id) && !problems.has(id));
  const followersRemoved = followerIds.filter((id) => removed.includes(id));
  return {
    changes: {
      ...(followersAdded.length > 0 ? { followersAdded } : {}),
      ...(followersRemoved.length > 0 ? { followersRemoved } : {}),
    },
    problems: onceEach([...problems.values()]),
  };
}

/** Of several who are gone one sentence is enough: there is no name to tell them apart by. */
const onceEach = (problems: readonly PlanProblem[]): readonly PlanProblem[] => [
  ...new Map(problems.map((one) => [`${one.code} ${one.values['agent']}`, one])).values(),
];

type Asked = ReturnType<typeof stepsOf<'followers' | 'follow-me' | 'unfollow-me'>>;

function namedBy(
  asked: Asked,
  me: RemoteId,
): { readonly added: readonly RemoteId[]; readonly removed: readonly RemoteId[] } {
  const added = asked.flatMap((step) => (step.do === 'followers' ? step.added : step.do === 'follow-me' ? [me] : []));
  const removed = asked.flatMap((step) =>
    step.do === 'followers' ? step.removed : step.do === 'unfollow-me' ? [me] : [],
  );
  return { added: [...new Set(added)], removed };
}

/** Why somebody cannot be added, under their id; nothing where they can, or where nothing is known of any agent. */
function cannotFollow(id: RemoteId, { me, agents }: MacroContext): readonly (readonly [RemoteId, PlanProblem])[] {
  if (id === me.remoteId || agents.length === 0) return [];
  const agent = agents.find(({ remoteId }) => remoteId === id);
  if (agent?.active) return [];
  return [[id, agent ? warns('follower-inactive', { agent: agent.name }) : warns('follower-gone')]];
}
