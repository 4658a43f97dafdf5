/** Works by the word before their name: القانون رقم 89.13, قانون مكافحة الإرهاب, اتفاقية حقوق الطفل, جائزة محمود درويش. */
import { cliticsBefore } from './attached.ts';
import { key, wordSet } from './characters.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { construct, tail } from './tails.ts';
import { remembered } from './vocabulary.ts';

/** What has a number: القانون رقم 12, القرار 1701. */
const NUMBERED = wordSet('القانون قانون المرسوم مرسوم الظهير ظهير القرار قرار اللائحة الأمر');
/** Between such a word and رقم. */
const BETWEEN = wordSet(
  'الشريف التنظيمي الاتحادي الملكي الرئاسي الأممي الإطار إطار بقانون الوزاري مجلس الأمن الدولي التشريعي الأساسي العضوي',
);
/** Named by what they are about. */
const ABOUT = wordSet('قانون اتفاقية معاهدة ميثاق بروتوكول مدونة');
/** Not what a law or a treaty is called by. */
const NO_SUBJECT = wordSet('الغاب الدولة البلاد الطرفين البلدين الجديد الحالي');
const PRIZE = key('جائزة');
const HONOURS = wordSet('الملك الأمير الأميرة الشيخ السلطان الرئيس');

const known = (rest: string) => NUMBERED.has(rest) || ABOUT.has(rest) || rest === PRIZE;
/** How many letters are attached before such a word, none where the ل has swallowed the alif; -1 for any other. */
const skipOf = remembered((word) =>
  word.startsWith('لل') && NUMBERED.has(`ا${word.slice(1)}`) ? 0 : cliticsBefore(word, known),
);

/** Puts each law, treaty and prize that the word before its name tells. */
export function findLaws(
  reading: Reading,
  taken: Uint8Array,
  nameAt: (at: number) => Name | null,
  replace: (name: Name) => boolean,
): void {
  const word = (at: number) => reading.follower(at);
  const over = (from: number, to: number, skip: number) => {
    replace({ from, to, skip, type: 'work', by: 'head' });
  };
  /** The number that a law has, after other words of its name; -1 for none. */
  const numbered = (at: number, head: string): number => {
    let to = at + 1;
    while (to - at < 5 && BETWEEN.has(word(to))) to++;
    const told = word(to) === 'رقم' || word(to) === 'عدد' ? to + 1 : to;
    const number = reading.tokens[told];
    if (number?.kind !== 'number' || !reading.joined(told)) return -1;
    // القرار 1701; قرار 3 دول is none.
    if (told === to && !(head === 'القرار' ? number.key.length > 2 : to - at > 2 && number.key.length > 2)) return -1;
    return told + 1;
  };
  for (let i = 0; i + 1 < taken.length; i++) {
    const here = reading.word(i);
    if (here === '' || (taken[i] && nameAt(i)?.type !== 'work')) continue;
    const skip = skipOf(here);
    if (skip < 0) continue;
    const fused = skip === 0 && here.startsWith('لل');
    const head = fused ? `ا${here.slice(1)}` : here.slice(skip);
    if (NUMBERED.has(head)) {
      const to = numbered(i, head);
      if (to > 0) {
        over(i, to, skip);
        i = to - 1;
        continue;
      }
    }
    if (taken[i]) continue;
    if (ABOUT.has(head)) {
      const end = construct(reading, taken, i + 1);
      if (end === i + 1 || NO_SUBJECT.has(word(i + 1))) continue;
      const to = tail(reading, taken, end);
      over(i, to, skip);
      i = to - 1;
    } else if (head === PRIZE) {
      const from = HONOURS.has(word(i + 1)) ? i + 2 : i + 1;
      const name = taken[from] && reading.joined(from) ? nameAt(from) : null;
      if (name?.type !== 'person' || name.from !== from || name.skip > 0) continue;
      const to = tail(reading, taken, name.to);
      over(i, to, skip);
      i = to - 1;
    }
  }
}
