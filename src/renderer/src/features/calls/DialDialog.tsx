/** Calls a number that is typed. */
export function DialDialog() {
  return null;
}
