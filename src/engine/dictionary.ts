/**
 * The page's side of the dictionary. The worker is started by the first question and keeps the texts that it was asked
 * about; one that breaks or dies is noticed, whoever waits is told, and the next question gets a new one.
 */
import { failure, type Result, success } from '../core/result.ts';
import type { Answer, Lemma, Occurrences } from '../core/dictionary/answer.ts';
import { type EngineWorker, listenTo, SILENCE, watchLock } from './alive.ts';
import type { Answers, DictionaryOrder, DictionaryReport, Question, WordBand } from './dictionary-protocol.ts';

/** Words of a text in order, signs among them (core/dictionary/line), under a name that means these very words. */
export interface AskedText {
  readonly key: string;
  readonly words: readonly string[];
}

/** `missing`: worker or lexicon could not be fetched. `died`: it was ended from outside. `broke`: it failed at this question. */
export interface DictionaryFault {
  readonly why: 'missing' | 'died' | 'broke';
  readonly detail: string;
}

type Told<Value> = Promise<Result<Value, DictionaryFault>>;

/** Nothing here rejects. */
export interface DictionaryClient {
  /** Starts the worker, and in it the lexicon, before the first question; does nothing where it stands. */
  readonly wake: () => void;
  /** The readings of the word at an index of the text, best first; none for signs and numbers. */
  readonly look: (text: AskedText, index: number) => Told<Answer>;
  /** The words from one index to another (not included), each vocalised by its best reading, or as it is written. */
  readonly vocalise: (text: AskedText, from: number, to: number) => Told<readonly string[]>;
  /** Where an entry, and its root, stand in the text: indices in order. */
  readonly occurrences: (text: AskedText, lemma: Pick<Lemma, 'lemma' | 'pos' | 'root'>) => Told<Occurrences>;
  /** The entries of a root, the most common first. */
  readonly family: (root: string) => Told<readonly Lemma[]>;
  /** How common each word of the text is. */
  readonly bands: (text: AskedText) => Told<readonly (WordBand | null)[]>;
  /** Ends the worker; who waits is told that it died. */
  readonly close: () => void;
}

type End = (result: Result<Answers[Question['kind']], DictionaryFault>) => void;

/** So many words of texts at most are kept in the worker: the oldest text goes first. */
const MOST_WORDS = 1_000_000;

/** `start` makes the worker, `address` is where the lexicon lies (absolute). Nothing is started yet. */
export function createDictionary(start: () => EngineWorker, address: () => string): DictionaryClient {
  let worker: EngineWorker | null = null;
  let ready = false;
  let watched = true;
  let jobs = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  /** Asked and not answered yet, by job. */
  const waiting = new Map<number, End>();
  /** What the worker was given, the oldest first: how many words. */
  const given = new Map<string, number>();

  const fail = (why: DictionaryFault['why'], detail = '') => {
    clearTimeout(silence);
    worker?.terminate();
    worker = null;
    ready = false;
    given.clear();
    const all = [...waiting.values()];
    waiting.clear();
    for (const end of all) end(failure({ why, detail }));
  };
  const listen = () => {
    clearTimeout(silence);
    if (waiting.size > 0 && !watched) silence = setTimeout(() => fail('died', 'silence'), SILENCE);
  };
  const send = (order: DictionaryOrder) => {
    // oxlint-disable-next-line require-post-message-target-origin -- of a worker, which has no other origin
    worker?.postMessage(order);
  };
  const hear = (report: DictionaryReport, from: EngineWorker) => {
    if (report.kind === 'ready') {
      ready = true;
      watched = report.lock !== null;
      if (report.lock !== null)
        void watchLock(report.lock, () => {
          if (worker === from) fail('died');
        });
    } else if (report.kind === 'lost') return fail('missing', report.detail);
    else {
      const end = waiting.get(report.job);
      waiting.delete(report.job);
      end?.(report.kind === 'answer' ? success(report.answer) : failure({ why: 'broke', detail: report.detail }));
    }
    listen();
  };
  /** False where no worker could be made: then everybody was told. */
  const stand = (): boolean => {
    if (worker) return true;
    let made: EngineWorker;
    try {
      made = start();
    } catch (error) {
      fail('missing', error instanceof Error ? error.message : '');
      return false;
    }
    worker = made;
    listenTo<DictionaryReport>(
      made,
      (report) => {
        if (worker === made) hear(report, made);
      },
      (detail) => {
        if (worker === made) fail(ready ? 'died' : 'missing', detail);
      },
    );
    send({ kind: 'open', address: address() });
    return true;
  };
  const give = ({ key, words }: AskedText) => {
    if (given.has(key)) return;
    let sum = words.length;
    for (const count of given.values()) sum += count;
    for (const [old, count] of given) {
      if (sum <= MOST_WORDS) break;
      given.delete(old);
      sum -= count;
      send({ kind: 'forget', text: old });
    }
    given.set(key, words.length);
    send({ kind: 'keep', text: key, words });
  };
  const ask = <Kind extends Question['kind']>(
    question: Extract<Question, { kind: Kind }>,
    text: AskedText | null,
  ): Told<Answers[Kind]> =>
    new Promise((resolve) => {
      const job = ++jobs;
      // The worker answers each kind of question with its own kind of answer.
      waiting.set(job, (result) => resolve(result as Result<Answers[Kind], DictionaryFault>));
      if (!stand()) return;
      if (text) give(text);
      send({ kind: 'ask', job, question });
      listen();
    });

  return {
    wake: () => void stand(),
    look: (text, index) => ask<'look'>({ kind: 'look', text: text.key, index }, text),
    vocalise: (text, from, to) => ask<'vocalise'>({ kind: 'vocalise', text: text.key, from, to }, text),
    occurrences: (text, { lemma, pos, root }) =>
      ask<'occurrences'>({ kind: 'occurrences', text: text.key, lemma, pos, root }, text),
    family: (root) => ask<'family'>({ kind: 'family', root }, null),
    bands: (text) => ask<'bands'>({ kind: 'bands', text: text.key }, text),
    close: () => fail('died', 'closed'),
  };
}
