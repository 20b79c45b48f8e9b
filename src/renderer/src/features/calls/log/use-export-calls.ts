import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { CallLogQuery } from '#renderer/store/desk-call-log.ts';
import { saveFile } from '#renderer/ui/save-file.ts';

/** Saves every call that a query finds, and not only those in sight. Resolves to what is to be said of it. */
export function useExportCalls(): (query: Omit<CallLogQuery, 'limit'>) => Promise<string> {
  const desk = useDesk();
  const t = useText();
  return async (query) => {
    // Reading and writing tables is wanted at no other time.
    const [{ writeCallLogCsv }, found] = await Promise.all([
      import('#shared/calls/call-log-csv.ts'),
      desk.callLog({ ...query, limit: Number.MAX_SAFE_INTEGER }),
    ]);
    const bytes = new TextEncoder().encode(writeCallLogCsv(found.calls, Date.now()));
    saveFile('calls.csv', { mimeType: 'text/csv', bytes });
    return t('calls.log.exported', { count: found.total });
  };
}
