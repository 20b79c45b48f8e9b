import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log } from '../log.ts';

const LARGEST_FILE = 5 * 1024 * 1024;

/** A log in the profile, one line an event, turned over at 5 MB. It writes ids, counts and codes only, as `Log` asks. */
export function openLogFile(profileDir: string): Log {
  const logger = electronLog.create({ logId: profileDir });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => join(profileDir, 'logs', 'holdfast.log');
  logger.transports.file.maxSize = LARGEST_FILE;
  logger.transports.file.format = '{iso} {text}';
  return (event, facts) => logger.info(facts === undefined ? event : `${event} ${JSON.stringify(facts)}`);
}
