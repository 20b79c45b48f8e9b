import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import type { Settings } from '#shared/settings/settings.ts';

/** Settings that are kept as one: changed at once here, and then for good. `isRefused`: the last change could not be kept. */
export function useSettingsPart<Name extends 'calls' | 'metrics'>(name: Name, onSaved: () => void = () => undefined) {
  const desk = useDesk();
  const part = useDeskState((state) => state.settings[name]);
  const [isRefused, setRefused] = useState(false);
  const change = (changed: Partial<Settings[Name]>): void => {
    // What is typed next may be changed before the answer to this has come.
    const next = { ...useDeskState.getState().settings[name], ...changed };
    useDeskState.setState(({ settings }) => ({ settings: { ...settings, [name]: next } }));
    void desk.saveSettings({ [name]: next }).then((saved) => {
      setRefused(!saved.ok);
      onSaved();
    });
  };
  return { part, change, isRefused };
}
