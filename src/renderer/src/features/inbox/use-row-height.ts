import { useDeskState } from '../../state/desk-state.ts';

/** px, as `--row-height` says for the density. */
export const ROW_HEIGHT = { comfortable: 56, compact: 32 } as const;

export const useRowHeight = (): number => useDeskState((state) => ROW_HEIGHT[state.settings.density]);
