import { useLayoutEffect } from 'react';
import { useDeskState } from './state/desk-state.ts';
import { useMedia } from './ui/use-media.ts';

/** Whether the window is dark now: the agent's choice, or the system's. */
export function useDark(): boolean {
  const theme = useDeskState((state) => state.settings.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? systemDark : theme === 'dark';
}

/** Puts theme, density and language on the page's root, where the tokens look for them. */
export function useAppearance(): void {
  const density = useDeskState((state) => state.settings.density);
  const locale = useDeskState((state) => state.settings.locale);
  const dark = useDark();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = dark ? 'dark' : 'light';
    root.dataset.density = density;
    root.lang = locale === 'pseudo' ? 'en' : locale;
  }, [dark, density, locale]);
}
