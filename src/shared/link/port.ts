/** What carries a link: structured values both ways, in order, until it closes. */
export type LinkPort = {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
};
