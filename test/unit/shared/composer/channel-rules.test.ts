import { describe, expect, it } from 'vitest';
import { lettersIn, rulesOf } from '#shared/composer/channel-rules.ts';

describe('the rules of channels', () => {
  it('have copies in mail and on the web, and none in chats, calls, networks and text messages', () => {
    expect((['email', 'web', 'chat', 'phone', 'social', 'sms'] as const).map((channel) => rulesOf(channel).cc)).toEqual(
      [true, true, false, false, false, false],
    );
  });

  it('count what is drawn as one character as one', () => {
    expect(['', 'abc', 'й', 'й'.normalize('NFD'), 'Việt'.normalize('NFD'), '👩‍👩‍👧'].map(lettersIn)).toEqual([
      0, 3, 1, 1, 4, 1,
    ]);
  });
});
