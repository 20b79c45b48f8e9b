import type { Account } from '#shared/domain/account.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { Secrets } from '../credentials/secret-store.ts';
import { type PracticeDesk, startPracticeDesk } from '../practice-desk/index.ts';
import { profileText } from '../settings/profile-text.ts';
import { type ConnectorHost, openConnector } from './open-connector.ts';

export const PRACTICE_ID: AccountId = 'practice';
const SEED = 20_260_902;

/** The embedded helpdesk as an account: it speaks Zendesk's API on loopback, so Zendesk's connector is what talks to it. */
export type PracticeAccount = {
  /** Starts the desk where it does not run yet. Its port differs from run to run, so the account is made anew. */
  start(): Promise<{ readonly account: Account; readonly secrets: Secrets }>;
  stop(): Promise<void>;
  /** Stops it and deletes all it knew. */
  forget(): Promise<void>;
};

export function createPracticeAccount(ports: ConnectorHost & { readonly port: number }): PracticeAccount {
  let desk: PracticeDesk | null = null;
  const stop = async (): Promise<void> => {
    const running = desk;
    desk = null;
    await running?.stop();
  };
  return {
    async start() {
      desk ??= await startPracticeDesk({
        dataDir: ports.paths.practiceDesk,
        port: ports.port,
        seed: SEED,
        now: ports.clock.now,
        live: true,
        onSetAside: (names) => ports.log('practice.setAside', { files: names.join(', ') }),
      });
      const { email, apiToken } = desk.credentials.agent;
      const config = { url: desk.url, method: 'apiToken', email };
      const secrets = { apiToken };
      const opened = openConnector(ports, 'zendesk', config, secrets, null, {
        keepSecrets: async () => undefined,
        clockSkew: () => undefined,
        kept: { block: null, keep: () => undefined },
      });
      if (!opened.ok) throw new Error(`the practice desk's account does not parse: ${opened.error.join(', ')}`);
      const me = await opened.value.connector.whoAmI({ signal: AbortSignal.timeout(20_000), lane: 'agent' });
      if (!me.ok) throw new Error(`the practice desk does not answer: ${me.error.code} ${me.error.detail}`);
      return {
        account: {
          id: PRACTICE_ID,
          connectorId: 'zendesk',
          label: (await profileText(ports.paths.settings))('accounts.practice.name'),
          config,
          me: me.value,
          practice: true,
        },
        secrets,
      };
    },
    stop,
    async forget() {
      await stop();
      await ports.disk.remove(ports.paths.practiceDesk);
    },
  };
}
