import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import { writeCannedCsv } from '#shared/canned/canned-file-csv.ts';
import { writeCannedJson } from '#shared/canned/canned-file-json.ts';
import type { CannedResponse } from '#shared/canned/canned-response.ts';

const save = (name: string, mimeType: string, text: string): void =>
  saveFile(name, { mimeType, bytes: new TextEncoder().encode(text) });

/** Takes the canned responses to a file, and chooses one to take them from. */
export function CannedFiles({
  responses,
  onImport,
}: {
  readonly responses: readonly CannedResponse[];
  readonly onImport: (file: File) => void;
}) {
  const t = useText();
  const none = responses.length === 0;
  return (
    <>
      <FileButton label={t('canned.import')} accept=".csv,.json,text/csv,application/json" onFile={onImport} />
      <Button disabled={none} onClick={() => save('canned-responses.csv', 'text/csv', writeCannedCsv(responses))}>
        {t('canned.export.csv')}
      </Button>
      <Button
        disabled={none}
        onClick={() => save('canned-responses.json', 'application/json', writeCannedJson(responses))}
      >
        {t('canned.export.json')}
      </Button>
    </>
  );
}
