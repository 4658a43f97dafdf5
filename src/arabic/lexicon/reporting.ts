/**
 * Reporting verbs: what they look like, and what follows them.
 *
 * A line: lemma | class | perfect, he | perfect, she | imperfect, he | participle (accusative) | frames | caution
 * Frames: `c` a clause with أنّ or إنّ, `q` a colon or quotation marks, `n` a bare noun phrase, `o` an object first and then the
 * preposition, both of them content (وصف الأمر بـ…); prepositions by name: عن إلى على من ب في ل.
 * Caution: 0 the word is always a report; 1 it needs one of its frames near by; 2 it is often another word, and needs a clause, a
 * colon or a mark.
 */
import type { VerbClass } from '../../core/quotation/quotation.ts';
import { key } from '../characters.ts';

export interface ReportingVerb {
  readonly lemma: string;
  readonly class: VerbClass;
  readonly clause: boolean;
  readonly quote: boolean;
  readonly bare: boolean;
  readonly object: boolean;
  /** Separate prepositions, folded; `ب` stands for the attached one. */
  readonly prepositions: readonly string[];
  readonly caution: 0 | 1 | 2;
}

export type Form = 'perfect' | 'imperfect' | 'participle' | 'masdar';

export interface CueForm {
  readonly verb: ReportingVerb;
  readonly form: Form;
  readonly gender: 'm' | 'f';
  readonly plural: boolean;
}

const VERBS = `
قال|say|قال|قالت|يقول|قائلا|c q|0
أكّد|assert|أكد|أكدت|يؤكد|مؤكدا|c q على n ل|0
أضاف|continue|أضاف|أضافت|يضيف|مضيفا|c q|0
أشار|point|أشار|أشارت|يشير|مشيرا|c إلى q|0
أعلن|announce|أعلن|أعلنت|يعلن|معلنا|c عن q n|1
أوضح|point|أوضح|أوضحت|يوضح|موضحا|c q n ل|0
ذكر|say|ذكر|ذكرت|يذكر|ذاكرا|c q ب|1
اعتبر|opinion|اعتبر|اعتبرت|يعتبر|معتبرا|c n q|0
دعا|directive|دعا|دعت|يدعو|داعيا|إلى c o ل|0
تابع|continue|تابع|تابعت|يتابع|متابعا|c q|1
أفاد|say|أفاد|أفادت|يفيد|مفيدا|c q ب عن|0
شدّد|assert|شدد|شددت|يشدد|مشددا|على c q|0
كشف|announce|كشف|كشفت|يكشف|كاشفا|عن c q|1
بيّن|point|بين|بينت|يبين|مبينا|c q|2
اعتقد|opinion|اعتقد|اعتقدت|يعتقد|معتقدا|c|0
نقل|say|نقل|نقلت|ينقل|ناقلا|c|1
لفت|point|لفت|لفتت|يلفت|لافتا|إلى c q|1
وصف|opinion|وصف|وصفت|يصف|واصفا|o|1
اتّهم|deny|اتهم|اتهمت|يتهم|متهما|o|0
رأى|opinion|رأى|رأت|يرى|-|c في|1
أعرب|attitude|أعرب|أعربت|يعرب|معربا|عن c|0
توقّع|opinion|توقع|توقعت|يتوقع|متوقعا|c n q|0
أظهر|assert|أظهر|أظهرت|يظهر|-|c|1
رفض|deny|رفض|رفضت|يرفض|رافضا|n c|1
حذّر|warn|حذر|حذرت|يحذر|محذرا|من c q|0
طلب|directive|طلب|طلبت|يطلب|طالبا|من|1
جدّد|assert|جدد|جددت|يجدد|مجددا|n|1
تحدّث|say|تحدث|تحدثت|يتحدث|متحدثا|عن q|1
أبلغ|say|أبلغ|أبلغت|-|مبلغا|c q|1
أشاد|attitude|أشاد|أشادت|يشيد|مشيدا|ب|0
أبدى|attitude|أبدى|أبدت|يبدي|مبديا|n|0
ردّ|answer|رد|ردت|يرد|رادا|q ب|2
سجّل|point|سجل|سجلت|يسجل|مسجلا|c|2
صرّح|say|صرح|صرحت|يصرح|مصرحا|c q ب|0
نفى|deny|نفى|نفت|ينفي|نافيا|c n|0
طالب|directive|طالب|طالبت|يطالب|مطالبا|o ب c|1
حثّ|directive|حث|حثت|يحث|حاثا|على o|0
نوّه|point|نوه|نوهت|ينوه|منوها|ب إلى c|0
كتب|say|كتب|كتبت|يكتب|كاتبا|q c|1
أدان|attitude|أدان|أدانت|يدين|-|n|0
أقرّ|deny|أقر|أقرت|يقر|مقرا|ب c q|1
أبرز|point|أبرز|أبرزت|يبرز|-|c q n|2
زاد|continue|زاد|زادت|-|-|q c|2
رحّب|attitude|رحب|رحبت|يرحب|مرحبا|ب|0
أبان|point|أبان|أبانت|-|-|c q|0
انتقد|attitude|انتقد|انتقدت|ينتقد|منتقدا|n|0
ختم|continue|ختم|ختمت|يختم|خاتما|q|2
اختتم|continue|اختتم|اختتمت|يختتم|مختتما|q|2
عقّب|continue|عقب|عقبت|يعقب|معقبا|q c|2
اعترف|deny|اعترف|اعترفت|يعترف|معترفا|ب c q|0
واصل|continue|واصل|واصلت|يواصل|مواصلا|q|2
اقترح|directive|اقترح|اقترحت|يقترح|مقترحا|n c|1
تساءل|ask|تساءل|تساءلت|يتساءل|متسائلا|عن q c|0
سأل|ask|سأل|سألت|يسأل|سائلا|q عن|2
تعهّد|commit|تعهد|تعهدت|يتعهد|متعهدا|ب c|0
أورد|say|أورد|أوردت|يورد|موردا|c q|1
علّق|say|علق|علقت|يعلق|معلقا|q|2
هدّد|warn|هدد|هددت|يهدد|مهددا|ب c|1
تمنّى|commit|تمنى|تمنت|يتمنى|متمنيا|c n ل|0
أوصى|directive|أوصى|أوصت|يوصي|موصيا|ب c|1
استبعد|opinion|استبعد|استبعدت|يستبعد|مستبعدا|c n|0
زعم|opinion|زعم|زعمت|يزعم|زاعما|c q|0
عبّر|attitude|عبر|عبرت|يعبر|معبرا|عن|1
أردف|continue|أردف|أردفت|يردف|مردفا|c q|0
برّر|deny|برر|بررت|يبرر|مبررا|o ب|1
ندّد|attitude|ندد|نددت|يندد|منددا|ب|0
مضى|continue|مضى|مضت|-|-|q|2
استنكر|attitude|استنكر|استنكرت|يستنكر|مستنكرا|n|0
رجّح|opinion|رجح|رجحت|يرجح|مرجحا|c n|1
أمل|commit|أمل|أملت|يأمل|-|c في ب|1
أثنى|attitude|أثنى|أثنت|يثني|مثنيا|على|0
ثمّن|attitude|ثمن|ثمنت|يثمن|مثمنا|n|1
ادّعى|opinion|ادعى|ادعت|يدعي|مدعيا|c|1
أجاب|answer|أجاب|أجابت|يجيب|مجيبا|q c ب|1
نصح|directive|نصح|نصحت|ينصح|ناصحا|ب o|1
أصرّ|assert|أصر|أصرت|يصر|مصرا|على c|1
ناشد|directive|ناشد|ناشدت|يناشد|مناشدا|o|0
نبّه|point|نبه|نبهت|ينبه|منبها|إلى من على c q|0
شكر|attitude|شكر|شكرت|يشكر|شاكرا|n|1
خلص|opinion|خلص|خلصت|يخلص|خالصا|إلى|2
استنتج|opinion|استنتج|استنتجت|يستنتج|مستنتجا|c|1
ألمح|point|ألمح|ألمحت|يلمح|ملمحا|إلى c|0
لمّح|point|لمح|لمحت|-|-|إلى|2
استغرب|attitude|استغرب|استغربت|يستغرب|مستغربا|n c|0
أخبر|say|أخبر|أخبرت|يخبر|مخبرا|c ب|1
استطرد|continue|استطرد|استطردت|يستطرد|مستطردا|q c|0
كرّر|assert|كرر|كررت|يكرر|مكررا|n c|1
شرح|point|شرح|شرحت|يشرح|شارحا|c q n|1
أفصح|announce|أفصح|أفصحت|يفصح|مفصحا|عن c|0
روى|say|روى|روت|يروي|راويا|c q|1
أنكر|deny|أنكر|أنكرت|ينكر|منكرا|n c|0
توعّد|warn|توعد|توعدت|يتوعد|متوعدا|ب|1
استدرك|continue|استدرك|استدركت|يستدرك|مستدركا|q c|0
وعد|commit|وعد|وعدت|-|واعدا|ب c|1
فسّر|point|فسر|فسرت|يفسر|مفسرا|o c|2
هنّأ|attitude|هنأ|هنأت|يهنئ|مهنئا|o|1
جزم|assert|جزم|جزمت|يجزم|جازما|ب c|1
أنذر|warn|أنذر|أنذرت|ينذر|منذرا|ب c|1
أسف|attitude|أسف|أسفت|يأسف|آسفا|ل c|1
هتف|say|هتف|هتفت|يهتف|هاتفا|q ب|1
شجب|attitude|شجب|شجبت|يشجب|شاجبا|n|0
فنّد|deny|فند|فندت|يفند|مفندا|n|1
شكّك|deny|شكك|شككت|يشكك|مشككا|في ب|0
أشاع|say|أشاع|أشاعت|يشيع|-|c|1
استهجن|attitude|استهجن|استهجنت|يستهجن|مستهجنا|n|0
ألقى|deny|ألقى|ألقت|يلقي|ملقيا|n|1
سخر|attitude|سخر|سخرت|يسخر|ساخرا|من|1
تأسّف|attitude|تأسف|تأسفت|يتأسف|متأسفا|ل على|1
اشتكى|attitude|اشتكى|اشتكت|يشتكي|مشتكيا|من|1
أبرق|say|أبرق|أبرقت|-|-|c|2
غرّد|say|غرد|غردت|يغرد|مغردا|q c|1
دوّن|say|دون|دونت|يدون|مدونا|q c|2
أخطر|say|أخطر|أخطرت|يخطر|-|ب c|2
حمّل|deny|حمل|حملت|يحمل|محملا|o|1
دافع|assert|دافع|دافعت|يدافع|مدافعا|عن|1
طمأن|assert|طمأن|طمأنت|يطمئن|مطمئنا|c|1
شهد|say|-|-|-|-|c|2
أيّد|attitude|أيد|أيدت|يؤيد|مؤيدا|n|1
بارك|attitude|بارك|باركت|يبارك|مباركا|n|2
امتدح|attitude|امتدح|امتدحت|يمتدح|ممتدحا|n|0
لام|attitude|لام|لامت|يلوم|لائما|o|2
أنحى|attitude|-|-|-|-|ب|2
تنبّأ|opinion|تنبأ|تنبأت|يتنبأ|متنبئا|ب c|1
خمّن|opinion|خمن|خمنت|يخمن|مخمنا|c|1
افترض|opinion|افترض|افترضت|يفترض|مفترضا|c|2
ظنّ|opinion|ظن|ظنت|يظن|ظانا|c|1
وجد|opinion|وجد|وجدت|-|-|c|2
استرسل|continue|استرسل|استرسلت|يسترسل|مسترسلا|q c|1
أكمل|continue|أكمل|أكملت|يكمل|مكملا|q|2
استكمل|continue|استكمل|استكملت|يستكمل|مستكملا|q|2
أنهى|continue|-|-|-|منهيا|q|2
تطرّق|point|-|-|-|متطرقا|إلى|1
استعرض|point|-|-|-|مستعرضا|n|1
أعاد|point|-|-|-|-|n|2
تعجّب|ask|تعجب|تعجبت|يتعجب|متعجبا|من q|1
استفسر|ask|استفسر|استفسرت|يستفسر|مستفسرا|عن|1
توسّل|directive|توسل|توسلت|يتوسل|متوسلا|إلى|2
أذاع|announce|أذاع|أذاعت|يذيع|-|c|1
نشر|say|-|-|-|-|c|2
بثّ|say|-|-|-|-|c|2
سلّط|point|سلط|سلطت|يسلط|مسلطا|على|1
اكتفى|say|اكتفى|اكتفت|يكتفي|مكتفيا|q|2
نسب|say|نسب|نسبت|ينسب|-|-|2
وجّه|say|وجه|وجهت|يوجه|موجها|n|1
قدّم|attitude|قدم|قدمت|يقدم|مقدما|n|1
توصّل|opinion|توصل|توصلت|يتوصل|-|إلى|2
ذهب|opinion|ذهب|ذهبت|يذهب|-|إلى|2
انتهى|opinion|انتهى|انتهت|ينتهي|-|إلى|2
أبرزه|point|-|-|-|مبرزا|c q n|1
ذكّر|point|-|-|-|مذكرا|ب c|0
لاحظ|opinion|لاحظ|لاحظت|يلاحظ|ملاحظا|c|1
ارتأى|opinion|ارتأى|ارتأت|يرتئي|-|c|1
أثبت|assert|أثبت|أثبتت|يثبت|-|c|1
برهن|assert|برهن|برهنت|يبرهن|-|على c|1
دلّل|assert|دلل|دللت|يدلل|مدللا|على|1
دلّ|assert|-|دلت|-|-|c|2
اشترط|directive|اشترط|اشترطت|يشترط|مشترطا|c n|1
أفتى|say|أفتى|أفتت|يفتي|-|ب c|1
قضى|announce|قضى|قضت|يقضي|قاضيا|ب c|2
حسم|assert|حسم|حسمت|يحسم|حاسما|c|2
قدّر|opinion|قدر|قدرت|يقدر|مقدرا|c|2
صاح|say|صاح|صاحت|يصيح|صائحا|q|1
صرخ|say|صرخ|صرخت|يصرخ|صارخا|q|1
همس|say|همس|همست|يهمس|هامسا|q|1
تمتم|say|تمتم|تمتمت|يتمتم|متمتما|q|1
صدح|say|صدح|صدحت|يصدح|-|q|2
نادى|directive|نادى|نادت|ينادي|مناديا|ب q|1
احتجّ|attitude|احتج|احتجت|يحتج|محتجا|على|1
اعترض|attitude|اعترض|اعترضت|يعترض|معترضا|على|1
تحفّظ|attitude|تحفظ|تحفظت|يتحفظ|متحفظا|على|1
عارض|attitude|عارض|عارضت|يعارض|معارضا|n|1
تمسّك|assert|تمسك|تمسكت|يتمسك|متمسكا|ب|1
عزا|opinion|عزا|عزت|يعزو|عازيا|o إلى|1
أرجع|opinion|أرجع|أرجعت|يرجع|مرجعا|o إلى|1
تبنّى|announce|تبنى|تبنت|يتبنى|متبنيا|n|1
أسرّ|say|أسر|أسرت|يسر|-|ب c|2
باح|say|باح|باحت|يبوح|-|ب|1
تباهى|attitude|تباهى|تباهت|يتباهى|متباهيا|ب|1
تفاخر|attitude|تفاخر|تفاخرت|يتفاخر|متفاخرا|ب|1
افتخر|attitude|افتخر|افتخرت|يفتخر|مفتخرا|ب|1
اعتزّ|attitude|اعتز|اعتزت|يعتز|معتزا|ب|1
تهكّم|attitude|تهكم|تهكمت|يتهكم|متهكما|على من|1
حكى|say|حكى|حكت|يحكي|حاكيا|c q عن|1
أقسم|assert|أقسم|أقسمت|يقسم|مقسما|c q على|1
حلف|assert|حلف|حلفت|يحلف|-|c على|2
استشهد|point|-|-|-|مستشهدا|ب|1
استدلّ|point|استدل|استدلت|يستدل|مستدلا|ب على|1
تذرّع|deny|تذرع|تذرعت|يتذرع|متذرعا|ب|1
تعلّل|deny|تعلل|تعللت|يتعلل|متعللا|ب|1
علّل|deny|علل|عللت|يعلل|معللا|o ب|1
ردّد|assert|ردد|رددت|يردد|مرددا|c q|2
بشّر|announce|بشر|بشرت|يبشر|مبشرا|ب c|2
تفاءل|attitude|تفاءل|تفاءلت|يتفاءل|متفائلا|ب|1
خشي|opinion|خشي|خشيت|يخشى|-|c من|1
تخوّف|opinion|تخوف|تخوفت|يتخوف|متخوفا|من c|1
توجّس|opinion|توجس|توجست|يتوجس|متوجسا|من|1
امتعض|attitude|امتعض|امتعضت|يمتعض|ممتعضا|من|1
استاء|attitude|استاء|استاءت|-|-|من|1
تذمّر|attitude|تذمر|تذمرت|يتذمر|متذمرا|من|1
شكا|attitude|شكا|شكت|يشكو|شاكيا|من c|1
تبرّأ|deny|تبرأ|تبرأت|يتبرأ|متبرئا|من|1
تنصّل|deny|تنصل|تنصلت|يتنصل|متنصلا|من|1
لوّح|warn|لوح|لوحت|يلوح|ملوحا|ب|1
كذّب|deny|كذب|كذبت|يكذب|مكذبا|n|2
دحض|deny|دحض|دحضت|يدحض|داحضا|n|1
عدّ|opinion|عد|عدت|-|-|c|2
شبّه|opinion|شبه|شبهت|يشبه|مشبها|o ب|2
لخّص|say|لخص|لخصت|يلخص|ملخصا|q|2
التمس|directive|التمس|التمست|يلتمس|ملتمسا|من|1
رجا|directive|رجا|رجت|يرجو|-|c|1
حضّ|directive|حض|حضت|يحض|حاضا|على o|1
حرّض|directive|حرض|حرضت|يحرض|محرضا|على o|1
أوعز|directive|أوعز|أوعزت|يوعز|موعزا|إلى ب|1
علم|say|-|علمت|-|-|c|1
أعلم|say|أعلم|أعلمت|-|معلما|c ب|2
خاطب|say|خاطب|خاطبت|يخاطب|مخاطبا|q|2
اعتذر|attitude|اعتذر|اعتذرت|يعتذر|معتذرا|عن|1
ندم|attitude|ندم|ندمت|يندم|نادما|على|1
استحسن|attitude|استحسن|استحسنت|يستحسن|مستحسنا|n|1
استهزأ|attitude|استهزأ|استهزأت|يستهزئ|مستهزئا|ب|1
استهان|attitude|استهان|استهانت|يستهين|مستهينا|ب|1
قلّل|opinion|قلل|قللت|يقلل|مقللا|من|1
هوّن|opinion|هون|هونت|يهون|مهونا|من|1
راهن|opinion|راهن|راهنت|يراهن|مراهنا|على|2
تطلّع|commit|تطلع|تطلعت|يتطلع|متطلعا|إلى|1
التزم|commit|التزم|التزمت|-|ملتزما|ب|2
حبّذ|opinion|حبذ|حبذت|يحبذ|محبذا|c n|1
أيقن|opinion|أيقن|أيقنت|يوقن|-|c ب|2
آمن|opinion|آمن|آمنت|يؤمن|-|ب c|2
اقتنع|opinion|اقتنع|اقتنعت|-|مقتنعا|ب c|2
تذكّر|say|تذكر|تذكرت|يتذكر|متذكرا|c q|2
استذكر|say|استذكر|استذكرت|يستذكر|مستذكرا|c n|1
استحضر|say|-|-|-|مستحضرا|n|1
سطّر|assert|سطر|سطرت|يسطر|مسطرا|على c|2
أومأ|point|أومأ|أومأت|يومئ|مومئا|إلى|1
أوحى|point|أوحى|أوحت|يوحي|موحيا|ب c|2
نصّ|announce|-|نصت|ينص|-|على c|1
أجمع|opinion|أجمع|أجمعت|-|مجمعا|على c|1
عاب|attitude|عاب|عابت|يعيب|-|على|1
مدح|attitude|مدح|مدحت|يمدح|مادحا|n|1
أطرى|attitude|أطرى|أطرت|يطري|-|على|1
تضامن|attitude|تضامن|تضامنت|يتضامن|متضامنا|مع|1
تحسّر|attitude|تحسر|تحسرت|يتحسر|متحسرا|على|1
تصوّر|opinion|تصور|تصورت|يتصور|متصورا|c|2
تخيّل|opinion|تخيل|تخيلت|يتخيل|متخيلا|c|2
شعر|opinion|شعر|شعرت|يشعر|-|c|2
عاتب|attitude|عاتب|عاتبت|يعاتب|معاتبا|o ب على|2
نعى|announce|نعى|نعت|ينعى|ناعيا|n|1
أوجز|say|أوجز|أوجزت|يوجز|موجزا|q|2
ارتجل|say|-|-|-|مرتجلا|q|2
سرد|say|سرد|سردت|يسرد|ساردا|c q|1
عدّد|point|-|-|-|معددا|n|1
سخّف|attitude|سخف|سخفت|يسخف|مسخفا|n|2
استخفّ|attitude|استخف|استخفت|يستخف|مستخفا|ب|1
جادل|opinion|جادل|جادلت|يجادل|مجادلا|ب c|2
حاجج|opinion|حاجج|حاججت|يحاجج|محاججا|ب c|1
بلّغ|say|بلغ|-|-|مبلغا|c|2
طرح|ask|طرح|طرحت|يطرح|طارحا|q|2
`;

const lines = VERBS.trim().split('\n');

export const reportingVerbs: readonly ReportingVerb[] = lines.map((line) => {
  const [lemma = '', name = '', , , , , frames = '', caution = '0'] = line.split('|');
  const parts = frames.split(' ');
  return {
    lemma,
    class: name as VerbClass,
    clause: parts.includes('c'),
    quote: parts.includes('q'),
    bare: parts.includes('n'),
    object: parts.includes('o'),
    prepositions: parts
      .filter((part) => part.length > 1 || part === 'ب' || part === 'ل')
      .filter((part) => !/^[a-z]$/.test(part))
      .map(key),
    caution: Number(caution) as 0 | 1 | 2,
  };
});

/** Folded form → what it may be. Pronouns and conjunctions are taken off by whoever looks (cues.ts). */
export const cueForms: ReadonlyMap<string, CueForm> = (() => {
  const forms = new Map<string, CueForm>();
  const add = (form: string, value: CueForm) => {
    const folded = key(form);
    if (!forms.has(folded)) forms.set(folded, value);
  };
  lines.forEach((line, index) => {
    const [, , he = '-', she = '-', imperfect = '-', participle = '-'] = line.split('|');
    const verb = reportingVerbs[index] as ReportingVerb;
    const give = (form: Form, gender: 'm' | 'f', plural: boolean): CueForm => ({ verb, form, gender, plural });
    if (she !== '-') add(she, give('perfect', 'f', false));
    if (he !== '-') {
      add(he, give('perfect', 'm', false));
      const weak = /[اىي]$/.test(he);
      add(`${weak ? he.slice(0, -1) : he}وا`, give('perfect', 'm', true));
      // قالا, not شكرا and ذكرا.
      if (verb.caution === 0 && !weak) add(`${he}ا`, give('perfect', 'm', true));
    }
    // لم ينف
    if (imperfect === 'ينفي')
      for (const form of ['ينف', 'تنف']) add(form, give('imperfect', form === 'ينف' ? 'm' : 'f', false));
    if (imperfect !== '-') {
      const stem = imperfect.slice(1);
      add(imperfect, give('imperfect', 'm', false));
      add(`ت${stem}`, give('imperfect', 'f', false));
      if (!/[ىيو]$/.test(stem)) {
        add(`ي${stem}ان`, give('imperfect', 'm', true));
        add(`ت${stem}ان`, give('imperfect', 'f', true));
      }
      add(`ي${/[ىيو]$/.test(stem) ? stem.slice(0, -1) : stem}ون`, give('imperfect', 'm', true));
    }
    if (participle !== '-') {
      const stem = participle.slice(0, -1);
      add(participle, give('participle', 'm', false));
      add(`${stem}ة`, give('participle', 'f', false));
      add(`${stem.endsWith('ي') ? stem.slice(0, -1) : stem}ين`, give('participle', 'm', true));
    }
  });
  return forms;
})();
