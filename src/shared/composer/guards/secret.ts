import type { Finding, Written } from './guard.ts';

/**
 * Keys that services give out, by the form that their makers chose so that they can be found: AWS, GitHub, GitLab, Slack, Stripe,
 * Google, npm, SendGrid (https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns),
 * signed web tokens (RFC 7519) and private keys (RFC 7468).
 */
const KEYS = [
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/u,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u,
  /\bgh[opsur]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}\b/u,
  /\bglpat-[\w-]{20,}/u,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/u,
  /\b[rs]k_live_[A-Za-z0-9]{16,}\b/u,
  /\bAIza[\w-]{35}(?![\w-])/u,
  /\bnpm_[A-Za-z0-9]{36}\b/u,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/u,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/u,
] as const;

const NAMES = 'password|passwd|passphrase|pwd|passwort|kennwort|пароль|mật khẩu|mot de passe|contraseña|hasło';
/** A password beside its name: `password: …`, `Ihr Passwort lautet …`. */
const IS = 'is|ist|lautet|là|це|est|es|to|—|–';
/** A password beside its name: `password: …`, `Ihr Passwort lautet …`. */
const PASSWORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NAMES})((?:\\s+(?:${IS}))?\\s*[:=]\\s*|\\s+(?:${IS})\\s+)[\`*"“„«']{0,3}([^\\s\`"“”„«»']{4,})`,
  'giu',
);
/** What stands in a password's place and is none: addresses, placeholders, asterisks. */
const STAND_INS = /^(?:https?:|[[{<*_…])/iu;

/** What opens a door is not for a mailbox, nor for everybody who reads the ticket. */
export function secret({ text }: Written): Finding | null {
  for (const pattern of KEYS) {
    const key = pattern.exec(text)?.[0];
    if (key !== undefined) return { guard: 'secret', what: `${key.slice(0, 10)}…` };
  }
  const plain = text.normalize('NFC');
  for (const match of plain.matchAll(PASSWORD)) {
    const [said, joint = '', value = ''] = match;
    const bare = value.replace(/[.,;!?)*]+$/u, '');
    if (bare.length < 4 || STAND_INS.test(bare)) continue;
    const looksMade = /[\p{N}\p{S}!?#$%&@*_]/u.test(bare);
    const endsLine = /^[`*"”»']*[ \t]*(?:\n|$)/u.test(plain.slice(match.index + said.length));
    // A word after a colon may be the rest of a sentence: only by itself is it a password.
    if (looksMade || (/[:=]/u.test(joint) && endsLine))
      return { guard: 'secret', what: said.slice(0, said.length - value.length).trim() };
  }
  return null;
}
