/** States by their other names. */
import { key } from '../characters.ts';

/** A line: the name that stands for all, then the others. */
const SAME = `
الولايات المتحدة، الولايات المتحدة الأميركية، الولايات المتحدة الأمريكية، أميركا، أمريكا
المملكة المتحدة، بريطانيا، بريطانيا العظمى
السعودية، المملكة العربية السعودية، العربية السعودية
الإمارات، الإمارات العربية المتحدة، دولة الإمارات، دولة الإمارات العربية المتحدة
إيران، الجمهورية الإسلامية الإيرانية
قطر، دولة قطر
الكويت، دولة الكويت
البحرين، مملكة البحرين
روسيا، روسيا الاتحادية، الاتحاد الروسي
الصين، جمهورية الصين الشعبية
`;

const folded = (words: string) => words.trim().split(/\s+/).map(key).join(' ');

/** The one name of a state, folded, for each of its names. */
export const sameState: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split('،').map(folded);
      return names.map((name): [string, string] => [name, names[0] as string]);
    }),
);
