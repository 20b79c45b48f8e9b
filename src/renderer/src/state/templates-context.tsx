import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { openRenderer, type Renderer } from '../templates/open-renderer.ts';

const TemplatesContext = createContext<Renderer | null>(null);

/** What fills in templates, for as long as the window stands. */
export function TemplatesProvider({ children }: { readonly children: ReactNode }) {
  const [renderer] = useState(() => openRenderer());
  useEffect(() => () => renderer.close(), [renderer]);
  return <TemplatesContext value={renderer}>{children}</TemplatesContext>;
}

export function useTemplates(): Renderer {
  const renderer = useContext(TemplatesContext);
  if (!renderer) throw new Error('useTemplates outside of TemplatesProvider');
  return renderer;
}
