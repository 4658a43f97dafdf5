/** Absolute dates: years and ranges of years, months with what stands before and after: 25 يناير 2011, الرابع من مايو, آب / أغسطس, صيف 2005, 2020-2021. */
import { wordSet } from './characters.ts';
import { months } from './lexicon/function-words.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';

const DOUBTFUL = new Set(['ربيع', 'جمادي', 'صفر', 'جوان', 'ماي', 'محرم', 'رجب', 'شعبان', 'رمضان', 'شوال']);

/** آب is أب and a pick-up too: a month behind one of these. */
const BEFORE_AB = wordSet('في منذ حتى خلال شهر بحلول مطلع منتصف نهاية بداية أوائل أواخر من إلى');
const ORDINALS = wordSet(
  'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي العشرين الثلاثين والعشرين والثلاثين عشر',
);
const SEASONS = wordSet('صيف شتاء ربيع خريف');

/** Puts each absolute date, with the day and the year that stand beside it. */
export function findDates(reading: Reading, put: (name: Name) => boolean): void {
  const { tokens } = reading;
  const word = (at: number) => reading.word(at);
  const number = (at: number, shape: RegExp) => tokens[at]?.kind === 'number' && shape.test(tokens[at]?.key ?? '');
  const year = (at: number) => number(at, /^(?:1[3489]|20)\d\d$/);
  const day = (at: number) => number(at, /^\d{1,2}$/);
  const month = (at: number): number => {
    const here = word(at);
    if (here === '') return 0;
    const next = word(at + 1);
    if ((here === 'تشرين' || here === 'كانون') && /^ال(?:اول|ثاني)$/.test(next)) return 2;
    if ((here === 'ربيع' || here === 'جمادي') && /^ال(?:اول|ثاني|اخر|اولي|اخره)$/.test(next)) return 2;
    if (!months.has(here)) return 0;
    if (here === 'اب')
      return day(at - 1) ||
        year(at + 1) ||
        BEFORE_AB.has(word(at - 1)) ||
        /^[/(]$/.test(tokens[at + 1]?.key ?? '') ||
        /^[/(]$/.test(tokens[at - 1]?.key ?? '')
        ? 1
        : 0;
    // رجب and شعبان are names, جوان too: a month beside a number or the word شهر.
    return !DOUBTFUL.has(here) || day(at - 1) || year(at + 1) || word(at - 1).endsWith('شهر') ? 1 : 0;
  };
  for (let i = 0; i < tokens.length; i++) {
    const plain = month(i);
    const clitic =
      plain === 0 &&
      word(i).length > 4 &&
      /^[وفبل]/.test(word(i)) &&
      months.has(word(i).slice(1)) &&
      !DOUBTFUL.has(word(i).slice(1))
        ? 1
        : 0;
    const length = plain || clitic;
    if (length > 0) {
      let to = i + length;
      for (;;) {
        const sign = tokens[to]?.key;
        const second = month(to + 1);
        if ((sign === '/' || sign === '-') && second > 0) to += 1 + second;
        else if (sign === '(' && second > 0 && tokens[to + 1 + second]?.key === ')') to += 2 + second;
        else break;
      }
      if (year(to)) to++;
      else if ((word(to) === 'عام' || word(to) === 'سنه' || word(to) === 'من') && year(to + 1)) to += 2;
      // هـ and م behind the year are of the date.
      if (year(to - 1) && /^[هم]$/.test(word(to)) && reading.sameLine(to - 1, to)) to++;
      let first = clitic > 0 ? i : day(i - 1) ? i - 1 : word(i - 1) === 'من' && day(i - 2) ? i - 2 : i;
      // في الرابع من أبريل, الحادي عشر من سبتمبر.
      if (clitic === 0 && first === i && word(i - 1) === 'من' && ORDINALS.has(word(i - 2)))
        first = ORDINALS.has(word(i - 3)) && !ORDINALS.has(word(i - 4)) ? i - 3 : i - 2;
      put({ from: first, to, skip: clitic, type: 'date', by: 'pattern' });
      i = to - 1;
    } else if (
      number(i, /^(?:1[89]|20)\d\d[-/](?:\d\d|(?:1[89]|20)\d\d)$/) ||
      (year(i) &&
        (/^1[89]|^20/.test(tokens[i]?.key ?? '') || word(i + 1) === 'ه' || /^(?:عام|سنه|العام)$/.test(word(i - 1))))
    ) {
      // صيف 2005, وصيف عام 2021.
      const at = word(i - 1) === 'عام' ? i - 2 : i - 1;
      const season = word(at);
      const clear = SEASONS.has(season) ? 0 : /^[وفبل]/.test(season) && SEASONS.has(season.slice(1)) ? 1 : -1;
      put({ from: clear >= 0 ? at : i, to: i + 1, skip: Math.max(clear, 0), type: 'date', by: 'pattern' });
    } else if (/^[وفبل](?:1[89]|20)\d\d$/.test(word(i))) {
      // و2007: written as one word.
      put({ from: i, to: i + 1, skip: 1, type: 'date', by: 'pattern' });
    } else if (number(i, /^\d{1,2}[/-]\d{1,2}[/-](?:\d\d|\d{4})$/))
      put({ from: i, to: i + 1, skip: 0, type: 'date', by: 'pattern' });
  }
}
