import type { AccountId } from '#shared/domain/ids.ts';
import { z } from '#shared/schema.ts';
import { readJson, writeWhole } from '../profile/atomic-file.ts';
import type { Shell } from '../shell/port.ts';

export type Secrets = Readonly<Record<string, string>>;

/** `os`: encrypted with the system's key; `file`: readable by this user only; `session`: gone when the program ends. */
export type SecretsKept = 'os' | 'file' | 'session';

/** Accounts' secrets. They never leave main. */
export type SecretStore = {
  readonly kept: SecretsKept;
  get(id: AccountId): Secrets | null;
  put(id: AccountId, secrets: Secrets): Promise<void>;
  remove(id: AccountId): Promise<void>;
};

const fileSchema = z.record(
  z.string(),
  z.union([z.object({ sealed: z.string() }), z.object({ plain: z.record(z.string(), z.string()) })]),
);

/** Without a system key, secrets rest in a file only when the agent accepted that (`inFile`). */
export async function openSecretStore(path: string, box: Shell['secretBox'], inFile: boolean): Promise<SecretStore> {
  const kept: SecretsKept = box ? 'os' : inFile ? 'file' : 'session';
  const secrets = new Map<AccountId, Secrets>();
  for (const [id, stored] of Object.entries((await readJson(path, fileSchema)) ?? {})) {
    if ('plain' in stored) secrets.set(id, stored.plain);
    else if (box) {
      const opened = await unseal(box, stored.sealed);
      if (opened) secrets.set(id, opened);
    }
  }
  const save = async (): Promise<void> => {
    if (kept === 'session') return;
    const entries = await Promise.all(
      [...secrets].map(async ([id, plain]) => [id, box ? { sealed: await seal(box, plain) } : { plain }] as const),
    );
    await writeWhole(path, JSON.stringify(Object.fromEntries(entries)), 0o600);
  };
  return {
    kept,
    get: (id) => secrets.get(id) ?? null,
    async put(id, value) {
      secrets.set(id, value);
      await save();
    },
    async remove(id) {
      secrets.delete(id);
      await save();
    },
  };
}

type Box = NonNullable<Shell['secretBox']>;

const seal = async (box: Box, plain: Secrets): Promise<string> =>
  Buffer.from(await box.encrypt(JSON.stringify(plain))).toString('base64');

/** Null when the system's key has changed: the agent signs in again. */
async function unseal(box: Box, sealed: string): Promise<Secrets | null> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await box.decrypt(Buffer.from(sealed, 'base64'))));
  } catch {
    return null;
  }
}
