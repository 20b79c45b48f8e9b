import { CSPProvider } from '@base-ui/react/csp-provider';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { createText } from '#shared/i18n/text.ts';
import { createKeymap } from './commands/keymap.ts';
import type { CommandRegistry } from './commands/registry.ts';
import { CommandProvider } from './commands/use-command.tsx';
import { KeyProvider } from './commands/use-key-dispatch.tsx';
import { DeskProvider } from './state/desk-context.tsx';
import { followDesk, useDeskState } from './state/desk-state.ts';
import { TemplatesProvider } from './state/templates-context.tsx';
import { TextProvider } from './state/text-context.tsx';
import type { Desk } from './store/desk-api.ts';
import { type Ticker, TickerProvider } from './ui/ticker.tsx';

export type ProvidersProps = {
  readonly desk: Desk;
  readonly queries: QueryClient;
  readonly registry: CommandRegistry;
  readonly ticker: Ticker;
  readonly mac: boolean;
  readonly children: ReactNode;
};

/** Everything the panes take from around them. */
export function Providers({ desk, queries, registry, ticker, mac, children }: ProvidersProps) {
  const locale = useDeskState((state) => state.settings.locale);
  const text = useMemo(() => createText(locale), [locale]);
  const keys = useDeskState((state) => state.settings.keys);
  const keymap = useMemo(() => createKeymap(keys), [keys]);
  useEffect(() => followDesk(desk), [desk]);
  return (
    // The page's policy forbids style elements; the ones left out only hide scroll bars.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <DeskProvider desk={desk}>
          <TextProvider text={text}>
            <TickerProvider ticker={ticker}>
              <CommandProvider registry={registry}>
                <KeyProvider keymap={keymap} mac={mac}>
                  <TemplatesProvider>{children}</TemplatesProvider>
                </KeyProvider>
              </CommandProvider>
            </TickerProvider>
          </TextProvider>
        </DeskProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}
