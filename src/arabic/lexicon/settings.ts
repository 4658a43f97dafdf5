/** When, where and to whom something is said: what stands around a report and is neither its subject nor what was said. */
import { phraseList, wordSet } from '../characters.ts';

/** Nouns of time: a verb after one has its subject elsewhere. */
export const times = wordSet(
  'الأسبوع الشهر العام السنة اليوم الليلة المساء الصباح الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الآن الساعة الوقت',
);

/** Where something is said, right after في: في بيان. */
export const venues = wordSet(
  'بيان تصريح تصريحات كلمة حديث مقابلة تقرير رسالة تغريدة مؤتمر خطاب بلاغ حوار تدوينة منشور مداخلة اتصال',
);

/** People who tell something to an outlet: مصدر مسؤول | لهسبريس. */
export const tellers = wordSet(`
مصدر مصادر المصدر المصادر مسؤول مسؤولون مسؤولين المسؤول شاهد شهود خبير خبراء محلل محللون ناشط ناشطون قيادي طبيب مواطن مواطنون`);

/** Outlets that no word of their class need precede, by their first words. */
export const outlets: ReadonlySet<string> = new Set(
  phraseList('بي بي، سي ان، فرانس برس، أسوشيتد برس، سكاي نيوز، روسيا اليوم، هسبريس، رويترز، الأناضول، الجزيرة'),
);

/** What may belong to an outlet: مراسل لوكالة. */
export const ofOutlets = wordSet(
  'مراسل مراسلة مصور صحفي صحفية صحافي صحافية مندوب مندوبة كاتب تقرير تحقيق استطلاع تحليل خبر بيان موقع صحيفة وكالة قناة',
);
