/** Whether something new begins at a token: another report, or the reporter’s own words. */
import type { Cue } from './cues.ts';
import type { Frames } from './frames.ts';
import { afterwards, bringsNews, impersonals, occasionsOf, tails, withheld } from './lexicon/connectives.ts';
import { adverbs, complementisers, prepositions } from './lexicon/function-words.ts';
import { definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';

/** قوله, تعبيرها: somebody's words, by a pronoun. */
export const OWN_WORDS = /^(?:قول|تعبير|وصف|راي|كلام|افادت|تصريح|تصريحات|روايت|زعم)(?:ه|ها|هم)$/;

/** Where something is said. */
const VENUES =
  /^(?:تصريح|تصريحات|حديث|حوار|مقابله|لقاء|مؤتمر|موتمر|كلمه|خطاب|بيان|تغريده|تدوينه|رساله|اتصال|مداخله|منشور|بلاغ|كلمت|حوار|حديث|خطاب)(?:ه|ها|هم|له|لها)?$/;

/** Whether something new begins at text token: another report, a trailing attribution, the reporter's own words. */
export function endsBefore(text: Frames, at: number, cue: number): boolean {
  const here = text.key(at);
  const before = text.key(at - 1);
  // في الداخل، والتي اعتبر أن …
  if (/^و(?:الذي|التي|الذين)$/.test(here) && text.cues[at + 1] && text.frame(text.cues[at + 1] as Cue)) return true;
  const afterComma = text.tokens[at - 1]?.kind === 'comma' || text.tokens[at - 1]?.kind === 'mark';
  const next = text.cues[at];
  if (next && at !== cue && text.nameAt[at] === -1) {
    if (next.form.form === 'participle' && next.skip === 0) {
      if (text.frame(next)) return true;
    } else if ((next.skip > 0 || afterComma || bringsNews.has(before)) && next.form.form !== 'participle') {
      if (next.skip > 0 || afterComma || bringsNews.has(before)) {
        const frame = text.frame(next);
        // قبل أن يتوقف البث ويغادر الضيوف: what goes on, not another report.
        const goesOn =
          next.form.form === 'imperfect' &&
          frame?.kind === 'noun' &&
          !afterComma &&
          text.cues[cue]?.form.form !== 'imperfect';
        if (frame && !goesOn && (next.form.form === 'perfect' || frame.subject !== null || next.skip > 0)) return true;
      }
    } else if (next.form.form === 'participle' && next.skip === 1 && text.frame(next)) return true;
  }
  if (bringsNews.has(here) && (afterComma || here.startsWith('و'))) {
    for (let i = at + 1; i <= at + 2; i++) {
      const reported = text.cues[i];
      // لكن يعتقد أن: nobody's thought, told in what was said.
      if (reported && i === at + 1 && impersonals.has(text.key(i)) && complementisers.has(text.key(i + 1))) break;
      if (reported && text.frame(reported) && reported.form.form !== 'participle') return true;
    }
  }
  // والوزير ينفي, ومرة قال: a subject or an adverb with its conjunction, then its report.
  if (/^و.{2}/.test(here) && !next) {
    const noun = conjoinedSubject(text, at);
    const reported = text.cues[noun];
    if (
      noun > at &&
      reported &&
      reported.skip === 0 &&
      reported.form.form !== 'participle' &&
      text.nameAt[noun] === -1 &&
      text.frame(reported)
    )
      return true;
  }
  if ((tails.has(here) || here === 'بيد') && afterComma) return true;
  // …، وذلك في أعقاب; …، دون صدور تأكيد: the reporter's own.
  if (afterComma && here === 'وذلك' && occasionsOf.has(text.key(at + 1))) return true;
  if (afterComma && withholds(text, at)) return true;
  // …، في تصريح للصحيفة; …، خلال مؤتمر صحفي: where it was said, after what was said.
  if (
    afterComma &&
    (here === 'في' || here === 'خلال' || here === 'اثناء' || here === 'علي') &&
    (VENUES.test(text.key(at + 1)) || (here === 'علي' && text.key(at + 1) === 'هامش')) &&
    !complementAfterComma(text, at)
  )
    return true;
  // …، غير أنه رفض الاعتذار; …، إلا أن الوزير قال
  // …، رغم أنها نفت وجود خطة; not رغم أن الوزير قال, which may be told in what was said.
  if (
    afterComma &&
    /^(?:رغم|برغم|مع)$/.test(here) &&
    /^ان(?:ه|ها|هم|هما)$/.test(text.key(at + 1)) &&
    text.cues[at + 2]?.form.form === 'perfect' &&
    text.frame(text.cues[at + 2] as Cue)
  )
    return true;
  if (afterComma && (here === 'غير' || here === 'الا') && text.key(at + 1).startsWith('ان'))
    for (let i = at + 2; i <= at + 3; i++)
      if (text.cues[i]?.form.form === 'perfect' && text.frame(text.cues[i] as Cue)) return true;
  // …، في حين قالت الصحيفة إن
  if (here === 'في' && text.key(at + 1) === 'حين' && afterComma) {
    for (let i = at + 2; i <= at + 3; i++) if (text.cues[i] && text.frame(text.cues[i] as Cue)) return true;
  }
  // …، في إشارة إلى; …، ردا على; …، رغم نفي الحكومة: the reporter's comment.
  if (afterComma && /^(?:اشاره|ردا|تعليقا|تعقيبا)$/.test(here === 'في' ? text.key(at + 1) : here)) return true;
  if (afterComma && here === 'رغم' && /^(?:تحذير|تحذيرات|نفي|تاكيد|تاكيدات|اعلان|رفض)$/.test(text.key(at + 1)))
    return true;
  // …، بعدما أعلن X أن: another report, in the reporter's words.
  if (afterComma && afterwards.has(here)) {
    for (let i = at + 1; i <= at + 2; i++) {
      const reported = text.cues[i];
      if (reported && (reported.form.form === 'perfect' || here === 'قبل') && text.frame(reported)) return true;
    }
  }
  if (
    (here === 'بحسب' ||
      here === 'حسب' ||
      here === 'وفقا' ||
      here === 'وفق' ||
      here === 'طبقا' ||
      here === 'حسبما' ||
      here === 'نقلا') &&
    (afterComma || here === 'بحسب' || here === 'حسبما')
  )
    return (
      (text.nounAt(at + 1) && (afterComma || closesAt(text, text.nounPhrase(at + 1)))) ||
      here === 'حسبما' ||
      /^(?:ما|لما|عن|لل|ل.{3,})/.test(text.key(at + 1)) ||
      OWN_WORDS.test(text.key(at + 1))
    );
  // على حد قوله: at the end of what was said, not within it.
  if (here === 'علي' && text.key(at + 1) === 'حد') {
    if (OWN_WORDS.test(text.key(at + 2))) return closesAt(text, at + 3) && !goesOnAfter(text, at + 3);
    return /^(?:قول|تعبير|وصف|زعم|ما)/.test(text.key(at + 2));
  }
  // كما أضاف; not كما زاد حجم الصادرات.
  const likewise = here === 'كما' && afterComma ? text.cues[at + 1] : null;
  if (likewise && (likewise.form.verb.caution < 2 || text.frame(likewise) || text.speaksAt(at + 2))) return true;
  return false;
}

/** دون تسمية, من دون أن يذكر: what the reporter misses. */
function withholds(text: Frames, at: number): boolean {
  let i = at;
  if (text.key(i) === 'من') i++;
  if (!/^(?:دون|بدون)$/.test(text.key(i))) return false;
  if (text.key(i + 1) === 'ان') i++;
  if (!withheld.has(text.key(i + 1))) return false;
  // …، من دون أن يسميها، في الحرب: an insertion.
  for (let k = i + 2; k < i + 10 && text.sameSentence(k, at); k++)
    if (text.tokens[k]?.kind === 'comma') return !prepositions.has(text.key(k + 1));
  return true;
}

/** …، على حد تعبيره، وهو ما يكفي: the sentence that was said goes on. */
function goesOnAfter(text: Frames, at: number): boolean {
  return (
    text.tokens[at]?.kind === 'comma' &&
    /^(?:وه[وي]م?|لكن(?:ه|ها)?|ولكن(?:ه|ها)?|اذ|بل|لان(?:ه|ها)?)$/.test(text.key(at + 1)) &&
    !text.cues[at + 2]
  );
}

/** على هامش المنتدى، أن: what was said is yet to come. */
export function complementAfterComma(text: Frames, at: number): boolean {
  for (let i = at + 1; i < at + 16 && text.sameSentence(i, at); i++)
    if (text.tokens[i]?.kind === 'comma' && complementisers.has(text.key(i + 1))) return true;
  return false;
}

function conjoinedSubject(text: Frames, at: number): number {
  const bare = text.key(at).slice(1);
  if (adverbs.has(bare) || bare === 'مره') return at + 1;
  // وفي الوقت نفسه قال
  if (prepositions.has(bare)) {
    const end = text.nounPhrase(at + 1);
    return text.tokens[end]?.kind === 'comma' ? end + 1 : end;
  }
  const name = text.nameFrom(at);
  if (name) return name.skip === 1 && (name.type === 'person' || name.type === 'organization') ? name.to : at;
  const plain = bare.replace(/^ال/, '');
  if (
    !(
      offices.has(bare) ||
      offices.has(plain) ||
      honorifics.has(bare) ||
      speakingNouns.has(bare) ||
      definiteBodies.has(bare)
    )
  )
    return at;
  return text.nounPhrase(at);
}

function closesAt(text: Frames, at: number): boolean {
  const token = text.tokens[at];
  return (
    !token || token.kind === 'comma' || token.kind === 'stop' || !text.sameSentence(at, at - 1) || token.kind === 'mark'
  );
}
