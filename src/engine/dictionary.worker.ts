/** The dictionary's worker: opens the lexicon once, keeps the texts that are read, answers questions about their words. */
import { type Dictionary, openDictionary } from '../arabic/morphology/dictionary.ts';
import type { Occurrences } from '../core/dictionary/answer.ts';
import { holdLock } from './alive.ts';
import type { Answers, DictionaryOrder, DictionaryReport, Question } from './dictionary-protocol.ts';

/** The text, and once it was asked for, where each lemma and each root stands in it. */
interface Kept {
  readonly words: readonly string[];
  places: { readonly lemmas: Map<string, number[]>; readonly roots: Map<string, number[]> } | null;
}

const tell = (report: DictionaryReport): void => postMessage(report);
const said = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 500) : '');

const texts = new Map<string, Kept>();
let opening: Promise<Dictionary> | null = null;

addEventListener('message', ({ data: order }: MessageEvent<DictionaryOrder>) => {
  if (order.kind === 'open') opening ??= open(order.address);
  else if (order.kind === 'keep') texts.set(order.text, { words: order.words, places: null });
  else if (order.kind === 'forget') texts.delete(order.text);
  else void answer(order.job, order.question);
});

async function open(address: string): Promise<Dictionary> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return openDictionary(await response.text());
}

async function answer(job: number, question: Question): Promise<void> {
  let dictionary: Dictionary;
  try {
    dictionary = await (opening ?? Promise.reject(new Error('asked before it was opened')));
  } catch (error) {
    return tell({ kind: 'lost', detail: said(error) });
  }
  try {
    tell({ kind: 'answer', job, answer: answerTo(dictionary, question) });
  } catch (error) {
    tell({ kind: 'broke', job, detail: said(error) });
  }
}

function answerTo(dictionary: Dictionary, question: Question): Answers[Question['kind']] {
  if (question.kind === 'family') return dictionary.family(question.root);
  const kept = texts.get(question.text);
  if (!kept) throw new Error('a text that was not given');
  if (question.kind === 'look') return dictionary.look(kept.words, question.index);
  if (question.kind === 'vocalise') return vocalised(dictionary, kept.words, question.from, question.to);
  if (question.kind === 'bands') return bands(dictionary, kept.words);
  return occurrences(dictionary, kept, question);
}

function bands(dictionary: Dictionary, words: readonly string[]): Answers['bands'] {
  return dictionary.analyse(words).map(({ readings: [best] }) => {
    if (!best || best.kind === 'name' || best.pos === 'noun_prop') return null;
    const { lemma, pos, band } = best.lemma;
    return { lemma, pos, band: best.kind === 'known' ? band : 0 };
  });
}

/** The words of a stretch are read in the sentence around them. */
const AROUND = 60;

function vocalised(dictionary: Dictionary, words: readonly string[], from: number, to: number): string[] {
  const start = Math.max(0, from - AROUND);
  return dictionary.vocalise(words.slice(start, to + AROUND)).slice(from - start, to - start);
}

function occurrences(
  dictionary: Dictionary,
  kept: Kept,
  { lemma, pos, root }: Extract<Question, { kind: 'occurrences' }>,
): Occurrences {
  if (!kept.places) {
    const lemmas = new Map<string, number[]>();
    const roots = new Map<string, number[]>();
    dictionary.lemmas(kept.words).forEach((name, at) => {
      if (!name) return;
      add(lemmas, `${name.lemma} ${name.pos}`, at);
      if (name.root !== null) add(roots, name.root, at);
    });
    kept.places = { lemmas, roots };
  }
  return {
    lemma: kept.places.lemmas.get(`${lemma} ${pos}`) ?? [],
    root: root === null ? [] : (kept.places.roots.get(root) ?? []),
  };
}

function add(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key);
  if (list) list.push(at);
  else map.set(key, [at]);
}

void holdLock((lock) => tell({ kind: 'ready', lock }));
