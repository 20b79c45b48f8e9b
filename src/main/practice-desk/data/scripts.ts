import { EUROPEAN_SCRIPTS } from './scripts-europe.ts';
import { WORLD_SCRIPTS } from './scripts-world.ts';
import type { Script } from './theme.ts';

export const SCRIPTS: readonly Script[] = [...EUROPEAN_SCRIPTS, ...WORLD_SCRIPTS];

/** Places in `SCRIPTS` by language, as text, so that they can be dealt like any other words. */
export const SCRIPT_PLACES: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(SCRIPTS.map((script) => script.locale))].map((locale) => [
    locale,
    SCRIPTS.flatMap((script, place) => (script.locale === locale ? [String(place)] : [])),
  ]),
);
