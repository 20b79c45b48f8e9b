/** Offers bytes as a download. A type that a browser would run or render is saved as plain bytes. */
export function saveFile(name: string, file: { readonly mimeType: string; readonly bytes: Uint8Array }): void {
  const inert = /^(?:image\/(?:png|jpe?g|gif|webp)|application\/pdf|text\/plain)$/i.test(file.mimeType);
  const url = URL.createObjectURL(
    new Blob([file.bytes.slice()], { type: inert ? file.mimeType : 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its reference by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
