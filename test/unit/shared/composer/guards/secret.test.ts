import { describe, expect, it } from 'vitest';
import { secret } from '#shared/composer/guards/secret.ts';

const found = (text: string): string | null =>
  secret({ kind: 'note', toRequester: false, addresses: [], files: 0, text })?.what ?? null;
const letters = (length: number): string => 'aB3dE5gH'.repeat(8).slice(0, length);

describe('secrets', () => {
  it.each([
    '-----BEGIN PRIVATE KEY-----\nMIIE',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    `AKIA${'ABCD2345'.repeat(2)}`,
    `ghp_${letters(36)}`,
    `xoxb-${letters(12)}`,
    `sk_live_${letters(24)}`,
    `eyJ${letters(12)}.eyJ${letters(12)}.${letters(12)}`,
    'Your password: hunter2',
    'password: correcthorse',
    'Password = Tr0ub4dor&3',
    'Ihr Passwort lautet: Sommer2026!',
    'Ihr Passwort lautet Sommer2026',
    'Новий пароль: зима2026',
    'Mật khẩu là Abc12345',
    'Mật khẩu: `abc12345`'.normalize('NFD'),
  ])('%s', (text) => {
    expect(found(text)).not.toBeNull();
  });

  it.each([
    'Your password is expired.',
    'Forgot the password: click the link below.',
    'password: https://a.example/reset',
    'Password: ********',
    'Bitte setzen Sie Ihr Passwort zurück.',
    'Скиньте пароль за посиланням.',
    'Mật khẩu của bạn đã hết hạn.',
    'ghp_short and AKIA',
    '-----BEGIN PUBLIC KEY-----',
    'password: {{new_password}}',
  ])('not: %s', (text) => {
    expect(found(text)).toBeNull();
  });

  it('says which and not what', () => {
    expect(found('password: hunter2')).toBe('password:');
  });
});
