import type { Result } from '../result.ts';
import type { CannedFile, FileFault, ReadCanned } from './canned-file.ts';
import { readCannedCsv } from './canned-file-csv.ts';
import { readCannedJson } from './canned-file-json.ts';

/** Reads any file of canned responses that Holdfast knows, by what is in it. */
export const readCannedFile = (text: string, read: ReadCanned): Result<CannedFile, FileFault> =>
  /^\ufeff?\s*[[{]/u.test(text) ? readCannedJson(text, read) : readCannedCsv(text, read);
