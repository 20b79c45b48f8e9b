import type { RenderMarkdown } from './markdown.ts';

/** The renderer is needed when something is sent or previewed, long after the first screen: it comes apart from it. */
export async function loadMarkdown(): Promise<RenderMarkdown> {
  const { createMarkdown } = await import('./markdown.ts');
  return createMarkdown();
}
