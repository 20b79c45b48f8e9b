import { describe, expect, it } from 'vitest';
import { allKeysOf, conflictsWith, giveKey, resetKeys, takeKey } from '#shared/commands/change-keys.ts';
import { type KeyChoices, keyChoicesSchema } from '#shared/commands/key-choices.ts';

const fresh: KeyChoices = keyChoicesSchema.parse({});

describe('giving and taking keys', () => {
  it('adds a key to those that a command has', () => {
    expect(giveKey(fresh, 'list.next', 'Mod+J').own).toEqual({ 'list.next': ['j', 'ArrowDown', 'Mod+J'] });
    expect(giveKey(fresh, 'list.next', 'j')).toEqual(fresh);
  });

  it('takes a key from whom it would be shared with, and no other of theirs', () => {
    expect(conflictsWith(fresh, 'ticket.tags', 'j').map(({ otherId }) => otherId)).toEqual(['list.next']);
    expect(giveKey(fresh, 'ticket.tags', 'j').own).toEqual({ 'list.next': ['ArrowDown'], 'ticket.tags': ['t', 'j'] });
  });

  it('takes the sequences away that a key would begin', () => {
    const { own } = giveKey(fresh, 'ticket.tags', 'g');
    expect(own['go.inbox']).toEqual([]);
    expect(own['ticket.tags']).toEqual(['t', 'g']);
    expect(conflictsWith({ ...fresh, own }, 'ticket.tags', 'g')).toEqual([]);
  });

  it('leaves the composer its own Escape', () => {
    expect(conflictsWith(fresh, 'composer.leave', 'Escape')).toEqual([]);
  });

  it('forgets a choice that is as the preset has it', () => {
    const changed = takeKey(fresh, 'list.next', 'ArrowDown');
    expect(changed.own).toEqual({ 'list.next': ['j'] });
    expect(giveKey(changed, 'list.next', 'ArrowDown')).toEqual(fresh);
    expect(resetKeys(changed, 'list.next')).toEqual(fresh);
  });

  it('keeps keys that are off because they type a character', () => {
    const off = { ...fresh, singleKeys: false };
    expect(allKeysOf(off)('list.next')).toEqual(['j', 'ArrowDown']);
    expect(giveKey(off, 'list.next', 'Mod+J').own['list.next']).toEqual(['j', 'ArrowDown', 'Mod+J']);
  });

  it('gives a macro keys as it gives them to commands, and none once it has none', () => {
    expect(conflictsWith(fresh, 'macro:mine:1', 'e').map(({ otherId }) => otherId)).toEqual(['ticket.solve']);
    const first = giveKey(fresh, 'macro:mine:1', 'e');
    expect(first.own).toEqual({ 'ticket.solve': [], 'macro:mine:1': ['e'] });
    expect(conflictsWith(first, 'macro:mine:2', 'e').map(({ otherId }) => otherId)).toEqual(['macro:mine:1']);
    expect(conflictsWith(first, 'list.next', 'e').map(({ otherId }) => otherId)).toEqual(['macro:mine:1']);
    expect(giveKey(first, 'macro:mine:2', 'e').own).toEqual({ 'ticket.solve': [], 'macro:mine:2': ['e'] });
    expect(takeKey(first, 'macro:mine:1', 'e').own).toEqual({ 'ticket.solve': [] });
    expect(resetKeys(first, 'macro:mine:1').own).toEqual({ 'ticket.solve': [] });
  });
});
