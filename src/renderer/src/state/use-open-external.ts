import { useCallback } from 'react';
import { useDesk } from './desk-context.tsx';
import { show } from './interface-state.ts';
import { useText } from './text-context.tsx';

/**
 * Opens an address with the system. Not every address may be handed over, nor is there always a browser to start: then the
 * status line names the address, which is put on the clipboard where the browser allows it.
 */
export function useOpenExternal(): (address: string) => Promise<void> {
  const desk = useDesk();
  const t = useText();
  return useCallback(
    async (address) => {
      if (await desk.openExternal(address)) return show({ refusal: null });
      const copied = await navigator.clipboard.writeText(address).then(
        () => true,
        () => false,
      );
      show({ refusal: t(copied ? 'app.notOpened.copied' : 'app.notOpened', { address }) });
    },
    [desk, t],
  );
}
