/**
 * The doors through which files and words come in from outside: dropped on the page, opened with the app by the system, or
 * shared by another app. Everything is bounded and read as text here; nothing of it is believed.
 */
import { create } from 'zustand';
import { useIncoming } from '../../session/incoming.ts';
import { goToPage, siteFolder } from '../../session/place.ts';
import { linkHere, readShared } from '../../session/shared.ts';

/** An article of 100,000 words with all its annotations takes about 8 MB; a backup may hold several of them. */
export const MOST_BYTES = 64_000_000;
const MOST_FILES = 20;

/** What could not be taken in, and why. */
export interface Refusal {
  readonly name: string;
  readonly why: 'tooLarge' | 'notText' | 'unreadable' | 'tooMany';
}

export const useRefusals = create<{ readonly refusals: readonly Refusal[] }>()(() => ({ refusals: [] }));

/** Takes files in, as text, in their order; what cannot be taken is told in `useRefusals`. */
async function receiveFiles(files: readonly File[]): Promise<void> {
  for (const file of files.slice(0, MOST_FILES)) {
    const text = await readText(file);
    if (typeof text === 'string') useIncoming.getState().add({ name: file.name, text });
    else if (text instanceof Uint8Array) useIncoming.getState().add({ name: file.name, text: '', bytes: text });
    else refuse({ name: file.name, why: text.why });
  }
  const first = files[MOST_FILES];
  if (first) refuse({ name: first.name, why: 'tooMany' });
}

const refuse = (refusal: Refusal): void =>
  useRefusals.setState(({ refusals }) => ({ refusals: [...refusals, refusal] }));

/** Files of these names may be texts in another encoding or shape, for whoever opens texts to tell. */
const MAY_BE_TEXT = /\.(?:txt|html?|docx)$/i;

async function readText(file: File): Promise<string | Uint8Array | Pick<Refusal, 'why'>> {
  if (file.size > MOST_BYTES) return { why: 'tooLarge' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // A folder, or a file that is gone or may not be read.
    return { why: 'unreadable' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Not UTF-8.
  }
  return MAY_BE_TEXT.test(file.name) ? new Uint8Array(bytes) : { why: 'notText' };
}

/** Listens for files dropped anywhere on the page. A drop never leads the page away; what it returns ends it. */
export function watchDrops(): () => void {
  const intoBox = (event: DragEvent) =>
    event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null;
  const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent) => {
    // Words may be dropped into a box; files, and links beside one, are ours.
    if (!bringsFiles(event) && intoBox(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = bringsFiles(event) ? 'copy' : 'none';
  };
  const drop = (event: DragEvent) => {
    // Whoever has a place of its own for files has taken them already.
    if (event.defaultPrevented || (!bringsFiles(event) && intoBox(event))) return;
    event.preventDefault();
    void receiveFiles([...(event.dataTransfer?.files ?? [])]);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}

/** Not in TypeScript's library: Chromium's own. */
interface LaunchQueue {
  readonly setConsumer: (
    consumer: (launch: {
      readonly targetURL?: string | null;
      readonly files?: readonly { readonly getFile: () => Promise<File> }[];
    }) => void,
  ) => void;
}

/** Takes what the system hands to the installed app: files opened with it, and addresses where it was open already. */
export function watchLaunches(): void {
  const queue = (window as { launchQueue?: LaunchQueue }).launchQueue;
  // The launch that opened this page waits in the queue too. It is answered: the reader may have gone on since.
  let opening = performance.getEntriesByType('navigation')[0]?.name;
  queue?.setConsumer(({ targetURL, files = [] }) => {
    const answered = targetURL === opening;
    opening = undefined;
    if (files.length > 0) void receiveHandles(files);
    else if (targetURL && !answered) arrive(new URL(targetURL));
  });
}

async function receiveHandles(handles: readonly { readonly getFile: () => Promise<File> }[]): Promise<void> {
  const files = await Promise.allSettled(handles.map((handle) => handle.getFile()));
  await receiveFiles(files.flatMap((file) => (file.status === 'fulfilled' ? file.value : [])));
  for (const file of files) if (file.status === 'rejected') refuse({ name: '', why: 'unreadable' });
}

function arrive({ origin, pathname, search, hash }: URL): void {
  if (origin !== location.origin || !pathname.startsWith(siteFolder)) return;
  if (takeShared(search)) return;
  // The bare start address only brings the app to the front: the reader stays where they were.
  if (pathname !== siteFolder && pathname + hash !== location.pathname + location.hash) goToPage(pathname + hash);
}

/**
 * Takes in what an address shares: a link into this site is followed, other words are kept. Returns whether there was
 * anything. The words leave the address, so that a reload does not bring them again.
 */
export function takeShared(search: string): boolean {
  const shared = readShared(search);
  if (!shared) return false;
  const link = linkHere(`${shared.text} ${shared.title}`, new URL(siteFolder, location.href).href);
  const text = shared.text === '' ? shared.title : shared.text;
  if (link === null && text !== '') useIncoming.getState().add({ name: shared.title, text, shared: true });
  if (link !== null) goToPage(link, { replace: search === location.search });
  else if (search === location.search) goToPage(location.pathname, { replace: true });
  return true;
}
