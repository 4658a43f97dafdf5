/** What a word is on its own: a word that holds sentences together, an everyday noun or verb, a part of a person's name. */
import { key, wordSet } from './characters.ts';
import { commonWords } from './lexicon/common.ts';
import { NOUNS, VERBS } from './lexicon/everyday.ts';
import { arabFamilyNames, foreignFamilyNames } from './lexicon/family-names.ts';
import { NOUN_ENDINGS, nounStem, verbStems } from './lexicon/forms.ts';
import { adverbs, complementisers, months, particles, prepositions, weekdays } from './lexicon/function-words.ts';
import { arabGivenNames, foreignGivenNames } from './lexicon/given-names.ts';
import { peoples } from './lexicon/organizations.ts';
import { MORE_NOUNS, MORE_VERBS } from './lexicon/ordinary.ts';
import { byLastName } from './lexicon/leaders.ts';
import { givenNames as listed } from './lexicon/people.ts';
import { cueForms } from './lexicon/reporting.ts';
import { bodies, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import { plainVerbs } from './lexicon/verbs.ts';
import { shape } from './shape.ts';

/** Particles, prepositions, complementisers and adverbs. */
export function isFunction(word: string): boolean {
  return particles.has(word) || prepositions.has(word) || complementisers.has(word) || adverbs.has(word);
}

const nominal = new Set<string>();
const perfect = new Set<string>();
const imperfect = new Set<string>();
/** Words that are written out in a list, not made by a pattern or by taking off what is attached. */
const spelt = new Set<string>(commonWords);
for (const word of NOUNS.trim().split(/\s+/)) {
  nominal.add(nounStem(word));
  spelt.add(key(word));
}
for (const pair of VERBS.trim().split(/\s+/)) verbStems(pair, perfect, imperfect, nominal);

/** Nationality adjectives with and without the article: they follow what they describe. */
export const nisbas: ReadonlySet<string> = new Set(
  peoples.flatMap((people) => [`ال${people}`, `ال${people}ه`, people, `${people}ه`]),
);

const PERSON_PRONOUNS = ['', 'ه', 'ها', 'هم', 'هما', 'نا', 'ني'];

function stripped<Found>(
  word: string,
  endings: readonly string[],
  find: (stem: string) => Found | false,
): Found | false {
  for (const ending of endings) {
    if (word.length - ending.length < 2 || !word.endsWith(ending)) continue;
    const found = find(word.slice(0, word.length - ending.length));
    if (found) return found;
  }
  return false;
}

/** قررت, يقررون, سيقررها: a finite form of an everyday verb that reports nothing, without a conjunction before. */
function finite(word: string): boolean {
  if (perfect.has(word) || stripped(word, PERSON_PRONOUNS, (stem) => stem.length > 3 && perfect.has(stem))) return true;
  const bare = /^س[يتنا]/.test(word) ? word.slice(1) : word;
  if (!/^[يتنا]/.test(bare) || bare.length < 3) return false;
  const tail = bare.slice(1);
  return (
    imperfect.has(tail) ||
    stripped(
      tail,
      ['ون', 'وا', 'ان', 'ا', 'ن', ...PERSON_PRONOUNS.slice(1)],
      (stem) => imperfect.has(stem) || (/^..+[^يا]$/.test(stem) && imperfect.has(`${stem}ي`)),
    )
  );
}

/** A noun or an adjective of everyday, without anything attached before. */
export const isNoun = (word: string): boolean =>
  nominal.has(word) || stripped(word, NOUN_ENDINGS, (stem) => stem.length > 2 && nominal.has(stem));

/** Whether a word is one of everyday, with whatever is attached to it: وبالمسؤولين, لقضيته, سيقررون. */
export function isEveryday(word: string): boolean {
  const known = everydayMemo.get(word);
  if (known !== undefined) return known;
  const answer = everyday(word);
  // One text's words, or a few: the memory is bounded, whatever is pasted.
  if (everydayMemo.size > 100_000) everydayMemo.clear();
  everydayMemo.set(word, answer);
  return answer;
}
const everydayMemo = new Map<string, boolean>();

function everyday(word: string): boolean {
  for (let skip = 0; skip <= 2 && word.length - skip >= 2; skip++) {
    if (skip === 1 && !/^[وفبكل]/.test(word)) break;
    if (skip === 2 && !/^[وف][بكل]/.test(word)) break;
    const rest = word.slice(skip);
    if (skip > 0 && rest.length < 3) return spelt.has(rest);
    if (commonWords.has(rest)) return true;
    const article = rest.startsWith('ال')
      ? rest.slice(2)
      : rest.startsWith('لل')
        ? rest.slice(2)
        : skip > 0 && word[skip - 1] === 'ل' && rest.startsWith('ل')
          ? rest.slice(1)
          : null;
    if (article !== null && article.length > 1 && isNoun(article)) return true;
    if (isNoun(rest)) return true;
    if (skip <= 1 && (skip === 0 || /^[وفل]/.test(word)) && (finite(rest) || plainVerbs.has(rest))) return true;
    // A verb before its object: وليجند, ليبدأ.
    if (skip > 0 && /ل/.test(word[skip - 1] as string) && finite(rest)) return true;
  }
  return false;
}

/** A verb in a finite form, with or without a conjunction: what a noun phrase does not go on over. */
export function isVerb(word: string): boolean {
  const known = verbMemo.get(word);
  if (known !== undefined) return known;
  const bare = /^[وف]/.test(word) && word.length > 3 ? word.slice(1) : word;
  const nounToo = (one: string) => commonWords.has(one) || isNoun(one);
  // المتهم, النمو: what has the article is a noun, but for التقى and its like.
  if (
    /^[وف]?ال/.test(word) &&
    !perfect.has(word) &&
    !plainVerbs.has(word) &&
    !perfect.has(bare) &&
    !plainVerbs.has(bare)
  )
    return false;
  // تراجع, تطور: a verbal noun as often as a verb.
  if (/^ت.{3,}$/.test(word) && nominal.has(word)) return false;
  const answer =
    plainVerbs.has(word) ||
    plainVerbs.has(bare) ||
    (finite(word) && !nounToo(word)) ||
    (bare !== word && finite(bare) && !nounToo(bare) && !nounToo(word));
  if (verbMemo.size > 100_000) verbMemo.clear();
  verbMemo.set(word, answer);
  return answer;
}
const verbMemo = new Map<string, boolean>();

const ordinary = new Set<string>(MORE_NOUNS.trim().split(/\s+/));
for (const word of MORE_NOUNS.trim().split(/\s+/)) ordinary.add(nounStem(word));
const ordinaryPerfect = new Set<string>();
const ordinaryImperfect = new Set<string>();
for (const verb of MORE_VERBS.trim().split(/\s+/)) verbStems(verb, ordinaryPerfect, ordinaryImperfect, ordinary);

/**
 * Whether a word is of the dictionary, though no everyday one: تسريع, قبالة, وتخلفه. What is left by an ending taken off must have four letters,
 * or many a foreign name would be made of a word: ملهان.
 */
export function isOrdinary(word: string): boolean {
  for (let skip = 0; skip <= 2 && word.length - skip > 2; skip++) {
    if (skip === 1 && !/^[وفبكل]/.test(word)) break;
    if (skip === 2 && !/^[وف][بكل]/.test(word)) break;
    const rest = word.slice(skip);
    const bare = /^(?:ال|لل)./.test(rest) ? rest.slice(2) : rest;
    if (bare.length > 2 && (ordinary.has(bare) || ordinaryPerfect.has(bare))) return true;
    if (stripped(bare, NOUN_ENDINGS, (stem) => stem.length > 3 && ordinary.has(stem))) return true;
    if (stripped(rest, PERSON_PRONOUNS, (stem) => stem.length > 3 && ordinaryPerfect.has(stem))) return true;
    const tail = /^س?[يتن]./.test(rest) ? rest.replace(/^س?[يتن]/, '') : '';
    if (
      tail.length > 2 &&
      stripped(
        tail,
        ['', 'ون', 'ان', ...PERSON_PRONOUNS.slice(1)],
        (stem) => stem.length > 2 && ordinaryImperfect.has(stem),
      )
    )
      return true;
  }
  return false;
}

/** له, بينهم, وفيها, وهو: a preposition with its pronoun, or a pronoun behind a conjunction. */
const GRAMMAR =
  /^[وف]?(?:(?:ل|ب|في|من|عن|علي|الي|بين|عند|مع|لدي|حول|دون|بعد|قبل|امام|خلال|ضد|وراء|تحت|فوق|نحو|غير|كل|بعض|جميع|نفس|ذات|مثل|ان|لان|بان|كان|لكن|انما)(?:ه|ها|هم|هما|هن|ك|كم|نا|ي|ني)|هو|هي|هم|فقط|لما|مما|عما|انما|اذن|لذا|لذلك|هكذا|قط|ابان|قباله|حسبما|وقتما|اينما|كيفما|طالما|لئن|لين|ولو|مع|مذ|جدا|ايضا|اجمالي|انحاء|مجمل|مجرد|عدم|لعدم|بعدم)$/;

const rawGiven = new Set([...listed, ...arabGivenNames, ...foreignGivenNames]);
/** Words of names that no name begins with, or that are words first. */
const NO_NAMES = wordSet('الدين الله الاسلام لما قباله');
const usable = (name: string) =>
  name.length > 1 &&
  !NO_NAMES.has(name) &&
  !cueForms.has(name) &&
  !isFunction(name) &&
  !(/^[وف]/.test(name) && isFunction(name.slice(1))) &&
  // ورد بايدن: more often a verb with its conjunction than the name.
  !(name.startsWith('و') && cueForms.has(name.slice(1))) &&
  !offices.has(name) &&
  !honorifics.has(name) &&
  !bodies.has(name) &&
  !months.has(name) &&
  !weekdays.has(name) &&
  !nisbas.has(name);
/** Family names that news has far more often as words: no name goes on over them. */
const WORDS_FIRST = wordSet(
  'بيان واحد اون حق الدار العظم الهمة البحرة التل الجيدة المرشد صبرا دين ارشاد نظامي قانوني محب شهيد بال رأي العنصر الشاهد المولد الطائر الضيف الشعار كار لاي دار سينما شرف ماء جاب سلك نجم غريب جامع بيد مخبر سريع معين حرب فضل يعيش بار رايت دير كني كاخ المنصورة رحمة نصر العودة المحافظة الدرهم الشعبي المصلي الوافي مالي شي لي بي بو دان قاني آل حاجي غول إيت وين جان إنزو لوك لين هنا لمن',
);
const families = new Set(
  [...arabFamilyNames, ...foreignFamilyNames, ...byLastName].filter((name) => usable(name) && !WORDS_FIRST.has(name)),
);

/** Names first, though they are words too. */
const SURE = wordSet('حسن صالح كريم جمال سعيد عادل نبيل شريف');
/** Given names, but not those that are a word of every day first (وزير, حرب): these count beside a title or another name. */
export const givenNames: ReadonlySet<string> = new Set(
  [...rawGiven].filter((name) => usable(name) && (!spelt.has(name) || SURE.has(name))),
);
/** Given names that are everyday words too: سعيد, كريم, امل. */
export const doubtfulNames: ReadonlySet<string> = new Set(
  [...rawGiven].filter((name) => usable(name) && !givenNames.has(name)),
);
/** Family names, Arab and foreign, folded. */
export const familyNames: ReadonlySet<string> = families;

/** Parts of names that join what stands before and after: بن, ابو, دي, فان. */
export const nameParticles: ReadonlySet<string> = wordSet(
  'بن ابن بنت أبو أبي أبا أم آل عبد دي دو فون دا دير ديل ديلا دوس داس ماك سان سانت بو ولد با آيت بنو',
);

const NEVER = wordSet(
  'قوله قولها قولهم تأكيده تأكيدها تعبيره تعبيرها وصفه وصفها الملقب المدعو المعروف الملقبه الشهير المسمي مثل قرب الي على بان بانه لدي',
);

/** Whether a word could be of a person's name, though no list has it: not a function word, a title, a reporting word or an everyday one. */
export function couldBeName(word: string): boolean {
  const known = nameMemo.get(word);
  if (known !== undefined) return known;
  const answer = couldFollow(word) && !unlikely(word);
  if (nameMemo.size > 100_000) nameMemo.clear();
  nameMemo.set(word, answer);
  return answer;
}
const nameMemo = new Map<string, boolean>();

/** What looks like no name at all is none, and what looks only a little like one is none if the dictionary has it. */
function unlikely(word: string): boolean {
  if (isNamePart(word) || /^[a-z]/.test(word)) return false;
  const looks = shape(word.startsWith('ال') ? word.slice(2) : word);
  return looks < -6 || (looks < 4 && isOrdinary(word));
}

/** The same where the word before is a given name: rarer words may be family names there, حديدي, مردم. */
export function couldFollow(word: string): boolean {
  const known = followMemo.get(word);
  if (known !== undefined) return known;
  const answer = possible(word);
  if (followMemo.size > 100_000) followMemo.clear();
  followMemo.set(word, answer);
  return answer;
}
const followMemo = new Map<string, boolean>();

function possible(word: string): boolean {
  if (word.length < 2) return false;
  if (givenNames.has(word) || familyNames.has(word)) return true;
  if (isFunction(word) || NEVER.has(word) || nisbas.has(word) || offices.has(word) || honorifics.has(word))
    return false;
  if (
    bodies.has(word) ||
    definiteBodies.has(word) ||
    speakingNouns.has(word) ||
    months.has(word) ||
    weekdays.has(word) ||
    cueForms.has(word)
  )
    return false;
  if (isEveryday(word) || GRAMMAR.test(word)) return false;
  if (/^[a-z]/.test(word)) return word.length > 2;

  // يبدو, تزال: verbs that no list has, more likely than names.
  if (/^[يتن].{2,4}$/.test(word) && !/^[يتن][اوي]|[اوي].$/.test(word)) return false;
  if (
    /^[وف]/.test(word) &&
    (cueForms.has(word.slice(1)) ||
      isFunction(word.slice(1)) ||
      nisbas.has(word.slice(1)) ||
      givenNames.has(word.slice(1)))
  )
    return false;
  if (/^[ول]ال.{2}/.test(word) || /^لل.{2}/.test(word)) return false;
  if (word.startsWith('ال'))
    return (
      word.length > 4 &&
      (!/(?:يه|ات|ون|ين|يات|يين)$/.test(word) || (/^ال.{1,3}ون$/.test(word) && !isOrdinary(word) && shape(word) > 2))
    );
  // Shapes of verbal nouns and of verbs: تفعيل، مفاعلة، استفعال، انفعال؛ يـ with a pronoun.
  if (/^(?:ت..ي.|م.ا..ه|است...+|مست.+|[يت]...?(?:ه|ها|هم|ون)|[سي]ت....?|ا...?ا.ه)$/.test(word)) return false;
  if (/(?:ته|اته|يه|اءه|يته|ياته)$/.test(word) && word.length > 5) return false;
  if (/(?:ات|تها|هما|تهم|ونه|ها)$/.test(word) && word.length > 4) return false;
  return true;
}

/** Whether a word that no list knows looks much more like a name than like a word: زيلينسكي, بوريطة. */
export const looksNamed = (word: string): boolean =>
  word.length > 3 && !/^(?:ال|[a-z])/.test(word) && shape(word) > 2 && couldBeName(word);

/** The same question asked of the same words again and again is answered once; the memory is bounded, whatever is pasted. */
export function remembered<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      if (known.size > 100_000) known.clear();
      found = answer(word);
      known.set(word, found);
    }
    return found;
  };
}

/** A part of a person's name that a list knows. */
export const isNamePart = (word: string): boolean => givenNames.has(word) || familyNames.has(word);
