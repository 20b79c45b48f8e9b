import { useQuery } from '@tanstack/react-query';
import { MessageFrame } from '#renderer/features/ticket/message-frame/MessageFrame.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import styles from './Composer.module.css';
import { loadMarkdown } from './load-markdown.ts';

/** The words as they will arrive, painted as every other message is. */
export function Preview({ markdown }: { readonly markdown: string }) {
  const t = useText();
  const { data: render } = useQuery({ queryKey: ['markdown'], queryFn: async () => ({ html: await loadMarkdown() }) });
  const html = render?.html(markdown);
  return (
    <div className={styles.preview} role="region" aria-label={t('composer.preview')}>
      {html === '' ? <p>{t('composer.previewEmpty')}</p> : null}
      {html ? <MessageFrame html={html} title={t('composer.preview')} /> : null}
    </div>
  );
}
