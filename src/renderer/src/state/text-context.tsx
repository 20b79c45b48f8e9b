import { createContext, type ReactNode, useContext } from 'react';
import type { Text } from '#shared/i18n/text.ts';

const TextContext = createContext<Text | null>(null);

export function TextProvider({ text, children }: { readonly text: Text; readonly children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}

/** The locale's texts: `t('inbox.empty')`. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText outside of TextProvider');
  return text;
}
