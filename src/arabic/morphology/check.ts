/** Whether entries are well formed: their vowels, their root, their forms, and that each stands once. */
import { conjugate, plain } from './conjugation.ts';
import { classOf, type Entry, verbCode } from './entry.ts';
import { seat } from './hamza.ts';
import { bare, isMark, units, unseat } from './letters.ts';

const TOPICS = new Set(
  'politics military economy law religion sport health education media technology environment society family culture travel energy transport geography time body food'.split(
    ' ',
  ),
);
const SAYINGS = new Set(
  'said confirmed announced denied asked warned claimed thought promised accused called-for added explained other'.split(
    ' ',
  ),
);
/** Keys of the forms column; those of the closed classes after the line's middle. */
const KEYS = new Set('m p t i pass im ap pp pl f h fem du say frame inv dip inf b b0 nb pr w r c na al'.split(' '));

export interface Fault {
  /** The entry's place in the list. */
  readonly at: number;
  readonly fault: string;
}

/** What is wrong with the vowels of a word in source style; null if nothing. */
export function faultOfVowels(word: string): string | null {
  if (/[^\u0621-\u063a\u0641-\u0652\u0670 \u067e\u0686\u06a4\u06af-]/.test(word)) return 'letters that are not Arabic';
  if (word === '' || isMark(word.charCodeAt(0))) return 'begins with a mark';
  for (const { letter, vowel } of units(word)) {
    if (vowel.length > 1) return `two vowels on ${letter}`;
    if (vowel === '\u0652') return 'a sukun, which is not written';
  }
  if (/\u064e[اىة](?![\u064b-\u0652])/.test(word)) return 'a fatha before ا, ى or ة, which is implied';
  if (/[ةى](?!$|[ -])/.test(word)) return 'ة or ى within the word';
  return null;
}

/** Whether the root's strong letters stand in the word, in order. */
export function hasRoot(lemma: string, root: string): boolean {
  const letters = bare(unseat(lemma)).replaceAll('ى', 'ي');
  const strong = [...root].filter((letter) => !'ويء'.includes(letter));
  const once = strong.filter((letter, at) => letter !== strong[at - 1]);
  const stands = (some: readonly string[]) => {
    let at = 0;
    for (const letter of some) {
      let found = letters.indexOf(letter, at);
      if (found < 0 && letter === 'ت') found = letters.indexOf('د', at);
      if (found < 0) return false;
      at = found + 1;
    }
    return true;
  };
  return stands(strong) || stands(once);
}

function faultsOf(entry: Entry): string[] {
  const { lemma, root, code, forms, english, arabic, topic } = entry;
  const faults: string[] = [];
  const verb = verbCode(code);
  if (!classOf(code)) faults.push(`part of speech ${code}`);
  const open = /^(?:v|n$|a$|ac$|np$)/.test(code);
  if (open) {
    const fault = faultOfVowels(lemma);
    if (fault) faults.push(fault);
  }
  if (/[أإؤئىاآ]/.test(root)) faults.push(`root ${root}: hamza is ء, a weak letter و or ي`);
  if (root !== '' && open && !hasRoot(lemma, root)) faults.push(`root ${root} is not in ${lemma}`);
  if (english.length === 0 || english.some((gloss) => gloss === '')) faults.push('no English gloss');
  if (english.length > 4) faults.push(`${english.length} English glosses`);
  if (arabic === '' && code !== 'verb') faults.push('no Arabic gloss');
  if (topic !== null && !TOPICS.has(topic)) faults.push(`topic ${topic}`);
  for (const [name, values] of forms) {
    if (!KEYS.has(name)) faults.push(`forms: ${name}`);
    if (name === 'say' && !SAYINGS.has(values[0] ?? '')) faults.push(`say=${values[0]}`);
    if (name === 'm' || name === 'pl' || name === 'fem')
      for (const value of values) {
        if (value === 'ات' || value === 'ون' || value === '-') continue;
        const fault = open ? faultOfVowels(value) : null;
        if (fault) faults.push(`${name}=${value}: ${fault}`);
      }
  }
  if (verb) {
    const [imperfect] = forms.get('im') ?? [];
    const made = conjugate({
      form: verb.form,
      root,
      lemma,
      vowel: verb.vowel,
      ...(imperfect !== undefined && { imperfect }),
    });
    if (!made) faults.push(`root ${root} does not make ${code}`);
    else if (plain(seat(made.lemma)) !== plain(lemma)) faults.push(`${code} of ${root} is ${seat(made.lemma)}`);
  }
  return faults;
}

/** Everything wrong with a list of entries; empty if nothing. The same lemma and part of speech may stand once. */
export function checkEntries(entries: readonly Entry[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  entries.forEach((entry, at) => {
    for (const fault of faultsOf(entry)) faults.push({ at, fault: `${fault} (${entry.lemma} ${entry.code})` });
    // Two verbs of one spelling may have two roots or vowels; a noun and its homograph of another root too.
    const name = `${entry.lemma} ${entry.code} ${entry.root}`;
    if (seen.has(name)) faults.push({ at, fault: `stands twice: ${entry.lemma} ${entry.code}` });
    seen.add(name);
  });
  return faults;
}
