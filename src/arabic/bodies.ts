/** Bodies by their head: وزارة الخارجية الروسية, حزب …, الحكومة التركية: the head, one construct after another, and the definite words that follow. */
import { cliticsBefore } from './attached.ts';
import { wordSet } from './characters.ts';
import { describes, isAdjective } from './lexicon/adjectives.ts';
import { cueForms } from './lexicon/reporting.ts';
import { bodies, classWords, definiteBodies, offices, weakHeads } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { shape } from './shape.ts';
import { couldBeName, isEveryday, isFunction, isVerb, nisbas } from './vocabulary.ts';

/** Definite words that follow a body's name and are no part of it. */
const AFTER =
  wordSet(`الذي التي الذين اليوم الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت التابع التابعة المقبل المقبلة الماضي الماضية الحالي الحالية الجديد الجديدة
القادم القادمة السابق السابقة المذكور المذكورة المعني المعنية نفسه نفسها الآن أمس الدكتور السيد المهندس الأستاذ اللواء العميد العقيد الشيخ المحامي والتي والذي الموجودة الموجود الواقع الواقعة المتهم المتهمة المختص المختصة المسؤول المسؤولة الصادر الصادرة الأخير الأخيرة الكبير الكبيرة الأولى الثانية`);
/** Heads after which a name that no list knows is taken for theirs. */
const UNKNOWN = wordSet(
  'شرطة جيش بلدية نادي دار أكاديمية فرقة معهد جامعة شركة مؤسسة مركز مستشفى جمعية منظمة بنك مصرف كلية شبكة صندوق حزب أكاديمية',
);
const PUBLIC = wordSet(
  'المكتب المرصد الصندوق الديوان الرابطة المنتدى الكونفدرالية الفدرالية العصبة الغرفة المصلحة التنسيقية الشبكة الائتلاف الأكاديمية المعهد المستشفى المتحف المسرح المخيم النادي الائتلاف الحملة',
);
/** What a public body is: national, general, international. */
const SCOPES = wordSet(
  'الوطني الوطنية العام العامة الأعلى العليا الدولي الدولية العالمي العالمية الإقليمي الإقليمية المركزي المركزية الجهوي الجهوية القومي القومية العربي العربية الإسلامي الإسلامية الأوروبي الأوروبية الإفريقي الإفريقية الأفريقي الأفريقية الملكي الملكية المغربي المغربية السعودي السعودية المصري المصرية التونسي التونسية الجزائري الجزائرية الأمريكي الأمريكية الأميركي الأميركية السوري السورية اللبناني اللبنانية الفلسطيني الفلسطينية العراقي العراقية الصناعي الصناعية الاقتصادي الاقتصادية الاجتماعي الاجتماعية الأولمبي الأولمبية القضائي القضائية الجنائي الجنائية الدستوري الدستورية التنفيذي التنفيذية الاستشاري الاستشارية المستقل المستقلة الديمقراطي الديمقراطية',
);
const ARTICLE = /^(?:ال|لل)/;
/** Named by one definite word and a nationality too, though not a body by itself: الاستخبارات الأوكرانية, المنتخب المغربي. */
const NATIONAL_ONLY = wordSet(
  'الاستخبارات المخابرات القنصلية الدرك الحرس البحرية المنتخب الخزانة الأسطول المركزي الأمن التلفزيون الادعاء السفارة',
);
/** A nationality makes no body of these: المعارضة السورية, الدولة التركية. */
const NO_BODY = wordSet('المعارضة الدولة الموقع السلطة');
/** Ideologies: one of them makes a party's name. */
const IDEOLOGIES = wordSet(
  'الاشتراكي الديمقراطي الديموقراطي الجمهوري الشيوعي المسيحي الليبرالي الوطني الاجتماعي القومي التقدمي الإسلامي الدستوري الاتحادي العمالي الشعبي',
);
/** Behind these heads a place says whose they are, not what they are called: رئاسة سوريا, سلطات دونيتسك, مصلحة لبنان. */
const NEVER_PLACED = wordSet('رئاسة قيادة إدارة مصلحة فريق مجموعة سلطات سلطة أجهزة مكتب دائرة هيئات جهاز بعثة تحالف');
/** What moves or is done, and is no movement: حركة المرور. */
const MOVED = wordSet(
  'الأموال المرور السير الملاحة التجارة الطيران النقل السفر البيع الشراء العمران القطارات المسافرين الركاب الاحتجاج الاحتجاجات السياحة البضائع السفن التداول الصادرات السوق الأسعار الناس المواطنين الاقتصاد',
);
/** To whom a body speaks, not what it is for. */
const LISTENERS = wordSet(
  'للصحفيين للصحافيين للصحافة للجزيرة للتلفزيون للإعلام للعربية للأناضول للشرق للمرة للأسف للحصول للتعليق للتو',
);
/** Participles that describe a body's field: التنمية المستدامة. */
const DESCRIBING = wordSet(
  'المستدامة المتجددة المتنقلة المفتوحة المتقدمة المتطورة المرئية المسموعة المكتوبة الصغرى المتوسطة المحترفين',
);
/** Before the name of whom a body is called after: جامعة الملك سعود. */
const HONOURS = wordSet('الملك الأمير الأميرة الشيخ الشيخة الإمام السلطان القديس القديسة الرئيس الشهيد الملكة البابا');
/** Heads whose name may go on with what it is for: للمعارض, والمؤتمرات. */
const PURPOSED = wordSet(
  'هيئة لجنة مركز معهد مؤسسة شركة جمعية اتحاد مجلس مكتب صندوق منظمة وكالة شبكة منتدى أكاديمية مدرسة جامعة نادي رابطة نقابة مرصد',
);

/** Puts the bodies that their head tells; a name that was taken within one goes into it. */
export function findBodies(
  reading: Reading,
  taken: Uint8Array,
  typeAt: (at: number) => Name['type'] | null,
  put: (name: Name) => boolean,
): void {
  const word = (at: number) => reading.word(at);
  for (let i = 0; i < taken.length; i++) {
    if (taken[i]) continue;
    const here = word(i);
    if (here === '') continue;
    const clitic = cliticsBefore(here, (rest) => bodies.has(rest));
    // صحيفة هآرتس, قناة الجزيرة: the class word is no part of the name.
    if (
      clitic >= 0 &&
      taken[i + 1] &&
      classWords.has(here.slice(clitic)) &&
      typeAt(i + 1) === 'organization' &&
      !/^ال(?:استخبارات|انباء|طاقه|صحافه|فضاء|غوث|تنميه)/.test(word(i + 1))
    )
      continue;
    // بقيادة الولايات المتحدة: how it is done, no body.
    if (clitic > 0 && /^(?:ب|وب)(?:قياده|رئاسه|اداره)$/.test(here)) continue;
    if (clitic >= 0) {
      const to = extent(i);
      if (to > i + 1) {
        taken.fill(0, i, to);
        put({ from: i, to, skip: clitic, type: 'organization', by: 'head' });
        i = to - 1;
      }
      continue;
    }
    const body = here.replace(/^[وفبكل](?=ال)/, '').replace(/^لل/, 'ال');
    if (!(definiteBodies.has(body) || PUBLIC.has(body) || NATIONAL_ONLY.has(body)) || offices.has(word(i - 1)))
      continue;
    // الحكومة التركية, الجيش اللبناني: the nationality must agree.
    const next = word(i + 1);
    if (!reading.joined(i + 1) || !ARTICLE.test(next)) continue;
    const publicTo = publicBody(i, body);
    if (publicTo > i) {
      taken.fill(0, i, publicTo);
      put({ from: i, to: publicTo, skip: /^[وفبك]ال/.test(here) ? 1 : 0, type: 'organization', by: 'head' });
      i = publicTo - 1;
      continue;
    }
    // الحزب الاجتماعي المسيحي البافاري: what a party believes in.
    if (body === 'الحزب' && IDEOLOGIES.has(next)) {
      let to = i + 2;
      while (
        to - i < 4 &&
        reading.joined(to) &&
        (IDEOLOGIES.has(word(to)) || (/^ال.{2,}ي$/.test(word(to)) && (nisbas.has(word(to)) || !isEveryday(word(to)))))
      )
        to++;
      taken.fill(0, i, to);
      put({ from: i, to, skip: /^[وفبك]ال/.test(here) ? 1 : 0, type: 'organization', by: 'head' });
      i = to - 1;
      continue;
    }
    if (!nisbas.has(next) || !(definiteBodies.has(body) || NATIONAL_ONLY.has(body)) || NO_BODY.has(body)) continue;
    if (body === 'القوات' && /^ال(?:غربيه|عربيه|اسلاميه)$/.test(next)) continue;
    const feminine = /(?:ه|ات|قوات)$/.test(body);
    if (feminine !== next.endsWith('ه')) continue;
    let to = i + 2;
    if (ARTICLE.test(word(to)) && nisbas.has(word(to)) && reading.joined(to)) to++;
    taken.fill(0, i, to);
    put({ from: i, to, skip: /^[وفبك]ال/.test(here) ? 1 : 0, type: 'organization', by: 'head' });
  }

  /** الهيئة العامة للاستثمار, المجلس الوطني لحقوق الإنسان, اللجنة الدولية للصليب الأحمر: a body, what it is, and what for. */
  function publicBody(from: number, body: string): number {
    const feminine = body.endsWith('ه');
    let to = from + 1;
    while (
      to - from < 4 &&
      reading.joined(to) &&
      SCOPES.has(word(to)) &&
      (word(to).endsWith('ه') || word(to) === 'العليا') === feminine
    )
      to++;
    const scopes = to - from - 1;
    if (scopes === 0) return from;
    const purpose = word(to);
    if (!reading.joined(to) || !/^ل.{3}/.test(purpose)) return scopes > 1 ? to : from;
    if (purpose.startsWith('لل')) {
      to++;
      while (
        to - from < 7 &&
        reading.joined(to) &&
        !AFTER.has(word(to)) &&
        ((ARTICLE.test(word(to)) && (nisbas.has(word(to)) || /(?:ي|يه|ه)$/.test(word(to)) || word(to) === 'الاحمر')) ||
          // للمعارض والمؤتمرات.
          (/^وال.{3}/.test(word(to)) && isEveryday(word(to)) && !definiteBodies.has(word(to).slice(1)) && !taken[to]))
      )
        to++;
      return to;
    }
    // المديرية الإقليمية لوزارة التربية الوطنية.
    if (bodies.has(purpose.slice(1))) {
      const end = extent(to);
      return end > to ? end : to;
    }
    if (isEveryday(purpose.slice(1)) && ARTICLE.test(word(to + 1)) && reading.joined(to + 1)) return to + 2;
    return scopes > 1 ? to : from;
  }

  /** وزارة as it is, ووزارة and لوزارة without what is attached. */
  function headOf(at: number): string {
    const here = word(at);
    return bodies.has(here) ? here : here.replace(/^[وفبلك](?=.{4})/, '');
  }

  function extent(from: number): number {
    let to = from + 1;
    let definite = false;
    let named = false;
    let national = false;
    const head = headOf(from);
    const feminine = /(?:ه|ات)$/.test(head);
    while (to - from < 8 && reading.joined(to) && word(to) !== '') {
      const next = word(to);
      if (AFTER.has(next)) break;
      if (taken[to]) {
        const type = typeAt(to);
        if (type === 'place' && NEVER_PLACED.has(head)) break;
        // حزب الله، حكومة كابول؛ but after a definite word a new name begins.
        if (definite && !nisbas.has(next) && type !== null) break;
        if (
          type === 'person' &&
          !['موسسه', 'جامعه', 'معهد', 'مركز', 'كتائب', 'حكومه', 'مستشفي', 'جمعيه', 'حزب', 'جائزه'].includes(
            headOf(from),
          )
        )
          break;
        to++;
        while (to < taken.length && taken[to] && typeAt(to) === type && reading.joined(to) && !word(to).startsWith('و'))
          to++;
        definite = true;
        named = true;
        continue;
      }
      if (definite && nisbas.has(next) && feminine && !next.endsWith('ه') && ARTICLE.test(next)) break;
      // جامعة الملك سعود: whom it is called after.
      if (HONOURS.has(next) && taken[to + 1] && typeAt(to + 1) === 'person' && reading.joined(to + 1)) {
        to += 2;
        while (to < taken.length && taken[to] && typeAt(to) === 'person' && reading.joined(to)) to++;
        definite = true;
        named = true;
        continue;
      }
      // مجلس الجالية المغربية المقيمة بالخارج.
      if (definite && next === 'بالخارج') {
        to++;
        break;
      }
      if (to === from + 1 && head === 'حركه' && MOVED.has(next)) return from;
      // مجلس إدارة القناة: a board is named only with its company.
      if (to === from + 2 && word(from + 1) === 'اداره' && definiteBodies.has(next)) return from;
      // وزارة المالية | الطريق: what follows a definite word must describe.
      if (
        definite &&
        ARTICLE.test(next) &&
        !next.startsWith('لل') &&
        !describes(next) &&
        !isAdjective(next) &&
        !DESCRIBING.has(next)
      )
        break;
      if (named && next.startsWith('ال') && !nisbas.has(next) && !SCOPES.has(next) && taken[to - 1]) break;
      if ((ARTICLE.test(next) && !next.startsWith('لل') && !isFunction(next)) || (nisbas.has(next) && definite)) {
        if (nisbas.has(next)) national = true;
        definite = true;
        to++;
        continue;
      }
      // حقوق الإنسان والحريات: a second construct after one that is definite.
      if (
        definite &&
        /^وال.{3}/.test(next) &&
        ARTICLE.test(word(to - 1)) &&
        !AFTER.has(next.slice(1)) &&
        (isEveryday(next) || head === 'وزاره') &&
        !named &&
        !definiteBodies.has(next.slice(1)) &&
        (head === 'وزاره' || head === 'مديريه' || PURPOSED.has(head))
      ) {
        to++;
        continue;
      }
      if (
        definite &&
        /^لل.{3}/.test(next) &&
        PURPOSED.has(head) &&
        !definiteBodies.has(`ا${next.slice(1)}`) &&
        !LISTENERS.has(next)
      ) {
        to++;
        continue;
      }
      // معهد ليبنيز: a name that no list knows.
      if (
        to === from + 1 &&
        UNKNOWN.has(head) &&
        !(/^[بلوف]/.test(next) && isEveryday(next.slice(1))) &&
        (couldBeName(next) || shape(next) > 0) &&
        !isFunction(next) &&
        !cueForms.has(next) &&
        !isEveryday(next)
      ) {
        to++;
        definite = true;
        named = true;
        continue;
      }
      if (
        definite ||
        isFunction(next) ||
        isVerb(next) ||
        cueForms.has(next) ||
        (/^[بل]/.test(next) && isEveryday(next.slice(1)))
      )
        break;
      if (
        to - from < 4 &&
        (bodies.has(next) ||
          (isEveryday(next) &&
            (ARTICLE.test(word(to + 1)) || taken[to + 1] || bodies.has(word(to + 1)) || isEveryday(word(to + 1)))))
      ) {
        to++;
        continue;
      }
      break;
    }
    return definite && (!weakHeads.has(head) || national || named) ? to : from;
  }
}
