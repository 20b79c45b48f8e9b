import { vi } from 'vitest';
import { PATIENCE_MS } from './patience.ts';

const { waitFor, waitUntil } = vi;

// Vitest has a setting for `expect.poll` alone. What a test asks for itself still counts.
vi.waitFor = (callback, options) => waitFor(callback, patiently(options));
vi.waitUntil = (callback, options) => waitUntil(callback, patiently(options));

const patiently = <Options extends { timeout?: number }>(options?: number | Options): number | Options =>
  typeof options === 'number' ? options : Object.assign({ timeout: PATIENCE_MS }, options);
