import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { RunnableId } from '#shared/commands/macro-commands.ts';
import type { CommandRegistry } from './registry.ts';

const RegistryContext = createContext<CommandRegistry | null>(null);

export function CommandProvider({
  registry,
  children,
}: {
  readonly registry: CommandRegistry;
  readonly children: ReactNode;
}) {
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useCommands(): CommandRegistry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error('useCommands outside of CommandProvider');
  return registry;
}

const IsHandledContext = createContext(true);

/**
 * Two places to write in stand beside each other, and their keys are the same. Only while it is `active` commands of what is inside are
 * handled there, and then before those of the other.
 */
export function CommandScope({ active, children }: { readonly active: boolean; readonly children: ReactNode }) {
  return <IsHandledContext value={active}>{children}</IsHandledContext>;
}

/** Handles a command while mounted; always runs the newest `run`. */
export function useCommand(id: RunnableId, run: (count: number) => void, enabled: () => boolean = () => true): void {
  const registry = useCommands();
  const isHandled = useContext(IsHandledContext);
  const latest = useRef({ run, enabled });
  const wasEnabled = useRef<boolean | null>(null);
  useEffect(() => {
    latest.current = { run, enabled };
    const isEnabled = enabled();
    if (wasEnabled.current !== null && wasEnabled.current !== isEnabled) registry.changed();
    wasEnabled.current = isEnabled;
  });
  useEffect(
    () =>
      isHandled
        ? registry.register(id, {
            run: (count) => latest.current.run(count),
            enabled: () => latest.current.enabled(),
          })
        : undefined,
    [registry, id, isHandled],
  );
}

/** Whether a command can run now; renders again when that changes. */
export function useCanRun(id: RunnableId): boolean {
  const registry = useCommands();
  return useSyncExternalStore(registry.subscribe, () => registry.canRun(id));
}
