import type { FormField } from '#shared/domain/account.ts';
import { z } from '#shared/schema.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where Request Tracker's own pages begin, without a trailing slash. Plain http would show the password to the network. */
const addressSchema = z
  .string()
  .trim()
  .transform((text) => (/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`))
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.username !== '' || url.password !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  })
  .transform((text) => {
    const url = new URL(text);
    // People paste what their browser shows, which may lie inside Request Tracker.
    const path = url.pathname.replace(/\/(REST\/2\.0|index\.html|Ticket|Search|NoAuth)(\/.*)?$/, '');
    return `${url.origin}${path.replace(/\/+$/, '')}`;
  });

export const configSchema = z.object({
  url: addressSchema,
  mode: z.enum(['token', 'password']),
  user: z.string().trim().default(''),
});
export type RequestTrackerConfig = z.infer<typeof configSchema>;

/** `token` or `password`, as the mode has it. */
export const secretsSchema = z.record(z.string(), z.string());
export type RequestTrackerSecrets = Readonly<z.infer<typeof secretsSchema>>;

const field = (name: string, kind: FormField['kind'], mode: string | null): FormField => ({
  name,
  kind,
  choices: kind === 'choice' ? ['token', 'password'] : [],
  required: true,
  when: mode === null ? null : { field: 'mode', value: mode },
});

export const form: readonly FormField[] = [
  field('url', 'url', null),
  field('mode', 'choice', null),
  field('token', 'secret', 'token'),
  field('user', 'text', 'password'),
  field('password', 'secret', 'password'),
];

/** The value of the `Authorization` header. */
export const authorizationOf = (config: RequestTrackerConfig, secrets: RequestTrackerSecrets): string =>
  config.mode === 'token'
    ? `token ${secrets.token ?? ''}`
    : `Basic ${Buffer.from(`${config.user}:${secrets.password ?? ''}`, 'utf8').toString('base64')}`;

/**
 * How Request Tracker is asked for our own user: it has no "me". A token reads `<version>-<user id>-<secret>`.
 * Null when a token is of another make.
 */
export const ownUserKey = (config: RequestTrackerConfig, secrets: RequestTrackerSecrets): string | null =>
  config.mode === 'password' ? config.user : (/^\d+-(\d+)-/.exec(secrets.token ?? '')?.[1] ?? null);
