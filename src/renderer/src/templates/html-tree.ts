/** As much of a parsed HTML tree as is looked at here. */
export type HtmlNode = {
  readonly type: string;
  tagName?: string;
  value?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HtmlNode[];
};
