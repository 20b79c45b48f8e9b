import manifest from '#package.json';

/** Holdfast's version, as its package has it. */
export const VERSION = manifest.version;
