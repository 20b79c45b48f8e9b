import { type CommandRegistry, createCommandRegistry } from '../../src/renderer/src/commands/registry.ts';
import { mountApp } from '../../src/renderer/src/mount-app.tsx';
import type { Panes } from '../../src/renderer/src/panes.ts';
import { initialDeskState, useDeskState } from '../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../src/renderer/src/state/interface-state.ts';
import type { Desk } from '../../src/renderer/src/store/desk-api.ts';
import { createSampleDesk, type SampleDesk, type SampleDeskOptions } from './sample-desk.ts';
import { standInPanes } from './stand-in-panes.tsx';

export type MountedApp = {
  readonly desk: SampleDesk;
  readonly close: () => void;
};

/** The whole window on a sample desk, with the state that a fresh window has. */
export function mountedApp(
  options: SampleDeskOptions = {},
  panes: Panes = standInPanes,
  registry: CommandRegistry = createCommandRegistry(),
): MountedApp {
  const desk = createSampleDesk(options);
  return { desk, close: mountOn(desk, panes, registry) };
}

/** The same on any desk; returns how to take it away again. */
export function mountOn(
  desk: Desk,
  panes: Panes,
  registry: CommandRegistry = createCommandRegistry(),
  now: () => number = Date.now,
): () => void {
  useInterface.setState(useInterface.getInitialState(), true);
  useDeskState.setState(initialDeskState(), true);
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  const unmount = mountApp(root, { desk, panes, registry, now, mac: false });
  return () => {
    unmount();
    root.remove();
  };
}
