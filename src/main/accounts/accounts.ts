import type { Account, ConnectorForm, Identity } from '#shared/domain/account.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { AccountDraft } from '#shared/link/values.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type SignIn, unusableSettings } from '../connectors/contract.ts';
import type { SecretStore, Secrets } from '../credentials/secret-store.ts';
import { type AccountList, accountIdFor } from './account-list.ts';
import type { AccountRuntime } from './account-runtime.ts';
import { type ConnectorHost, connectorPorts, openConnector, signInBudget } from './open-connector.ts';
import { PRACTICE_ID, type PracticeAccount } from './practice-account.ts';

export type AccountsPorts = ConnectorHost & {
  readonly list: AccountList;
  readonly secrets: SecretStore;
  readonly practice: PracticeAccount;
  readonly signIn: SignIn;
  readonly openRuntime: (id: AccountId) => Promise<AccountRuntime>;
  /** Told when accounts were added, changed or removed. */
  readonly changed: () => void;
};

/** The accounts of the profile and what is running for each. */
export type Accounts = {
  forms(): readonly ConnectorForm[];
  /** Opens what the list names; on the very first start that is the practice desk. */
  start(): Promise<void>;
  runtime(id: AccountId): AccountRuntime | null;
  runtimes(): readonly (readonly [AccountId, AccountRuntime])[];
  /** Proves address and secret without keeping them. */
  test(draft: AccountDraft): Promise<Result<Identity, Failure>>;
  /** Adds or changes an account after proving it; returns it with its runtime open. */
  save(draft: AccountDraft): Promise<Result<Account, Failure>>;
  /** Stops an account and deletes what main keeps of it. */
  remove(id: AccountId): Promise<void>;
  stop(): Promise<void>;
};

type Proved = { readonly host: string; readonly me: Identity; readonly secrets: Secrets };

export function createAccounts(ports: AccountsPorts): Accounts {
  const { connectors, disk, list, secrets, practice, paths } = ports;
  const runtimes = new Map<AccountId, AccountRuntime>();
  /** What a test has just exchanged, so that saving does not send the agent to sign in twice. */
  const proofs = new Map<string, Proved>();

  const open = async (account: Account): Promise<void> => {
    const runtime = await ports.openRuntime(account.id);
    runtimes.set(account.id, runtime);
    await runtime.useSecrets(secrets.get(account.id));
  };

  const openPractice = async (): Promise<Account> => {
    const started = await practice.start();
    await list.put(started.account);
    await secrets.put(PRACTICE_ID, started.secrets);
    const running = runtimes.get(PRACTICE_ID);
    if (running) await running.useSecrets(started.secrets);
    else await open(started.account);
    return started.account;
  };

  const prove = async (draft: AccountDraft): Promise<Result<Proved, Failure>> => {
    const key = JSON.stringify([draft.connectorId, draft.config, draft.secrets]);
    const known = proofs.get(key);
    if (known) return ok(known);
    const definition = connectors.find(({ id }) => id === draft.connectorId);
    if (!definition) return err(unusableSettings(['connectorId']));
    const kept = draft.id === null ? null : secrets.get(draft.id);
    const given = { ...kept, ...draft.secrets };
    const budget = signInBudget(ports.clock);
    const authorized = await definition.authorize(draft.config, given, {
      ...connectorPorts(ports, budget, () => undefined),
      signIn: ports.signIn,
    });
    if (!authorized.ok) return authorized;
    let exchanged = authorized.value;
    const opened = openConnector(ports, draft.connectorId, draft.config, exchanged, null, {
      keepSecrets: async (renewed) => {
        exchanged = renewed;
      },
      clockSkew: () => undefined,
      kept: { block: null, keep: () => undefined },
    });
    if (!opened.ok) return err(unusableSettings(opened.error));
    const me = await opened.value.connector.whoAmI({ signal: AbortSignal.timeout(60_000), lane: 'agent' });
    if (!me.ok) return me;
    const proved = { host: opened.value.host, me: me.value, secrets: exchanged };
    proofs.clear();
    proofs.set(key, proved);
    return ok(proved);
  };

  const remove = async (id: AccountId): Promise<void> => {
    await runtimes.get(id)?.close();
    runtimes.delete(id);
    await list.remove(id);
    await secrets.remove(id);
    await disk.remove(paths.account(id));
    if (id === PRACTICE_ID) await practice.forget();
    ports.changed();
  };

  return {
    forms: () => [
      ...connectors.map(({ id, form }) => ({ connectorId: id, fields: form })),
      { connectorId: PRACTICE_ID, fields: [] },
    ],
    async start() {
      if (!list.existed) await openPractice();
      for (const account of list.all()) {
        if (account.practice && !runtimes.has(account.id)) await openPractice();
        else if (!account.practice) await open(account);
      }
    },
    runtime: (id) => runtimes.get(id) ?? null,
    runtimes: () => [...runtimes],
    async test(draft) {
      const proved = await prove(draft);
      return proved.ok ? ok(proved.value.me) : proved;
    },
    async save(draft) {
      if (draft.connectorId === PRACTICE_ID) {
        const account = await openPractice();
        ports.changed();
        return ok(account);
      }
      const proved = await prove(draft);
      if (!proved.ok) return proved;
      const { host, me, secrets: exchanged } = proved.value;
      proofs.clear();
      const id = accountIdFor(draft.connectorId, host, me.remoteId);
      if (draft.id !== null && draft.id !== id)
        return err({ code: 'rejected', reasons: [{ code: 'another-user', name: me.name }], detail: 'another user' });
      const account: Account = {
        id,
        connectorId: draft.connectorId,
        label: draft.label.trim() === '' ? host : draft.label.trim(),
        config: draft.config,
        me,
        practice: false,
      };
      await secrets.put(id, exchanged);
      await list.put(account);
      const running = runtimes.get(id);
      if (running) await running.useSecrets(exchanged);
      else await open(account);
      ports.changed();
      return ok(account);
    },
    remove,
    async stop() {
      await Promise.all([...runtimes.values()].map((runtime) => runtime.close()));
      await practice.stop();
    },
  };
}
