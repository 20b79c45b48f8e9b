/** What happens inside the frame and matters outside. */
export type FrameListeners = {
  readonly onOpen: (target: string) => void;
  /** The real target of the link under the pointer or with the focus; null when there is none any more. */
  readonly onPoint: (target: string | null) => void;
  readonly onHeight: (height: number) => void;
};

/** Keys that the frame itself needs: moving the focus, and selecting and copying text. */
const OWN_KEYS = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/** Listens inside a frame until the returned function is called. Scripts never run there; these are the page's listeners. */
export function listenToFrame(element: HTMLIFrameElement, document: Document, listeners: FrameListeners): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const targetOf = (event: Event): string | null => {
    const node = event.target;
    const link = isElement(node) ? node.closest<HTMLElement>('[data-target]') : null;
    return link?.dataset.target ?? null;
  };
  const open = (event: Event): void => {
    const target = targetOf(event);
    if (target === null) return;
    event.preventDefault();
    listeners.onOpen(target);
  };
  document.addEventListener('click', open, { signal });
  document.addEventListener(
    'auxclick',
    (event) => {
      if (event.button === 1) open(event);
    },
    { signal },
  );
  for (const type of ['dragstart', 'dragover', 'drop', 'submit'] as const) {
    document.addEventListener(type, (event) => event.preventDefault(), { signal });
  }
  for (const type of ['mouseover', 'focusin'] as const) {
    document.addEventListener(type, (event) => listeners.onPoint(targetOf(event)), { signal });
  }
  for (const type of ['mouseleave', 'focusout'] as const) {
    document.addEventListener(type, () => listeners.onPoint(null), { signal });
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && targetOf(event) !== null) open(event);
      else if (!OWN_KEYS.has(event.key)) forwardKey(element, event);
    },
    { signal },
  );
  const resize = new ResizeObserver(() => listeners.onHeight(heightOf(document)));
  resize.observe(document.body);
  return () => {
    stop.abort();
    resize.disconnect();
  };
}

/** Elements of the frame are not instances of this window's `Element`. */
const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'closest' in target && typeof target.closest === 'function';

/** A key pressed inside the frame reaches the page as if it had been pressed on the frame. */
function forwardKey(element: HTMLIFrameElement, event: KeyboardEvent): void {
  const copy = new KeyboardEvent(event.type, {
    key: event.key,
    code: event.code,
    location: event.location,
    ctrlKey: event.ctrlKey,
    shiftKey: event.shiftKey,
    altKey: event.altKey,
    metaKey: event.metaKey,
    repeat: event.repeat,
    isComposing: event.isComposing,
    modifierAltGraph: event.getModifierState('AltGraph'),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  if (!element.dispatchEvent(copy)) event.preventDefault();
}

export const heightOf = (document: Document): number => Math.ceil(document.body.getBoundingClientRect().height);
