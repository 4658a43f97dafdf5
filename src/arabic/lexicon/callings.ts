/** Words that name a speaker without a name: callings, officials, and the papers that somebody stands behind. */
import { wordSet } from '../characters.ts';

/** What a body makes, and what is then meant by the word alone: دراسة لمعهد النوارس. */
export const documents = wordSet(`
مراسلة مذكرة بلاغ خطاب قانون مرسوم دستور اتفاق اتفاقية معاهدة مادة مقال كتاب لائحة شكوى عريضة دراسة تقرير بيان استطلاع بحث تعميم وثيقة رسالة مسح ورقة دراسات تقارير بيانات استطلاعات أبحاث وثائق معلومات أنباء أخبار أرقام إحصاءات إحصائيات نتائج`);

/** Behind these stands whoever issued, held or wrote them. */
export const papers = wordSet(
  'مراسلة شكاية شكوى عريضة منشور تدوينة مداخلة شهادة إفادة بيان رسالة بلاغ كلمة ورقة دراسة تقرير وثيقة خطاب تصريح تصريحات مذكرة تغريدة مقال بحث تعميم برقية بيانات تقارير أرقام إحصاءات نتائج معلومات دراسات',
);

/** Issued by whoever speaks in it. */
export const issued = wordSet('بيان رسالة بلاغ نداء');

/** In a source, these tell nothing of who it is. */
export const emptyWords = wordSet('ذاته ذاتها نفسه نفسها المذكور السابق السابقة الحالي أعلاه');

/** Meant by these, where nothing more is said: whoever spoke last. */
export const anaphors = wordSet('متحدث متحدثة مسؤول مسؤولة مصدر ناطق ناطقة مسئول');

/** Callings that a text takes up for somebody it has named without one. */
export const callings = wordSet(`
كاتب كاتبة صحفي صحفية صحافي صحافية باحث باحثة خبير خبيرة محلل محللة إعلامي إعلامية فنان فنانة مدرب لاعب لاعبة نجم نجمة مخرج مخرجة ممثل ممثلة روائي روائية شاعر شاعرة
ناشط ناشطة طبيب طبيبة محامي محامية أكاديمي أكاديمية مهاجم حارس مفكر مؤرخ ناقد ناقدة سياسي سيناتور نائب نائبة مغني مغنية مطرب مطربة شيخ داعية سيدة أستاذ أستاذة دكتور دكتورة`);

/** Callings that fit whoever is spoken of, whatever else he is. */
export const anybodys = wordSet(
  'نجم نجمة أسطورة لاعب لاعبة فنان فنانة كاتب كاتبة سياسي مسؤول مسؤولة رجل سيدة شاب شابة هداف بطل بطلة متوج أيقونة دولي مخضرم زعيم قائد متحدث ناطق قيادي ناشط ناشطة',
);

/** Said of men as of women: أسطورة. */
export const ofEither = wordSet('داعية أسطورة أيقونة شخصية علامة نابغة موهبة جوهرة قامة ضحية رهينة عضو قائد');

/** Ministries by what they are of: خارجية أمريكا, الداخلية التركية. */
export const ministries = wordSet(
  'خارجية داخلية دفاع صحة عدل مالية تعليم تربية ثقافة أوقاف زراعة تجارة اقتصاد نفط طاقة كهرباء إعلام نقل سياحة شباب رياضة عمل بيئة خزانة تخطيط إسكان صناعة اتصالات هجرة',
);

/** Offices that a mere calling does not stand for. */
export const ranks = wordSet('وزير وزيرة رئيس رئيسة ملك ملكة أمير أميرة سفير سفيرة جنرال لواء عميد');
