/** The notes of the shown call, and its wrap-up once it has ended. */
export function CallDrawer() {
  return null;
}
