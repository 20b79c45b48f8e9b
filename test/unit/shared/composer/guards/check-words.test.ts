import { describe, expect, it } from 'vitest';
import { checkWords } from '#shared/composer/guards/check-words.ts';
import { canOverride, type Written } from '#shared/composer/guards/guard.ts';

const check = (change: Partial<Written>): readonly string[] =>
  checkWords({ kind: 'reply', text: 'Hello', toRequester: true, addresses: [], files: 0, ...change }).map(
    ({ guard }) => guard,
  );

describe('checkWords', () => {
  it('finds nothing in a plain answer', () => {
    expect(check({})).toEqual([]);
  });

  it('says of nothing that it is nothing, unless a file goes', () => {
    expect(check({ text: ' \n' })).toEqual(['empty']);
    expect(check({ text: '', files: 1 })).toEqual([]);
  });

  it('takes copies for addresses only, and as somebody to get it', () => {
    expect(check({ addresses: ['linh@mail.example', 'Ольга@пошта.укр'] })).toEqual([]);
    expect(check({ addresses: ['linh@mail.example', 'tom'] })).toEqual(['address']);
    expect(check({ addresses: ['a@b.example', '<c@d.example>'] })).toEqual(['address']);
    expect(check({ addresses: ['linh@mail.example'], toRequester: false })).toEqual([]);
  });

  it('minds who gets a reply, and not who gets a note', () => {
    expect(check({ toRequester: false })).toEqual(['nobody']);
    expect(check({ toRequester: false, kind: 'note' })).toEqual([]);
  });

  it('wants to know where a forward goes, and leaves the braces that others wrote alone', () => {
    expect(check({ kind: 'forward' })).toEqual(['no-address']);
    expect(check({ kind: 'forward', addresses: ['tom'] })).toEqual(['address']);
    expect(check({ kind: 'forward', addresses: ['a@b.example'], toRequester: false })).toEqual([]);
    const text = 'Please look\n\n> Dear {{name}}, see the attachment';
    expect(check({ kind: 'forward', addresses: ['a@b.example'], text })).toEqual([]);
    expect(check({ kind: 'forward', addresses: ['a@b.example'], text: `{{name}} ${text}` })).toEqual(['placeholder']);
    expect(canOverride({ guard: 'no-address', what: '' })).toBe(false);
  });

  it.each(['Dear {{ticket.requester.first_name}},', '{% if x %}', 'Dear {{\nname}}'])(
    'finds the placeholder in %j',
    (text) => {
      expect(check({ text })).toEqual(['placeholder']);
    },
  );
  it.each(['{ "a": { "b": 1 } }', '50 % {of it}', '{name}'])('finds none in %j', (text) => {
    expect(check({ text })).toEqual([]);
  });

  it('says everything that is to be looked at, at once', () => {
    expect(check({ text: '{{name}}: attached is 4111 1111 1111 1111, password: hunter2', toRequester: false })).toEqual(
      ['placeholder', 'nobody', 'attachment', 'card', 'secret'],
    );
  });

  it('lets all be overridden but nothing at all and a placeholder', () => {
    const findings = [
      ...checkWords({ kind: 'reply', text: '', toRequester: true, addresses: [], files: 0 }),
      ...checkWords({ kind: 'reply', text: '{{name}} attached', toRequester: false, addresses: [], files: 0 }),
    ];
    expect(findings.map((finding) => [finding.guard, canOverride(finding)])).toEqual([
      ['empty', false],
      ['placeholder', false],
      ['nobody', true],
      ['attachment', true],
    ]);
  });

  it('takes a long letter within 50 ms', () => {
    const text = 'Your order 4711 with the number 1000-2000-3000 is on its way, as your attachment said. '.repeat(500);
    // The best of some: others may have the processor.
    const took = Array.from({ length: 5 }, () => {
      const before = performance.now();
      check({ text });
      return performance.now() - before;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });
});
