/**
 * Case, definiteness and mood of each word on the chosen path, where the words before it tell them; null where they do not. It
 * is better to leave an ending off than to write a wrong one: after a verb that takes an object, only who can do it is taken
 * for its subject. Marks that stand in the text go before all rules.
 */
import type { Ending3 } from './case.ts';
import { Mark, type Option, Role, Sort, State } from './option.ts';

type Case = Ending3['case'];
const NONE: Ending3 = { case: null, state: null, mood: null };

const isNominal = (one: Option | undefined): boolean => one !== undefined && one.sort <= Sort.name;
const isVerb = (one: Option) => one.sort === Sort.perfect || one.sort === Sort.imperfect;
const joins = (one: Option) => !one.conjunction && !one.preposition;
const isDay = (one: Option) => one.mark === Mark.day && one.state === State.article;
const isOpenNoun = (one: Option | undefined): boolean =>
  one !== undefined && one.sort === Sort.noun && one.state === State.open && joins(one) && one.role === Role.none;

/** Whether the word at a place is held open by the one after it: رئيسُ الوزراء. */
function inConstruct(path: readonly Option[], at: number): boolean {
  const option = path[at] as Option;
  const next = path[at + 1];
  if (option.state === State.construct) return true;
  if (option.mark === Mark.servant) return next?.state === State.article;
  // عام 2017
  if (next?.sort === Sort.number) return option.time && option.state === State.open;
  if (option.state !== State.open || option.sort === Sort.name || !next || !joins(next)) return false;
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
  if (next.mark === Mark.one) return false;
  // فازوا اليوم، مباراة الجمعة: a day after a word that tells no time may be when, or which.
  if (isDay(next) && !option.time) return false;
  if (next.sort === Sort.name) return option.sort === Sort.noun;
  if (next.role === Role.demonstrative) return option.sort === Sort.noun;
  if (next.role === Role.adverbial) return false;
  // جائزة أفضل مدرب
  if (next.comparative) return option.sort === Sort.noun && next.state === State.open && isOpenNoun(path[at + 2]);
  if (next.sort !== Sort.noun) return false;
  if (next.state === State.article || next.state === State.held) return true;
  if (next.state !== State.open) return false;
  if (option.sort === Sort.noun || option.pos === 'adj_num') return true;
  // دون سابق إنذار: an adjective that no noun stands before.
  const before = path[at - 1];
  return before !== undefined && (before.role === Role.preposition || before.role === Role.adverbial);
}

/** لخروج المسلحين: an adjective with the article does the work of a noun after one without. */
const heldByAdjective = (option: Option, before: Option | undefined, next: Option | undefined): boolean =>
  (option.sort === Sort.noun ||
    // من كبار الديمقراطيين
    (option.sort === Sort.adjective && before?.role === Role.preposition && !before.attached)) &&
  option.state === State.open &&
  next?.sort === Sort.adjective &&
  next.state === State.article &&
  joins(next);

/** What a verb makes of the nominals after it. */
interface Awaited {
  readonly verb: Option;
  /** Its subject is in itself or stands before it; null where that cannot be told. */
  readonly subjectKnown: boolean | null;
  /** A pronoun has taken what stood before for its own: what comes now is the subject. */
  readonly sure?: boolean;
}

/** Whether a nominal before a verb may be its subject. */
const mayLead = (before: Option | undefined, verb: Option): boolean =>
  before !== undefined &&
  isNominal(before) &&
  !verb.conjunction &&
  before.role !== Role.adverbial &&
  before.state !== State.tanwin &&
  !isDay(before) &&
  (before.gender === 0 || verb.gender === 0 || before.gender === verb.gender);

function awaitedBy(verb: Option, before: Option | undefined): Awaited {
  // تم، يجب: what is done stands after; so does who says.
  if (verb.mark === Mark.impersonal || (verb.says && verb.person === 3 && verb.number <= 1))
    return { verb, subjectKnown: before?.role === Role.anna && before.attached && verb.says };
  // The subject is in the verb itself unless it is of the third person singular.
  if (verb.person !== 3 || verb.number > 1) return { verb, subjectKnown: true };
  const takes = verb.transitive && !verb.attached && !verb.passive;
  if (before?.role === Role.anna && before.attached) return { verb, subjectKnown: takes };
  if (before?.role === Role.relative || before?.role === Role.ma)
    return { verb, subjectKnown: verb.attached ? false : null };
  // الرئيس أعلن, خطة أعلنها: what stands before may be its subject or not.
  if (mayLead(before, verb)) return { verb, subjectKnown: null };
  if (takes && verb.cut?.prefix.before === 'ل') return { verb, subjectKnown: null };
  return { verb, subjectKnown: false };
}

/** Whether a nominal after a verb is sure to be its subject. */
function isSubject(verb: Option, option: Option, next: Option | undefined, adjacent: boolean, sure: boolean): boolean {
  if (option.sort === Sort.adjective || option.case >= 2) return false;
  if (verb.gender !== 0 && option.gender !== 0 && verb.gender !== option.gender) return false;
  const open = option.state === State.open && !option.human;
  // ستبقى دولة مارقة: what it will be, not who; كانت هناك فرصة has its subject last.
  if (verb.role === Role.auxiliary && !verb.transitive) return !(open && adjacent);
  if (!verb.transitive || verb.attached || verb.passive) return true;
  return sure || option.agent || next?.role === Role.anna;
}

/** Endings of a sentence's words, by its chosen options. */
export function endings(path: readonly Option[]): Ending3[] {
  const told: Ending3[] = [];
  // What the sentence still waits for.
  let awaited: Awaited | null = null;
  let verbAt = -1;
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
      told.push({ case: null, state: null, mood: option.told?.mood ?? mood });
    }
    if (isVerb(option)) {
      if (option.sort === Sort.perfect) told.push(NONE);
      awaited = awaitedBy(option, before);
      verbAt = at;
      objectDue = awaited.subjectKnown === true && option.transitive && !option.attached && !option.passive;
      accusativeDue = false;
      headCase = null;
      subjectAt = -1;
      return;
    }
    if (!isNominal(option)) {
      told.push(NONE);
      if (option.role === Role.anna) {
        accusativeDue = !option.attached;
        awaited = null;
        objectDue = false;
      } else if (option.role === Role.preposition && option.attached && awaited?.subjectKnown === null) {
        // التي تعهدت بها الدول: what stood before is what the pronoun means.
        awaited = { verb: awaited.verb, subjectKnown: false, sure: true };
      } else if (option.role === Role.relative || option.role === Role.ma || option.sort >= Sort.sign) {
        awaited = null;
        objectDue = false;
        accusativeDue = false;
        headCase = null;
      }
      return;
    }
    const construct = inConstruct(path, at) || heldByAdjective(option, before, next);
    // لتدمير أو أسر المسلحين، على اعتبار أن، وجود 8: what comes after tells nothing sure of a noun without article.
    const shared =
      next !== undefined &&
      (next.role === Role.conjunction ||
        (!next.conjunction && (next.role === Role.anna || next.role === Role.an)) ||
        next.sort === Sort.number ||
        isDay(next) ||
        (next.conjunction && isNominal(next)));
    const state: Ending3['state'] =
      option.told?.state ??
      (option.state === State.article || option.state === State.held
        ? 'definite'
        : construct
          ? 'construct'
          : option.sort === Sort.name
            ? 'indefinite'
            : option.state === State.tanwin || (option.state === State.open && !shared)
              ? 'indefinite'
              : null);
    let found: Case = null;
    const afterPreposition = before?.role === Role.preposition && !before.attached;
    const owned = before !== undefined && isNominal(before) && joins(option) && inConstruct(path, at - 1);
    const agreeing =
      (option.sort === Sort.adjective || option.mark === Mark.one || option.mark === Mark.other) &&
      before !== undefined &&
      isNominal(before) &&
      joins(option) &&
      !owned &&
      // إيران داعمة: said of a name, not its adjective.
      (before.sort !== Sort.name || option.state === State.article) &&
      (option.mark === Mark.other
        ? // الاتهامات غير صحيحة: said of what is definite; الجمعيات غير الحكومية, بشكل غير مباشر are one thing.
          next?.state === State.article || before.state === State.open || before.state === State.tanwin
        : (before.state === State.article || before.state === State.held) === (option.state === State.article));
    if (option.told?.case) found = option.told.case;
    else if (option.case === 3) found = 'accusative';
    else if (option.case === 1) found = 'nominative';
    else if (option.preposition || afterPreposition || owned) found = 'genitive';
    else if (agreeing) {
      // An adjective after «head + owner» may belong to either: gender tells, or nothing does.
      const earlier = path[at - 2];
      const ownerBefore = before && earlier && isNominal(earlier) && inConstruct(path, at - 2);
      const like = (head: Option) =>
        (head.gender === option.gender || head.gender === 0) && (head.number === option.number || head.number === 0);
      if (ownerBefore && like(earlier)) found = like(before) ? null : (told[at - 2]?.case ?? null);
      else found = told[at - 1]?.case ?? null;
    } else if (before?.role === Role.la && option.state === State.open) found = null;
    else if (option.adverbial) found = 'accusative';
    else if (option.role === Role.quantity && next?.time && next.state === State.open) found = null;
    else if (option.conjunction && before !== undefined && isNominal(before) && option.sort !== Sort.name)
      found = headCase !== null && before.sort === option.sort ? (told[at - 1]?.case ?? null) : null;
    else if (before?.role === Role.demonstrative && option.state === State.article) {
      const earlier = path[at - 2];
      if (before.preposition || (earlier?.role === Role.preposition && !earlier.attached)) found = 'genitive';
      else if (earlier && isNominal(earlier) && inConstruct(path, at - 2)) found = 'genitive';
      else if (accusativeDue) {
        found = 'accusative';
        accusativeDue = false;
      }
    } else if (accusativeDue) {
      found = 'accusative';
      accusativeDue = false;
    } else if (isDay(option) && !option.conjunction && (awaited || objectDue) && !isOpenNoun(before))
      found = 'accusative';
    else if (option.time && (awaited || objectDue)) found = null;
    else if (awaited?.subjectKnown === false) {
      const { verb, sure = false }: Awaited = awaited;
      if (isSubject(verb, option, next, at === verbAt + 1, sure)) found = 'nominative';
      subjectAt = at;
      objectDue = found === 'nominative' && verb.transitive && !verb.attached && !verb.passive;
      awaited = null;
    } else if (
      objectDue &&
      option.sort === Sort.noun &&
      // A second person after the first explains it (ممثل القائد أمين المجلس) more often than he suffers it.
      !(option.human && subjectAt >= 0) &&
      (option.state === State.open || subjectAt < 0 || subjectAt === at - 1)
    ) {
      found = 'accusative';
      objectDue = false;
    } else if (
      (before === undefined || before.sort === Sort.start) &&
      next !== undefined &&
      option.sort === Sort.noun &&
      option.role !== Role.number &&
      !option.time
    )
      found = 'nominative';
    if (option.sort === Sort.noun || option.sort === Sort.name) {
      headCase = found;
      if (awaited?.subjectKnown === null) awaited = null;
    }
    // رأى مسؤولين: the form itself says that it is not the subject.
    if (option.case === 2 && found === 'nominative') found = null;
    told.push({ case: found, state, mood: null });
  });
  return told;
}
