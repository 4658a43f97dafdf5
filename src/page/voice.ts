/** Reading aloud with a voice of the browser's own. Nothing leaves the device unless that voice itself is remote. */

const synthesis = (): SpeechSynthesis | null =>
  typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined' ? null : speechSynthesis;

/** An Arabic voice, one that lives on the device before others; null where there is none (yet). */
export function arabicVoice(): SpeechSynthesisVoice | null {
  const voices = synthesis()
    ?.getVoices()
    .filter(({ lang }) => /^ar\b/i.test(lang.replace('_', '-')));
  return voices?.find(({ localService }) => localService) ?? voices?.[0] ?? null;
}

/** Tells when voices come: browsers fetch their list after the page is there. Returns how to stop. */
export function watchVoices(onChange: () => void): () => void {
  const known = synthesis();
  // Safari before 16 has no such event.
  known?.addEventListener?.('voiceschanged', onChange);
  return () => known?.removeEventListener?.('voiceschanged', onChange);
}

/** Slower than the voice's own pace: it is for learners. */
const RATE = 0.85;

/** Reads a text in place of what is being read. `onEnd` is told once, whether it was read to its end, stopped or failed. */
export function speak(text: string, onEnd: () => void): void {
  const known = synthesis();
  const voice = arabicVoice();
  if (!known || !voice) return onEnd();
  known.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = RATE;
  words.addEventListener('end', onEnd, { once: true });
  words.addEventListener('error', onEnd, { once: true });
  known.speak(words);
}

/** Whoever is reading stops. */
export const hush = (): void => synthesis()?.cancel();
