/**
 * Nouns of speech that report with the one who speaks right after them: بعد إعلان الحكومة رفع الأجور, رغم تحذير الأمم المتحدة من.
 *
 * A line: nouns | lemma of their verb | class | what joins them to what was said: `c` a clause with أنّ, `n` a bare noun phrase, `o` somebody and
 * then a preposition, prepositions by name.
 */
import type { VerbClass } from '../../core/quotation/quotation.ts';
import { key, wordSet } from '../characters.ts';

export interface SpeechAct {
  readonly lemma: string;
  readonly class: VerbClass;
  readonly clause: boolean;
  readonly bare: boolean;
  readonly object: boolean;
  /** Folded; `ب` stands for the attached one. */
  readonly prepositions: readonly string[];
}

const ACTS = `
إعلان إعلانات|أعلن|announce|c n عن
تأكيد تأكيدات|أكّد|assert|c n على
نفي|نفى|deny|c n
إنكار|أنكر|deny|c n
رفض|رفض|deny|n
تحذير تحذيرات|حذّر|warn|c من
إنذار إنذارات|أنذر|warn|ب
تهديد تهديدات|هدّد|warn|ب
توعد|توعّد|warn|ب o
تلويح|لوّح|warn|ب
تلميح تلميحات|لمّح|point|إلى
إشارة|أشار|point|إلى
تشديد|شدّد|assert|على
زعم مزاعم|زعم|opinion|c
ادعاء ادعاءات|ادّعى|opinion|c
قول أقوال|قال|say|c
تصريح تصريحات|صرّح|say|c
إفادة إفادات|أفاد|say|c
كشف|كشف|announce|c عن
اعتراف اعترافات|اعترف|deny|c ب
إقرار|أقرّ|deny|c ب
تعهد تعهدات|تعهّد|commit|c ب
وعد وعود|وعد|commit|c ب
توقع توقعات|توقّع|opinion|c ب
اعتقاد|اعتقد|opinion|c
اعتبار|اعتبر|opinion|c
تقييم تقدير تقديرات|قدّر|opinion|c
رأي|رأى|opinion|c
توصية توصيات|أوصى|directive|c ب
اقتراح مقترح|اقترح|directive|n c
اتهام|اتّهم|deny|o ب
دعوة|دعا|directive|o إلى
مطالبة|طالب|directive|o ب
حث|حثّ|directive|o على
مناشدة|ناشد|directive|o
تشكيك|شكّك|deny|في
شكوى|شكا|attitude|من
تنديد|ندّد|attitude|ب
ترحيب|رحّب|attitude|ب
إشادة|أشاد|attitude|ب
`;

/** Folded noun, with what may be attached before it → what it reports as: every word of a text is asked for once. */
export const speechActs: ReadonlyMap<string, SpeechAct> = new Map(
  ACTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [nouns = '', lemma = '', name = '', frames = ''] = line.split('|');
      const parts = frames.split(' ');
      const act: SpeechAct = {
        lemma,
        class: name as VerbClass,
        clause: parts.includes('c'),
        bare: parts.includes('n'),
        object: parts.includes('o'),
        prepositions: parts.filter((part) => !/^[cno]$/.test(part)).map(key),
      };
      return nouns
        .split(' ')
        .flatMap((noun) => ['', 'و', 'ف', 'ب', 'ل', 'وب', 'ول'].map((before) => [before + key(noun), act] as const));
    }),
);

/** Those who are warned as often as they warn: تحذير السكان من السيول. */
export const warned = wordSet(
  'السكان المواطنين المواطنون الأهالي الناس المسافرين السائقين المدنيين المتظاهرين العمال الطلاب الأطفال سكان أهالي مواطنين',
);
