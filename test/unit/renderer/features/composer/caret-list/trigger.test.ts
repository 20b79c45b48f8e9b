import { describe, expect, it } from 'vitest';
import { triggerAt } from '../../../../../../src/renderer/src/features/composer/caret-list/trigger.ts';

/** `¦` is the caret. */
const found = (shown: string): string | null => {
  const trigger = triggerAt(shown.replace('¦', ''), shown.indexOf('¦'), ['@', '/']);
  return trigger && `${trigger.from} ${trigger.sign} ${trigger.query}`;
};

describe('triggerAt', () => {
  it.each([
    ['@¦', '0 @ '],
    ['ask @ol¦', '4 @ ol'],
    ['ask (@ol¦', '5 @ ol'],
    ['line\n/thx¦ more', '5 / thx'],
    ['@Ada Oka¦', '0 @ Ada Oka'],
    ['@Ольга П¦', '0 @ Ольга П'],
    ['@o¦lha', '0 @ o'],
  ])('%j', (shown, trigger) => {
    expect(found(shown)).toBe(trigger);
  });

  it.each([
    'olha@mail¦',
    'and/or¦',
    'https://a.example/x¦',
    '@ ol¦',
    '@Ada Okafor is¦',
    '@Ada\nis¦',
    'nothing¦',
    `@${'x'.repeat(70)}¦`,
  ])('not in %j', (shown) => {
    expect(found(shown)).toBeNull();
  });
});
