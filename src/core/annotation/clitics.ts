/**
 * Attached letters at the head of a word, cut off where there is evidence and nowhere else.
 *
 * و ف ب ك ل stand before any word, and as many names begin with those letters: وزير is not و + زير, باريس is not ب + اريس.
 * So a letter is cut off where what remains is known (a name of the article, a word that stands bare elsewhere in it), or
 * begins with ال and enough letters after it; a word of the table below is whole, whatever remains of it. What is
 * suffixed (his, their) is never cut off: a name with a pronoun behind it is no name.
 *
 *   وشمخاني → و + شمخاني    where شمخاني is known        وبالقاهرة → و + ب + القاهرة
 *   وللأمم  → و + للأمم      (ل has swallowed the alif of ال: the mention is written as it stands)
 *   سيعود   → س + يعود       where يعود stands elsewhere    سيناء, سينما, ستارة stay
 */
import { foldText } from '../text/fold.ts';

/** What is known of a word (loosely folded): a name that somebody gave, a word that stands bare somewhere, or nothing. */
export type Knowledge = (key: string) => 'name' | 'word' | null;

export const KNOWS_NOTHING: Knowledge = () => null;

/** A place where a word may be cut: how many folded letters lie before it. */
export interface Cut {
  readonly letters: number;
  /** The letters before the cut, such as وب. */
  readonly clitics: string;
  readonly evidence: 'article' | 'name' | 'word';
}

/**
 * Whole words that begin as if something were attached, as they are folded. Everything longer that begins so is whole too
 * where the entry ends with `-` (والد-: والده, والدته …).
 */
const WHOLE_WORDS = `
  والد- والي واليا والت والتر والتز والا والله والاس والمارت
  بالغ- باليستي- بالتيمور بالي بالون- بالما بالاو بالرمو بالكين
  كاليفورنيا كالغاري كالسيوم كالفن كالينينغراد كالدونيا
  فالنسيا فالح فالكون فالنتين- فالدي- فاليري فالين
  وزير- وزاره وزارات وزاري- وزراء وكاله وكالات وكيل- وكلاء ولايه ولايات ولي ولاء ولاده وليد وائل وسام وسيم وصال وحده- وحدات وحيد-
  ورقه- وارسو واشنطن وادي واسط واحد- واحه وفاه وفاء وفيق وثيقه- وطن- وسط- وسائل وسيله وضع- وفد- وقت- وقف وعد وجه- وجود- وصول- وصف- وقوع وقود ورد ورده
  باريس بيروت بغداد بنغازي بنغلادش بلجيكا بلغاريا بلغراد بولندا بولس بوتين بوش بايدن برلين برن براغ بروكسل بريطاني- بكين بنين بوركينا بوروندي
  باكستان- بحرين بدر بشار بسام بلال بهاء بهجت باسم باسل بكر بان بري برلمان- بيان- بنك- بلد- بلاد- بعد- بحث- بحر- بناء- بحسب بدون بل بيت- بنزين
  كندا كوريا كوبا كولومبيا كينيا كيري كييف كابول كربلاء كركوك كردستان كوباني كازاخستان كرواتيا كشمير كامب كلينتون كيم كون
  كامل كريم كمال كرم كنعان كاظم كتاب- كلام- كلمه- كبير- كثير- كنيسه- كامله كاتب- كذلك كل- كان- كما كي كيف كاف كامن
  لبنان- لندن ليبيا لاهاي ليون لشبونه لوزان لاوس لاتفيا ليتوانيا لوكسمبورغ ليبيريا لافروف لاريجاني لوبان لؤي لويس لين لينا ليلي لمياء لطفي لطيف لقمان
  لجنه- لجان لواء- لاجي- لقاء- لغه- لون- لحظه- ليس- لكن- لان- لذلك لماذا لسان- لعب- لوم
  فلسطين- فرنسا- فيينا فيتنام- فنزويلا فنلندا فلوريدا فرانكفورت فيدل فيصل فؤاد فادي فاطمه فاروق فارس فهد فهمي فوزي فواز فريد فراس فتحي فاضل فاس فرات
  فريق- فكر- فرع- فتره- فقط فوق- فصل- فيلم- فاز- فتح- فرص- فرض- فساد فعل- في فيه- فئه- فوز فلاح
  سيناء سينما- سياره- سياسه- سياسي- سيد- سيره سير سيف- سيل سيول سيدني سيراليون سيبيريا سنه- سنوات سند سناء سنغافوره ستار- ستوكهولم ستاد- ستالين ساحل-
`;

const WHOLE = new Set<string>();
const BEGINNINGS: string[] = [];
for (const entry of WHOLE_WORDS.trim().split(/\s+/)) {
  const folded = foldText(entry, 'loose');
  if (folded.endsWith('-')) BEGINNINGS.push(folded.slice(0, -1));
  else WHOLE.add(folded);
}

/** Suffixes that leave a word of the table the word that it is. */
const SUFFIX = /^(?:[هي]|ها|هم|هن|هما|نا|كم|ات|ان|ين|ون|يه|يون|يين|تي|ته|تها|تهم|تنا|تين|تان|ا)?$/;

/** Whether the table says that this word (loosely folded) is whole as it stands. */
export const isWhole = (key: string): boolean =>
  WHOLE.has(key) ||
  BEGINNINGS.some((beginning) => key.startsWith(beginning) && SUFFIX.test(key.slice(beginning.length)));

/** What may be attached: conjunction, then preposition, each at most once; the longest first. */
export const ATTACHED = ['وب', 'ول', 'وك', 'فب', 'فل', 'فك', 'و', 'ف', 'ب', 'ل', 'ك'] as const;
/** The future's س stands before an imperfect verb alone. */
const FUTURE = ['وس', 'فس', 'س'] as const;
const IMPERFECT = /^[يتنا]\p{L}{3}/u;
/** ال with so many letters after it is the article; with fewer it may be part of the name (والد, بالي). */
const ARTICLE = /^ال\p{L}{3}/u;
/** ل + ال as it is written. */
const FUSED = /^لل\p{L}{2}/u;

/** The sure place to cut this word (loosely folded, letters alone), or null where it is whole or nothing is sure. */
export function cutOf(key: string, knows: Knowledge): Cut | null {
  if (isWhole(key) || knows(key) === 'name') return null;
  // وبسام is و + بسام, whoever is called سام.
  const second = isWhole(key.slice(1)) || knows(key.slice(1)) === 'name';
  for (const clitics of ATTACHED) {
    if (second && clitics.length > 1) continue;
    const rest = key.startsWith(clitics) ? key.slice(clitics.length) : '';
    const evidence = evidenceFor(clitics, rest, knows);
    if (evidence !== null) return { letters: clitics.length, clitics, evidence };
  }
  for (const clitics of FUTURE) {
    const rest = key.startsWith(clitics) ? key.slice(clitics.length) : '';
    if (IMPERFECT.test(rest) && knows(rest) === 'word') return { letters: clitics.length, clitics, evidence: 'word' };
  }
  return null;
}

function evidenceFor(clitics: string, rest: string, knows: Knowledge): Cut['evidence'] | null {
  if (rest.length < 2) return null;
  // After a bare ل the article is written لل, and a word in ال is another word (لالئ).
  if (ARTICLE.test(rest) && !clitics.endsWith('ل')) return 'article';
  // وللأمم: the conjunction alone comes off.
  if ((clitics === 'و' || clitics === 'ف') && FUSED.test(rest)) return 'article';
  if (knows(rest) === 'name' || isWhole(rest)) return 'name';
  // Two letters occur everywhere, and ك before a word is rarer than words in ك.
  return rest.length >= 3 && !clitics.endsWith('ك') && knows(rest) === 'word' ? 'word' : null;
}

/**
 * Every place where a person may want to cut, sure or not, for a step by hand: after each letter that can be attached, as
 * long as two letters remain and the table does not call the word whole.
 */
export function possibleCuts(key: string): number[] {
  if (isWhole(key)) return [];
  return [1, 2].filter(
    (letters) =>
      key.length - letters >= 2 && [...ATTACHED, ...FUTURE].some((clitics) => clitics === key.slice(0, letters)),
  );
}
