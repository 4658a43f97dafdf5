/** The short lines around a report: who wrote it, where and when, whose it is. Each rule with an example. */
const MONTHS: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'جانفي', 'جانفييه'],
  ['فبراير', 'شباط', 'فيفري'],
  ['مارس', 'آذار', 'اذار'],
  ['أبريل', 'إبريل', 'ابريل', 'نيسان', 'أفريل'],
  ['مايو', 'أيار', 'ايار', 'ماي'],
  ['يونيو', 'حزيران', 'جوان'],
  ['يوليو', 'تموز', 'جويلية', 'يوليوز'],
  ['أغسطس', 'اغسطس', 'آب', 'أوت', 'غشت'],
  ['سبتمبر', 'أيلول', 'ايلول', 'شتنبر'],
  ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول'],
  ['نوفمبر', 'تشرين الثاني', 'نونبر'],
  ['ديسمبر', 'كانون الأول', 'كانون الاول', 'دجنبر'],
];
const monthOf = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const MONTH = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|');
const WRITTEN_DATE = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s+(${MONTH})(?:\\s*[/(-]\\s*(?:${MONTH})\\)?)?\\s*[،,]?\\s*(\\d{4})(?!\\d)`,
);
const NUMBERED_DATE = /(?<!\d)(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?!\d)/;

const european = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** The day that a line names, as ISO 8601: «الأحد ٨ يناير ٢٠١٧» → 2017-01-08; day before month. Null where it names none. */
export function readDate(line: string): string | null {
  const text = european(line);
  const written = WRITTEN_DATE.exec(text);
  if (written) return iso(Number(written[3]), monthOf.get(written[2] ?? '') ?? 0, Number(written[1]));
  const numbered = NUMBERED_DATE.exec(text);
  if (!numbered) return null;
  return numbered[1] === undefined
    ? iso(Number(numbered[6]), Number(numbered[5]), Number(numbered[4]))
    : iso(Number(numbered[1]), Number(numbered[2]), Number(numbered[3]));
}

function iso(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const AGENCIES =
  'رويترز|أ\\s?ف\\s?ب|ا\\s?ف\\s?ب|أ\\.ف\\.ب|فرانس برس|وكالات|الوكالات|د\\s?ب\\s?أ|أ\\s?ب|أسوشيتد برس|واس|كونا|وام|بترا|وفا|قنا|سانا|إرنا|ارنا|الأناضول|شينخوا|سبوتنيك|تاس|أ\\s?ش\\s?أ|CNN|BBC|AFP|AP|Reuters|dpa';
const WORDS = '[\\u0621-\\u064a]+(?:،? [\\u0621-\\u064a]+){0,3}';
/** «عين اليوم – كابول», «بيروت - أ ف ب», «لندن (رويترز)», «الرياض ــ واس»: places and agencies, nothing else. */
const PLACE_LINE = new RegExp(
  `^${WORDS}\\s*(?:[-–—:،/]\\s*|\\(\\s*)(?:${AGENCIES})\\s*\\)?\\s*[-–—:]?$|^${WORDS} [-–—] ${WORDS}$`,
);
const DAY =
  /^(?:(?:يوم\s+)?(?:السبت|الأحد|الاحد|الإثنين|الاثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة)(?![\u0621-\u064a])|نشر|آخر تحديث|تاريخ|حُ?رر)/;

/** Whether a whole line tells place, agency or time: «الأحد ٠٨ يناير ٢٠١٧ - ٠٣:٤٦ بتوقيت غرينتش», «بيروت - أ ف ب». */
export function isDateline(line: string): boolean {
  if (line.length > 110 || /[.؟!]$/.test(line)) return false;
  if (readDate(line) !== null) return line.split(/\s+/).length <= 14;
  return (DAY.test(line) && /[\d\u0660-\u0669]/.test(line) && line.length < 80) || PLACE_LINE.test(line);
}

const BYLINE =
  /^(?:بقلم|كتبت?|إعداد|اعداد|تحرير|أجرى الحوار|أجرت الحوار|حاوره|حاورها|ترجمة|تقرير|مراسلنا)\s*(?:[:：/\-–]\s*|\s)(.+)$/;

/** Whether a line names who wrote the text: «بقلم: ليلى حسن», «كتب أحمد علي». */
export function isByline(line: string): boolean {
  const name = BYLINE.exec(line)?.[1];
  return name !== undefined && line.length <= 90 && name.split(/\s+/).length <= 8 && !/[.؟!:]$/.test(line);
}

export const readAuthor = (line: string): string | null =>
  BYLINE.exec(line)?.[1]
    ?.replace(/\s*[-–—|].*$/, '')
    .trim() || null;

/** «المصدر: إرنا», «المصدر : الجزيرة + وكالات», «نقلا عن رويترز» alone on a short line. */
export const isSourceLine = (line: string): boolean =>
  line.length <= 80 &&
  /^(?:المصدر|المصادر|مصدر الخبر|نقلا عن|نقلاً عن|الجزيرة \+|وكالات$)/.test(line) &&
  !/[.؟!]$/.test(line);
