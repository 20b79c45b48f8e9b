import { describe, expect, it } from 'vitest';
import { addressesIn, withAddress } from '../../../../../../src/renderer/src/features/composer/recipients/addresses.ts';

describe('addresses in a field', () => {
  it.each([
    [undefined, []],
    [' , ;', []],
    ['a@x.example, b@x.example', ['a@x.example', 'b@x.example']],
    ['a@x.example b@x.example;A@X.example', ['a@x.example', 'b@x.example']],
  ] as const)('%j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  it.each([
    ['tom', 'tom@x.example, '],
    ['a@x.example, Tom Whi', 'a@x.example, tom@x.example, '],
    ['a@x.example,tom', 'a@x.example, tom@x.example, '],
  ])('one is put in place of what was typed to find it: %j', (text, after) => {
    expect(withAddress(text, 'tom@x.example')).toBe(after);
  });
});
