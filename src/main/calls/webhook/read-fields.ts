import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What came, by name; whichever way it was sent, a name may have several values. */
export type Fields = { get(name: string): string | undefined; all(name: string): readonly string[] };

/** Many times what a call has to say. */
export const LARGEST_BODY = 16 * 1024;

/** How a sender may put its fields. `none`: in the address alone. */
export type BodyType = 'json' | 'form' | 'multipart' | 'none';

/** By the request's `content-type`. Of a sender that names none, and has a body, it is a form. */
export function bodyTypeOf(contentType: string | undefined): BodyType | null {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json' || type === 'text/json') return 'json';
  // `CURL()` of Asterisk and `curl --data` say so of whatever they post.
  if (type === 'application/x-www-form-urlencoded' || type === '') return 'form';
  return type === 'multipart/form-data' ? 'multipart' : null;
}

/** Reads a body and the query of the address together; the body counts first. */
export async function readFields(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string | undefined,
  query: URLSearchParams,
): Promise<Result<Fields, Refusal>> {
  const type = bytes.length === 0 ? 'none' : bodyTypeOf(contentType);
  if (type === null) return err(refusal('type'));
  const read = await readers[type](bytes, contentType ?? '');
  if (!read.ok) return read;
  const pairs = [...read.value, ...query];
  const all = (name: string): readonly string[] =>
    pairs.flatMap(([key, value]) => (key.replace(/\[\d*\]$/, '') === name ? [value] : []));
  return ok({ all, get: (name) => all(name)[0] });
}

type Pairs = readonly (readonly [string, string])[];
type Reader = (bytes: Uint8Array<ArrayBuffer>, contentType: string) => Promise<Result<Pairs, Refusal>>;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const readers: Readonly<Record<BodyType, Reader>> = {
  none: async () => ok([]),
  form: async (bytes) => ok([...new URLSearchParams(textOf(bytes))]),
  json: async (bytes) => {
    const object = objectSchema.safeParse(parsed(textOf(bytes)));
    if (!object.success) return err(refusal('json'));
    return ok(Object.entries(object.data).flatMap(([key, value]) => valuesOf(value).map((one) => [key, one] as const)));
  },
  multipart: async (bytes, contentType) => {
    try {
      const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
      return ok([...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])));
    } catch {
      return err(refusal('type'));
    }
  },
};

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const objectSchema = z.record(z.string(), z.unknown());

/** What is neither a text nor a list of texts says nothing to us. */
const valuesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const scalar = scalarSchema.safeParse(one);
    return scalar.success ? [scalar.data] : [];
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
