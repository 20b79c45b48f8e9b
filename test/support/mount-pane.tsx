import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createKeymap } from '../../src/renderer/src/commands/keymap.ts';
import { createCommandRegistry } from '../../src/renderer/src/commands/registry.ts';
import { CommandProvider } from '../../src/renderer/src/commands/use-command.tsx';
import { KeyProvider } from '../../src/renderer/src/commands/use-key-dispatch.tsx';
import { DeskProvider, useDeskEvent } from '../../src/renderer/src/state/desk-context.tsx';
import { followDesk, initialDeskState, useDeskState } from '../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../src/renderer/src/state/interface-state.ts';
import { invalidateOn } from '../../src/renderer/src/state/queries.ts';
import { TemplatesProvider } from '../../src/renderer/src/state/templates-context.tsx';
import { TextProvider } from '../../src/renderer/src/state/text-context.tsx';
import type { Desk } from '../../src/renderer/src/store/desk-api.ts';
import { createText } from '../../src/shared/i18n/text.ts';

/** Puts a pane on the page over a desk, with keys, texts and live updates as the window gives them. */
export function mountPane(desk: Desk, pane: ReactNode, options: { readonly height?: string } = {}): MountedPane {
  const host = document.createElement('main');
  host.style.height = options.height ?? '800px';
  document.body.append(host);
  const registry = createCommandRegistry();
  const stop = followDesk(desk);
  const root = createRoot(host);
  const wrap = (node: ReactNode): ReactNode => (
    <TextProvider text={createText('en')}>
      <DeskProvider desk={desk}>
        <CommandProvider registry={registry}>
          <KeyProvider keymap={createKeymap()} mac={false}>
            <TemplatesProvider>
              <Live>{node}</Live>
            </TemplatesProvider>
          </KeyProvider>
        </CommandProvider>
      </DeskProvider>
    </TextProvider>
  );
  root.render(wrap(pane));
  return {
    host,
    registry,
    render: (node) => root.render(wrap(node)),
    unmount() {
      root.unmount();
      stop();
      host.remove();
      useInterface.setState(useInterface.getInitialState(), true);
      useDeskState.setState(initialDeskState(), true);
    },
  };
}

export type MountedPane = {
  readonly host: HTMLElement;
  readonly registry: ReturnType<typeof createCommandRegistry>;
  render(pane: ReactNode): void;
  unmount(): void;
};

function Live({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  useDeskEvent(useCallback((event) => invalidateOn(client, event), [client]));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
