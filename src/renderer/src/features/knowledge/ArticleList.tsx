import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../../commands/use-command.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { show, useInterface } from '../../state/interface-state.ts';
import { articlesQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { ArticleSummary } from '../../store/desk-tickets.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField, type LeftBy } from '../../ui/FilterField.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import styles from './ArticleList.module.css';
import { articleSections } from './article-sections.ts';

const keyOf = ({ accountId, remoteId }: Pick<ArticleSummary, 'accountId' | 'remoteId'>): string =>
  `${accountId} ${remoteId}`;

/** The helpdesks' articles by section, with a filter. */
export function ArticleList() {
  const t = useText();
  const desk = useDesk();
  const { data: articles } = useQuery(articlesQuery(desk));
  const open = useInterface((state) => state.openArticle);
  const [text, setText] = useState('');
  const [focused, setFocused] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const sections = useMemo(() => articleSections(articles ?? [], text, t('knowledge.noSection')), [articles, text, t]);
  const flat = sections.flatMap((section) => section.articles);
  const index = Math.min(focused, flat.length - 1);
  const focusedArticle = flat[index];

  const goTo = (wanted: number): void => {
    const next = Math.max(0, Math.min(flat.length - 1, wanted));
    const article = flat[next];
    setFocused(next);
    if (article && open) openIt(article);
  };
  const openIt = (article: ArticleSummary): void =>
    show({ openArticle: { accountId: article.accountId, remoteId: article.remoteId }, newTicket: false });
  const any = (): boolean => flat.length > 0;
  useCommand('list.next', (count) => goTo(index + count), any);
  useCommand('list.previous', (count) => goTo(index - count), any);
  useCommand('list.first', () => goTo(0), any);
  useCommand('list.last', () => goTo(flat.length - 1), any);
  useCommand('list.open', () => focusedArticle && openIt(focusedArticle), any);
  useCommand(
    'ticket.close',
    () => show({ openArticle: null }),
    () => open !== null,
  );
  useEffect(() => {
    list.current?.querySelector('[data-focused]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const toList = (by: LeftBy): void => {
    list.current?.focus();
    if (by === 'Enter' && focusedArticle) openIt(focusedArticle);
  };

  return (
    <>
      <PanelHeader title={t('knowledge.title')} count={articles?.length ?? 0} />
      <FilterField
        field={filter}
        text={text}
        label={t('knowledge.filter')}
        onText={(typed) => {
          setText(typed);
          setFocused(0);
        }}
        onLeave={toList}
      />
      {articles && flat.length === 0 ? (
        text === '' ? (
          <EmptyState icon={<BookOpen />} title={t('knowledge.empty')} body={t('knowledge.emptyBody')} />
        ) : (
          <EmptyState title={t('knowledge.noMatch', { text })} body={t('knowledge.noMatchBody')} />
        )
      ) : (
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={t('knowledge.list')}
          aria-activedescendant={focusedArticle ? `article-${keyOf(focusedArticle)}` : undefined}
          className={styles.list}
        >
          {sections.map((section) => (
            <div key={section.title} role="group" aria-label={section.title}>
              <div role="presentation" className={styles.section}>
                {section.title}
              </div>
              {section.articles.map((article) => (
                <div
                  key={keyOf(article)}
                  id={`article-${keyOf(article)}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={open !== null && keyOf(open) === keyOf(article)}
                  data-open={(open !== null && keyOf(open) === keyOf(article)) || undefined}
                  data-focused={article === focusedArticle || undefined}
                  className={styles.row}
                  onClick={() => {
                    setFocused(flat.indexOf(article));
                    openIt(article);
                  }}
                >
                  <span className={styles.name}>{article.title}</span>
                  {article.internal ? <span className={styles.mark}>{t('knowledge.internal')}</span> : null}
                  {article.draft ? <span className={styles.mark}>{t('knowledge.draft')}</span> : null}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
