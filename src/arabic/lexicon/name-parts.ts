/** Everyday words that make a person's name together with the word beside them, and those that never belong to one. */
import { wordSet } from '../characters.ts';

/** Before الدين these make a given name: فخر الدين. */
export const beforeFaith = wordSet(`
عز نور صلاح علاء فخر شمس بدر زين محي محيي جمال كمال سيف نصر سعد تاج ضياء بهاء شرف ناصر خير برهان مجد قطب شهاب نجم ركن ظهير حسام عماد جلال معين نظام صدر رشيد تقي سراج شجاع نجيب غياث أمين عصام نصير بهي معز فلاح همام`);

/** Before الله these make one: هيبة الله أخوند زاده. */
export const beforeGod = wordSet(`
نصر هيبة عطا ضيف جاد خلف فتح حمد خير عناية روح ذبيح أسد سعد جار حسب عوض شكر رزق حبيب ولي سيف ذكر قدرت نعمت فضل كرم منة هبة دخيل عبد عبيد`);

/** After a word these make a family name of it: خطيب زاده, داود أوغلو. */
export const familyEndings = wordSet('زاده زادة زادا أوغلو أوغلي بور نجاد');

/** Offices with the article, which follow a name and are no part of it: خامنئي المرشد الأعلى. */
export const followingOffices: ReadonlySet<string> = new Set(
  [...wordSet('رئيس وزير مدير مرشد مبعوث متحدث ناطق مستشار مكلف منسق سفير نائب قيادي سكرتير مدرب لاعب')].flatMap(
    (word) => [`ال${word}`, `ال${word}ه`],
  ),
);

/** Given names that are verbs of saying as often: a name only behind a word. */
export const verbalNames = wordSet('يزيد');

/** Definite words, and those with ل, that follow the name of a body, an event or a work and are no part of it. */
export const notOfNames = wordSet(`
الذي التي الذين اليوم الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت التابع التابعة المقبل المقبلة الماضي الماضية الحالي الحالية القادم القادمة السابق السابقة المذكور المذكورة المعني المعنية نفسه نفسها الآن أمس
الصادر الصادرة الأخير الأخيرة المنعقد المنعقدة المقام المقامة المتهم المتهمة المختص المختصة الجاري الجارية المرتقب المرتقبة المنتظر المنتظرة المبارك الموقع الموقعة المبرم المبرمة المثير المثيرة
للصحفيين للصحافيين للصحافة للإعلام للجزيرة للتلفزيون للمرة للأسف للحصول للتعليق للتو للغاية`);

/** Before the name of a thing that is made: دبابات أبرامز. */
export const products = wordSet(`
طراز نوع موديل دبابة دبابات صاروخ صواريخ طائرة طائرات مقاتلة مقاتلات مسيرة مسيرات مدرعة مدرعات هاتف هواتف سيارة سيارات سفينة سفن ناقلة فرقاطة مدمرة غواصة قنبلة قنابل منظومة منظومات نظام عقار دواء لقاح لقاحات جهاز أجهزة
مروحية مروحيات بندقية بنادق راجمة راجمات مدفع مدافع برنامج تطبيق لعبة متحور فيروس طائرتي صاروخي`);
