/**
 * The rules by which a word is taken apart, as a reader is told them. Each has an example (a word and the lemma, without marks,
 * that the rule leads to) and a refusal (a word in whose best reading the rule must have no part); rules.test.ts runs both.
 */
import type { Bilingual } from '../../core/bilingual.ts';

export interface Rule {
  readonly told: Bilingual;
  readonly example: readonly [word: string, lemma: string];
  readonly refusal: string;
}

const rule = (en: string, ar: string, word: string, lemma: string, refusal: string): Rule => ({
  told: { en, ar },
  example: [word, lemma],
  refusal,
});

export const RULES = {
  spelling: rule(
    'The spelling differs from the usual one: hamza, ى and ي, or ة and ه are read loosely.',
    'كُتبت الكلمة بغير رسمها المعتاد: يُتسامح في الهمزة والألف المقصورة والتاء المربوطة.',
    'إلتقى',
    'التقى',
    'التقى',
  ),
  conjunction: rule(
    'و or ف (and, so) is attached before the word.',
    'اتصل بأول الكلمة حرف عطف: الواو أو الفاء.',
    'وقال',
    'قال',
    'كبير',
  ),
  question: rule(
    'أ asks a question; it is attached before the word.',
    'اتصلت بأول الكلمة همزة الاستفهام.',
    'أليس',
    'ليس',
    'أكبر',
  ),
  preposition: rule(
    'ب, ل or ك is a preposition attached before a noun.',
    'اتصل بأول الاسم حرف جر: الباء أو اللام أو الكاف.',
    'بسرعة',
    'سرعة',
    'بلد',
  ),
  article: rule('ال is the article.', '«ال» أداة التعريف.', 'الكتاب', 'كتاب', 'التقى'),
  'article after l': rule(
    'After ل (to, for) the article loses its alif: ل + ال = لل.',
    'حُذفت ألف «ال» بعد لام الجر: ل + ال = لل.',
    'للأمم',
    'أمة',
    'لله',
  ),
  'article unseen': rule(
    'After ل and before another ل the article is not written: ل + اللجنة = للجنة.',
    'لا تُكتب «ال» بعد لام الجر إذا بدأ الاسم بلام: ل + اللجنة = للجنة.',
    'للجنة',
    'لجنة',
    'لجنة',
  ),
  future: rule(
    'س (will) before an imperfect makes it future.',
    'السين قبل المضارع تجعله للمستقبل.',
    'سيكتب',
    'كتب',
    'سبب',
  ),
  emphasis: rule('ل (indeed) is attached for emphasis.', 'اللام لام التوكيد.', 'لكان', 'كان', 'لجنة'),
  purpose: rule(
    'ل (so that; let) is attached before an imperfect.',
    'اللام لام التعليل أو الأمر قبل المضارع.',
    'ليكون',
    'كان',
    'لجنة',
  ),
  'run on': rule(
    'Two words are written as one: لا, ما or بلا and the word after it.',
    'كُتبت كلمتان متصلتين: «لا» أو «ما» أو «بلا» وما بعدها.',
    'بلاهوادة',
    'هوادة',
    'بلاد',
  ),
  person: rule(
    'The first letter of the imperfect tells who acts: ي، ت، ن or أ.',
    'حرف المضارعة (ي، ت، ن، أ) يدل على الفاعل.',
    'يكتب',
    'كتب',
    'يوم',
  ),
  pronoun: rule('A pronoun is attached at the end: whose, or whom.', 'اتصل بآخر الكلمة ضمير.', 'كتابها', 'كتاب', 'وجه'),
  'pronoun on particle': rule('A pronoun is attached to a particle.', 'اتصل بالحرف ضمير.', 'عليها', 'على', 'على'),
  fused: rule('Two particles are written as one.', 'أُدغم حرفان في كلمة واحدة.', 'مما', 'من', 'من'),
  accusative: rule(
    'ا with tanwin is the ending of an indefinite accusative.',
    'الألف ألف تنوين النصب.',
    'كتابا',
    'كتاب',
    'عصا',
  ),
  feminine: rule(
    'ة makes the feminine of a masculine word.',
    'التاء المربوطة علامة التأنيث.',
    'كبيرة',
    'كبير',
    'مدينة',
  ),
  'ta opened': rule('ة is written ت before a pronoun.', 'تُفتح التاء المربوطة قبل الضمير.', 'مدينتهم', 'مدينة', 'بيتهم'),
  dual: rule('ان or ين makes the dual.', 'الألف والنون أو الياء والنون علامة المثنى.', 'كتابان', 'كتاب', 'إنسان'),
  'dual in construct': rule(
    'The dual drops its ن before the noun or pronoun that it belongs to.',
    'تُحذف نون المثنى عند الإضافة.',
    'كتاباه',
    'كتاب',
    'كتابه',
  ),
  men: rule(
    'ون or ين makes the plural of men.',
    'الواو والنون أو الياء والنون علامة جمع المذكر السالم.',
    'مسلمون',
    'مسلم',
    'قانون',
  ),
  'men in construct': rule(
    'The plural of men drops its ن before the noun or pronoun that it belongs to.',
    'تُحذف نون جمع المذكر السالم عند الإضافة.',
    'مسؤولو',
    'مسؤول',
    'مسؤول',
  ),
  women: rule('ات makes the feminine plural.', 'الألف والتاء علامة جمع المؤنث السالم.', 'سيارات', 'سيارة', 'بيت'),
  fallen: rule(
    'The final ي of the noun falls where it is neither definite nor in construct.',
    'تُحذف ياء المنقوص إذا لم يكن معرّفا ولا مضافا.',
    'قاض',
    'قاضي',
    'القاضي',
  ),
  'broken plural': rule(
    'The plural changes the word within (broken plural).',
    'جمع تكسير تغيّرت فيه صورة المفرد.',
    'كتب',
    'كتاب',
    'كتاب',
  ),
  'own feminine': rule('The feminine is of a pattern of its own.', 'مؤنث على وزن خاص.', 'كبرى', 'أكبر', 'أكبر'),
  'verb ending': rule('The ending of the verb tells who acts.', 'لاحقة الفعل تدل على الفاعل.', 'كتبوا', 'كتب', 'كتاب'),
  passive: rule(
    'The verb is passive: its vowels are u–i, or u–a in the imperfect.',
    'الفعل مبني للمجهول.',
    'يحتذى',
    'احتذى',
    'يقول',
  ),
  form: rule(
    'A derived form of the root: letters are added to the three of the root.',
    'فعل مزيد: زيدت على أصوله أحرف.',
    'يستخدم',
    'استخدم',
    'يكتب',
  ),
  'weak root': rule(
    'A letter of the root is و or ي: it turns into a long vowel, or falls.',
    'في الجذر حرف علة يُقلب أو يُحذف.',
    'يقول',
    'قال',
    'يكتب',
  ),
  'doubled root': rule(
    'The last two letters of the root are the same and written once.',
    'الجذر مضعّف أُدغم حرفاه الأخيران.',
    'تم',
    'تم',
    'كتب',
  ),
  'active participle': rule(
    'The active participle of a verb: who or what does it.',
    'اسم فاعل مشتق من الفعل.',
    'المحتذي',
    'محتذي',
    'كتاب',
  ),
  'passive participle': rule(
    'The passive participle of a verb: what it is done to.',
    'اسم مفعول مشتق من الفعل.',
    'المحتذى',
    'محتذى',
    'كتاب',
  ),
  masdar: rule('The verbal noun of a verb: the doing of it.', 'مصدر الفعل.', 'التخضيب', 'تخضيب', 'كتاب'),
  'listed name': rule(
    'A name that the list of names has; its letters are given in Latin script.',
    'اسم علم ورد في قائمة الأسماء، ونُقلت حروفه إلى اللاتينية.',
    'سيامند',
    'سيامند',
    'كتاب',
  ),
  'family name': rule(
    'An adjective in ـيّ after a given name: most likely the name of a family, given in Latin script.',
    'صفة منسوبة بعد اسم شخص، والأرجح أنها اسم عائلة، ونُقلت حروفها إلى اللاتينية.',
    'المرجاني',
    'مرجاني',
    'الدولي',
  ),
  letter: rule(
    'The name of a Latin letter, in the name of a station or a firm.',
    'اسم حرف لاتيني، من اسم قناة أو شركة.',
    'سي',
    'سي',
    'الدولي',
  ),
  'foreign name': rule(
    'Not in the dictionary; most likely a name. Its letters are given in Latin script.',
    'ليست في المعجم، والأرجح أنها اسم علم، ونُقلت حروفها إلى اللاتينية.',
    'زلتسوغ',
    'زلتسوغ',
    'كتاب',
  ),
  nisba: rule(
    'An adjective in ـيّ (of, belonging to), made from a known noun.',
    'صفة منسوبة بياء النسب إلى اسم معروف.',
    'الملعقي',
    'ملعقي',
    'قومي',
  ),
  pattern: rule(
    'Not in the dictionary; read by its pattern, as a guess.',
    'ليست في المعجم، وقُرئت تخمينا على وزنها.',
    'التشمسيقات',
    'تشمسيقة',
    'كتاب',
  ),
  'not known': rule('Not in the dictionary.', 'ليست في المعجم.', 'ئ', 'ئ', 'كتاب'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
