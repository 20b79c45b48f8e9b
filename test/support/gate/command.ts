import { spawn } from 'node:child_process';

export type CommandResult = { readonly exitCode: number; readonly output: string };

/**
 * Runs a program to its end and keeps what it said. When `signal` fires, the program and all that it started are killed.
 * A program that cannot be started ends with 127.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly signal: AbortSignal; readonly env?: Readonly<Record<string, string>>; readonly cwd?: string },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? process.cwd(),
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: test runners start browsers and servers, which must end with them.
      detached: true,
    });
    const chunks: Buffer[] = [];
    const endAll = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It had ended by itself.
      }
    };
    const finish = (exitCode: number, last = ''): void => {
      options.signal.removeEventListener('abort', endAll);
      resolve({ exitCode, output: Buffer.concat(chunks).toString('utf8') + last });
    };
    options.signal.addEventListener('abort', endAll);
    if (options.signal.aborted) endAll();
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (problem) => finish(127, `${command}: ${problem.message}\n`));
    child.on('close', (code) => {
      endAll();
      finish(code ?? 1, options.signal.aborted ? '\nStopped: the gate ran out of time.\n' : '');
    });
  });
}
