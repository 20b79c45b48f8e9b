import { describe, expect, it } from 'vitest';
import { chordsOf } from '#renderer/commands/chord.ts';
import { press } from './key-presses.ts';

const first = (...of: Parameters<typeof press>): string | undefined => chordsOf(press(...of), false)[0];

describe('chordsOf', () => {
  it.each([
    ['US letter', ['j', 'KeyJ'], 'j'],
    ['US letter with Shift', ['A', 'KeyA', { shiftKey: true }], 'Shift+A'],
    ['caps lock', ['J', 'KeyJ'], 'j'],
    ['caps lock with Shift', ['a', 'KeyA', { shiftKey: true }], 'Shift+A'],
    ['US ?', ['?', 'Slash', { shiftKey: true }], '?'],
    ['US Ctrl+K', ['k', 'KeyK', { ctrlKey: true }], 'Mod+k'],
    ['US Ctrl+Shift+I', ['I', 'KeyI', { ctrlKey: true, shiftKey: true }], 'Mod+Shift+I'],
    ['Ctrl+Enter', ['Enter', 'Enter', { ctrlKey: true }], 'Mod+Enter'],
    ['German /', ['/', 'Digit7', { shiftKey: true }], '/'],
    ['German ?', ['?', 'Minus', { shiftKey: true }], '?'],
    ['German z where US has y', ['z', 'KeyY'], 'z'],
    ['German ü where US has [', ['ü', 'BracketLeft'], '['],
    ['AZERTY a where US has q', ['a', 'KeyQ'], 'a'],
    ['AZERTY /', ['/', 'Period', { shiftKey: true }], '/'],
    ['AZERTY .', ['.', 'Comma', { shiftKey: true }], '.'],
    ['AZERTY dead ^ where US has [', ['Dead', 'BracketLeft'], '['],
    ['AZERTY 1 with Shift', ['1', 'Digit1', { shiftKey: true }], '1'],
    ['Dvorak j where US has c', ['j', 'KeyC'], 'j'],
    ['Dvorak c where US has i', ['c', 'KeyI'], 'c'],
    ['Dvorak / where US has [', ['/', 'BracketLeft'], '/'],
    ['Ukrainian о where US has j', ['о', 'KeyJ'], 'j'],
    ['Ukrainian Ctrl+Л where US has k', ['л', 'KeyK', { ctrlKey: true }], 'Mod+k'],
    ['Ukrainian Ф with Shift', ['Ф', 'KeyA', { shiftKey: true }], 'Shift+A'],
    ['Ukrainian ї where US has ]', ['ї', 'BracketRight'], ']'],
    ['Russian ю where US has .', ['ю', 'Period'], '.'],
    ['Russian /', ['/', 'Backslash', { shiftKey: true }], '/'],
    ['Russian ?', ['?', 'Digit7', { shiftKey: true }], '?'],
    ['Vietnamese ă on the digit row', ['ă', 'Digit1'], '1'],
    ['Escape', ['Escape', 'Escape'], 'Escape'],
    ['an arrow', ['ArrowDown', 'ArrowDown'], 'ArrowDown'],
  ] as const)('reads %s', (_, of, expected) => {
    expect(first(...(of as unknown as Parameters<typeof press>))).toBe(expected);
  });

  it('also offers an AZERTY digit by its place', () => {
    expect(chordsOf(press('&', 'Digit1'), false)).toEqual(['&', '1']);
  });

  it('also offers a sign nobody types by its place, so that German reaches ]', () => {
    expect(chordsOf(press('+', 'BracketRight'), false)).toEqual(['+', ']']);
  });

  it('never takes a Dvorak letter by its place', () => {
    expect(chordsOf(press("'", 'KeyQ'), false)).toEqual(["'"]);
    expect(chordsOf(press('e', 'KeyD'), false)).toEqual(['e']);
  });

  it.each([
    ['Telex composing', press('e', 'KeyE', { isComposing: true })],
    ['the input method at work', press('Process', 'KeyE')],
    ['keyCode 229', press('e', 'KeyE', { keyCode: 229 })],
    ['AltGraph', press('[', 'Digit8', { altGraph: true })],
    ['Alt', press('e', 'KeyE', { altKey: true })],
    ['Ctrl+Alt', press('e', 'KeyE', { altKey: true, ctrlKey: true })],
    ['the Windows key', press('e', 'KeyE', { metaKey: true })],
    ['Shift alone', press('Shift', 'ShiftLeft', { shiftKey: true })],
  ])('leaves %s alone', (_, input) => {
    expect(chordsOf(input, false)).toEqual([]);
  });

  it('takes Cmd for Mod on a Mac and leaves Ctrl alone there', () => {
    expect(chordsOf(press('k', 'KeyK', { metaKey: true }), true)).toEqual(['Mod+k']);
    expect(chordsOf(press('k', 'KeyK', { ctrlKey: true }), true)).toEqual([]);
  });
});
