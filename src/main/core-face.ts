import type { LinkPort } from '#shared/link/port.ts';
import type { Notification } from '#shared/link/values.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import type { Log } from './log.ts';
import type { Shell } from './shell/port.ts';

export type CoreOptions = {
  /** Holdfast's own. */
  readonly version: string;
  readonly profileDir: string;
  readonly shell: Shell;
  readonly log: Log;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** The agent accepts that secrets lie in a file which only its user can read. */
  readonly storeSecrets: 'file' | null;
  /** Where the practice desk listens on loopback; any free port without it. */
  readonly practicePort?: number;
};

/** What a host sees of the program: it starts it, hands it links and stops it. */
export type Core = {
  /** A store has come: from now on this port is its link, until it closes. */
  connectStore(port: LinkPort): void;
  /** Outbox entries that have not reached their helpdesk, over all accounts. */
  unsentCount(): number;
  /** Everything accepted is on disk when this resolves. */
  stop(): Promise<void>;
  /** Runs a command of the catalogue in the connected window. Without one the last that names a ticket waits for the next window. */
  runCommand(command: string, ticketId: string | null, source: 'menu' | 'outside'): void;
  /** Shows the call that a link tells of (`holdfast://call?…`, `tel:`), now or in the next window. False for any other link. */
  takeCallLink(link: string): boolean;
  /** Where the host cannot notify by itself: the connected window does. */
  showNotification(notification: Notification, text: { readonly title: string; readonly body: string }): void;
};

export type CreateCore = (options: CoreOptions) => Promise<Core>;

/** An outbox entry that has not reached its helpdesk. */
export type Unsent = {
  readonly entry: OutboxEntry;
  /** Its helpdesk answers at this moment. False as well without a window, and until the first answer has come. */
  readonly connected: boolean;
};

/** What the desktop asks for besides: it names what waits, when it quits and when no page can show the outbox. */
export type DesktopCore = Core & { unsent(): readonly Unsent[] };

export type CreateDesktopCore = (options: CoreOptions) => Promise<DesktopCore>;
