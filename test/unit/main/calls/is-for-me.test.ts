import { describe, expect, it } from 'vitest';
import { isForMe } from '#main/calls/is-for-me.ts';

describe('whose call it is', () => {
  // https://github.com/zammad/zammad/issues/2177: every agent was shown every call.
  it('is mine only where I am named', () => {
    expect(isForMe(['Alice', 'Bob'], ['Bob'])).toBe(true);
    expect(isForMe(['Alice'], ['Bob'])).toBe(false);
  });

  it('may be mine where nobody is named, or I have set no names', () => {
    expect(isForMe([], ['Bob'])).toBe(true);
    expect(isForMe(['  '], ['Bob'])).toBe(true);
    expect(isForMe(['Alice'], [])).toBe(true);
    expect(isForMe(['Alice'], [' '])).toBe(true);
  });

  // https://github.com/zammad/zammad/issues/2044: extensions and agents.
  it.each([
    ['201', '201'],
    ['SIP/201-0000002a', '201'],
    ['PJSIP/201-0000002a', '201'],
    ['sip:201@pbx.example', '201'],
    ['201@pbx.example', '201'],
    ['user/201@pbx.example', '201'],
    ['+49 (30) 201', '+4930201'],
    ['ANN  BERG', 'Ann Berg'],
    ['ann@shop.example', 'Ann@Shop.example'],
  ])('knows %s as %s', (named, mine) => expect(isForMe([named], [mine])).toBe(true));

  it.each([
    ['2011', '201'],
    ['1201', '201'],
    ['ann@shop.example', 'ann@other.example'],
    ['Ann Berger', 'Ann Berg'],
  ])('does not take %s for %s', (named, mine) => expect(isForMe([named], [mine])).toBe(false));
});
