import { afterEach, expect, it, vi } from 'vitest';
import { createElectronStandIn } from '../../../../support/electron-stand-in.ts';

afterEach(() => vi.unstubAllGlobals());

it('passes the port on to its own origin alone, and nothing else to anybody', async () => {
  const electron = createElectronStandIn();
  vi.resetModules();
  vi.doMock('electron', () => electron);
  const postMessage = vi.fn<typeof window.postMessage>();
  vi.stubGlobal('window', { location: { origin: 'app://holdfast' }, postMessage });
  await import('../../../../../src/preload/index.ts');
  expect(electron.ipcRenderer.eventNames()).toEqual(['holdfast:port']);
  expect(postMessage).not.toHaveBeenCalled();
  const { port2 } = new electron.MessageChannelMain();
  electron.ipcRenderer.emit('holdfast:port', { ports: [port2], sender: 'not for the page' }, 'nor this');
  expect(postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'holdfast:port' }, 'app://holdfast', [port2]);
});
