import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { CommandContext } from '#shared/commands/catalogue.ts';
import { show, useInterface } from '../state/interface-state.ts';
import { forgetTypedAhead, isFieldComing, typeAhead, watchForFields } from '../state/typed-ahead.ts';
import { MODIFIERS } from './chord.ts';
import { createKeyDispatcher } from './dispatch.ts';
import type { Keymap } from './keymap.ts';
import { useCommands } from './use-command.tsx';

type Keys = { readonly keymap: Keymap; readonly mac: boolean };
const KeysContext = createContext<Keys | null>(null);

/** The keys there are, and whether Mod is Cmd. */
export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('useKeys outside of KeyProvider');
  return keys;
}

/** Runs commands by key anywhere in the window. */
export function KeyProvider({
  keymap,
  mac,
  children,
}: {
  readonly keymap: Keymap;
  readonly mac: boolean;
  readonly children: ReactNode;
}) {
  const registry = useCommands();
  const dispatcher = useMemo(
    () =>
      createKeyDispatcher({
        keymap,
        registry,
        mac,
        onPending: (pendingKeys) => show({ pendingKeys }),
        after: (ms, run) => {
          const timer = window.setTimeout(run, ms);
          return () => window.clearTimeout(timer);
        },
      }),
    [keymap, registry, mac],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (isTypedAhead(event)) {
        typeAhead(event.key === 'Enter' ? '\n' : event.key);
        return event.preventDefault();
      }
      const place = placeOf(event.target, event.key);
      if (place && !MODIFIERS.includes(event.key) && !editsText(event)) forgetTypedAhead();
      if (place && dispatcher.press(event, place)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('blur', dispatcher.cancel);
    const unwatch = watchForFields();
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('blur', dispatcher.cancel);
      unwatch();
      dispatcher.cancel();
    };
  }, [dispatcher]);
  const keys = useMemo(() => ({ keymap, mac }), [keymap, mac]);
  return <KeysContext value={keys}>{children}</KeysContext>;
}

const isScrollKey = (key: string): boolean => /^(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown| )$/.test(key);
const CONTROLS =
  'button, a[href], summary, select, [role="button"], [role="menuitem"], [role="option"], [role="tab"], [role="checkbox"], [role="switch"], [role="radio"], [role="separator"]';

const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** Whether letters that are pressed there are written. */
export const isEditable = (element: Element | null): boolean => element?.closest(EDITABLE) != null;
/** What lies over the panes, and has its own keys. */
const OVER = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** A letter or Enter for what opens but has not got the focus yet: it must not be lost, nor be taken for a command. */
function isTypedAhead({ key, ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  if (!isFieldComing()) return false;
  if (!/^(.|Enter)$/u.test(key) || ctrlKey || metaKey || altKey || isComposing) return false;
  return !(target instanceof Element) || target.closest(`${EDITABLE}, ${OVER}`) === null;
}

/** Moves or changes what is in a field: pressed before the field is there, it does not make commands of the letters behind it. */
const editsText = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  /^(Arrow(Left|Right)|Home|End|Backspace|Delete)$/.test(key) || ((ctrlKey || metaKey) && /^[acvxyz]$/i.test(key));

/** Where a press happened; null where keys belong to what has the focus: dialogs, menus, and Enter on a button. */
function placeOf(target: EventTarget | null, key: string) {
  const element = target instanceof Element ? target : document.body;
  const { dialog, picker, menu, openTicketId, openArticle, openFigure, place } = useInterface.getState();
  if (dialog !== null || picker !== null || menu !== null || element.closest(OVER)) return null;
  const editing = isEditable(element);
  if (!editing && (key === 'Enter' || key === ' ') && element.closest(CONTROLS)) return null;
  const pane = element.closest('[data-context]')?.getAttribute('data-context') ?? null;
  if (isScrollKey(key) && pane !== 'list' && pane !== null) return null;
  const open: readonly CommandContext[] = [
    ...(openTicketId !== null ? (['ticket'] as const) : []),
    ...(place === 'knowledge' && openArticle !== null ? (['article'] as const) : []),
  ];
  // Beside its list a figure is no ticket: the keys are the list's.
  const isFigure = place === 'metrics' && openFigure !== null && openTicketId === null;
  const contexts: readonly CommandContext[] =
    pane === 'composer'
      ? ['composer', ...open]
      : pane === 'list'
        ? ['list', ...open]
        : pane === null || isFigure
          ? [...open, 'list']
          : open;
  return { contexts, editing };
}
