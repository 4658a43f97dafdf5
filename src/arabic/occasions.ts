/** Events and works by the word before their name: قمة كوبنهاغن, الانتخابات الرئاسية, اتفاق باريس; and names in marks after what they are: صحيفة «فوكوس». */
import type { EntityType } from '../core/article/article.ts';
import { wordSet } from './characters.ts';
import { classWords } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { nisbas, remembered } from './vocabulary.ts';

/** Before the name of a place. */
const EVENTS = wordSet('قمة معركة غزو مفاوضات مجزرة مذبحة أزمة حرب ثورة انتفاضة كارثة زلزال مونديال أولمبياد');
const WORKS = wordSet('اتفاق اتفاقية إعلان معاهدة ميثاق بروتوكول وثيقة');
/** Before a nationality that agrees. */
const DEFINITE = wordSet('الأزمة الحرب الثورة القمة الانتفاضة الدوري');
const NATIONAL = wordSet('العربية الإسلامية الخليجية الأفريقية الإفريقية الأوروبية المغاربية المالية');
const BALLOTS = wordSet('الرئاسية البرلمانية البلدية التشريعية النصفية المحلية النيابية الجماعية الجهوية التمهيدية');
const BOOKS = wordSet(
  'كتاب كتابه كتابها رواية روايته روايتها فيلم فيلمه مسلسل ديوان ديوانه قصيدة قصيدته مسرحية أغنية أغنيته ألبوم الكتاب الرواية الفيلم أغنيتها',
);
const OUTLETS: ReadonlySet<string> = new Set([
  ...classWords,
  ...wordSet('معهد مجلس نقابة حركة حزب مؤسسة مركز بنك مصرف مليشيا ميليشيا كتائب لواء جمعية ائتلاف تكتل جبهة مكتب'),
]);
const FUSED = /^(?:[وفبلك]|وب|ول)(?=.{3})/;

const heads = [EVENTS, WORKS, DEFINITE, OUTLETS, BOOKS];
const opens = remembered(
  (word) =>
    word.endsWith('انتخابات') ||
    heads.some(
      (known) => known.has(word) || known.has(word.replace(FUSED, '')) || known.has(word.replace(/^[وفبك](?=ال)/, '')),
    ),
);

/** Puts each event of the text. */
export function findOccasions(
  reading: Reading,
  taken: Uint8Array,
  nameAt: (at: number) => Name | null,
  put: (name: Name) => boolean,
): void {
  const word = (at: number) => reading.word(at);
  const over = (from: number, to: number, skip: number, type: EntityType) => {
    taken.fill(0, from, to);
    put({ from, to, skip, type, by: 'head' });
  };
  const plainPlace = (at: number) => {
    const name = nameAt(at);
    // إعلان الغرب: what the West declared.
    return name?.type === 'place' && name.from === at && name.skip === 0 && word(at) !== 'الغرب';
  };
  for (let i = 0; i + 1 < taken.length; i++) {
    const here = word(i);
    if (here === '') continue;
    // Most words open nothing.
    if (!opens(here)) continue;
    const next = word(i + 1);
    const bare = here.replace(FUSED, '');
    const skip = (known: ReadonlySet<string>) =>
      known.has(here) ? 0 : known.has(bare) ? here.length - bare.length : -1;
    if (next !== '' && reading.joined(i + 1) && (!taken[i] || nameAt(i)?.type === 'event')) {
      const event = skip(EVENTS);
      const work = skip(WORKS);
      if ((event >= 0 || work >= 0) && plainPlace(i + 1)) {
        let to = i + 2;
        while (nameAt(to) !== null && nameAt(to) === nameAt(i + 1)) to++;
        over(i, to, Math.max(event, work), event >= 0 ? 'event' : 'work');
        continue;
      }
      const definite = here.replace(/^[وفبك](?=ال)/, '');
      const attached = here.length - definite.length;
      if (DEFINITE.has(definite) && (nisbas.has(next) || NATIONAL.has(next)) && next.startsWith('ال')) {
        if (next.endsWith('ه') === (definite !== 'الدوري')) {
          let to = i + 2;
          if (definite === 'الدوري') while (/^(?:الممتاز|للمحترفين|الاول)$/.test(word(to))) to++;
          over(i, to, attached, 'event');
          continue;
        }
      }
      if (/^(?:[وفب]?ال|لل)انتخابات$/.test(here) && BALLOTS.has(next)) {
        let to = i + 2;
        if (nisbas.has(word(to)) && word(to).endsWith('ه')) to++;
        over(i, to, here.startsWith('لل') ? 0 : attached, 'event');
        continue;
      }
    }
    // صحيفة «…», كتاب «…»: whatever stands in the marks.
    const type: EntityType | null =
      OUTLETS.has(here) || OUTLETS.has(bare) ? 'organization' : BOOKS.has(here) || BOOKS.has(bare) ? 'work' : null;
    const pair = reading.layout.quoted[reading.layout.inside[i + 1] ?? -1];
    if (type === null || !pair || pair.open !== i + 1 || !pair.closed) continue;
    const length = pair.close - pair.open - 1;
    if (length < 1 || length > (type === 'work' ? 8 : 5)) continue;
    over(pair.open + 1, pair.close, 0, type);
    i = pair.close;
  }
}
