/**
 * The best reading of each word in its sentence: every reading has a weight of its own, every pair of neighbours one more, and
 * the path with the most is taken (Viterbi). Weights are hundredths of a natural logarithm.
 */
import { Mark, type Option, Role, Sort, State } from './option.ts';

const isVerb = (one: Option) =>
  one.sort === Sort.perfect || one.sort === Sort.imperfect || one.sort === Sort.imperative;
const isNominal = (one: Option) => one.sort <= Sort.name;

function agrees(noun: Option, adjective: Option): number {
  if (noun.gender === 0 || adjective.gender === 0) return 0;
  const gender = noun.gender === adjective.gender;
  const number = noun.number === 0 || adjective.number === 0 || noun.number === adjective.number;
  if (gender && number) return 70;
  // A broken plural may have its adjective in the plural too (الدول الكبار), and a thing's plural may be meant as men.
  return gender || number ? -90 : -160;
}

/** What a word asks of the word after it. */
function governed(left: Option, right: Option): number {
  const verb = isVerb(right);
  switch (left.role) {
    case Role.lam:
      // لم يعد هناك: no longer.
      if (right.role === Role.auxiliary && right.sort === Sort.imperfect && !right.conjunction && !right.passive)
        return 650;
      return right.sort === Sort.imperfect && !right.conjunction ? 350 : -500;
    case Role.lan:
    case Role.sawfa:
      return right.sort === Sort.imperfect && !right.conjunction ? 350 : left.role === Role.lan ? -250 : -500;
    case Role.qad:
      return right.sort === Sort.perfect ? 300 : right.sort === Sort.imperfect ? 200 : -400;
    case Role.la:
      if (right.sort === Sort.imperfect) return 250;
      if (right.sort === Sort.noun && right.state === State.open && !right.preposition) return 30;
      return verb ? -50 : -120;
    case Role.an:
      if (right.sort === Sort.imperfect && !right.conjunction) return 260;
      if (right.sort === Sort.perfect && !right.conjunction) return -60;
      if (right.role === Role.la) return 60;
      return -300;
    case Role.anna:
      // أنه فضّل
      if (left.attached) return verb && !right.conjunction ? 100 : 0;
      if (verb || right.role === Role.lam) return -350;
      return isNominal(right) || right.role === Role.demonstrative ? 60 : 0;
    case Role.preposition:
      if (left.attached) return 0;
      // من قِبَل: by.
      if (left.mark === Mark.from && right.mark === Mark.part) return 200;
      if (verb) return -600;
      if (right.conjunction || right.preposition || right.case === 1 || right.case === 3) return -350;
      if (isNominal(right)) return 60;
      return right.role === Role.preposition ? -350 : right.role === Role.conjunction ? -250 : 0;
    case Role.adverbial:
      if (left.attached || left.state === State.tanwin) return 0;
      if (verb) return -220;
      if (right.conjunction || right.case === 1) return -150;
      if (isNominal(right)) return right.preposition ? -120 : 60;
      return right.role === Role.preposition ? -60 : 0;
    case Role.relative:
      if (verb) return right.conjunction ? -50 : 250;
      // من 15 إلى 25
      if (right.sort === Sort.number) return -250;
      return right.sort === Sort.particle ? 60 : -160;
    case Role.ma:
      if (verb) return right.conjunction ? -100 : 180;
      // في ما بعد
      if (right.role === Role.adverbial) return 60;
      return isNominal(right) ? -60 : 0;
    case Role.demonstrative:
      if (right.state === State.article && isNominal(right))
        return right.preposition || right.conjunction ? -100 : right.sort === Sort.adjective ? 90 : 150;
      return verb ? -60 : 0;
    case Role.whenever:
      // إن لم
      if (right.role === Role.lam) return 150;
      if (verb) return right.conjunction ? -80 : 80;
      return 0;
    case Role.conjunction:
      return right.conjunction ? -250 : 0;
    case Role.quantity:
      if (left.attached || left.state !== State.open) return 0;
      if (verb) return -300;
      return isNominal(right) && !right.conjunction ? 80 : -60;
    case Role.number:
      if (verb) return -150;
      return right.sort === Sort.noun && !right.preposition ? 40 : 0;
    case Role.vocative:
      return verb ? -300 : 60;
    case Role.amma:
      return verb ? -300 : 60;
    default:
      return 0;
  }
}

/** Noun and adjective, noun and noun. */
function nominal(left: Option, right: Option): number {
  if (!isNominal(left) || !isNominal(right)) return 0;
  if (left.role === Role.adverbial || left.role === Role.quantity || left.role === Role.number) return 0;
  const joined = !right.conjunction && !right.preposition;
  if (right.sort === Sort.adjective && joined && left.sort !== Sort.name) {
    const leftDefinite = left.state === State.article || left.state === State.held;
    // أفضل مدرب: the best of a kind, which a noun names.
    if (left.comparative && left.state === State.open && right.state === State.open && !right.comparative) return -80;
    if (right.comparative && right.state === State.open) return left.state === State.open ? -20 : -30;
    if (right.state === State.article) {
      if (left.state === State.article || left.state === State.held) return 130 + agrees(left, right);
      // The adjective of an owned noun belongs to a definite one; مجلس الأعلى is not said.
      return left.state === State.tanwin ? -250 : left.sort === Sort.adjective ? -40 : -70;
    }
    if (right.state === State.open || right.state === State.tanwin || right.state === State.construct) {
      if (leftDefinite) return right.state === State.tanwin ? 20 : -60;
      if (left.state === State.tanwin) return right.case === 3 || right.gender === 2 ? 130 + agrees(left, right) : -60;
      return 60 + agrees(left, right) + (right.state === State.tanwin && left.gender === 1 ? -60 : 0);
    }
    return -40;
  }
  if (right.sort === Sort.adjective && joined && right.state === State.article) return 100;
  if (right.sort === Sort.noun && joined) {
    // A name holds no noun, and a noun holds no adverb: لقاء معه.
    if (left.sort === Sort.name || right.role === Role.adverbial) return 0;
    if (left.state === State.open || left.state === State.construct) {
      if (left.sort === Sort.adjective && !left.comparative) return right.state === State.article ? -20 : -50;
      if (right.state === State.article || right.state === State.held) return right.case === 1 ? -200 : 80;
      return right.case === 1 ? -200 : right.case === 3 ? -60 : 20;
    }
    if (left.state === State.article)
      return right.state === State.article ? -50 : right.state === State.tanwin ? 0 : -60;
    if (left.state === State.tanwin) return -30;
    return 0;
  }
  // علي شمخاني، اللواء علي: where علي is no preposition.
  if (
    right.sort === Sort.name &&
    joined &&
    left.mark === Mark.given &&
    (right.mark === Mark.given || right.mark === Mark.family)
  )
    return 650;
  // محمد المرجاني: the nisba after a given name is a family's.
  if (right.mark === Mark.nisba) return left.mark === Mark.given || (left.sort === Sort.name && left.human) ? 500 : 0;
  if (right.sort === Sort.name && joined && left.title) return right.mark === Mark.given ? 600 : 250;
  if (right.sort === Sort.name && joined)
    return left.sort === Sort.name ? 120 : left.human ? 60 : left.state === State.open ? 30 : 10;
  if (right.conjunction && right.sort === left.sort && right.state === left.state) return 50;
  if (
    right.conjunction &&
    right.sort === Sort.noun &&
    right.state === State.open &&
    (left.state !== State.open || left.sort === Sort.name)
  )
    return -70;
  return 0;
}

/** Verbs and what stands around them. */
function verbal(left: Option, right: Option): number {
  if (isVerb(left)) {
    if (isVerb(right)) {
      if (right.conjunction) return 0;
      if (left.role === Role.auxiliary) return right.sort === Sort.imperfect ? 150 : -100;
      return -260;
    }
    if (right.attached && right.role === Role.adverbial) return 90;
    if (
      left.sort !== Sort.imperative &&
      isNominal(right) &&
      !right.preposition &&
      !right.conjunction &&
      left.person === 3
    ) {
      const subject = right.sort === Sort.noun || right.sort === Sort.name || right.sort === Sort.adjective;
      // يُعدّ نموذجا: what it is counted as.
      if (!subject || right.case >= 2) return right.case === 3 ? (left.passive ? 60 : 30) : 0;
      if (right.gender === 0 || left.gender === 0) return 20;
      // Its subject stands before it, or is not said: what follows is the object.
      if (left.transitive && right.state === State.open) return 20;
      return left.gender === right.gender
        ? !left.conjunction && (right.human || right.sort === Sort.name)
          ? 110
          : 50
        : left.attached
          ? -60
          : -20;
    }
    // منحت لهم: what has an object and is followed by none is passive.
    if (right.role === Role.preposition && left.transitive && !left.attached)
      return left.passive ? 80 : right.attached ? -60 : -10;
    return 0;
  }
  if (left.participle !== 0 && left.state === State.tanwin) {
    // مؤكدا أن، مشددا على: who says it, not what is said.
    if (right.role === Role.anna || right.role === Role.an) return left.participle === 1 ? 160 : -160;
    if (right.role === Role.preposition) return left.participle === 1 ? 60 : -60;
  }
  if (!isVerb(right)) return 0;
  if (right.sort === Sort.imperative) return left.sort === Sort.start ? 0 : -200;
  const before = right.conjunction ? 60 : 0;
  if (left.sort === Sort.start) return (right.sort === Sort.perfect ? 100 : 50) + before / 2;
  if (left.sort === Sort.sign) return before;
  if (isNominal(left) && left.role !== Role.adverbial && left.role !== Role.quantity && left.role !== Role.number) {
    if (right.conjunction) return 0;
    // الرئيس يزور: a subject before its verb, or a clause after its noun.
    if (left.state === State.tanwin) return -40;
    const agreement =
      left.gender !== 0 && right.gender !== 0 && right.person === 3 ? (left.gender === right.gender ? 30 : -60) : 0;
    if (left.preposition) return -60;
    // الجانبان أحدث ما: who are two or many do what two or many do.
    const many = right.number === 1 && (left.number === 2 || (left.number === 3 && left.case === 1)) ? -120 : 0;
    return (
      many +
      (right.sort === Sort.perfect ? (left.human || left.sort === Sort.name ? -60 : -110) : -50) +
      agreement +
      (left.state === State.article || left.sort === Sort.name ? 20 : 0)
    );
  }
  if (left.sort === Sort.number) return -120;
  return 0;
}

/** عام 2017، 80 عاما: numbers stand beside nouns. */
function counted(left: Option, right: Option): number {
  if (left.sort === Sort.number) return right.sort === Sort.noun ? 60 : 0;
  if (right.sort !== Sort.number) return 0;
  return left.sort === Sort.noun && left.state === State.open
    ? left.time
      ? 140
      : 60
    : left.sort === Sort.adjective && left.state === State.open
      ? -60
      : 0;
}

/** An adjective with no noun before it: a noun of the same letters is likelier there. */
function alone(left: Option, right: Option): number {
  if (right.sort !== Sort.adjective || right.comparative || right.pos === 'adj_num') return 0;
  // لمراقبة: after an attached preposition a noun is likelier.
  if (right.preposition && right.state === State.open) return -80;
  if (isNominal(left) && left.role !== Role.adverbial && left.role !== Role.quantity) {
    // والمعارضين after a noun that it does not agree with.
    const another = right.conjunction && (left.sort !== Sort.adjective || left.gender !== right.gender);
    return another && right.state !== State.tanwin ? -60 : 0;
  }
  if (right.state === State.tanwin) return left.sort === Sort.number ? -60 : 0;
  return left.role === Role.preposition ? -120 : -90;
}

const owns = (one: Option): boolean =>
  ((isNominal(one) && one.role !== Role.adverbial) ||
    one.role === Role.demonstrative ||
    one.role === Role.ma ||
    one.role === Role.relative) &&
  !one.conjunction &&
  !one.preposition;

/** What the rules say of two neighbours. */
export const pairWeight = (left: Option, right: Option): number =>
  // بي بي سي
  (right.mark === Mark.letter && left.mark === Mark.letter ? 1150 : 0) +
  // A marked fatha: رَدَّ at the beginning is what he did.
  (left.sort === Sort.start && right.told?.case === 'accusative' && right.state !== State.tanwin ? -150 : 0) +
  (right.mark === Mark.part && left.mark !== Mark.from ? -200 : 0) +
  (right.jussive && left.role !== Role.lam && left.role !== Role.la ? -250 : 0) +
  governed(left, right) +
  nominal(left, right) +
  verbal(left, right) +
  alone(left, right) +
  counted(left, right) +
  // مواطنو ... : what has dropped its ن must have an owner.
  (left.state === State.construct && !left.attached && !owns(right) ? -250 : 0);

const MOST = 12;

/** For each word the place, among its options, of the one on the best path; options of a word are at most `MOST`, best first. */
export function bestPath(sentence: readonly (readonly Option[])[]): number[] {
  let before: { score: number; from: number }[] = [];
  const back: Int8Array[] = [];
  sentence.forEach((options, at) => {
    const left = sentence[at - 1];
    const here: { score: number; from: number }[] = [];
    const froms = new Int8Array(options.length);
    for (let n = 0; n < options.length && n < MOST; n++) {
      const option = options[n] as Option;
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      if (left)
        for (let m = 0; m < before.length; m++) {
          const score = (before[m] as { score: number }).score + pairWeight(left[m] as Option, option);
          if (score > best) {
            best = score;
            from = m;
          }
        }
      else best = 0;
      froms[n] = from;
      here.push({ score: best + option.score, from });
    }
    back.push(froms);
    before = here;
  });
  const path: number[] = [];
  let at = 0;
  before.forEach(({ score }, n) => {
    if (score > (before[at] as { score: number }).score) at = n;
  });
  for (let word = sentence.length - 1; word >= 0; word--) {
    path[word] = at;
    at = (back[word] as Int8Array)[at] ?? 0;
  }
  return path;
}
