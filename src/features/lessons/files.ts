import { saveFile } from '../../ui/save-file.ts';

/** Hands a text to the browser as a file to be saved. */
export const saveText = (name: string, text: string, type: string): void => saveFile(name, text, type);

/** A name for a file that every system takes: what stands in the title, without what systems forbid. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|.]+/gu, ' ')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 60);
  return `${plain === '' ? 'isnad' : plain}.${ending}`;
}
