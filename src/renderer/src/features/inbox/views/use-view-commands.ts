import { useQuery } from '@tanstack/react-query';
import { ownIdOf } from '#shared/views/own-view.ts';
import { useCommand } from '../../../commands/use-command.tsx';
import { useDesk } from '../../../state/desk-context.tsx';
import { goTo } from '../../../state/go-to.ts';
import { show, useInterface } from '../../../state/interface-state.ts';
import { viewsQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import { viewTitle } from '../view-title.ts';
import { useChangeViews } from './use-change-views.ts';

/** What can be done with the view that is listed: kept, deleted, moved among the others, put out of sight. */
export function useViewCommands(): void {
  const t = useText();
  const desk = useDesk();
  const changeViews = useChangeViews();
  const viewId = useInterface((state) => state.viewId);
  const listed = useInterface((state) => state.place === 'inbox');
  const view = useQuery(viewsQuery(desk)).data?.find(({ id }) => id === viewId);
  const ownId = view?.source === 'mine' ? ownIdOf(viewId) : null;
  const isMine = (): boolean => listed && ownId !== null;
  const mayHide = (hidden: boolean) => (): boolean =>
    listed && (view?.source === 'own' || view?.source === 'helpdesk') && view.hidden === hidden;

  const remove = async (): Promise<void> => {
    const { views } = await desk.ownViews();
    const at = views.findIndex(({ id }) => id === ownId);
    const own = views[at];
    if (!own) return;
    const label = t('inbox.views.deleted', { title: own.title });
    const done = await changeViews({ type: 'remove', id: own.id }, { label, views: { type: 'put', view: own, at } });
    if (done.ok && useInterface.getState().viewId === viewId) goTo('inbox', { viewId: 'own:inbox' });
  };
  const move = async (by: 1 | -1): Promise<void> => {
    const { views } = await desk.ownViews();
    const to = views.findIndex(({ id }) => id === ownId) + by;
    if (ownId !== null && to >= 0 && to < views.length) await changeViews({ type: 'move', id: ownId, to });
  };
  const hide = async (hidden: boolean): Promise<void> => {
    if (!view) return;
    const label = t('inbox.views.hid', { title: viewTitle(t, view) });
    await changeViews(
      { type: 'hide', id: view.id, hidden },
      hidden ? { label, views: { type: 'hide', id: view.id, hidden: false } } : null,
    );
  };

  useCommand('go.view', () => show({ dialog: 'view' }));
  const canBeRead = (): boolean => listed && view !== undefined && view.count !== null;
  useCommand('view.save', () => show({ dialog: 'save-view' }), canBeRead);
  useCommand('view.edit', () => show({ dialog: 'builder' }), canBeRead);
  useCommand('view.new', () => show({ dialog: 'new-view' }));
  useCommand(
    'list.columns',
    () => show({ dialog: 'columns' }),
    () => listed && view !== undefined,
  );
  useCommand('view.delete', () => void remove(), isMine);
  useCommand('view.up', () => void move(-1), isMine);
  useCommand('view.down', () => void move(1), isMine);
  useCommand('view.hide', () => void hide(true), mayHide(false));
  useCommand('view.show', () => void hide(false), mayHide(true));
}
