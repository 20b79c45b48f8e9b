import MarkdownIt from 'markdown-it';

export type RenderMarkdown = (markdown: string) => string;

/** Blank lines people leave and single line breaks mean something in mail, so breaks stay; raw HTML stays text. */
export function createMarkdown(): RenderMarkdown {
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });
  // Images in a reply would be fetched from wherever they point when the customer opens it: files are attached instead.
  markdown.disable('image');
  // "file.py" and "next.js" are not addresses; only what says so, or has an `@`, becomes a link.
  markdown.linkify.set({ fuzzyLink: false });
  return (text) => markdown.render(text).trim();
}
