import { describe, expect, it } from 'vitest';
import { createCommandRegistry } from '#renderer/commands/registry.ts';

describe('createCommandRegistry', () => {
  it('runs the handler registered last, and the one before once that is gone', () => {
    const registry = createCommandRegistry();
    const ran: string[] = [];
    registry.register('list.next', { run: () => ran.push('pane') });
    const dispose = registry.register('list.next', { run: () => ran.push('dialog') });
    registry.run('list.next', 'key');
    dispose();
    registry.run('list.next', 'key');
    expect(ran).toEqual(['dialog', 'pane']);
  });

  it('does not run what is not enabled, and says so', () => {
    const registry = createCommandRegistry();
    let ran = false;
    registry.register('ticket.solve', {
      run: () => {
        ran = true;
      },
      enabled: () => false,
    });
    expect(registry.run('ticket.solve', 'key')).toBe(false);
    expect(registry.canRun('ticket.solve')).toBe(false);
    expect(ran).toBe(false);
  });

  it('tells who listens when a handler comes or goes', () => {
    const registry = createCommandRegistry();
    let told = 0;
    const stop = registry.subscribe(() => {
      told += 1;
    });
    const dispose = registry.register('list.next', { run: () => undefined });
    dispose();
    stop();
    registry.changed();
    expect(told).toBe(2);
  });
});
