import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { StartOptions } from '../arguments.ts';

export type Surroundings = {
  readonly wanted: StartOptions['host'];
  /** Electron's program; null where it has not been fetched. */
  readonly electron: string | null;
  readonly isRoot: boolean;
  readonly hasDisplay: boolean;
  /** Somebody sits at the terminal and can answer. */
  readonly canAsk: boolean;
};

export type Choice =
  | { readonly host: 'electron'; readonly program: string }
  | { readonly host: 'browser'; readonly why: TextKey | null }
  /** Electron could run here, if the person agrees to fetch it. */
  | { readonly host: 'ask' }
  | { readonly host: 'none'; readonly why: TextKey };

/** Which host starts. `auto` falls back to the browser and says why; a host asked for by name is never swapped for another. */
export function chooseHost({ wanted, electron, isRoot, hasDisplay, canAsk }: Surroundings): Choice {
  if (wanted === 'browser') return { host: 'browser', why: null };
  const possible = !isRoot && hasDisplay;
  if (electron !== null && possible) return { host: 'electron', program: electron };
  if (wanted === 'electron') {
    if (!possible) return { host: 'none', why: 'host.launch.electronImpossible' };
    return canAsk ? { host: 'ask' } : { host: 'none', why: 'host.launch.electronWanted' };
  }
  if (electron === null)
    return possible && canAsk ? { host: 'ask' } : { host: 'browser', why: 'host.launch.noElectron' };
  return { host: 'browser', why: isRoot ? 'host.launch.rootElectron' : 'host.launch.noDisplay' };
}
