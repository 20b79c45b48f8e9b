import { ipcRenderer } from 'electron';

// The page's end of the link, and nothing else. Only this page's own origin may take it.
ipcRenderer.on('holdfast:port', (event) => {
  window.postMessage({ type: 'holdfast:port' }, window.location.origin, [...event.ports]);
});
