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
  let pending: PendingKeys | null;
  let timeUp: () => void;
  let keys: ReturnType<typeof createKeyDispatcher>;

  beforeEach(() => {
    ran = [];
    pending = null;
    timeUp = () => undefined;
    const registry = createCommandRegistry();
    for (const { id } of COMMANDS) registry.register(id, { run: () => ran.push(id) });
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
});

describe('createKeymap', () => {
  it('takes other keys for a command, or none', () => {
    const keymap = createKeymap({ 'list.next': ['h'], 'ticket.solve': [] });
    expect(keymap.match(null, 'h', ['list'])).toEqual({ type: 'command', id: 'list.next' });
    expect(keymap.match(null, 'j', ['list'])).toEqual({ type: 'none' });
    expect(keymap.match(null, 'e', ['list'])).toEqual({ type: 'none' });
  });
});
