import { Suspense } from 'react';
import { BatchDialog } from './features/batch/index.ts';
import { ColumnsDialog, SaveView, ViewChooser } from './features/inbox/index.ts';
import { CheatSheet, Palette } from './features/palette/index.ts';
import { SearchOverlay } from './features/search/index.ts';
import { RecentChooser } from './features/triage/index.ts';
import type { Panes } from './panes.ts';
import { useInterface } from './state/interface-state.ts';

export function AppDialogs({ panes }: { readonly panes: Panes }) {
  const dialog = useInterface((state) => state.dialog);
  switch (dialog) {
    case 'help':
      return <CheatSheet />;
    case 'palette':
      return <Palette />;
    case 'batch':
      return <BatchDialog />;
    case 'recent':
      return <RecentChooser />;
    case 'view':
      return <ViewChooser />;
    case 'columns':
      return <ColumnsDialog />;
    case 'save-view':
      return <SaveView />;
    case 'search':
      return <SearchOverlay />;
    case 'accounts':
      return (
        <Suspense>
          <panes.AccountsDialog />
        </Suspense>
      );
    case 'settings':
      return (
        <Suspense>
          <panes.SettingsDialog />
        </Suspense>
      );
    case 'dial':
      return (
        <Suspense>
          <panes.DialDialog />
        </Suspense>
      );
    case 'survey':
      return (
        <Suspense>
          <panes.SurveyDialog />
        </Suspense>
      );
    case 'canned':
      return (
        <Suspense>
          <panes.CannedDialog />
        </Suspense>
      );
    case 'feedback':
      return (
        <Suspense>
          <panes.FeedbackForm />
        </Suspense>
      );
    case 'feedback-list':
      return (
        <Suspense>
          <panes.FeedbackList />
        </Suspense>
      );
    case 'builder':
    case 'new-view':
      return (
        <Suspense>
          <panes.ViewBuilder fresh={dialog === 'new-view'} />
        </Suspense>
      );
    // The host of macros shows them.
    case 'macros':
    case 'macro-from-last':
    case null:
      return null;
  }
}
