/** Events by the word before their name: مهرجان قرطاج الدولي, كأس إيطاليا, المؤتمر الدولي لسوق العمل, تفجيرات بروكسل, عيد الفصح, اليوم العالمي للمرأة. */
import { cliticsBefore } from './attached.ts';
import { key, wordSet } from './characters.ts';
import { countries } from './lexicon/places.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { construct, tail } from './tails.ts';
import { couldBeName, isEveryday, nisbas, remembered } from './vocabulary.ts';

/** Named by a place or by what they are about. */
const FESTIVALS = wordSet('مهرجان كأس دوري رالي ماراثون');
/** Named by a place only: معرض الرياض للكتاب; معرض الصور is none. */
const PLACED = wordSet('معرض مؤتمر بطولة ملتقى سباق مسابقة موسم أولمبياد دورة');
/** Named by where or when it was, if that is no state: هجوم سالزبري, تفجيرات 11 مارس. */
const ATTACKS = wordSet('هجوم هجمات تفجير تفجيرات اعتداءات اعتداء أحداث اغتيالات');
/** With a word that says how wide: المؤتمر الدولي لسوق العمل. */
const OPEN = wordSet('المؤتمر المهرجان الملتقى المعرض الأسبوع اليوم الصالون البطولة الحوار');
const WIDE = wordSet(
  'الدولي الدولية العالمي العالمية الوطني الوطنية العربي العربية الإقليمي الأفريقي الإفريقي الأوروبي الاستراتيجي الإستراتيجي السنوي الجهوي',
);
/** Feasts, and days of a people. */
const FEASTS = wordSet(
  'الفطر الأضحى الفصح الميلاد النيروز النوروز العمال الاستقلال العرش المرأة الحب الغطاس الشكر الأم الجيش التحرير الثورة المولد الشباب الجلوس الحانوكا الغفران',
);
const DAYS = wordSet('الأرض الاستقلال الجمهورية القدس النكبة الأسير التأسيس المرأة العلم الغفران عرفة النصر');
const countryNames: ReadonlySet<string> = new Set(countries);

const PANDEMIC = key('جائحة');
const heads = (rest: string) =>
  FESTIVALS.has(rest) ||
  PLACED.has(rest) ||
  ATTACKS.has(rest) ||
  OPEN.has(rest) ||
  rest === 'عيد' ||
  rest === 'يوم' ||
  rest === PANDEMIC ||
  rest === 'كوفيد';
/** How many letters are attached before such a word; -1 for any other. */
const skipOf = remembered((word) => cliticsBefore(word, heads));

/** Puts each event that the word before its name tells. */
export function findGatherings(
  reading: Reading,
  taken: Uint8Array,
  nameAt: (at: number) => Name | null,
  replace: (name: Name) => boolean,
): void {
  const word = (at: number) => reading.follower(at);
  const over = (from: number, to: number, skip: number) => {
    replace({ from, to, skip, type: 'event', by: 'head' });
    return to - 1;
  };
  const nameFrom = (at: number): Name | null => {
    const name = taken[at] && reading.joined(at) ? nameAt(at) : null;
    return name !== null && name.from === at && name.skip === 0 ? name : null;
  };
  const plain = ({ from, to }: Name) => Array.from({ length: to - from }, (_, at) => reading.word(from + at)).join(' ');
  for (let i = 0; i + 1 < taken.length; i++) {
    const here = reading.word(i);
    if (here === '' || taken[i]) continue;
    const skip = skipOf(here);
    if (skip < 0) continue;
    const head = here.slice(skip);
    const next = word(i + 1);
    const name = nameFrom(i + 1);
    if (head === 'كوفيد') {
      const dash = reading.tokens[i + 1]?.kind === 'dash' && reading.tokens[i + 2]?.kind === 'number' ? i + 3 : 0;
      const to = dash > 0 ? dash : reading.tokens[i + 1]?.key === '19' ? i + 2 : i + 1;
      i = over(word(i - 1) === PANDEMIC ? i - 1 : i, to, skip);
    } else if (head === PANDEMIC && next === 'كورونا') i = over(i, i + 2, skip);
    else if ((head === 'عيد' && FEASTS.has(next)) || (head === 'يوم' && DAYS.has(next))) {
      const agrees = nisbas.has(word(i + 2)) && word(i + 2).startsWith('ال');
      i = over(i, head === 'يوم' && next === 'الجمهوريه' && agrees ? i + 3 : i + 2, skip);
    } else if (ATTACKS.has(head)) {
      if (name === null || !(name.type === 'place' || name.type === 'date' || name.type === 'event')) continue;
      if (name.type === 'place' && (countryNames.has(plain(name)) || /^(?:علي|ضد|في)$/.test(word(name.to)))) continue;
      // أحداث 11 سبتمبر; اعتداء 18 مارس is one of that day.
      if (name.type === 'date' && (name.to - name.from < 2 || !/ات$|^احداث$/.test(head))) continue;
      i = over(i, name.to, skip);
    } else if (FESTIVALS.has(head) || PLACED.has(head)) {
      if (
        name?.type === 'place' ||
        (name !== null && FESTIVALS.has(head) && name.type !== 'date' && name.type !== 'work')
      )
        i = over(i, tail(reading, taken, name.to), skip);
      else if (FESTIVALS.has(head) && name === null) {
        const end = construct(reading, taken, i + 1);
        const stranger =
          end === i + 1 && next.length > 3 && !taken[i + 1] && !isEveryday(next) && couldBeName(next) && head !== 'كاس';
        if (end > i + 1 || stranger) i = over(i, tail(reading, taken, stranger ? i + 2 : end), skip);
      }
    } else if (OPEN.has(head) && WIDE.has(next) && !taken[i + 1]) {
      const to = tail(reading, taken, i + 2);
      // المؤتمر الوطني alone is a party as often: what it is for must be told.
      let told = false;
      for (let at = i + 2; at < to; at++) told ||= reading.word(at).startsWith('ل');
      if (told) i = over(i, to, skip);
      else if (head === 'الحوار' || head === 'اليوم') i = over(i, i + 2, skip);
    }
  }
}
