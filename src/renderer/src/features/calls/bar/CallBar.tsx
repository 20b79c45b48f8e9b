/** Who is on the line, since when, and what can be done with the call. */
export function CallBar() {
  return null;
}
