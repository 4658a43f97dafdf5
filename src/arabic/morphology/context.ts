/**
 * Case, definiteness and mood of each word on the chosen path, where the words before it tell them; null where they do not. It
 * is better to leave an ending off than to write a wrong one.
 */
import type { Ending3 } from './case.ts';
import { type Option, Role, Sort, State } from './option.ts';

type Case = Ending3['case'];
const NONE: Ending3 = { case: null, state: null, mood: null };

const isNominal = (one: Option | undefined): boolean => one !== undefined && one.sort <= Sort.name;
const isVerb = (one: Option) => one.sort === Sort.perfect || one.sort === Sort.imperfect;

/** Whether a noun is held open by the one after it: رئيسُ الوزراء. */
function inConstruct(option: Option, next: Option | undefined): boolean {
  if (option.state === State.construct) return true;
  // عام 2017
  if (next?.sort === Sort.number) return option.time && option.state === State.open;
  if (option.state !== State.open || option.sort === Sort.name || !next || next.conjunction || next.preposition)
    return false;
  if (option.role === Role.adverbial || option.role === Role.quantity)
    return (
      isNominal(next) ||
      next.role === Role.demonstrative ||
      next.role === Role.relative ||
      next.role === Role.ma ||
      next.role === Role.an ||
      next.role === Role.anna
    );
  if (option.comparative) return next.sort === Sort.noun;
  if (next.sort === Sort.name) return option.sort === Sort.noun;
  if (next.role === Role.demonstrative) return option.sort === Sort.noun;
  if (next.role === Role.adverbial) return false;
  if (next.sort === Sort.noun)
    return (
      next.state === State.article ||
      next.state === State.held ||
      (next.state === State.open && option.sort === Sort.noun)
    );
  return false;
}

/** لخروج المسلحين: an adjective with the article does the work of a noun after one without. */
const heldByAdjective = (option: Option, next: Option | undefined): boolean =>
  option.sort === Sort.noun &&
  option.state === State.open &&
  next?.sort === Sort.adjective &&
  next.state === State.article &&
  !next.conjunction &&
  !next.preposition;

/** Endings of a sentence's words, by its chosen options. */
export function endings(path: readonly Option[]): Ending3[] {
  const told: Ending3[] = [];
  // What the sentence still waits for.
  let subjectOf: Option | null = null;
  let objectDue = false;
  let accusativeDue = false;
  let headCase: Case = null;
  let subjectAt = -1;
  path.forEach((option, at) => {
    const before = path[at - 1];
    const next = path[at + 1];
    if (option.sort === Sort.imperfect) {
      const mood =
        before?.role === Role.lam
          ? 'jussive'
          : before?.role === Role.lan || before?.role === Role.an || option.cut?.prefix.before === 'ل'
            ? 'subjunctive'
            : 'indicative';
      told.push({ case: null, state: null, mood });
    }
    if (isVerb(option)) {
      if (option.sort === Sort.perfect) told.push(NONE);
      // The subject is in the verb itself unless it is of the third person singular.
      subjectOf = option.person === 3 && option.number <= 1 ? option : null;
      objectDue = option.person !== 3 || option.number > 1 ? option.transitive && !option.attached : false;
      accusativeDue = false;
      headCase = null;
      subjectAt = -1;
      return;
    }
    if (!isNominal(option)) {
      told.push(NONE);
      if (option.role === Role.anna) {
        accusativeDue = !option.attached;
        subjectOf = null;
        objectDue = false;
      } else if (option.role === Role.relative || option.role === Role.ma || option.sort >= Sort.sign) {
        subjectOf = null;
        objectDue = false;
        accusativeDue = false;
        headCase = null;
      }
      return;
    }
    const construct = inConstruct(option, next) || heldByAdjective(option, next);
    // لتدمير أو أسر المسلحين: what two nouns hold together tells nothing of the first.
    const shared = next !== undefined && (next.role === Role.conjunction || (next.conjunction && isNominal(next)));
    const state: Ending3['state'] =
      option.state === State.article || option.state === State.held
        ? 'definite'
        : construct
          ? 'construct'
          : option.sort === Sort.name
            ? 'indefinite'
            : option.state === State.tanwin || (option.state === State.open && !shared)
              ? 'indefinite'
              : null;
    let found: Case = null;
    const afterPreposition = before?.role === Role.preposition && !before.attached;
    const owned =
      before !== undefined &&
      isNominal(before) &&
      !option.conjunction &&
      !option.preposition &&
      inConstruct(before, option);
    const agreeing =
      option.sort === Sort.adjective &&
      before !== undefined &&
      isNominal(before) &&
      !option.conjunction &&
      !option.preposition &&
      !owned &&
      (before.state === State.article || before.state === State.held) === (option.state === State.article);
    if (option.case === 3) found = 'accusative';
    else if (option.case === 1) found = 'nominative';
    else if (option.preposition || afterPreposition || owned) found = 'genitive';
    else if (agreeing) {
      // An adjective after «head + owner» may belong to either: gender tells, or nothing does.
      const earlier = path[at - 2];
      const ownerBefore = before && earlier && isNominal(earlier) && inConstruct(earlier, before);
      const like = (head: Option) =>
        (head.gender === option.gender || head.gender === 0) && (head.number === option.number || head.number === 0);
      if (ownerBefore && like(earlier)) found = like(before) ? null : (told[at - 2]?.case ?? null);
      else found = told[at - 1]?.case ?? null;
    } else if (option.adverbial) found = 'accusative';
    else if (option.conjunction && before !== undefined && isNominal(before) && option.sort !== Sort.name)
      found = headCase !== null && before.sort === option.sort ? (told[at - 1]?.case ?? null) : null;
    else if (before?.role === Role.demonstrative && option.state === State.article) {
      const earlier = path[at - 2];
      if (before.preposition || (earlier?.role === Role.preposition && !earlier.attached)) found = 'genitive';
      else if (earlier && isNominal(earlier) && inConstruct(earlier, before)) found = 'genitive';
      else if (accusativeDue) {
        found = 'accusative';
        accusativeDue = false;
      }
    } else if (accusativeDue) {
      found = 'accusative';
      accusativeDue = false;
    } else if (option.time && option.state !== State.held && subjectOf && !option.conjunction) found = 'accusative';
    else if (subjectOf) {
      const verb: Option = subjectOf;
      if (verb.gender === 0 || option.gender === 0 || verb.gender === option.gender)
        found = option.sort === Sort.adjective ? null : 'nominative';
      subjectAt = at;
      objectDue = found === 'nominative' && verb.transitive && !verb.attached && !verb.passive;
      subjectOf = null;
    } else if (
      objectDue &&
      option.sort === Sort.noun &&
      // A second person after the first explains it (ممثل القائد أمين المجلس) more often than he suffers it.
      ((option.state === State.open && !option.human) || subjectAt < 0 || subjectAt === at - 1)
    ) {
      found = 'accusative';
      objectDue = false;
    } else if ((before === undefined || before.sort === Sort.start) && next !== undefined && option.sort === Sort.noun)
      found = 'nominative';
    if (option.sort === Sort.noun || option.sort === Sort.name) headCase = found;
    told.push({ case: found, state, mood: null });
  });
  return told;
}
