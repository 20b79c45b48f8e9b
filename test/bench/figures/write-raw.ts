/**
 * Writes the rows that a database holds into another one with the same tables, indexes and durability, in transactions of the same
 * size. Only the writing is timed. Runs in the page.
 */
export async function writeRaw(from: string): Promise<{ readonly rows: number; readonly ms: number }> {
  const AT_ONCE = { tickets: 250, messages: 1_000, people: 1_000, articles: 250 } as const;
  const TABLES = ['tickets', 'messages', 'people', 'articles'] as const;
  const TO = 'bench-raw';
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await settled(indexedDB.deleteDatabase(TO));
  const source = await settled(indexedDB.open(from));
  const opening = indexedDB.open(TO, 1);
  opening.onupgradeneeded = () => {
    const reading = source.transaction([...TABLES]);
    for (const name of TABLES) {
      const { keyPath, indexNames } = reading.objectStore(name);
      const made = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexNames) made.createIndex(index, reading.objectStore(name).index(index).keyPath);
    }
    opening.result.createObjectStore('cursors', { keyPath: 'stream' });
  };
  const target = await settled(opening);

  let [rows, ms] = [0, 0];
  const last: Partial<Record<(typeof TABLES)[number], IDBValidKey>> = {};
  const next = (name: (typeof TABLES)[number]): Promise<readonly unknown[]> => {
    const store = source.transaction(name).objectStore(name);
    const after = last[name] === undefined ? null : IDBKeyRange.lowerBound(last[name], true);
    return settled(store.getAll(after, AT_ONCE[name]));
  };
  for (let round = 0; ; round += 1) {
    // A page of tickets comes with its messages, people and articles by themselves.
    const parts = [];
    for (const names of [['tickets', 'messages'], ['people'], ['articles']] as const) {
      const part = [];
      for (const name of names) part.push({ name, rows: await next(name) });
      parts.push(part);
    }
    if (parts.flat().every((part) => part.rows.length === 0)) break;
    for (const part of parts) {
      const filled = part.filter((one) => one.rows.length > 0);
      if (filled.length === 0) continue;
      const begun = performance.now();
      const writing = target.transaction([...filled.map(({ name }) => name), 'cursors'], 'readwrite', {
        durability: 'relaxed',
      });
      writing.objectStore('cursors').put({ stream: 'tickets', cursor: String(round), complete: false });
      for (const { name, rows: list } of filled) for (const row of list) writing.objectStore(name).put(row);
      await new Promise<void>((resolve, reject) => {
        writing.oncomplete = () => resolve();
        writing.onabort = () => reject(writing.error);
      });
      ms += performance.now() - begun;
      rows += filled.reduce((sum, one) => sum + one.rows.length, 0);
      for (const { name, rows: list } of filled) {
        const { keyPath } = target.transaction(name).objectStore(name);
        last[name] = (list.at(-1) as Record<string, string>)[String(keyPath)] ?? '';
      }
    }
  }
  source.close();
  target.close();
  await settled(indexedDB.deleteDatabase(TO));
  return { rows, ms };
}
