/** Knowledge articles: section, title, paragraphs; `internal` is for agents only, `draft` is not published yet. */
export type ArticleText = {
  readonly section: string;
  readonly title: string;
  readonly body: readonly string[];
  readonly state?: 'internal' | 'draft';
  /** English without. */
  readonly locale?: 'de' | 'uk';
};
