/**
 * How well the dictionary answers the words of a file: sentence_index,word_index,word,gold_lex,gold_pos (a lemma with its vowels
 * and a part of speech for each word). Lemmas are compared without vowels, hamza and ى folded.
 */
import { readFileSync } from 'node:fs';
import papa from 'papaparse';
import { key } from '../../src/arabic/characters.ts';
import { openDictionary } from '../../src/arabic/morphology/dictionary.ts';

interface Row {
  readonly sentence_index: string;
  readonly word: string;
  readonly gold_lex: string;
  readonly gold_pos: string;
}

const NOT_WORDS = new Set(['punc', 'digit', 'foreign', '"', '']);

/** Prints coverage, lemma among the readings and first, part of speech first; with `errors`, the most frequent failures. */
export function evaluateWords(file: string, data: string, errors: number): void {
  const rows = papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
  // In milliseconds of the processor: other programs on the machine do not count.
  const spentOn = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let dictionary = openDictionary(data);
  const opened = spentOn(() => {
    dictionary = openDictionary(data);
  });
  const sentences = new Map<string, Row[]>();
  for (const row of rows) {
    const sentence = sentences.get(row.sentence_index);
    if (sentence) sentence.push(row);
    else sentences.set(row.sentence_index, [row]);
  }
  let words = 0;
  let covered = 0;
  let known = 0;
  let among = 0;
  let first = 0;
  let part = 0;
  const failures = new Map<string, number>();
  const fail = (text: string) => failures.set(text, (failures.get(text) ?? 0) + 1);
  const confusions = new Map<string, number>();
  const confused = (text: string) => confusions.set(text, (confusions.get(text) ?? 0) + 1);
  for (const sentence of sentences.values()) {
    const texts = sentence.map(({ word }) => word);
    const answers = dictionary.analyse(texts, true);
    sentence.forEach((row, at) => {
      if (NOT_WORDS.has(row.gold_pos)) return;
      words++;
      const { readings = [] } = answers[at] ?? {};
      const [best] = readings;
      const gold = key(row.gold_lex);
      const told = `${row.word} ${row.gold_lex} ${row.gold_pos}`;
      if (readings.some(({ kind }) => kind !== 'unknown')) covered++;
      if (best?.kind === 'known') known++;
      const said = best ? `${best.lemma.lemma} ${best.pos} ${best.kind}` : 'nothing';
      const found = readings.some(({ lemma }) => key(lemma.lemma) === gold);
      if (found) among++;
      const right = best !== undefined && key(best.lemma.lemma) === gold;
      if (right) first++;
      if (best?.pos === row.gold_pos) part++;
      else confused(`${row.gold_pos} taken for ${best?.pos ?? 'nothing'}`);
      if (!found) fail(`missing  ${told} ← ${said}`);
      else if (!right) fail(`lemma    ${told} ← ${said}`);
      else if (best.pos !== row.gold_pos) fail(`class    ${told} ← ${said}`);
    });
  }
  const share = (hits: number) => `${((100 * hits) / words).toFixed(2).padStart(6)} %`;
  const texts = [...sentences.values()].map((sentence) => sentence.map(({ word }) => word));
  const pass = () => {
    for (const text of texts) dictionary.analyse(text);
  };
  const rate = (milliseconds: number) => `${Math.round(rows.length / milliseconds)} thousand words a second`;
  dictionary = openDictionary(data);
  const fresh = rate(spentOn(pass));
  const again = rate(Math.min(spentOn(pass), spentOn(pass), spentOn(pass)));
  console.log(`${words} words, ${dictionary.size} entries, opened in ${opened.toFixed(0)} ms of the processor`);
  console.log(`at first sight ${fresh}, once its forms are met ${again}`);
  console.log(`an analysis          ${share(covered)}`);
  console.log(`in the dictionary    ${share(known)}`);
  console.log(`lemma among readings ${share(among)}`);
  console.log(`lemma first          ${share(first)}`);
  console.log(`class first          ${share(part)}`);
  if (errors > 0)
    for (const [text, count] of [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 30))
      console.log(`${String(count).padStart(4)} ${text}`);
  for (const [text, count] of [...failures].sort((a, b) => b[1] - a[1]).slice(0, errors))
    console.log(`${String(count).padStart(4)} ${text}`);
}
