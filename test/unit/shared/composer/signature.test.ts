import { describe, expect, it } from 'vitest';
import { signatureOf, withSignature, wordsToSend } from '#shared/composer/signature.ts';

describe('signatures', () => {
  const signatures = { shop: { '': 'Anyone', billing: 'Robin\nBilling', blank: ' ' }, other: {} };
  it.each([
    ['shop', 'billing', 'Robin\nBilling'],
    ['shop', 'returns', 'Anyone'],
    ['shop', null, 'Anyone'],
    ['shop', 'blank', 'Anyone'],
    ['other', 'billing', ''],
    ['unknown', null, ''],
  ])('of %s, group %s', (accountId, groupId, signature) => {
    expect(signatureOf(signatures, accountId, groupId)).toBe(signature);
  });

  it.each([
    ['Hello', 'Robin', 'Hello\n\n-- \nRobin'],
    ['Hello\n', 'Robin', 'Hello\n\n-- \nRobin'],
    ['Hello', '', 'Hello'],
    ['', 'Robin', ''],
    ['Hello\n\n-- \nMy own', 'Robin', 'Hello\n\n-- \nMy own'],
    ['Hello\n--', 'Robin', 'Hello\n--'],
    ['a -- b', 'Robin', 'a -- b\n\n-- \nRobin'],
  ])('%j with %j', (text, signature, after) => {
    expect(withSignature(text, signature)).toBe(after);
  });

  it.each([
    ['reply', 'billing', 'Hello\n\n-- \nRobin\nBilling'],
    ['reply', null, 'Hello\n\n-- \nAnyone'],
    ['note', 'billing', 'Hello'],
  ])('ends a %s of group %s', (kind, groupId, sent) => {
    expect(wordsToSend('Hello', { kind, accountId: 'shop', groupId }, signatures)).toBe(sent);
  });
});
