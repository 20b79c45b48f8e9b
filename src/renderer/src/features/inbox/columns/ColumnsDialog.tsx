import { useQuery } from '@tanstack/react-query';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import { ownIdOf } from '#shared/views/own-view.ts';
import { useDesk } from '../../../state/desk-context.tsx';
import { useDeskState } from '../../../state/desk-state.ts';
import { show, useInterface } from '../../../state/interface-state.ts';
import { viewsQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { viewTitle } from '../view-title.ts';
import { useChangeViews } from '../views/use-change-views.ts';
import { ColumnsChoice } from './ColumnsChoice.tsx';
import { useColumns } from './use-columns.ts';

/** What rows of the view that is listed show. Everything takes effect at once. */
export function ColumnsDialog() {
  const t = useText();
  const desk = useDesk();
  const changeViews = useChangeViews();
  const viewId = useInterface((state) => state.viewId);
  const settings = useDeskState((state) => state.settings);
  const view = useQuery(viewsQuery(desk)).data?.find(({ id }) => id === viewId);
  const columns = useColumns(view);

  const change = async (next: readonly ListColumn[]): Promise<void> => {
    if (view?.source !== 'mine') {
      const chosen = { ...settings.columns, [viewId]: next };
      useDeskState.setState({ settings: { ...settings, columns: chosen } });
      await desk.saveSettings({ columns: chosen });
      return;
    }
    const own = (await desk.ownViews()).views.find(({ id }) => id === ownIdOf(viewId));
    if (own) await changeViews({ type: 'put', view: { ...own, columns: next }, at: null });
  };
  return (
    <Modal
      title={t('inbox.columns.title', { view: view ? viewTitle(t, view) : '' })}
      onClose={() => show({ dialog: null })}
    >
      <ColumnsChoice accountId={view?.accountId ?? null} columns={columns} onChange={(next) => void change(next)} />
    </Modal>
  );
}
