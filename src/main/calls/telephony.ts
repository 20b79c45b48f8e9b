import { decodeTime, monotonicFactory } from 'ulid';
import type { Call } from '#shared/calls/call.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Disk } from '../profile/disk.ts';
import type { ProfilePaths } from '../profile/profile-paths.ts';
import { readCallLink } from './call-link.ts';
import { type Calls, openCalls } from './calls.ts';
import { openCallsFile } from './calls-file.ts';
import { createWebhook, type Webhook } from './webhook/webhook.ts';

/** The agent's calls with the doors by which they come. */
export type Telephony = {
  readonly calls: Calls;
  readonly webhook: Webhook;
  /** False for a link that is none of a call. */
  takeLink(link: string): boolean;
  /** What a store that has just come is to be told; null where there has never been a call. */
  forNewStore(): readonly Call[] | null;
  stop(): Promise<void>;
};

export type TelephonyPorts = {
  readonly disk: Disk;
  readonly paths: Pick<ProfilePaths, 'calls' | 'callsWebhook'>;
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly settings: () => Settings;
  readonly openExternal: (url: string) => Promise<boolean>;
  readonly text: () => Text;
  readonly log: Log;
  /** Every call that is not done, and what has just become so. */
  readonly tell: (calls: readonly Call[]) => void;
  /** The log cannot be written. */
  readonly unwritable: () => void;
};

/** A busy queue rings at many phones: 50 calls a minute are 150 to 400 requests. */
const MOST_PER_MINUTE = 1_200;

export async function openTelephony(ports: TelephonyPorts): Promise<Telephony> {
  const { disk, paths, clock } = ports;
  const file = await openCallsFile(disk, paths.calls, clock.now());
  const nextId = monotonicFactory(ports.random);
  // Later than every call of the log, also where the clock was set back since: they are read in the order of their ids.
  const last = file.lastId();
  const after = last === null ? 0 : decodeTime(last) + 1;
  const calls = openCalls({
    ...ports,
    file,
    newId: () => nextId(Math.max(clock.now(), after)),
    users: () => ports.settings().calls.users,
  });
  const webhook = createWebhook({
    ...ports,
    path: paths.callsWebhook,
    take: calls.take,
    elapsed: clock.elapsed,
    mostPerMinute: MOST_PER_MINUTE,
  });
  void webhook.follow(ports.settings().calls.webhook);
  return {
    calls,
    webhook,
    takeLink(link) {
      const told = readCallLink(link);
      if (told) calls.show(told);
      return told !== null;
    },
    forNewStore: () => (file.lastId() === null ? null : calls.live()),
    async stop() {
      await webhook.stop();
      await calls.stop();
    },
  };
}
