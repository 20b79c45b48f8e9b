import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { THEMES } from '#main/practice-desk/data/themes.ts';
import { createRandom } from '#main/practice-desk/random.ts';
import { profilePaths } from '#main/profile/profile-paths.ts';
import { asMacro } from '#shared/macros/macro.ts';
import { type UseCount, usedResponseId } from '#shared/mine/use-count.ts';
import type { Place } from '../stage/console.ts';
import { generateMacros } from './own-macros.ts';
import { generateResponses } from './own-responses.ts';

export const MACROS = 2_000;
export const RESPONSES = 5_000;
const SEED = 4_400;
/** One of so many has been used. */
const USED = 5;

/** Puts macros, canned responses and their uses into a profile in place of what it has of them. */
export async function layOwnLists({ folder, newestAt }: Place): Promise<void> {
  const paths = profilePaths(join(folder, 'profile'));
  const macros = generateMacros(MACROS, newestAt);
  const responses = generateResponses(RESPONSES, newestAt);
  const used = [...macros.map((macro) => asMacro(macro).id), ...responses.map(({ id }) => usedResponseId(id))];
  const uses = used.filter((_, index) => index % USED === 0).map((id) => useOf(id, newestAt));
  await writeFile(paths.macros, JSON.stringify({ version: 1, macros }));
  await writeFile(paths.cannedResponses, JSON.stringify({ version: 1, responses }));
  await writeFile(paths.uses, uses.map((use) => `${JSON.stringify(use)}\n`).join(''));
}

function useOf(id: string, at: number): UseCount {
  const random = createRandom(SEED, id);
  const total = random.between(1, 60);
  const facets = [`channel:${random.pick(['email', 'web', 'chat'])}`, `type:${random.pick(['question', 'problem'])}`];
  const tags = random.pick(THEMES).tags.map((tag) => `tag:${tag}`);
  return {
    id,
    at,
    total,
    facets: Object.fromEntries([...facets, ...tags].map((facet) => [facet, random.between(1, total)])),
  };
}
