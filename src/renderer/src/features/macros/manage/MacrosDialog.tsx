import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { type MacroImport, readMacroFile } from '#shared/macros/macro-file.ts';
import { unreadableFileText } from '#shared/macros/problem-text.ts';
import { draftOf, freshDraft, type MacroDraft } from './draft.ts';
import { FromLast } from './FromLast.tsx';
import { ImportMacros } from './ImportMacros.tsx';
import { MacroBuilder } from './MacroBuilder.tsx';
import { MacroList } from './MacroList.tsx';

type Place =
  | { readonly at: 'list' }
  | { readonly at: 'builder'; readonly begins: MacroDraft; readonly fresh: boolean }
  | { readonly at: 'import'; readonly name: string; readonly file: MacroImport };

/** No file of macros is larger, in bytes. */
const LARGEST = 20_000_000;

const close = (): void => show({ dialog: null });

/** The agent's own macros: listed, made, changed, given away and taken in. `fromLast` begins with what was done last. */
export function MacrosDialog({ fromLast }: { readonly fromLast: boolean }) {
  const t = useText();
  const desk = useDesk();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const [place, setPlace] = useState<Place>({ at: 'list' });
  const toList = (): void => setPlace({ at: 'list' });
  const read = async (file: File): Promise<string | null> => {
    const { entries } = await desk.ownMacros();
    const found = readMacroFile(file.size > LARGEST ? '' : await file.text(), { mine: entries, accounts });
    if (!found.ok) return unreadableFileText(t, found.error);
    setPlace({ at: 'import', name: file.name, file: found.value });
    return null;
  };
  if (fromLast) return <FromLast onClose={close} />;
  switch (place.at) {
    case 'builder':
      return <MacroBuilder begins={place.begins} fresh={place.fresh} onClose={toList} />;
    case 'import':
      return <ImportMacros name={place.name} file={place.file} onClose={toList} />;
    case 'list':
      return (
        <MacroList
          onEdit={(macro, typed) =>
            setPlace({ at: 'builder', begins: macro ? draftOf(macro) : freshDraft(typed), fresh: macro === null })
          }
          onFile={read}
          onClose={close}
        />
      );
  }
}
