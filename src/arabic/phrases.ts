/** Where a noun phrase ends, with its titles, its insertions and its name. */
import {
  adverbs,
  amounts,
  complementisers,
  particles,
  prepositions,
  selves,
  startingWithBa,
} from './lexicon/function-words.ts';
import { tellers } from './lexicon/settings.ts';
import { bodies, classWords, definiteBodies, honorifics, offices, speakingNouns } from './lexicon/titles.ts';
import type { Name } from './names.ts';
import { Nouns } from './nouns.ts';
import type { Token } from './tokens.ts';
import { isEveryday, nisbas } from './vocabulary.ts';

/** What is named after somebody. */
const NAMED_AFTER =
  /^[وفبل]{0,2}(?:مستشفي|جامعه|مدينه|مركز|مطار|طريق|شارع|كليه|مدرسه|موسسه|ملعب|ميناء|جسر|مكتبه|جايزه|كاس|ميدان|معهد|قاعه|مسجد|حديقه|قصر|مجمع|مسرح|سد|استاد)$/;

/** Noun phrases within noun phrases, at most: no reader follows more, and no text may exhaust the stack. */
const DEEPEST = 8;

/** A text whose noun phrases have an end. */
export class Phrases extends Nouns {
  /** The end of the noun phrase that opens at a token; the token itself where none does. */
  nounPhrase(from: number, depth = 0): number {
    if (depth > DEEPEST) return from;
    let at = from;
    let definite = false;
    let count = 0;
    const first = this.word(from);
    // كل من الوزير والمدير
    if (first === 'كل' && this.key(from + 1) === 'من' && this.nounAt(from + 2)) {
      const end = this.nounPhrase(from + 2, depth + 1);
      return /^و.{3}/.test(this.word(end)) && this.opensSpeaker(end) ? this.nounPhrase(end, depth + 1) : end;
    }
    // العديد من النشطاء, عدد من السكان
    if (amounts.has(first) && this.key(from + 1) === 'من' && this.nounAt(from + 2))
      return this.nounPhrase(from + 2, depth + 1);
    const person =
      !definiteBodies.has(first) &&
      (offices.has(first) ||
        offices.has(first.replace(/^ال/, '')) ||
        honorifics.has(first) ||
        speakingNouns.has(first));
    while (at < this.tokens.length && count < 16) {
      if (person && definite && at > from && this.chains(at)) {
        const holder = this.chainAfter(at);
        if (holder > at) return holder;
      }
      if (
        at > from &&
        (!this.sameSentence(at, from) || (this.tokens[at] as Token).line !== (this.tokens[from] as Token).line)
      )
        break;
      const name = this.nameFrom(at);
      if (
        name &&
        (name.skip === 0 ||
          at === from ||
          /^[ول]/.test(this.key(at)) ||
          (person && definite && this.key(at).startsWith('ب') && this.settled(name.to)))
      ) {
        if (at > from && name.skip === 1 && this.key(at).startsWith('و') && definite && name.type !== 'person') {
          at = name.to;
          continue;
        }
        if (at > from && this.ofAnother(name, from, definite, person)) break;
        at = name.to;
        definite = true;
        count++;
        // الولايات المتحدة | العنف: after a place or a body, an adjective at most.
        if (
          name.type !== 'person' &&
          !person &&
          this.word(at).startsWith('ال') &&
          !nisbas.has(this.word(at)) &&
          !this.nameFrom(at)
        )
          break;
        // المرشد الإيراني فلان: a calling alone is no name yet.
        const calling =
          name.type === 'person' &&
          name.to === name.from + 1 &&
          offices.has(this.word(name.from).replace(/^ال/, '')) &&
          nisbas.has(this.word(at));
        if (name.type === 'person' && !calling) {
          const next = this.appositionAfter(at);
          if (next > at) return next;
          // ستون وزير …: an office after the name.
          if (offices.has(this.word(at)) || honorifics.has(this.word(at))) {
            return this.nounPhrase(at, depth + 1);
          }
          break;
        }
        continue;
      }
      const here = this.word(at);
      if (here === '') {
        // رئيس الوزراء الإسرائيلي، بنيامين نتنياهو،
        const next = this.nameFrom(at + 1);
        if (this.key(at) === '،' && person && definite && next?.type === 'person' && next.skip === 0) {
          at = next.to;
          if (this.key(at) === '،') at++;
          return at;
        }
        // رئيس البلدية، كريستوف ديلاني،
        if (this.key(at) === '،' && person && definite) {
          const stranger = this.strangerAt(at + 1);
          if (stranger > at + 1 && this.key(stranger) === '،') return stranger + 1;
        }
        break;
      }
      if (person && prepositions.has(here) && at > from) {
        const after = this.overPreposition(at, depth);
        if (after === at) break;
        at = after;
        definite = true;
        count++;
        continue;
      }
      if (particles.has(here) || prepositions.has(here) || complementisers.has(here) || adverbs.has(here)) break;
      if (at > from && this.nameAt[at] === -1 && (this.cues[at] || this.verbAt(at))) break;
      const isDefinite =
        /^(?:ال|لل)/.test(here) ||
        nisbas.has(here) ||
        (at > from && !definite && /(?:ته|يه|ها|هم)$/.test(here) && here.length > 4 && !isEveryday(here));
      // الوزارة | المواطنين: after a definite noun only what agrees with it.
      if (isDefinite && at > from && /^و?ال/.test(first) && !this.agrees(first, here)) break;
      if (isDefinite) {
        definite = true;
        at++;
        count++;
        continue;
      }
      // المصدر ذاته, الوزير نفسه
      if (definite && selves.has(here)) {
        at++;
        continue;
      }
      if (here.startsWith('وال') && definite) {
        at++;
        count++;
        continue;
      }
      if (definite) {
        if (offices.has(here) || honorifics.has(here)) {
          at++;
          definite = false;
          count++;
          continue;
        }
        // وزير الخزانة الأمريكي سكوت بيسنت: after a title, a name that no list has.
        return person ? this.strangerAt(at) : at;
      }
      // ناشطون | بفتح تحقيق, مصادر | لوكالة الأناضول
      if (at > from && /^ب.{3}/.test(here) && !startingWithBa.has(here) && isEveryday(here.slice(1))) break;
      if (at > from && tellers.has(first) && here.startsWith('ل') && classWords.has(here.slice(1))) break;
      if (at > from && !bodies.has(here) && !offices.has(here) && !isEveryday(here) && count > 3) break;
      at++;
      count++;
    }
    return at;
  }

  /** Whether a name is not of the noun phrase before it, but begins another. */
  private ofAnother({ from: at, type, skip }: Name, from: number, definite: boolean, person: boolean): boolean {
    const first = this.word(from);
    // مصدر مسؤول | لهسبريس: to whom it was told.
    if (type === 'organization' && skip === 1 && this.key(at).startsWith('ل') && tellers.has(first)) return true;
    // محتجون ومصريون عاديون | مبارك: people in the plural without the article are not called by one name.
    if (
      type === 'person' &&
      /(?:ون|ين)$/.test(this.word(at - 1)) &&
      /(?:ون|ين)$/.test(first) &&
      !first.startsWith('ال') &&
      this.nameAt[at - 1] === -1
    )
      return true;
    if (!definite || person) return false;
    // تتهم السلطات الأفغانية | أجهزة …: another name is another's.
    if (type !== 'person') return this.nameAt[at - 1] !== -1 && !this.key(at).startsWith('و');
    // المعلمة نورة: a definite noun right before a person's name is her title.
    const titled = at === from + 1 && first.startsWith('ال') && !definiteBodies.has(first);
    return !titled && !this.titleBefore(at);
  }

  /** متحدث باسم الوزارة; رئيس قسم الترجمة في المعهد الملكي نيلز هانسن: a title goes on over its preposition; where to, or where it stands. */
  private overPreposition(at: number, depth: number): number {
    const after = this.nounPhrase(at + 1, depth + 1);
    if (after <= at + 1) return at;
    const here = this.word(at);
    const next = this.word(at + 1);
    const placed =
      (here === 'في' || here === 'لدي') &&
      this.settled(after) &&
      (this.nameFrom(at + 1) !== null || bodies.has(next) || definiteBodies.has(next));
    if (placed) return after;
    const name = this.nameFrom(after);
    if (name?.type === 'person' && (here === 'باسم' || name.skip === 0)) return name.to;
    return here === 'باسم' ? after : at;
  }

  /** Whether an adjective can be of a definite noun: الوزارة الجديدة, الوزير الجديد; not الوزارة المواطنين. */
  private agrees(noun: string, adjective: string): boolean {
    if (!adjective.startsWith('ال')) return true;
    if (noun.endsWith('ه')) return /[هيا]$/.test(adjective);
    const one = definiteBodies.has(noun) || offices.has(noun.replace(/^و?ال/, '')) || honorifics.has(noun);
    return !one || !/(?:ين|ات)$/.test(adjective) || noun.endsWith('ات');
  }

  /** Whether a title may go on here: in what, of what, or with another title of the same holder. */
  private chains(at: number): boolean {
    const here = this.word(at);
    if (here === '') {
      const next = this.word(at + 1);
      return this.tokens[at]?.kind === 'comma' && next.startsWith('و') && offices.has(next.replace(/^و(?:ال)?/, ''));
    }
    if (
      /^(?:في|لدي|ل)$/.test(here) ||
      (/^(?:ب.{3}|لل.{2})/.test(here) && !startingWithBa.has(here) && !adverbs.has(here))
    )
      return true;
    return here.startsWith('و') && offices.has(here.replace(/^و(?:ال)?/, '')) && !this.cues[at];
  }

  /**
   * بالخارج، عبد الله بوصوف; بمستشفى الملك فهد، والمشرف العام على الحملة الدكتور سامر الحلبي: where a title that goes on ends with its
   * holder; the token itself where no person’s name ends the chain.
   */
  private chainAfter(at: number): number {
    let i = at;
    let words = 0;
    for (; i < at + 22 && this.sameSentence(i, at); i++) {
      const token = this.tokens[i] as Token;
      const name = this.nameFrom(i);
      if (name?.type === 'person' && name.skip === 0) {
        const before = this.word(i - 1);
        const led =
          this.tokens[i - 1]?.kind === 'comma' || honorifics.has(before) || offices.has(before.replace(/^ال/, ''));
        // مستشفى الملك فهد: the name is of a place.
        if (honorifics.has(before) && NAMED_AFTER.test(this.word(i - 2))) {
          i = name.to - 1;
          continue;
        }
        return led && (words > 0 || i > at) ? this.closed(name.to) : at;
      }
      if (name) {
        i = name.to - 1;
        words++;
        continue;
      }
      if (token.kind === 'comma') {
        const next = this.nameFrom(i + 1);
        const title = this.word(i + 1).replace(/^و?(?:ال)?/, '');
        if (
          next?.type === 'person' ||
          (this.word(i + 1).startsWith('و') && (offices.has(title) || honorifics.has(`ال${title}`)))
        )
          continue;
        return at;
      }
      if (token.kind !== 'word') return at;
      const here = token.key;
      if (complementisers.has(here) || (particles.has(here) && !prepositions.has(here)) || adverbs.has(here)) return at;
      if (this.cues[i] || (this.verbAt(i) && !here.startsWith('ب') && !offices.has(here))) return at;
      words++;
    }
    return at;
  }

  /** Past the comma that closes an apposition. */
  private closed(at: number): number {
    return this.key(at) === '،' ? at + 1 : at;
  }

  /** «نيلز هانسن، مدير المعهد السابق،»: after a name, a comma, an office and what belongs to it. */
  appositionAfter(at: number): number {
    if (this.key(at) !== '،') return at;
    const next = this.word(at + 1);
    if (!(offices.has(next) || honorifics.has(next) || offices.has(next.replace(/^ال/, '')))) return at;
    for (let i = at + 2; i < this.tokens.length && i < at + 22; i++) {
      if (!this.sameSentence(i, at)) return i;
      if (this.key(i) === '،') return i + 1;
      if (complementisers.has(this.key(i)) || this.tokens[i]?.kind === 'colon' || this.tokens[i]?.kind === 'mark')
        return i;
    }
    return at;
  }
}
