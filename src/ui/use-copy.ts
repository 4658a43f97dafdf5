import { type RefObject, useState } from 'react';

/** What became of the last press on "copy"; null before it and after the text has changed. */
export type Copied = 'copied' | 'refused' | null;

/**
 * Copies the text that the box shows. Where the browser refuses, the text in the box is selected, to be copied by hand.
 */
export function useCopy(text: string, box: RefObject<HTMLTextAreaElement | null>) {
  const [last, setLast] = useState<{ readonly text: string; readonly became: Copied } | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, became: 'copied' });
    } catch {
      setLast({ text, became: 'refused' });
      box.current?.focus();
      box.current?.select();
    }
  };
  return { copied: last?.text === text ? last.became : null, copy: () => void copy() };
}
