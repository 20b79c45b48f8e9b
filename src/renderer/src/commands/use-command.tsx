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

/** Handles a command while mounted; always runs the newest `run`. */
export function useCommand(id: RunnableId, run: (count: number) => void, enabled: () => boolean = () => true): void {
  const registry = useCommands();
  const latest = useRef({ run, enabled });
  const wasEnabled = useRef<boolean | null>(null);
  useEffect(() => {
    latest.current = { run, enabled };
    const isEnabled = enabled();
    if (wasEnabled.current !== null && wasEnabled.current !== isEnabled) registry.changed();
    wasEnabled.current = isEnabled;
  });
  useEffect(
    () => registry.register(id, { run: (count) => latest.current.run(count), enabled: () => latest.current.enabled() }),
    [registry, id],
  );
}

/** Whether a command can run now; renders again when that changes. */
export function useCanRun(id: RunnableId): boolean {
  const registry = useCommands();
  return useSyncExternalStore(registry.subscribe, () => registry.canRun(id));
}
