import { useQuery } from '@tanstack/react-query';
import { ownIdOf } from '#shared/views/own-view.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { show, useInterface } from '../../state/interface-state.ts';
import { shownQueryOf, viewsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { useColumns, viewTitle } from '../inbox/index.ts';
import { BuilderForm } from './BuilderForm.tsx';

/** Makes a view, or changes one of the agent's own: conditions one chooses, and the same as text. `fresh` begins with nothing. */
export function ViewBuilder({ fresh }: { readonly fresh: boolean }) {
  const t = useText();
  const desk = useDesk();
  const viewId = useInterface((state) => state.viewId);
  const typed = useInterface((state) => state.query);
  const view = useQuery(viewsQuery(desk)).data?.find(({ id }) => id === viewId);
  const columns = useColumns(view);
  const shown = useQuery({ ...shownQueryOf(desk, viewId), enabled: !fresh }).data;
  const own = !fresh && view?.source === 'mine' ? view : null;
  const begins = fresh
    ? { title: '', accountId: null, text: '', columns: [] }
    : shown && view
      ? {
          title: view.source === 'own' ? '' : viewTitle(t, view),
          accountId: view.accountId,
          text: (typed ?? shown.text).trim(),
          columns,
        }
      : null;
  return (
    <Modal
      title={own ? t('inbox.build.edit', { title: viewTitle(t, own) }) : t('inbox.build.new')}
      onClose={() => show({ dialog: null })}
    >
      {begins ? <BuilderForm begins={begins} ownId={own ? ownIdOf(own.id) : null} /> : null}
    </Modal>
  );
}
