import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyDispatcher, type PendingKeys } from '#renderer/commands/dispatch.ts';
import { createKeymap } from '#renderer/commands/keymap.ts';
import { createCommandRegistry } from '#renderer/commands/registry.ts';
import type { CommandContext, CommandId } from '#shared/commands/catalogue.ts';
import { COMMANDS } from '#shared/commands/catalogue.ts';
import { press } from './key-presses.ts';

const list = { contexts: ['list'] as readonly CommandContext[], editing: false };
const composer = { contexts: ['composer', 'ticket'] as readonly CommandContext[], editing: true };

describe('createKeyDispatcher', () => {
  let ran: CommandId[];
  let counts: number[];
  let pending: PendingKeys | null;
  let timeUp: () => void;
  let keys: ReturnType<typeof createKeyDispatcher>;

  beforeEach(() => {
    ran = [];
    counts = [];
    pending = null;
    timeUp = () => undefined;
    const registry = createCommandRegistry();
    for (const { id } of COMMANDS)
      registry.register(id, {
        run: (count) => {
          ran.push(id);
          counts.push(count);
        },
      });
    keys = createKeyDispatcher({
      keymap: createKeymap(),
      registry,
      mac: false,
      onPending: (next) => {
        pending = next;
      },
      after: (_, run) => {
        timeUp = run;
        return () => {
          timeUp = () => undefined;
        };
      },
    });
  });

  it('runs a single key', () => {
    expect(keys.press(press('j', 'KeyJ'), list)).toBe(true);
    expect(ran).toEqual(['list.next']);
  });

  it('runs a sequence and says meanwhile what may follow', () => {
    expect(keys.press(press('g', 'KeyG'), list)).toBe(true);
    expect(pending?.next.map(({ key }) => key)).toEqual(expect.arrayContaining(['i', 'm', 'k']));
    keys.press(press('i', 'KeyI'), list);
    expect(ran).toEqual(['go.inbox']);
    expect(pending).toBeNull();
  });

  it('ends a sequence that leads nowhere without doing anything else', () => {
    keys.press(press('g', 'KeyG'), list);
    expect(keys.press(press('e', 'KeyE'), list)).toBe(true);
    expect(ran).toEqual([]);
    keys.press(press('e', 'KeyE'), list);
    expect(ran).toEqual(['ticket.solve']);
  });

  it('forgets the first key when the second takes too long', () => {
    keys.press(press('g', 'KeyG'), list);
    timeUp();
    expect(pending).toBeNull();
    keys.press(press('j', 'KeyJ'), list);
    expect(ran).toEqual(['list.next']);
  });

  it('never runs a single key while text is edited, but one with Mod', () => {
    expect(keys.press(press('e', 'KeyE'), composer)).toBe(false);
    expect(keys.press(press('?', 'Slash', { shiftKey: true }), composer)).toBe(false);
    expect(keys.press(press('Enter', 'Enter'), composer)).toBe(false);
    expect(keys.press(press('Enter', 'Enter', { ctrlKey: true }), composer)).toBe(true);
    expect(ran).toEqual(['composer.send']);
  });

  it('gives a key to the innermost context that has it', () => {
    keys.press(press('Escape', 'Escape'), composer);
    keys.press(press('Escape', 'Escape'), { contexts: ['ticket'], editing: false });
    expect(ran).toEqual(['composer.leave', 'ticket.close']);
  });

  it('repeats moving while a key is held, and nothing else', () => {
    keys.press(press('j', 'KeyJ', { repeat: true }), list);
    keys.press(press('e', 'KeyE', { repeat: true }), list);
    expect(ran).toEqual(['list.next']);
  });

  it('leaves a key to the browser when nobody handles its command', () => {
    const bare = createKeyDispatcher({
      keymap: createKeymap(),
      registry: createCommandRegistry(),
      mac: false,
      onPending: () => undefined,
      after: () => () => undefined,
    });
    expect(bare.press(press('j', 'KeyJ'), list)).toBe(false);
  });

  it('reaches ] and [ on a German keyboard', () => {
    keys.press(press('+', 'BracketRight'), list);
    keys.press(press('ü', 'BracketLeft'), list);
    expect(ran).toEqual(['ticket.facts', 'app.views']);
  });

  const type = (...letters: readonly string[]): readonly boolean[] =>
    letters.map((letter) =>
      keys.press(press(letter, /\d/.test(letter) ? `Digit${letter}` : `Key${letter.toUpperCase()}`), list),
    );

  it('runs a command as often as the number before its key says, and shows the number meanwhile', () => {
    expect(type('1', '2')).toEqual([true, true]);
    expect(pending).toMatchObject({ count: 12, pressed: null });
    expect(pending?.next.map(({ key }) => key)).toEqual([
      'j',
      'ArrowDown',
      'k',
      'ArrowUp',
      'Shift+J',
      'Shift+ArrowDown',
      'Shift+K',
      'Shift+ArrowUp',
    ]);
    type('j');
    expect([ran, counts]).toEqual([['list.next'], [12]]);
    expect(pending).toBeNull();
    type('k');
    expect(counts).toEqual([12, 1]);
  });

  it.each(['Escape', 'e', 'g'])('forgets a number at %s, and does nothing else', (key) => {
    type('5');
    expect(keys.press(press(key, key === 'Escape' ? key : `Key${key.toUpperCase()}`), list)).toBe(true);
    expect(pending).toBeNull();
    expect(ran).toEqual([]);
    type('j');
    expect(counts).toEqual([1]);
  });

  it('forgets a sequence at Escape without closing the ticket', () => {
    const ticket = { contexts: ['ticket'] as readonly CommandContext[], editing: false };
    keys.press(press('g', 'KeyG'), ticket);
    expect(keys.press(press('Escape', 'Escape'), ticket)).toBe(true);
    expect([ran, pending]).toEqual([[], null]);
    keys.press(press('Escape', 'Escape'), ticket);
    expect(ran).toEqual(['ticket.close']);
  });

  it('takes no number while text is edited, nor 0 as the first of one, nor more than 999', () => {
    expect(keys.press(press('5', 'Digit5'), composer)).toBe(false);
    expect(type('0')).toEqual([false]);
    type('9', '9', '9', '9', 'j');
    expect(counts).toEqual([999]);
  });

  it('takes an AZERTY digit without Shift', () => {
    keys.press(press('é', 'Digit2'), list);
    keys.press(press('&', 'Digit1'), list);
    type('j');
    expect(counts).toEqual([21]);
  });

  it('waits on while the first key of a sequence or a digit is held down', () => {
    keys.press(press('g', 'KeyG'), list);
    expect(keys.press(press('g', 'KeyG', { repeat: true }), list)).toBe(true);
    expect(pending?.pressed).toBe('g');
    type('i', '5');
    keys.press(press('5', 'Digit5', { repeat: true }), list);
    type('j');
    expect([ran, counts]).toEqual([
      ['go.inbox', 'list.next'],
      [1, 5],
    ]);
  });
});
