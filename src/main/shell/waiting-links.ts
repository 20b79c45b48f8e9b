/** Links that come before there is anybody to follow them wait. */
export type WaitingLinks<Link> = {
  take(link: Link): void;
  deliverTo(follow: (link: Link) => void): void;
};

export function waitingLinks<Link>(first: readonly Link[] = []): WaitingLinks<Link> {
  let follow: ((link: Link) => void) | null = null;
  const waiting = [...first];
  return {
    take(link) {
      if (follow === null) waiting.push(link);
      else follow(link);
    },
    deliverTo(receiver) {
      follow = receiver;
      for (const link of waiting.splice(0)) receiver(link);
    },
  };
}
