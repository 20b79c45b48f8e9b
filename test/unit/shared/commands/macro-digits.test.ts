import { describe, expect, it } from 'vitest';
import { withDigit } from '#shared/commands/macro-digits.ts';

describe('digits of macros', () => {
  it('gives a digit, moves it to another macro, and takes it away when it is given again', () => {
    const one = withDigit({}, 'mine:a', 3);
    expect(one).toEqual({ 'mine:a': 3 });
    expect(withDigit(one, 'mine:b', 3)).toEqual({ 'mine:b': 3 });
    expect(withDigit(one, 'mine:a', 4)).toEqual({ 'mine:a': 4 });
    expect(withDigit(one, 'mine:a', 3)).toEqual({});
  });

  it('leaves a digit to macros of two helpdesks, which never meet on a ticket', () => {
    const one = withDigit({}, 'desk-1:7', 1);
    expect(withDigit(one, 'desk-2:7', 1)).toEqual({ 'desk-1:7': 1, 'desk-2:7': 1 });
    expect(withDigit(one, 'desk-1:8', 1)).toEqual({ 'desk-1:8': 1 });
    expect(withDigit({ 'desk-1:7': 1, 'desk-2:7': 1 }, 'mine:a', 1)).toEqual({ 'mine:a': 1 });
  });
});
