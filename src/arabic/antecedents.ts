/** The subject before its verb, where it was not seen: الذي قال, أما فلان، فقال, وكان الوزير قد حذر; or before an insertion. */
import type { Attribution } from './attribution.ts';
import type { Holders } from './holders.ts';
import { describes } from './lexicon/adjectives.ts';
import { complementisers, relatives } from './lexicon/function-words.ts';
import { canTell, isHuman, isText } from './lexicon/humans.ts';
import { bodies, classWords, offices, speakingNouns } from './lexicon/titles.ts';
import type { Stretch } from './reading.ts';
import { bareNoun } from './strangers.ts';
import { isVerb, nisbas } from './vocabulary.ts';

/** What opens an insertion after a subject. */
const INSERTED = /^(?:الذي|التي|الذين|اللذان|اللذين|اللتان|وهو|وهي|وهم|وهما|والذي|والتي|والذين)$/;

/** The subject before its verb, where it was not seen: الذي قال, أما فلان، فقال. */
export function subjectSet(text: Holders, { cue, gender }: Attribution): Stretch | null {
  let at = cue.from;
  while (/^(?:قد|فقد|كان|كانت|ايضا|لا|لم|سبق)$/.test(text.word(at - 1)) && text.sameSentence(at - 1, cue.from)) at--;
  const attached = text.cues[cue.from]?.skip ?? 0;
  if (attached === 0 && /^[وف]?(?:الذي|التي|الذين)$/.test(text.word(at - 1))) {
    const feminine = text.word(at - 1).endsWith('التي');
    if (gender === null || feminine || gender === 'm') return antecedent(text, at - 1);
  }
  // أما القاص فلان، فيقول: the one who is set against the others.
  if (text.word(at).startsWith('ف') || text.word(at - 1) === 'فقد' || attached > 0) return setApart(text, at);
  // وكان مزارعو الوادي قد طالبوا.
  if (/^[وف]?قد$/.test(text.word(at)) && attached === 0) {
    for (let i = at - 1; i > at - 40 && text.sameSentence(i, at); i--) {
      if (!/^[وف]?كانت?$/.test(text.word(i))) continue;
      if (!text.heads(i + 1)) return null;
      if (at - i < 14) return { from: i + 1, to: at };
      // كانت الشركة، إحدى أكبر الشركات، والتي …، قد قالت: what is told of it in between is not its name.
      let to = i + 1;
      while (to < at && text.tokens[to]?.kind !== 'comma' && !relatives.has(text.word(to))) to++;
      return { from: i + 1, to: text.holder(i + 1, to) ?? to };
    }
  }
  if (attached === 0) {
    const told = many(text, at, text.cues[cue.from]?.form.plural ?? false) ?? opening(text, at);
    if (told) return told;
  }
  // أما فلان فزاد على هذا حين نادى بـ: still the one who is set apart.
  if (/^(?:عندما|حين|حينما|حيث|اذ)$/.test(text.word(at - 1))) {
    const apart = setApart(text, at);
    if (apart) return apart;
  }
  const end = text.tokens[at - 1]?.kind === 'comma' ? at - 1 : at;
  const name = text.names[text.nameAt[end - 1] ?? -1];
  if (!name || name.to !== end || (name.type !== 'person' && name.type !== 'organization') || name.skip > 0)
    return null;
  const opens = text.word(name.from - 1);
  const particle = /^(?:ان|لكن|ولكن|لان|بينما|فيما|كما|كان|كانت|وكان|وكانت|حيث|اذ)$/.test(opens);
  return particle ? { from: name.from, to: end } : null;
}

/** غضب محتجين | طالبوا: several, told by no article, right before a verb of several; null for none. */
function many(text: Holders, at: number, plural: boolean): Stretch | null {
  if (!plural) return null;
  let from = at - 1;
  while (from > at - 4 && describes(text.word(from)) && !isHuman(text.word(from))) from--;
  const word = text.word(from);
  return isHuman(word) && /(?:ون|ين)$/.test(word) && !word.startsWith('ال') && text.nameAt[from] === -1
    ? { from, to: at }
    : null;
}

/** إن مشتبها به في العاصمة | كشف: a person, told by no article, who opens the clause of a verb; null for none. */
function opening(text: Holders, at: number): Stretch | null {
  for (let i = at - 1; i > at - 10 && text.sameSentence(i, at) && text.tokens[i]?.kind === 'word'; i--) {
    if (complementisers.has(text.word(i)) && i < at - 1) {
      const word = text.word(i + 1);
      const plain = text.tokens[i + 1]?.tanwin ? word.replace(/ا$/, '') : word;
      return text.nameAt[i + 1] === -1 && !word.startsWith('ال') && (isHuman(plain) || /^احد[ي]?$/.test(word))
        ? { from: i + 1, to: at }
        : null;
    }
    if (text.nameAt[i] === -1 && (text.cues[i] || isVerb(text.word(i)) || relatives.has(text.word(i)))) return null;
  }
  return null;
}

/** المتحدث نفسه، وهو الذي ولد في طنجة، | شدد: the subject before an insertion between commas that ends right before a verb; null for none. */
export function subjectBeforeInsertion(text: Holders, verb: number): Stretch | null {
  let at = verb;
  while (/^(?:قد|فقد|كان|كانت)$/.test(text.word(at - 1))) at--;
  if (text.tokens[at - 1]?.kind !== 'comma') return null;
  for (let comma = at - 2; comma > 0 && at - comma < 34 && text.sameSentence(comma, verb); comma--) {
    if (text.cues[comma]?.form.verb.clause && complementisers.has(text.key(comma + 1))) return null;
    if (text.tokens[comma]?.kind !== 'comma' || !INSERTED.test(text.word(comma + 1))) continue;
    let from = comma;
    while (from > 0 && comma - from < 16 && text.sameSentence(from - 1, comma)) {
      const before = text.tokens[from - 1];
      if (before?.kind === 'comma' || before?.kind === 'colon' || complementisers.has(before?.key ?? '')) break;
      from--;
    }
    if (/^[وف]?(?:لكن|اما|بينما|فيما|كما)$/.test(text.word(from))) from++;
    if (!text.heads(from) || !(text.nameFrom(from) || canTell(bareNoun(text.word(from))))) return null;
    for (let i = from; i < comma; i++)
      if (text.nameAt[i] === -1 && (text.cues[i] || isVerb(text.word(i)) || relatives.has(text.word(i)))) return null;
    return { from, to: comma };
  }
  return null;
}

/** القانون رقم 12 الخاص بحماية المستهلك، الذي | ينص على: the law or the paper that lays something down; null where none stands before. */
function ruling(text: Holders, relative: number): Stretch | null {
  if (!/^[وف]?[يت]نص$|^[وف]?نص(?:ت)?$|^[يت](?:قضي|شترط|حظر|لزم)$/.test(text.word(relative + 1))) return null;
  const feminine = text.word(relative).endsWith('التي');
  for (let i = relative - 1; i > relative - 20 && text.sameSentence(i, relative); i--) {
    // المتعلق بالنظام: what a preposition is attached to is of the law, and no law that is meant.
    const word = bareNoun(text.word(i));
    if (!isText(word) || (word.endsWith('ه') || word.endsWith('ات')) !== feminine) continue;
    let to = i + 1;
    while (
      to < relative &&
      (text.word(to) === 'رقم' || text.tokens[to]?.kind === 'number' || nisbas.has(text.word(to)))
    )
      to++;
    return { from: i, to };
  }
  return null;
}

/** The noun phrase that a relative pronoun is of. */
function antecedent(text: Holders, relative: number): Stretch | null {
  const rule = ruling(text, relative);
  if (rule) return rule;
  const end = text.tokens[relative - 1]?.kind === 'comma' ? relative - 1 : relative;
  const name = text.names[text.nameAt[end - 1] ?? -1];
  if (name && name.to === end)
    return name.type === 'date' || name.type === 'event' ? null : { from: name.from, to: end };
  let from = end;
  while (from > 0 && end - from < 8 && text.sameSentence(from - 1, end - 1)) {
    const inner = text.names[text.nameAt[from - 1] ?? -1];
    const word = text.word(from - 1);
    // صحيفة "المنارة" اليومية، التي: the name in marks is of the noun before it.
    const pair = text.layout.quoted[text.layout.inside[from - 1] ?? -1];
    if (word === '' && pair?.closed && pair.close === from - 1 && pair.close - pair.open < 6) {
      from = pair.open;
      if (classWords.has(text.word(from - 1)) || bodies.has(text.word(from - 1))) from--;
      break;
    }
    if (word === '') break;
    if (inner) {
      from = inner.from;
      continue;
    }
    const definite = /^(?:ال|لل)/.test(word) || nisbas.has(word);
    // رئيس الاتحاد لكرة القدم الذي: what the body is for.
    if (definite || (from < end && /^ل.{3}/.test(word) && !isHuman(word))) {
      from--;
      continue;
    }
    // أبناء بلده الذين, سكان المدينة الذين: the people, not what they are of.
    const owned = from === end && /(?:ه|ها|هم)$/.test(word);
    if (owned && isHuman(text.word(from - 2)) && text.word(relative).endsWith('ين')) return { from: from - 2, to: end };
    if (isHuman(word) && text.word(relative).endsWith('ين')) {
      from--;
      break;
    }
    if (/^(?:بعض|احد|احدي|ممثل|ممثله)$/.test(word) || offices.has(word) || bodies.has(word) || speakingNouns.has(word))
      from--;
    break;
  }
  return from < end ? { from, to: end } : null;
}

/** أما X، … ف: X, up to its comma or its relative. */
function setApart(text: Holders, at: number): Stretch | null {
  let start = at;
  while (start > 0 && at - start < 30 && text.sameSentence(start - 1, at) && !/^[وف]?اما$/.test(text.word(start)))
    start--;
  if (!/^[وف]?اما$/.test(text.word(start)) || !text.heads(start + 1)) return null;
  let edge = start + 1;
  while (edge < at && text.tokens[edge]?.kind !== 'comma' && !relatives.has(text.word(edge))) edge++;
  const held = text.holder(start + 1, edge);
  return { from: start + 1, to: held ?? edge };
}
