import type { Core } from '../core-face.ts';
import { readDeepLink } from './deep-link.ts';

/** What a link asked for: a ticket opened, or a call shown; null where it asked for nothing that there is. */
export type Followed = 'ticket' | 'call' | null;

/** Follows a link that the system, another start or a browser hands over. It can only show, never change. */
export function followLink(core: Pick<Core, 'runCommand' | 'takeCallLink'>, link: string): Followed {
  if (core.takeCallLink(link)) return 'call';
  const target = readDeepLink(link);
  if (target === null) return null;
  core.runCommand(target.command, target.ticketId, 'outside');
  return 'ticket';
}
