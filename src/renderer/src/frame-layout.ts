import type { Settings } from '#shared/settings/settings.ts';

export const PANE_LIMITS = {
  views: { min: 180, max: 320 },
  list: { min: 360, max: 420 },
  facts: { min: 240, max: 420 },
} as const;

export type FrameLayout = {
  /** Only icons, for room or by choice. */
  readonly viewsIcons: boolean;
  readonly onePane: boolean;
};

export type Room = { readonly below1200: boolean; readonly below760: boolean };

export const layoutOf = (panes: Settings['panes'], room: Room): FrameLayout => ({
  viewsIcons: !room.below760 && (room.below1200 || panes.viewsCollapsed),
  onePane: room.below760,
});

/** Which pane a window with room for one shows. */
export const onePaneOf = (state: {
  readonly viewsOnTop: boolean;
  readonly showsConversation: boolean;
}): 'views' | 'list' | 'conversation' =>
  state.viewsOnTop ? 'views' : state.showsConversation ? 'conversation' : 'list';
