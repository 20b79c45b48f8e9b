import type { UnreadableEntry } from '#shared/mine/own-list.ts';
import { z } from '#shared/schema.ts';
import type { Disk } from '../profile/disk.ts';
import { readJson } from '../profile/read-file.ts';

/**
 * One entry of a file; `value` is null where it does not parse: then it stays in its place as it was. `bytes` are its JSON, made once,
 * so that writing thousands of entries costs main no more than putting their bytes together.
 */
export type Entry<Value> = { readonly value: Value | null; readonly bytes: Uint8Array };

/** What else is in the file, by name. */
type Others = Readonly<Record<string, unknown>>;
type Content<Value> = { readonly entries: readonly Entry<Value>[]; readonly others: Others };

/** A list of entries in the profile. */
export type EntryFile<Value> = {
  now(): Content<Value>;
  /** One change after the other. False where the disk refuses: then nothing has changed. */
  change(plan: (content: Content<Value>) => Content<Value>): Promise<boolean>;
};

const VERSION = 1;
/** Entries that are made before others have their turn. */
const AT_ONCE = 50;

/** The file's list is called `name`. Each of its entries is parsed by itself, so that a bad one costs one entry. */
export async function openEntryFile<Value>(
  disk: Disk,
  path: string,
  { name, schema }: { readonly name: string; readonly schema: z.ZodType<Value> },
): Promise<EntryFile<Value>> {
  const found = await readJson(
    disk,
    path,
    z.looseObject({ version: z.number(), [name]: z.array(z.unknown()) }).transform((file) => {
      const { version, [name]: list, ...others } = file;
      return { version: Number(version), list: z.array(z.unknown()).parse(list), others };
    }),
  );
  // A newer version's file keeps its number: what it knows besides is in what is kept as it was.
  const version = Math.max(VERSION, found?.version ?? VERSION);
  const entries = await madeInTurns(found?.list ?? [], (raw) => ({
    value: schema.safeParse(raw).data ?? null,
    bytes: bytesOf(raw),
  }));
  let content: Content<Value> = { entries, others: found?.others ?? {} };

  /** Two changes at once would each be written without the other. */
  let queue: Promise<unknown> = Promise.resolve();
  const write = async (next: Content<Value>): Promise<boolean> => {
    const others = Object.entries(next.others).map(
      ([key, value]) => `,\n${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    const lines = next.entries.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [BETWEEN, bytes]));
    const head = `{\n"version": ${version},\n${JSON.stringify(name)}: [\n`;
    const tail = `\n]${others.join('')}\n}\n`;
    try {
      await disk.replace(path, joined([encoded(head), ...lines, encoded(tail)]));
    } catch {
      return false;
    }
    content = next;
    return true;
  };

  return {
    now: () => content,
    change(plan) {
      const result = queue.then(() => write(plan(content)));
      queue = result.catch(() => undefined);
      return result;
    },
  };
}

// Nothing of Node's: component tests keep views by this in a browser.
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const BETWEEN = encoded(',\n');
const bytesOf = (value: unknown): Uint8Array => encoded(JSON.stringify(value));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const entryOf = <Value>(value: Value): Entry<Value> => ({ value, bytes: bytesOf(value) });

/** Thousands of them at once would hold main up. */
export const entriesOf = <Value>(values: readonly Value[]): Promise<readonly Entry<Value>[]> =>
  madeInTurns(values, entryOf);

async function madeInTurns<From, To>(list: readonly From[], make: (from: From) => To): Promise<readonly To[]> {
  const made: To[] = [];
  for (const one of list) {
    made.push(make(one));
    if (made.length % AT_ONCE === 0) await giveWay();
  }
  return made;
}

const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

const titledSchema = z.object({ title: z.string() });

/** What an agent is shown of entries that do not parse; `from` is the place of the first of `entries` in the file. */
export const unreadableOf = (entries: readonly Entry<unknown>[], from = 0): readonly UnreadableEntry[] =>
  entries.flatMap(({ value, bytes }, at) => {
    if (value !== null) return [];
    const raw: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return [
      {
        id: `unreadable-${from + at}`,
        title: titledSchema.safeParse(raw).data?.title ?? '',
        text: JSON.stringify(raw, null, 2),
      },
    ];
  });
