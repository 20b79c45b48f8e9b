import type { Account } from '../domain/account.ts';
import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { type OwnMacro, ownMacroSchema } from './macro.ts';

const VERSION = 1;

/** Which helpdesk a macro names people, groups and fields of. Colleagues have accounts of their own there. */
const helpdeskSchema = z.object({ connector: z.string(), address: z.string() });
type Helpdesk = z.infer<typeof helpdeskSchema>;

/** One macro is parsed by itself, so that a bad one costs one macro. */
const fileSchema = z.object({ holdfast: z.literal('macros'), version: z.number(), macros: z.array(z.unknown()) });
const entrySchema = ownMacroSchema.extend({ helpdesk: helpdeskSchema.nullable().default(null) });

/** What taking a file would do. Nothing is changed by reading it. */
export type MacroImport = {
  readonly added: readonly OwnMacro[];
  readonly changed: readonly { readonly from: OwnMacro; readonly to: OwnMacro }[];
  /** As they are here already. */
  readonly same: readonly OwnMacro[];
  readonly unreadable: readonly UnreadableMacro[];
};

/**
 * A macro of a file that is left out. `at` counts from 1; `title` is null where it has none that can be read.
 * invalid: it is no macro, `where` says where it fails; twice: one before it in the file has the same id; other-helpdesk: it is made
 * for one that there is no account for here.
 */
export type UnreadableMacro = {
  readonly at: number;
  readonly title: string | null;
  readonly why: 'invalid' | 'twice' | 'other-helpdesk';
  readonly where: string;
};

/** Own macros as a file for colleagues and other machines. Files that they attach go by name and hash, without their bytes. */
export function writeMacroFile(macros: readonly OwnMacro[], accounts: readonly Account[]): string {
  const entries = macros.map((macro) => {
    const account = accounts.find(({ id }) => id === macro.accountId);
    return { ...macro, helpdesk: account ? helpdeskOf(account) : null };
  });
  return `${JSON.stringify({ holdfast: 'macros', version: VERSION, macros: entries }, null, 2)}\n`;
}

/** Reads a file that an agent chose against the macros that there are; errs when it is none of ours, or of a later Holdfast's. */
export function readMacroFile(
  text: string,
  { mine, accounts }: { readonly mine: readonly OwnMacro[]; readonly accounts: readonly Account[] },
): Result<MacroImport, 'not-macros' | 'newer-version'> {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return err('not-macros');
  if (file.data.version > VERSION) return err('newer-version');
  const here = new Map(mine.map((macro) => [macro.id, macro]));
  const seen = new Set<string>();
  const added: OwnMacro[] = [];
  const changed: MacroImport['changed'][number][] = [];
  const same: OwnMacro[] = [];
  const unreadable: UnreadableMacro[] = [];
  for (const [index, raw] of file.data.macros.entries()) {
    const read = readEntry(raw, accounts, seen);
    if (!read.ok) {
      unreadable.push({ at: index + 1, title: titleOf(raw), ...read.error });
      continue;
    }
    const macro = read.value;
    seen.add(macro.id);
    const from = here.get(macro.id);
    if (!from) added.push(macro);
    else if (contentOf(asRead(from)) === contentOf(macro)) same.push(from);
    else changed.push({ from, to: macro });
  }
  return ok({ added, changed, same, unreadable });
}

function readEntry(
  raw: unknown,
  accounts: readonly Account[],
  seen: ReadonlySet<string>,
): Result<OwnMacro, Pick<UnreadableMacro, 'why' | 'where'>> {
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err({ why: 'invalid', where: issue?.path.join('.') ?? '' });
  }
  const { helpdesk, ...macro } = parsed.data;
  if (seen.has(macro.id)) return err({ why: 'twice', where: '' });
  if (macro.accountId === null) return ok(macro);
  const account =
    accounts.find(({ id }) => id === macro.accountId) ?? accounts.find((one) => isSame(helpdeskOf(one), helpdesk));
  return account
    ? ok({ ...macro, accountId: account.id })
    : err({ why: 'other-helpdesk', where: helpdesk?.address ?? '' });
}

/** A practice desk is the same on every machine, wherever it listens. */
const helpdeskOf = ({ connectorId, config, practice }: Account): Helpdesk => ({
  connector: connectorId,
  address: practice ? 'practice' : (config['url'] ?? '').replace(/\/+$/, ''),
});
const isSame = (one: Helpdesk, other: Helpdesk | null): boolean =>
  one.connector === other?.connector && one.address === other.address;

/** With its properties in the order in which reading puts them. */
const asRead = (macro: OwnMacro): OwnMacro => ownMacroSchema.safeParse(macro).data ?? macro;

/** All that makes a macro what it is; when it was changed last is not among it. */
const contentOf = ({ title, description, accountId, steps }: OwnMacro): string =>
  JSON.stringify([title, description, accountId, steps]);

const titled = z.looseObject({ title: z.string() });
const titleOf = (raw: unknown): string | null => titled.safeParse(raw).data?.title ?? null;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
