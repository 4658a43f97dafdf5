/** What verbs of saying and of doing have for their object where it tells what was said, and where it does not. */
import { wordSet } from '../characters.ts';

/** What a verb of doing does where it speaks, by its lemma: وجه انتقادات, قدم اعتذاره, تبنى المسؤولية. */
export const speeches: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'وجّه',
    wordSet(`تحذيرا تحذيرات انتقادا انتقادات انتقاداته نداء رسالة رسائل الشكر شكره شكرها لومه لوما اتهامات اتهاما الاتهام دعوة دعوته تحية تحياته سؤالا إنذارا نقدا التهنئة تهانيه تهديدا تهديدات
كلامه خطابا كلمة توجيهات`),
  ],
  [
    'قدّم',
    wordSet('شكره شكرها الشكر تعازيه تعازيها التعازي اعتذاره اعتذارها اعتذارا تهانيه تهانيها التهاني اقتراحا مقترحا'),
  ],
  ['ألقى', wordSet('باللوم اللوم باللائمة اللائمة بالمسؤولية المسؤولية اللوم بمسؤولية مسؤولية')],
  ['أنحى', wordSet('باللوم اللوم باللائمة اللائمة')],
  [
    'تبنّى',
    wordSet(`المسؤولية مسؤولية الهجوم الهجمات الهجومين هجوم هجوما هجمات التفجير التفجيرات التفجيرين تفجير تفجيرا العملية العمليات عملية الاعتداء الاعتداءات اعتداء الاغتيال اغتيال القصف
قصف إطلاق الضربة الضربات قتل مقتل اختطاف خطف`),
  ],
  ['أعاد', wordSet('التأكيد تأكيده تأكيدها تأكيدهم التذكير تذكيره تذكيرها')],
]);

/** What is done and not said, though a verb of saying tells it, by its lemma: أعلن حالة الطوارئ, رفض مصافحة الحكم. */
export const deeds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['أعلن', wordSet('حالة حال نتائج نتيجة قائمة لائحة تشكيلة تشكيلته أسماء اسم أحدث تفاصيل موعد التعبئة الاستنفار النفير الأحكام العصيان هدنة العفو عفوا الإفلاس إفلاسه إفلاسها اعتزاله اعتزالها الطوارئ الحرب الحداد حدادا الإضراب الصيام إضرابا حربا الأحكام منطقة')],
  ['استعرض', wordSet('الحرس حرس القوات قوات العلاقات آخر سبل أوجه الأوضاع عضلاته عضلاتها مهاراته الطرفان الجانبان')],
  [
    'رفض',
    wordSet(`الاستجابة الاعتراف التخلي التنازل المشاركة الانضمام الرحيل السفر البوح مشاركة استلام تسلم اعتماد الخضوع الامتثال الوقوف الاستسلام التعليق الإدلاء الكشف الإفصاح مصافحة مغادرة الإجابة الرد تسليم دفع استقبال لقاء التوقيع توقيع الحضور حضور النزول الخروج تنفيذ الانصياع الذهاب العودة
الجلوس تمديد تجديد التحدث الحديث إعطاء تزويد فتح ركوب الصعود ارتداء التنحي ذكر`),
  ],
  ['كرّر', wordSet('المحاولة السؤال الخطأ')],
  ['جدّد', wordSet('العقد عقده عقدها عقد اشتراكه')],
]);

/** What a verb of announcing or repeating has for its object: دعوة مصر, رفضه. */
export const acts = wordSet(
  'دعوة رفض تأكيد التزام دعم حرص ثقة استعداد تمسك مطالبة تهديد تحذير رغبة إدانة تضامن اعتذار تقدير ترحيب معارضة نية عزم تأييد استنكار نفي شكر قلق أسف ارتياح استياء تحفظ تشكيك امتنان',
);

/** What is denied, and belongs to what was said: نفى مزاعم بأن. */
export const claims = wordSet(
  'مزاعم اتهامات أنباء تقارير ادعاءات شائعات إشاعات معلومات تهم مزاعمه الاتهامات الشائعات المزاعم الادعاءات',
);

/** Before marks that give an example or a name: مثل "…", بعنوان "…". */
export const examples = wordSet('مثل باسم بعنوان عنوان كلمة عبارة اسم شعار تسمية مصطلح وسم هاشتاغ هاشتاج لقب');

/** Words that open a reported question. */
export const interrogatives = wordSet('عما ما ماذا لماذا كيف هل متى أين كم أي أية إذا لم');

/** Words that govern an أن right after them: it is not the reporting verb's. */
export const modals =
  wordSet(`يمكن يجب ينبغي يفترض يمكنه يمكنها يمكنهم المقرر المتوقع المفترض الممكن الضروري المرجح المحتمل المنتظر شأنه شأنها المؤمل المستبعد الصعب السهل المهم اللازم الواجب بعد قبل
قرر قررت يستطيع تستطيع يريد تريد يحاول تحاول أراد أرادت يكاد تكاد`);

/** Verbs, by lemma, that may name whom they are said to before what is said. */
export const warning: ReadonlySet<string> = new Set(['حذّر', 'نبّه']);
/** Verbs, by lemma, that always do: أبلغ مسؤولون نظراءهم بأن. */
export const telling: ReadonlySet<string> = new Set(['أبلغ', 'أخبر', 'طمأن', 'أعلم', 'أطلع']);
/** Verbs, by lemma, that ask somebody for something: دعا الكتل إلى. */
export const calling: ReadonlySet<string> = new Set([
  'دعا',
  'حثّ',
  'ناشد',
  'طالب',
  'نصح',
  'حضّ',
  'حرّض',
  'توعّد',
  'استحثّ',
]);

/** Words before whoever says so: بحسب الوزارة. */
export const accordingWords = wordSet('بحسب حسب وفق وفقا طبقا وبحسب وحسب ووفق ووفقا وطبقا نقلا برأي وبرأي بنظر');

/** Nouns of speech that report by themselves: نقلت عن المسؤول قوله. */
export const sayingWords = wordSet(
  'قوله قولها قولهم بقوله بقولها بقولهم بالقول وقوله وقولها القول مقولة بالتأكيد بتأكيد بتأكيده بتأكيدها بتأكيدهم بالتشديد التأكيد تأكيده تأكيدها بإعلانه بإعلانها',
);

/** Right after a verb of saying, these are its object and no subject: واصل الحديث عن, تابع حديثه. */
export const speechObjects = wordSet(
  'الحديث حديثه حديثها كلامه كلامها القول قوله قولها الكلام تصريحاته تصريحاتها كلمته كلمتها الحوار الانتباه النظر الأنظار الضوء',
);
