/** How a word was read: rule by rule, back to its lemma. */
import type { Features, Lemma, Step } from '../../core/dictionary/answer.ts';
import { key } from '../characters.ts';
import type { Cut } from './cut.ts';
import { type Ending, IMPERFECT, NOUN, PARTICLE, PERFECT, type Pronoun, pronouns } from './endings.ts';
import { bare } from './letters.ts';
import { type Lexicon, writtenOf } from './lexicon.ts';
import { type RuleName, RULES } from './rules.ts';

/** The rule that takes off each kind of part before a word. */
export const PART_RULES: Readonly<Record<string, RuleName>> = {
  conjunction: 'conjunction',
  question: 'question',
  preposition: 'preposition',
  article: 'article',
  future: 'future',
  emphasis: 'emphasis',
  negation: 'run on',
  person: 'person',
};

function ruleOfEnding(name: string, kind: number, inherent: boolean): RuleName | null {
  if (kind === PERFECT || kind === IMPERFECT)
    return /^(?:he|whole|long|weak|cut short)/.test(name) ? null : 'verb ending';
  if (kind !== NOUN) return kind === PARTICLE || name === 'do' ? null : 'verb ending';
  if (name === 'accusative') return 'accusative';
  if (name === 'feminine') return inherent ? null : 'feminine';
  if (name === 'feminine held') return 'ta opened';
  if (/dual construct/.test(name)) return 'dual in construct';
  if (/dual/.test(name)) return 'dual';
  if (name.startsWith('men construct')) return 'men in construct';
  if (/^(?:men|chosen)/.test(name)) return 'men';
  if (name.startsWith('women')) return 'women';
  if (name === 'fallen') return 'fallen';
  return null;
}

/** The steps from a word as it is written to its lemma, each with its rule. */
export function traceOf(
  lexicon: Lexicon,
  word: string,
  cut: Cut,
  ending: Ending,
  features: Features,
  lemma: Lemma,
): Step[] {
  const { prefix, stem, suffix } = cut;
  const steps: Step[] = [];
  let letters = bare(word).replaceAll('\u0640', '');
  const step = (rule: RuleName, to: string) => {
    steps.push({ rule, told: RULES[rule].told, from: letters, to });
    letters = to;
  };
  const good = prefix.written + writtenOf(stem) + suffix.written;
  if (cut.strain > 0 && good !== letters) step('spelling', good);
  prefix.parts.forEach((part, at) => {
    const before = prefix.parts[at - 1];
    let rule: RuleName = PART_RULES[part.kind] ?? 'conjunction';
    if (part.kind === 'article' && before?.written === 'ل')
      rule = part.written === '' ? 'article unseen' : 'article after l';
    if (part.kind === 'conjunction' && part.written === 'ل') rule = 'purpose';
    if (part.kind === 'question' && part.written === 'يا') rule = 'run on';
    if (part.kind === 'preposition' && prefix.runOn) return;
    step(
      rule,
      letters.slice(
        part.written.length + (rule === 'run on' && before?.kind === 'preposition' ? before.written.length : 0),
      ),
    );
  });
  const lemmaLetters = bare(lemma.lemma);
  if (suffix.pronoun >= 0) {
    const pronoun = pronouns[suffix.pronoun] as Pronoun;
    step(stem.kind === PARTICLE ? 'pronoun on particle' : 'pronoun', letters.slice(0, -pronoun.written.length));
  }
  const inherent = lemmaLetters.endsWith('ة');
  const endingRule = ruleOfEnding(ending.name, stem.kind, inherent);
  if (endingRule) {
    const root = writtenOf(stem);
    step(endingRule, endingRule === 'ta opened' || (inherent && endingRule !== 'feminine') ? `${root}ة` : root);
  }
  if (features.broken === true) step('broken plural', lemmaLetters);
  const entry = lexicon.entries[stem.lemma];
  if (stem.kind === NOUN && entry && features.gender === 'f' && (entry.forms.get('fem')?.length ?? 0) > 0)
    step('own feminine', lemmaLetters);
  if (stem.kind === PARTICLE && letters !== lemmaLetters && suffix.pronoun < 0 && key(letters) !== key(lemmaLetters)) {
    if (/^(?:م|ع|في|أل|لئ|بم|ك)/.test(letters) && entry?.code !== 'pron_dem') step('fused', lemmaLetters);
  }
  const { form } = features;
  if (form !== undefined) {
    if (stem.passive) step('passive', letters);
    if (features.derived !== undefined) step(features.derived, lemmaLetters);
    else {
      const root = (lemma.root ?? '').replaceAll(' ', '');
      if (form !== '1' && form !== 'q1') step('form', lemmaLetters);
      if (/^[وي]|[وي]$|^.[وي]/.test(root)) step('weak root', lemmaLetters);
      else if (root.length === 3 && root[1] === root[2] && form !== '2' && form !== '5')
        step('doubled root', lemmaLetters);
    }
  }
  return steps;
}
