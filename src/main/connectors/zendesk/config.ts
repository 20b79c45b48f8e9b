import type { FormField } from '#shared/domain/account.ts';
import { z } from '#shared/schema.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** `acme`, `acme.zendesk.com` or a whole address become an origin; null when it is none that may be talked to. */
export function originOf(text: string): string | null {
  const trimmed = text.trim();
  const named = /^[a-z0-9][a-z0-9-]*$/i.test(trimmed) ? `${trimmed}.zendesk.com` : trimmed;
  const whole = named.includes('://') ? named : `https://${named}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // A token must never cross a network in the clear; the practice desk answers on this machine only.
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.origin;
}

const origin = z.string().transform((text, context) => {
  const parsed = originOf(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'not an https address' });
  return z.NEVER;
});

export const configSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('oauth'), url: origin, clientId: z.string().min(1) }),
  z.object({ method: z.literal('apiToken'), url: origin, email: z.string().min(3) }),
]);
export type Config = Readonly<z.infer<typeof configSchema>>;

/** OAuth keeps tokens and, in UTC ms as text, when the access token ends (empty: it does not); otherwise the API token. */
export const secretsSchema = z.union([
  z.object({ accessToken: z.string().min(1), refreshToken: z.string(), expiresAt: z.string() }),
  z.object({ apiToken: z.string().min(1) }),
]);
export type Secrets = Readonly<z.infer<typeof secretsSchema>>;

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  kind,
  choices: [],
  required: true,
  when: null,
  ...more,
});

/** `apiToken` is shown behind the warning `accounts.zendesk.apiTokenWarning`: such a token acts as anybody. */
export const form: readonly FormField[] = [
  field('url', 'url'),
  field('method', 'choice', { choices: ['oauth', 'apiToken'] }),
  field('clientId', 'text', { when: { field: 'method', value: 'oauth' } }),
  field('email', 'text', { when: { field: 'method', value: 'apiToken' } }),
  field('apiToken', 'secret', { when: { field: 'method', value: 'apiToken' } }),
];
