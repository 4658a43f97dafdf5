/** Reporting words in a text: verbs in every form, with a conjunction or an object pronoun attached. */
import { complementisers } from './lexicon/function-words.ts';
import { type CueForm, cueForms } from './lexicon/reporting.ts';
import type { Token } from './tokens.ts';

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
/** What makes a following imperfect no report but a wish or a denial of one. */
const UNREAL = new Set(['ان', 'لن', 'لم', 'كي', 'لكي', 'الا', 'حتي', 'سوف', 'بان']);

/** The reporting form of a word, less its conjunction and its object pronoun. */
export function cueOf(word: string): Omit<Cue, 'at'> | null {
  for (let skip = 0; skip <= 1; skip++) {
    if (skip === 1 && !/^[وف]/.test(word)) break;
    const rest = skip === 0 ? word : word.slice(1);
    const plain = cueForms.get(rest);
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
      if (form && form.form !== 'participle' && (form.verb.object || form.verb.caution < 2)) return { skip, form, pronoun: true };
    }
  }
  return null;
}

export function findCues(tokens: readonly Token[]): (Cue | null)[] {
  return tokens.map((token, at) => {
    if (token.kind !== 'word' || token.key.length < 2) return null;
    const found = cueOf(token.key);
    if (!found) return null;
    const before = tokens[at - 1]?.kind === 'word' ? (tokens[at - 1] as Token).key : '';
    if (found.skip === 0 && found.form.form === 'imperfect' && UNREAL.has(before)) return null;
    if (complementisers.has(token.key)) return null;
    return { at, ...found };
  });
}
