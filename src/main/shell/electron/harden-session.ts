import type { Session } from 'electron';
import { isOwnOrigin, PAGE_URL } from './app-origin.ts';

/** All that the page may ask for: to put text on the clipboard. (It asks that its database be kept in browsers only.) */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Attachments are saved from bytes that the page already holds, so a download from anywhere else is nobody's wish. */
const OWN_BLOBS = `blob:${PAGE_URL}`;

/** Denies every permission but that, every device, and every download but the page's own blobs. */
export function hardenSession(session: Session, platform: NodeJS.Platform): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(ALLOWED.has(permission) && isOwnOrigin(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => ALLOWED.has(permission) && isOwnOrigin(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(OWN_BLOBS)) event.preventDefault();
  });
  // Elsewhere the checker fetches its dictionaries from Google's servers. The other documented way out is to host them ourselves
  // (electronjs.org/docs/latest/tutorial/spellchecker); macOS checks with a dictionary of its own.
  if (platform !== 'darwin') session.setSpellCheckerEnabled(false);
}
