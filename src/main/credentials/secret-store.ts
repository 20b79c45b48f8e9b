import type { AccountId } from '#shared/domain/ids.ts';
import { z } from '#shared/schema.ts';
import type { Disk } from '../profile/disk.ts';
import { readJson } from '../profile/read-file.ts';
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

const storedSchema = z.union([z.object({ sealed: z.string() }), z.object({ plain: z.record(z.string(), z.string()) })]);
type Stored = z.infer<typeof storedSchema>;
const fileSchema = z.record(z.string(), storedSchema);

/** Without a system key, secrets rest in a file only when the agent accepted that (`inFile`). */
export async function openSecretStore(
  disk: Disk,
  path: string,
  box: Shell['secretBox'],
  inFile: boolean,
): Promise<SecretStore> {
  const kept: SecretsKept = box ? 'os' : inFile ? 'file' : 'session';
  const file = await readJson(disk, path, fileSchema);
  const secrets = new Map<AccountId, Secrets>();
  // Written back as they are: a keyring that is locked today opens tomorrow.
  const untouched = new Map<AccountId, Stored>();
  for (const [id, stored] of Object.entries(file ?? {})) {
    const opened = 'plain' in stored ? stored.plain : box && (await unseal(box, stored.sealed));
    if (opened) secrets.set(id, opened);
    if (!opened || kept === 'session') untouched.set(id, stored);
  }
  const store = async ([id, plain]: readonly [AccountId, Secrets]): Promise<readonly [AccountId, Stored]> => [
    id,
    box ? { sealed: await seal(box, plain) } : { plain },
  ];
  const write = async (): Promise<void> => {
    // Nothing is added for this run only, but what an earlier run left must be able to go.
    if (kept === 'session' && file === null) return;
    const added = kept === 'session' ? [] : await Promise.all([...secrets].map(store));
    await disk.replace(path, JSON.stringify(Object.fromEntries([...untouched, ...added])));
  };
  let writing: Promise<void> = Promise.resolve();
  /** One after the other, so that what is on disk in the end is what is known in the end. */
  const save = (): Promise<void> => {
    const written = writing.then(write);
    writing = written.catch(() => undefined);
    return written;
  };
  return {
    kept,
    get: (id) => secrets.get(id) ?? null,
    async put(id, value) {
      secrets.set(id, value);
      untouched.delete(id);
      await save();
    },
    async remove(id) {
      secrets.delete(id);
      untouched.delete(id);
      await save();
    },
  };
}

type Box = NonNullable<Shell['secretBox']>;

const seal = async (box: Box, plain: Secrets): Promise<string> =>
  Buffer.from(await box.encrypt(JSON.stringify(plain))).toString('base64');

/** Null when the system's key has changed or is out of reach: the agent signs in again. */
async function unseal(box: Box, sealed: string): Promise<Secrets | null> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await box.decrypt(Buffer.from(sealed, 'base64'))));
  } catch {
    return null;
  }
}
