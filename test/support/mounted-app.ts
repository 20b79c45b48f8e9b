import { type CommandRegistry, createCommandRegistry } from '../../src/renderer/src/commands/registry.ts';
import { mountApp } from '../../src/renderer/src/mount-app.tsx';
import type { Panes } from '../../src/renderer/src/panes.ts';
import { initialDeskState, useDeskState } from '../../src/renderer/src/state/desk-state.ts';
import { useInterface } from '../../src/renderer/src/state/interface-state.ts';
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
  useInterface.setState(useInterface.getInitialState(), true);
  useDeskState.setState(initialDeskState(), true);
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  const desk = createSampleDesk(options);

  const unmount = mountApp(root, { desk, panes, registry, now: Date.now, mac: false });
  return {
    desk,
    close: () => {
      unmount();
      root.remove();
    },
  };
}
