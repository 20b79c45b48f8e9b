/** All calls that are known here. */
export function CallLogPanel() {
  return null;
}
