import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../state/desk-context.tsx';
import type { Batch } from '../../state/interface-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { batchQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { progressInWords } from './progress-words.ts';

/** How far the last action on many tickets has come, while some of it is not done. `className` is the button's. */
export function BatchLine({ className }: { readonly className: string | undefined }) {
  const batch = useInterface((state) => state.batch);
  return batch ? <Progress batch={batch} className={className} /> : null;
}

function Progress({ batch, className }: { readonly batch: Batch; readonly className: string | undefined }) {
  const t = useText();
  const desk = useDesk();
  const progress = useQuery(batchQuery(desk, batch.id, batch.accountIds)).data;
  if (!progress?.ok) return null;
  const { waiting, stuck } = progress.value;
  if (waiting === 0 && stuck.length === 0) return null;
  return (
    <button type="button" className={className} onClick={() => show({ dialog: 'batch' })}>
      {t('batch.line', { what: batch.label, how: progressInWords(t, progress.value) })}
    </button>
  );
}
