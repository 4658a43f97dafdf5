/** Hands a file to the browser's downloads. Throws where the browser cannot. */
export function saveFile(name: string, contents: Blob): void {
  const address = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // A download that has begun holds the contents; the browser needs the address only until then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
