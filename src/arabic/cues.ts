/** Reporting words in a text: verbs in every form, with a conjunction or an object pronoun attached. */
import { wordSet } from './characters.ts';
import { adverbs, complementisers, particles, prepositions } from './lexicon/function-words.ts';
import { type CueForm, cueForms } from './lexicon/reporting.ts';
import { speakingNouns } from './lexicon/titles.ts';
import type { Token } from './tokens.ts';
import { isFunction, isNoun } from './vocabulary.ts';

/** A reporting word in the text. */
export interface Cue {
  /** The token of the reporting word. */
  readonly at: number;
  /** Letters of an attached conjunction. */
  readonly skip: number;
  readonly form: CueForm;
  /** An attached object pronoun: اتهمه, وصفها. */
  readonly pronoun: boolean;
}

const PRONOUNS = ['هما', 'هم', 'ها', 'هن', 'نا', 'ني', 'كم', 'ه', 'ك'];
/** Verbs that take the one spoken to, or spoken of, as an attached pronoun. */
const TRANSITIVE = new Set([
  'أبلغ',
  'أخبر',
  'هدّد',
  'شكر',
  'سأل',
  'طمأن',
  'نصح',
  'انتقد',
  'حذّر',
  'أنذر',
  'توعّد',
  'امتدح',
  'اعتبر',
]);

/** Participles that are nouns or adjectives as often: معارضة, طلبة. They report after a sign, or with a complementiser. */
const NOUNLIKE = wordSet(`
مذكرة معارضا معارضة معارضين مقرة مقدرا مدافعا مدافعين منتقدين محتجا محتجين مؤيدا مؤيدة مؤيدين محرضا محرضين ملاحظا ملاحظة مسطرا مسجلا مسجلة مرجعا موجزا مدونا مدونة مفسرا طالبا طالبة طالبين
كاتبا كاتبة كاشفة قاضيا حاسما حاسمة محملا محملة مهددا مهددة مهددين مكررا منهيا متحدثا متحدثة متحدثين مطالبة مقترحا مقترحة ساخرا ساخرة شارحا متمسكا رافضا رافضة رافضين مبلغا محررا شاكيا شاكين ناقلا ناقلة
واصلا شاهدا مباركا مباركة مدعيا مدعية مدعين متابعا متابعة متابعين مشتكيا مشتكية مشتكين ملتزما مواصلا مواصلة مفيدا مفيدة ذاكرة مبررا سائلا سائلة مصرا مصرة معترفا متفائلا متفائلة متفائلين مستاء محذرا مركزا مركزة ملحا ملحة معيدا معيدة معيدين`);

/** What makes a following imperfect no report but a wish or a denial of one. */
const UNREAL = new Set(['او', 'ان', 'لن', 'لم', 'كي', 'لكي', 'الا', 'حتي', 'سوف', 'بان']);

/** The reporting form of a word, less its conjunction and its object pronoun. */
export function cueOf(word: string): Omit<Cue, 'at'> | null {
  for (let skip = 0; skip <= 1; skip++) {
    if (skip === 1 && !/^[وفل]/.test(word)) break;
    const rest = skip === 0 ? word : word.slice(1);
    const plain = cueForms.get(rest);
    // ليضيف: only the imperfect has a ل.
    if (skip === 1 && word.startsWith('ل') && plain?.form !== 'imperfect') break;
    if (plain) return { skip, form: plain, pronoun: false };
    for (const pronoun of PRONOUNS) {
      if (!rest.endsWith(pronoun) || rest.length - pronoun.length < 2) continue;
      let stem = rest.slice(0, -pronoun.length);
      let form = cueForms.get(stem);
      // دعاه is from دعا, but نفاه from نفي.
      if (!form && stem.endsWith('ا')) {
        stem = `${stem.slice(0, -1)}ي`;
        form = cueForms.get(stem);
      }
      if (form && form.form !== 'participle' && (form.verb.object || TRANSITIVE.has(form.verb.lemma)))
        return { skip, form, pronoun: true };
    }
  }
  return null;
}

/** بين and عبر are prepositions, unless a clause with أن or the preposition عن follows as after بيّن and عبّر. */
function reports(tokens: readonly Token[], at: number, word: string): boolean {
  const line = tokens[at]?.line;
  for (let i = at + 1; i < at + 16; i++) {
    const token = tokens[i];
    if (
      !token ||
      token.line !== line ||
      token.kind === 'stop' ||
      (token.kind === 'comma' && !complementisers.has(tokens[i + 1]?.key ?? ''))
    )
      return false;
    if (word === 'بين') {
      // من جهته، بين المتحدث الرسمي للشرطة أن: where a clause begins, the subject may be long.
      const opens = tokens[at - 1]?.kind !== 'word' || tokens[at - 1]?.line !== line || token.key === 'وبين';
      if (token.key.startsWith('و') && i > at + 1 && !token.key.startsWith('وال')) return false;
      if (complementisers.has(token.key)) return i - at < (opens ? 16 : 8);
      if (prepositions.has(token.key) && !opens) return false;
    } else if (word === 'عبر') {
      if (token.key === 'عن') return true;
    } else return false;
  }
  return false;
}

/** Whether a damma on the first letter makes a form a passive: أُعلن, يُعتقد; not يُعلن, which is written so in the active too. */
function passive({ form, verb }: CueForm): boolean {
  return form === 'perfect' || (form === 'imperfect' && /^[ات]/.test(verb.lemma));
}

const BEFORE_NOUNS = new Set([
  'عدم',
  'محل',
  'كون',
  'هذه',
  'تلك',
  'جميع',
  'بعض',
  'معظم',
  'احد',
  'احدي',
  'مجرد',
  'اعاده',
  'بدون',
  'دون',
  'سبب',
  'حق',
  'طلب',
  'عمليه',
  'كل',
  'اي',
  'غير',
  'وعدم',
  'بعدم',
  'مع',
]);

/** Verbal nouns that look like verbs: حقيقة رفض, بعد نفي. */
const VERBAL_NOUNS = wordSet('رفض طلب نفي رد كشف شكر ذكر وصف نقل حث وعد أسف أمل نصح شجب حذر لوم مدح ندم علم حكم بلاغ');

/** Verbs that report where they are denied: لم يستبعد, لم ينف. */
const UNDENIED = new Set(['استبعد', 'نفى', 'أنكر']);
/** Classes of verbs that tell words. */
const TELLS = new Set(['say', 'continue', 'point', 'assert']);

/** For each token its reporting word, or null. */
export function findCues(tokens: readonly Token[]): (Cue | null)[] {
  // A text says the same words again and again: each is taken apart once.
  const known = new Map<string, Omit<Cue, 'at'> | null>();
  const look = (word: string) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = cueOf(word)));
    return found;
  };
  return tokens.map((token, at) => {
    if (token.kind !== 'word' || token.key.length < 2) return null;
    const found = look(token.key);
    if (!found) return null;
    // نادي الوداد: a club; who called out is نادى.
    if (token.key === 'نادي' && !token.maqsura) return null;
    // عقب, بين, ردا, هناك: words that hold the sentence together first.
    const plain = found.skip === 0 || particles.has(token.key) ? token.key : token.key.slice(found.skip);
    if (particles.has(plain) || adverbs.has(plain)) return null;
    if (prepositions.has(plain) && !reports(tokens, at, plain)) return null;
    const preceding = tokens[at - 1];
    const before = preceding?.kind === 'word' && preceding.line === token.line ? preceding.key : '';
    if (found.skip === 0 && found.form.form === 'imperfect' && UNREAL.has(before.replace(/^[وف](?=ل[من]$)/, ''))) {
      // لم يستبعد أن; قبل أن يضيف: said all the same.
      const denied = before.endsWith('لم') && UNDENIED.has(found.form.verb.lemma);
      const later = before === 'ان' && tokens[at - 2]?.key === 'قبل' && TELLS.has(found.form.verb.class);
      if (!denied && !later) return null;
    }
    // إذا رأى, لو أعلن: nothing said yet.
    if (found.skip === 0 && found.form.form === 'perfect' && /^[وف]?(?:اذا|لو)$/.test(before)) return null;
    // في حث الجانب, من رفض: a noun.
    if (
      found.skip === 0 &&
      found.form.form === 'perfect' &&
      prepositions.has(before) &&
      before !== 'منذ' &&
      before !== 'حين'
    )
      return null;
    if (complementisers.has(token.key)) return null;
    if (token.damma && passive(found.form)) return null;
    // التي تعهد بها: what was promised is named before, and nothing follows.
    if (
      /^[وف]?(?:التي|الذي)$/.test(before) &&
      /^(?:ب|عن|علي|الي|في|من)(?:ه|ها|هم)$/.test(tokens[at + 1]?.key ?? '') &&
      !tokens
        .slice(at + 2, at + 8)
        .some((one) => one.kind === 'mark' || one.kind === 'colon' || complementisers.has(one.key))
    )
      return null;
    // حملة is no حمله.
    if (found.pronoun && token.key.endsWith('ه') && !token.heh) return null;
    // قيودا مشددة على: an adjective of the noun before.
    const describing =
      found.skip === 0 && token.key.endsWith('ه') && isNoun(before) && !before.startsWith('ال') && !isFunction(before);
    if (
      found.form.form === 'participle' &&
      (NOUNLIKE.has(plain) || describing) &&
      before !== '' &&
      !complementisers.has(tokens[at + 1]?.key ?? '')
    )
      return null;
    // عدم ذكر اسمه, محل رفض: a verbal noun in a construct.
    if (found.skip === 0 && found.form.form === 'perfect' && BEFORE_NOUNS.has(before)) return null;
    // كرر رفض التعاون: two verbs do not follow each other.
    const earlier = before === '' ? undefined : look(before);
    if (found.skip === 0 && VERBAL_NOUNS.has(plain) && earlier && /^(?:im)?perfect$/.test(earlier.form.form))
      return null;
    // جهود مواجهة ورفض التطرف: joined to a noun that waits for what it is of.
    if (
      found.skip === 1 &&
      found.form.form === 'perfect' &&
      VERBAL_NOUNS.has(plain) &&
      before !== '' &&
      !/^(?:[وفبل]?ال|.*(?:ه|ها|هم|نا)$)/.test(before) &&
      isNoun(before) &&
      !isFunction(before) &&
      (tokens[at + 1]?.key ?? '').startsWith('ال') &&
      isNoun(tokens[at - 2]?.key ?? '')
    )
      return null;
    if (
      found.skip === 0 &&
      found.form.form === 'perfect' &&
      VERBAL_NOUNS.has(plain) &&
      !complementisers.has(tokens[at + 1]?.key ?? '') &&
      before !== '' &&
      !before.startsWith('ال') &&
      !(tokens[at - 1] as Token).tanwin &&
      isNoun(before) &&
      !isFunction(before) &&
      !/^[وف]?(?:قد|لقد)$/.test(before) &&
      !speakingNouns.has(before)
    )
      return null;
    return { at, ...found };
  });
}
