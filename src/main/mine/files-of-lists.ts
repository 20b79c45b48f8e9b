import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { OwnListFile } from './own-list-file.ts';

/** Which outgoing files macros and canned responses name, by their SHA-256; null where an entry cannot be read and may name others. */
export async function filesOfLists(
  macros: OwnListFile<OwnMacro>,
  responses: OwnListFile<CannedResponse>,
): Promise<readonly string[] | null> {
  const [ofMacros, ofResponses] = await Promise.all([entriesOf(macros), entriesOf(responses)]);
  if (ofMacros === null || ofResponses === null) return null;
  const attached = ofMacros.flatMap(({ steps }) => steps.flatMap((step) => (step.do === 'attach' ? step.files : [])));
  return [...attached, ...ofResponses.flatMap(({ files }) => files)].map(({ sha256 }) => sha256);
}

async function entriesOf<Value>(list: OwnListFile<Value>): Promise<readonly Value[] | null> {
  const all: Value[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page: Awaited<ReturnType<typeof list.page>> = await list.page(from);
    if (page.unreadable.length > 0) return null;
    all.push(...page.entries);
    from = page.next;
  }
  return all;
}
