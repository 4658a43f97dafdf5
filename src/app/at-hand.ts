/**
 * What answers at a word or at selected words. It does not weigh on the reading path: it is on its way as soon as the page
 * has come to rest, so that it is there when a finger is.
 */
import { fetchWords } from '../i18n/later.ts';
import { part, whenIdle } from '../session/parts.ts';
import { useSession } from '../session/store.ts';

const fetchCard = async () => {
  const [{ WordCard }] = await Promise.all([
    import('./WordCard.tsx'),
    fetchWords('dictionary'),
    fetchWords('wordlist'),
  ]);
  return WordCard;
};
const fetchBar = async () => (await import('../features/reading/PassageBar.tsx')).PassageBar;

export const WordCard = part(fetchCard);
export const PassageBar = part(fetchBar);

/** Sends for both once the page has come to rest. Where they do not come, that is told when they are asked for. */
export async function sendForHands(): Promise<void> {
  await whenIdle();
  await Promise.allSettled([fetchCard(), fetchBar()]);
}

let woken = false;

/**
 * Opens the dictionary for a reader whose finger or mouse has come to the text: that takes a second, which nobody should
 * wait for at their first word. Not where they switched it off, or spare their data.
 */
export async function wakeDictionary(): Promise<void> {
  if (woken || !useSession.getState().settings.words) return;
  woken = true;
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  try {
    const { dictionary } = await import('./dictionary.ts');
    dictionary.wake();
  } catch {
    // That it does not come is told when it is asked for.
  }
}
