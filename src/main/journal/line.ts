import { crc32 } from 'node:zlib';
import { type JournalRecord, recordSchema } from './record.ts';

/** `<crc32 of the JSON, 8 hex digits> <JSON>\n`: a torn or rotten line shows. */
export function toLine(record: JournalRecord): string {
  return sealLine(JSON.stringify(record));
}

export const sealLine = (json: string): string => `${checksum(json)} ${json}\n`;

export type ReadLines = {
  readonly records: readonly JournalRecord[];
  /** Whole lines with a right checksum that this program cannot read: kept as they are. */
  readonly foreign: readonly string[];
  /** How many bytes from the start are sound; the rest is a damaged tail. */
  readonly soundBytes: number;
};

/** Reads up to the first line that is torn or does not match its checksum. */
export function readLines(bytes: Uint8Array): ReadLines {
  const records: JournalRecord[] = [];
  const foreign: string[] = [];
  const decoder = new TextDecoder('utf-8');
  let start = 0;
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
    const line = decoder.decode(bytes.subarray(start, end));
    const json = line.slice(9);
    if (line[8] !== ' ' || line.slice(0, 8) !== checksum(json)) break;
    const parsed = recordSchema.safeParse(JSON.parse(json));
    if (parsed.success) records.push(parsed.data);
    else foreign.push(json);
    start = end + 1;
  }
  return { records, foreign, soundBytes: start };
}

const checksum = (json: string): string => crc32(json).toString(16).padStart(8, '0');
