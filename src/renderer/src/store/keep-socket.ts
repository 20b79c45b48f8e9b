import type { LinkPort } from '#shared/link/port.ts';
import { socketLink } from '#shared/link/socket-link.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** Opens the socket to the browser host and opens it again whenever it drops, at growing distances. */
export function keepSocket(
  url: string,
  onOpen: (port: LinkPort) => void,
  env: { readonly after: (ms: number, run: () => void) => unknown; readonly random: () => number },
): void {
  const open = (wait: number): void => {
    const socket = new WebSocket(url);
    let next = Math.min(wait * 2, LONGEST_WAIT_MS);
    socket.addEventListener('open', () => {
      next = FIRST_WAIT_MS;
      onOpen(socketLink(socket));
    });
    socket.addEventListener('close', () => env.after(next * (1 + env.random() / 4), () => open(next)));
  };
  open(FIRST_WAIT_MS);
}
