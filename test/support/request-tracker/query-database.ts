import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from '#shared/schema.ts';
import type { RequestTracker } from './rig.ts';

/** Debian's own, which RT runs on and has these modules for. */
const PERL = '/usr/bin/perl';
const SCRIPT = `
  use strict; use warnings; use DBI; use JSON ();
  my $dbh = DBI->connect("dbi:SQLite:dbname=$ARGV[0]", '', '',
      { RaiseError => 1, PrintError => 0, sqlite_unicode => 1, sqlite_allow_multiple_statements => 1 });
  $dbh->sqlite_busy_timeout(20_000);
  my $sql = do { local $/; <STDIN> };
  if ($ARGV[1] eq 'write') { $dbh->do($sql); print '[]' }
  else { print JSON->new->ascii->encode($dbh->selectall_arrayref($sql, { Slice => {} })) }
`;

/** Asks RT's own database, or, with `write`, changes it behind RT's back by any number of statements. */
export async function queryDatabase(
  rt: Pick<RequestTracker, 'dataDir'>,
  sql: string,
  mode: 'read' | 'write' = 'read',
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const perl = spawn(PERL, ['-e', SCRIPT, join(rt.dataDir, 'rt.sqlite'), mode], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [said, failed] = [collected(perl.stdout), collected(perl.stderr)];
  perl.stdin.end(sql);
  const code = await new Promise<number | null>((resolve) => perl.once('close', resolve));
  if (code !== 0) throw new Error(`RT's database: ${failed()}`);
  return z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(said()));
}

function collected(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
