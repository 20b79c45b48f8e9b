import type { RunSource } from '#shared/commands/command-runs.ts';
import type { RunnableId } from '#shared/commands/macro-commands.ts';

export type CommandHandler = {
  /** `count` is how often, as typed before the key (`5j`); 1 where nobody said. */
  readonly run: (count: number) => void;
  /** Whether it can run now; a command that cannot is greyed where it is listed and its key does nothing. */
  readonly enabled?: () => boolean;
};

/** Which handler runs a command now. The one registered last wins while it lasts: a dialog over a pane. */
export type CommandRegistry = {
  /** Returns its own disposal. */
  register(id: RunnableId, handler: CommandHandler): () => void;
  /** False when nobody handles it or its handler is not enabled. */
  run(id: RunnableId, source: RunSource, count?: number): boolean;
  canRun(id: RunnableId): boolean;
  /** Says that `canRun` may answer differently now. */
  changed(): void;
  /** Told when `canRun` may answer differently. Returns how to stop. */
  subscribe(listener: () => void): () => void;
};

/** `onRun` is told of every command that ran. */
export function createCommandRegistry(
  onRun: (id: RunnableId, source: RunSource) => void = () => undefined,
): CommandRegistry {
  const handlers = new Map<RunnableId, CommandHandler[]>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const current = (id: RunnableId): CommandHandler | undefined => handlers.get(id)?.at(-1);
  return {
    register(id, handler) {
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      changed();
      return () => {
        handlers.set(
          id,
          (handlers.get(id) ?? []).filter((other) => other !== handler),
        );
        changed();
      };
    },
    changed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    canRun: (id) => {
      const handler = current(id);
      return handler !== undefined && (handler.enabled?.() ?? true);
    },
    run(id, source, count = 1) {
      const handler = current(id);
      if (!handler || !(handler.enabled?.() ?? true)) return false;
      onRun(id, source);
      handler.run(count);
      return true;
    },
  };
}
