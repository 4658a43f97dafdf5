/** Hands a text, bytes or a blob to the browser as a file to be saved; `type` is the kind of what is no blob. Throws where the browser cannot. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer> | Blob, type = ''): void {
  const file =
    content instanceof Blob
      ? content
      : new Blob([content], { type: typeof content === 'string' ? `${type};charset=utf-8` : type });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers read the file only after the click was answered.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
