import { useQueryClient } from '@tanstack/react-query';
import { type CSSProperties, Suspense, useCallback } from 'react';
import styles from './App.module.css';
import { AppDialogs } from './AppDialogs.tsx';
import { ConversationArea } from './ConversationArea.tsx';
import { ViewsPane } from './features/inbox/index.ts';
import { CommandMenus, KeyHint } from './features/palette/index.ts';
import { StatusLine } from './features/status-line/index.ts';
import { useFocusTime } from './focus-time/use-focus-time.ts';
import { layoutOf, onePaneOf, PANE_LIMITS } from './frame-layout.ts';
import { ListArea } from './ListArea.tsx';
import { PaneBoundary } from './PaneBoundary.tsx';
import type { Panes } from './panes.ts';
import { useDeskEvent } from './state/desk-context.tsx';
import { useDeskState } from './state/desk-state.ts';
import { ONE_PANE } from './state/go-to.ts';
import { useInterface } from './state/interface-state.ts';
import { invalidateOn } from './state/queries.ts';
import { useText } from './state/text-context.tsx';
import { PaneSeparator } from './ui/PaneSeparator.tsx';
import { useMedia } from './ui/use-media.ts';
import { AppCommands } from './use-app-commands.ts';
import { useAppearance } from './use-appearance.ts';
import { useIdleOnce } from './use-idle-once.ts';
import { useNews } from './use-news.ts';
import { usePaneWidths } from './use-pane-widths.ts';

/** The one screen: views, list, conversation, and the status line under them. */
export function App({ panes }: { readonly panes: Panes }) {
  const t = useText();
  const client = useQueryClient();
  useDeskEvent(useCallback((event) => invalidateOn(client, event), [client]));
  useAppearance();
  useNews();
  useFocusTime();
  const widths = usePaneWidths();
  const below1200 = useMedia('(max-width: 1199.9px)');
  const below760 = useMedia(ONE_PANE);
  const layout = layoutOf(widths.panes, { below1200, below760 });
  const place = useInterface((state) => state.place);
  const viewId = useInterface((state) => state.viewId);
  const viewsOnTop = useInterface((state) => state.viewsOnTop);
  const showsConversation = useInterface(
    (state) =>
      state.newTicket ||
      (state.place === 'knowledge' ? state.openArticle !== null : state.openTicketId !== null) ||
      (state.place === 'metrics' && state.openFigure !== null),
  );
  const someCalls = useDeskState((state) => state.calls.length > 0);
  const wantsCalls = useIdleOnce() || someCalls;
  const shown = onePaneOf({ viewsOnTop, showsConversation });
  const sizes = { '--views-width': `${widths.views}px`, '--list-width': `${widths.list}px` } as CSSProperties;

  return (
    <div className={styles.window} style={sizes}>
      <AppCommands />
      <div
        className={styles.panes}
        data-views={layout.viewsIcons ? 'icons' : 'full'}
        data-one={layout.onePane ? shown : undefined}
      >
        <nav className={styles.views} aria-label={t('app.pane.views')}>
          <PaneBoundary name="views">
            <ViewsPane icons={layout.viewsIcons} />
          </PaneBoundary>
        </nav>
        {layout.viewsIcons || layout.onePane ? null : (
          <PaneSeparator
            label={t('app.resize.views')}
            width={widths.views}
            {...PANE_LIMITS.views}
            onResize={(views) => widths.resize({ views })}
            onDone={(views) => widths.keep({ views })}
          />
        )}
        <main className={styles.list} data-context="list">
          <PaneBoundary name={`${place} ${viewId}`}>
            <ListArea panes={panes} narrow={layout.onePane} />
          </PaneBoundary>
        </main>
        {layout.onePane ? null : (
          <PaneSeparator
            label={t('app.resize.list')}
            width={widths.list}
            {...PANE_LIMITS.list}
            onResize={(list) => widths.resize({ list })}
            onDone={(list) => widths.keep({ list })}
          />
        )}
        <section className={styles.conversation} data-context="ticket" aria-label={t('app.pane.conversation')}>
          <ConversationArea panes={panes} />
        </section>
      </div>
      {/* Before the first call comes, so that it waits for nothing; and after the first screen, which does not wait for it. */}
      {wantsCalls ? (
        <Suspense>
          <panes.CallArea />
        </Suspense>
      ) : null}
      <StatusLine />
      <KeyHint />
      <CommandMenus />
      <AppDialogs panes={panes} />
      {/* Not behind what is still being fetched: their keys work from the first moment on. */}
      <panes.PickerHost />
      <panes.TriageHost />
      <panes.MacroHost />
      <Suspense>
        <panes.UndoToasts />
      </Suspense>
    </div>
  );
}
