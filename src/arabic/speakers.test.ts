import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';

/** Speaker, content and kind of each quotation. */
const said = (text: string) =>
  analyse(text).quotes.map(({ start, end, speaker, kind }) => `${speaker} | ${text.slice(start, end)} | ${kind}`);

test.each([
  [
    'a preposition and a noun phrase',
    'وشدد باراك أوباما على ضرورة وقف الحرب.',
    ['باراك أوباما | ضرورة وقف الحرب | indirect'],
  ],
  ['a bare noun phrase', 'ورفض محمود عباس الاتهامات الإسرائيلية.', ['محمود عباس | الاتهامات الإسرائيلية | indirect']],
  [
    'a surname means the whole name',
    'قال باراك أوباما إن السلام ممكن. وأكد أوباما أن الحرب انتهت.',
    ['باراك أوباما | السلام ممكن | indirect', 'باراك أوباما | الحرب انتهت | indirect'],
  ],
  [
    'a title means its holder',
    'التقى وزير الخارجية عادل الجبير الصحافيين. وقال الوزير إن الحل سياسي.',
    ['عادل الجبير | الحل سياسي | indirect'],
  ],
  [
    'a nationality tells two ministers apart',
    'قال وزير الخارجية عادل الجبير مع نظيره الألماني زيغمار غابرييل إن الحل قريب. وشدد الوزير الألماني على أهمية الحوار.',
    ['عادل الجبير | الحل قريب | indirect', 'زيغمار غابرييل | أهمية الحوار | indirect'],
  ],
  [
    'to whom it was said is not what was said',
    'وأوضح خالد الحربي لـ«عكاظ» أن العمل انتهى.',
    ['خالد الحربي | العمل انتهى | indirect'],
  ],
  [
    'a subject after what it was said to',
    'وقال لـ«الاقتصادية» خالد الحربي، عضو المجلس، إن السوق واعد.',
    ['خالد الحربي | السوق واعد | indirect'],
  ],
  [
    'a title that goes on with ب before its holder',
    'وأوضح المتحدث الأمني بوزارة الداخلية اللواء منصور التركي أن الوضع مستقر.',
    ['منصور التركي | الوضع مستقر | indirect'],
  ],
  [
    'marks first, the verb after',
    '«السلام ممكن بعد سنوات من الحرب الطويلة»، قال باراك أوباما.',
    ['باراك أوباما | السلام ممكن بعد سنوات من الحرب الطويلة | direct'],
  ],
  [
    'a headline',
    'أوباما: السلام ممكن\n\nالتقى باراك أوباما الصحافيين في واشنطن أمس.',
    ['باراك أوباما | السلام ممكن | direct'],
  ],
  [
    'according to',
    'بحسب وزارة الصحة، ارتفع عدد الإصابات في المدينة.',
    ['وزارة الصحة | ارتفع عدد الإصابات في المدينة | indirect'],
  ],
  [
    'a noun of saying, and who tells that it was said',
    'ونقلت الوكالة عن محمود عباس قوله إن السلام ممكن.',
    ['الوكالة | محمود عباس قوله إن السلام ممكن | indirect', 'محمود عباس | السلام ممكن | indirect'],
  ],
  [
    'a body by its head, and what does not agree with it',
    'ذكرت وزارة الصحة أن الوباء انتهى. ودعت الوزارة المواطنين إلى غسل الأيدي.',
    ['وزارة الصحة | الوباء انتهى | indirect', 'وزارة الصحة | المواطنين إلى غسل الأيدي | indirect'],
  ],
  [
    'a document speaks for the body behind it',
    'ذكرت دراسة حديثة لمعهد واشنطن أن المياه تتراجع.',
    ['معهد واشنطن | المياه تتراجع | indirect'],
  ],
])('%s', (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  [
    'a nationality stands for the one of whom it was told',
    'قال البلجيكي سامر العطار إن الفريق جاهز. وكشف البلجيكي أن المباراة غدا.',
    ['سامر العطار', 'سامر العطار'],
  ],
  [
    'a calling that nobody was given means who spoke last',
    'قالت ليلى الحداد إن الرواية انتهت. وأكدت الكاتبة ذاتها أن النشر قريب.',
    ['ليلى الحداد', 'ليلى الحداد'],
  ],
  [
    'a capital stands for its state, where the text names it',
    'وصل وفد من فرنسا. وأعلنت باريس أن المحادثات انتهت.',
    ['فرنسا'],
  ],
  ['a capital alone stays what it is', 'وأعلنت باريس أن المحادثات انتهت.', ['باريس']],
  [
    'one state by two names',
    'وأعلنت بريطانيا أن المحادثات انتهت. وقالت المملكة المتحدة إن الوفد عاد.',
    ['المملكة المتحدة', 'المملكة المتحدة'],
  ],
  [
    'two who say the same',
    'تدرس منظمة الصحة العالمية الأمر. وترى المنظمة والولايات المتحدة أن اللقاح آمن.',
    ['منظمة الصحة العالمية والولايات المتحدة'],
  ],
  [
    'the site of a body speaks for it',
    'أحيت فرقة الأنوار الشعبية الفلسطينية حفلا. ويشير موقع فرقة الأنوار الشعبية إلى أن العروض مستمرة.',
    ['فرقة الأنوار الشعبية الفلسطينية'],
  ],
  [
    'one name, its parts joined or not',
    'قال عمرو أبو الريش إن الطريق مفتوح. وأضاف أبوالريش أن المطر توقف.',
    ['عمرو أبو الريش', 'عمرو أبو الريش'],
  ],
  [
    'the deputy of somebody is not that one',
    'قال نائب المدير العام سامر العطار إن الطريق مفتوح. وأكد المدير العام أن المطر توقف.',
    ['سامر العطار', 'المدير العام'],
  ],
  [
    'a statement that a body has issued',
    'ووصف بيان صدر عن وزارة الزراعة الأردنية أمس المحصول بأنه وفير.',
    ['وزارة الزراعة الأردنية'],
  ],
  [
    'a paper that somebody has written',
    'وتشير ورقة علمية، أعدها الباحث سامر العطار، إلى أن المياه تتراجع.',
    ['سامر العطار'],
  ],
  [
    'the founder of what stands in marks',
    'ألقى سامر العطار، مؤسس «المنارة» ورئيسها، كلمة. وأوضح مؤسس «المنارة» أن الموقع مستقل.',
    ['سامر العطار'],
  ],
  [
    'لجنة by its head alone',
    'قالت لجنة التحكيم إن الرواية تستحق. وأوضحت اللجنة أن الجائزة مناصفة.',
    ['لجنة التحكيم', 'لجنة التحكيم'],
  ],
])('%s', (_, text, expected) => {
  expect(analyse(text).quotes.map(({ speaker }) => speaker)).toEqual(expected);
});

test.each([
  ['an event', 'التقى وزير الخارجية نظيره الألماني في برلين وبحث معه العلاقات.'],
  ['done, not said', 'وبعد أن رفض العرض غادر المدينة.'],
  ['a noun that looks like a verb', 'فضل المسؤول عدم ذكر اسمه.'],
])('nobody said: %s', (_, text) => {
  expect(said(text)).toEqual([]);
});
