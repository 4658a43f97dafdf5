/**
 * An entry as its writers write it: seven columns separated by tabs (lemma, root, part of speech, forms, English, Arabic,
 * topic), in the source style of letters.ts.
 */
import type { Topic, VerbForm, WordClass } from '../../core/dictionary/answer.ts';
import type { Vowel } from './stems.ts';

export interface Entry {
  readonly lemma: string;
  /** Root letters joined, hamza as ء; empty for none. */
  readonly root: string;
  /** As written: v8, n, a, prep … */
  readonly code: string;
  /** Keys without a value are held with an empty list (h, f, t). */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  readonly english: readonly string[];
  readonly arabic: string;
  readonly topic: Topic | null;
}

/** The word class that a writer's code stands for. */
export const CLASSES: Readonly<Record<string, WordClass>> = {
  n: 'noun',
  a: 'adj',
  ac: 'adj_comp',
  np: 'noun_prop',
  nq: 'noun_quant',
  num: 'noun_num',
  ord: 'adj_num',
  adv: 'adv',
  abbr: 'abbrev',
  // A noun that does the work of a preposition or an adverb (بعد، مع، جدا).
  nz: 'noun',
  adv_rel: 'adv_rel',
  prep: 'prep',
  conj: 'conj',
  conj_sub: 'conj_sub',
  pron: 'pron',
  pron_dem: 'pron_dem',
  pron_rel: 'pron_rel',
  pron_interrog: 'pron_interrog',
  verb_pseudo: 'verb_pseudo',
  // ليس: a verb whose forms are listed.
  verb: 'verb',
  part: 'part',
  part_neg: 'part_neg',
  part_verb: 'part_verb',
  part_fut: 'part_fut',
  part_focus: 'part_focus',
  part_restrict: 'part_restrict',
  part_interrog: 'part_interrog',
  part_voc: 'part_voc',
  part_det: 'part_det',
};

const VERB = /^v(q[124]|10|[1-9])([aiu]?)$/;

/** Of a verb's code, its form and, for form I, the vowel of the imperfect; null for what is no verb. */
export function verbCode(code: string): { form: VerbForm; vowel: Vowel | '' } | null {
  const found = VERB.exec(code);
  if (!found || (found[1] === '1') !== (found[2] !== '')) return null;
  return { form: found[1] as VerbForm, vowel: found[2] as Vowel | '' };
}

/** The word class of a code; null for one that the format does not know. */
export const classOf = (code: string): WordClass | null => (verbCode(code) ? 'verb' : (CLASSES[code] ?? null));

export function readForms(column: string): Map<string, readonly string[]> {
  const forms = new Map<string, readonly string[]>();
  for (const part of column.split(';')) {
    const [name = '', value] = part.split('=').map((side) => side.trim());
    if (name === '') continue;
    forms.set(
      name,
      value === undefined
        ? []
        : value
            .split(/[,،]/)
            .map((one) => one.trim())
            .filter((one) => one !== ''),
    );
  }
  return forms;
}

/** Reads one line; a string says what is wrong with its layout. */
export function readEntry(line: string): Entry | string {
  const columns = line.normalize('NFC').split('\t');
  if (columns.length !== 7) return `${columns.length} columns, not 7`;
  const [lemma = '', root = '', code = '', forms = '', english = '', arabic = '', topic = ''] = columns.map((column) =>
    column.trim(),
  );
  return {
    lemma: orderMarks(lemma),
    root: root === '-' ? '' : root,
    code,
    forms: readForms(orderMarks(forms)),
    english: english
      .split(';')
      .map((gloss) => gloss.trim())
      .filter((gloss) => gloss !== ''),
    arabic,
    topic: topic === '' ? null : (topic as Topic),
  };
}

/** Shadda before its vowel, however it was typed (Unicode's canonical order has it after). */
export const orderMarks = (text: string): string => text.replace(/([\u064b-\u0650])\u0651/g, '\u0651$1');
