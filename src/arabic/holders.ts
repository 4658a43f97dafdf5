/** Whose a title is: from its first word to the name that it leads to. */
import { ofMany } from './figures.ts';
import { describes } from './lexicon/adjectives.ts';
import { adverbs, particles, prepositions, relatives } from './lexicon/function-words.ts';
import { canTell, isHuman } from './lexicon/humans.ts';
import { speechObjects } from './lexicon/speech.ts';
import {
  bodies,
  classWords,
  definiteBodies,
  honorifics,
  offices,
  placeWords,
  speakingNouns,
} from './lexicon/titles.ts';
import type { Name } from './names.ts';
import { Nouns } from './nouns.ts';
import type { Stretch } from './reading.ts';
import { bareNoun, honours, overSign, strangerEnd, titled, titledBefore, unlistedEnd } from './strangers.ts';
import { couldBeName, doubtfulNames, givenNames, isEveryday, isNamePart, isVerb, nisbas } from './vocabulary.ts';

/** Prepositions that a title goes on over: المتحدث باسم, مفاوض التغيير المناخي عن, رئيس الوفد إلى. */
const IN_TITLES = new Set(['في', 'باسم', 'لدي', 'عن', 'الي', 'علي', 'ل', 'ب', 'من']);
/** Where and how something was said, not who said it: في مؤتمر, في تصريح, في وقت. */
const VENUES =
  /^(?:ال|لل|ب|ل)?(?:موتمر|تصريح|تصريحات|حديث|حديثه|حديثها|حوار|حواره|مقابله|لقاء|لقاءه|بيان|كلمه|كلمته|كلمتها|اتصال|رساله|خطاب|خطابه|تغريده|تقرير|تقريره|مقال|مقاله|جلسه|ختام|وقت|مداخله|مداخلته|معرض|اطار|سياق|منشور|تدوينه|مستهل|اعقاب|ضوء|حين|اشاره|رد|رده|رسالته|بيانه|بيانها|افتتاح|اجتماع|ندوه|حفل|شهاده|شهادته|بدايه|نهايه|تعليق|تعليقه|ظل|موجز|ايجاز|احاطه|برنامج|حلقه)$|^(?:هذا|هذه|ذات|نفس|الشان)$/;
/** Prepositions after which a name is another's: the deputy of, the lawyer of, the office of. */
const OF_ANOTHER = new Set([
  'باسم',
  'محامي',
  'محاميه',
  'والد',
  'والده',
  'شقيق',
  'شقيقه',
  'زوجه',
  'مكتب',
  'حمله',
  'فريق',
]);
/** After these a person is spoken of: مصدر قريب من فلان. */
const ABOUT = new Set(['من', 'عن', 'مع', 'ضد', 'الي', 'حول', 'بين']);
const REACH = 34;

/** Whether a word can open a person's name, be it a word of every day too: سلمى. */
const canName = (word: string): boolean =>
  doubtfulNames.has(word) || givenNames.has(word) || isNamePart(word) || (couldBeName(word) && !isEveryday(word));

/** A text whose titles lead to their holders, those among them whom no list knows. */
export class Holders extends Nouns {
  /** Persons whom no list knew, named by where they stand: after their title, right before what they said. */
  private readonly named: Name[] = [];

  /** All names, those whom only their place names among them, in text order; what a list took for a part of one of these is left out. */
  withNamed(): readonly Name[] {
    if (this.named.length === 0) return this.names;
    // The same words may have been read for several reports.
    const fresh = new Map<number, Name>();
    for (const name of this.named) if (name.to > (fresh.get(name.from)?.to ?? 0)) fresh.set(name.from, name);
    const covered = new Uint8Array(this.nameAt.length);
    for (const { from, to } of fresh.values()) covered.fill(1, from, to);
    return [...this.names.filter(({ from, to }) => !covered[from] && !covered[to - 1]), ...fresh.values()].sort(
      (a, b) => a.from - b.from,
    );
  }

  /** Remembers a name that only its place tells. */
  name(name: Name): void {
    this.named.push(name);
  }

  /** Whether what was taken for a name is a title alone: المرشد, العسكري. */
  isTitle({ from, to, skip }: Name): boolean {
    const word = this.word(from).slice(skip);
    return to - from === 1 && word.startsWith('ال') && (offices.has(word.slice(2)) || describes(word));
  }

  /** Whether a word may head a subject: of persons, of bodies, or a definite noun. */
  heads(at: number): boolean {
    const word = this.word(at);
    const name = this.nameFrom(at);
    if (name) return name.skip === 0 && name.type !== 'date' && name.type !== 'work' && name.type !== 'event';
    if (word === '' || this.nameAt[at] !== -1) return false;
    if (offices.has(word) || honorifics.has(word) || speakingNouns.has(word) || bodies.has(word)) return true;
    if (definiteBodies.has(word) || nisbas.has(word) || classWords.has(word)) return true;
    if (ofMany(word) && !isVerb(word) && !this.cues[at]) return true;
    return (
      /^ال.{3}/.test(word) && !adverbs.has(word) && !particles.has(word) && !speechObjects.has(word) && !isVerb(word)
    );
  }

  /** Whether a person's name or title, or a word for people, opens here. */
  personal(at: number): boolean {
    const word = this.word(at);
    return this.nameFrom(at)?.type === 'person' || offices.has(word) || honorifics.has(word) || isHuman(bareNoun(word));
  }

  /** A person's title from its first word to the name that it leads to, before an edge; null where it leads to none beyond what is known. */
  extended(head: number, edge: number, known: Stretch | null): Stretch | null {
    const first = this.word(head).replace(/^[لب](?=ال|لل)|^ل(?=ل)/, '');
    const plain = known ? this.word(head).replace(/^(?:[لب]|لل)/, '') : first;
    const name = this.nameFrom(head);
    const personal =
      offices.has(first) ||
      offices.has(first.replace(/^ال/, '')) ||
      offices.has(plain) ||
      honorifics.has(first) ||
      honorifics.has(`ال${plain}`) ||
      speakingNouns.has(first) ||
      nisbas.has(first) ||
      isHuman(bareNoun(first)) ||
      first.startsWith('كبير') ||
      (first.startsWith('ال') && !definiteBodies.has(first) && !bodies.has(first.slice(2)));
    if (name?.type === 'person' && !(this.isTitle(name) && titled(this, name.to, edge)))
      return known ? null : { from: head, to: name.to };
    if (name && !known && name.type !== 'person') return { from: head, to: name.to };
    const stranger = name ? head : strangerEnd(this, head, edge);
    if (stranger > head) {
      this.named.push({ from: head, to: stranger, skip: 0, type: 'person', by: 'cue' });
      return { from: head, to: stranger };
    }
    const held = personal ? this.holder(head, edge) : null;
    if (held !== null && (!known || held > known.to)) return { from: head, to: held };
    // مؤسس «المنارة», صحيفة «المنارة».
    const pair =
      known && this.tokens[known.to]?.kind === 'mark'
        ? this.layout.quoted[this.layout.inside[known.to] ?? -1]
        : undefined;
    if (
      known &&
      pair?.open === known.to &&
      pair.closed &&
      pair.close - pair.open < 10 &&
      pair.close < edge &&
      (personal || classWords.has(first) || bodies.has(first))
    )
      return { from: head, to: pair.close + 1 };
    if (known) return null;
    // لجنة التحكيم, البيان: the noun and what is definite after it.
    let to = head + 1;
    // صحيفة المنارة.
    // قادة دول الخليج: many, and what they are of.
    const of = ofMany(first) && canTell(this.word(to)) && this.nameAt[to] === -1 && !this.cues[to] ? to + 1 : to;
    const called = this.nameFrom(of);
    if (
      called?.skip === 0 &&
      called.to <= edge &&
      (called.type === 'organization' || (called.type !== 'person' && ofMany(first)))
    )
      to = called.to;
    while (to < edge && /^(?:ال|لل|باسم$)/.test(this.word(to)) && !this.cues[to] && !adverbs.has(this.word(to))) to++;
    return { from: head, to };
  }

  /** The end of the name that a title leads to, or null. */
  holder(head: number, edge: number): number | null {
    let last: number | null = null;
    let at = head;
    while (at < edge && at < head + REACH) {
      const name = this.nameFrom(at);
      if (name?.type === 'person' && this.isTitle(name) && titled(this, name.to, edge)) {
        at = name.to;
        continue;
      }
      if (name?.type === 'person' && (name.skip === 0 || at === head)) {
        // مصدر قريب من فلان: he is spoken of.
        if (at > head && ABOUT.has(this.key(at - 1))) return null;
        if (OF_ANOTHER.has(this.key(at - 1)) || (this.key(at - 2) === 'باسم' && at - 2 >= head)) return null;
        last = name.to;
        at = name.to;
        // مجتبى | خامنئي: two names of one person.
        const more = this.nameFrom(at);
        if (more?.type === 'person' && more.skip === 0 && at < edge && this.joined(at) && name.to - name.from === 1) {
          this.named.push({ from: name.from, to: more.to, skip: name.skip, type: 'person', by: 'title' });
          return more.to;
        }
        // بلدة سان مارتان الفرنسية، كريستوف ديلاني: a place's name.
        if (placeWords.has(this.word(name.from - 1)) && name.from > head) {
          last = null;
          continue;
        }
        // جامعة الملك عبد العزيز الدكتور فلان: the last one holds it.
        if (at < edge && honorifics.has(this.word(at)) && titled(this, at, edge)) continue;
        // مدرب غزلان الهضبة فلان: one word that was taken for a name, and then a whole one.
        if (name.to - name.from === 1) {
          let next = at;
          while (next < edge && this.word(next).startsWith('ال') && this.nameAt[next] === -1) next++;
          const whole = this.nameFrom(next);
          if (next > at && next < edge && whole?.type === 'person' && whole.to - whole.from > 1 && whole.skip === 0)
            return whole.to;
        }
        break;
      }
      if (name) {
        at = name.to;
        continue;
      }
      const word = this.word(at);
      if (word === '') {
        const next = overSign(this, at, edge);
        if (next <= at) break;
        at = next;
        continue;
      }
      // رئيسة الفريق الذي أجرى التجربة، هيلين مور.
      if (relatives.has(word)) {
        let comma = at;
        while (comma < edge && this.tokens[comma]?.kind !== 'comma') comma++;
        // المحكمة التي ستحاكم الرئيس السابق، فلان: he belongs to the title within the relative clause.
        if (comma >= edge || this.nameFrom(comma + 1)?.type !== 'person' || titledBefore(this, comma)) break;
        at = comma + 1;
        continue;
      }
      if (at > head) {
        if (prepositions.has(word) && (!IN_TITLES.has(word) || VENUES.test(this.word(at + 1)))) break;
        if (!prepositions.has(word) && (particles.has(word) || adverbs.has(word) || VENUES.test(word))) break;
        if ((this.cues[at] || isVerb(word)) && !word.startsWith('ال') && !isEveryday(word)) break;
        // الدكتور علي الموسى | أن: whoever stands between a title and what was said.
        const before = this.word(at - 1);
        const settled = nisbas.has(before) || before.startsWith('ال') || before === '' || this.nameAt[at - 1] !== -1;
        // فخر الدين: an everyday word, but for what follows.
        const din = this.word(at + 1) === 'الدين';
        const chain = settled && this.personal(head) && (din || (canName(word) && !isEveryday(word)));
        if (honours(this, at - 1) || (chain && !word.startsWith('ال') && !/^و.{4}/.test(word))) {
          const end = Math.max(unlistedEnd(this, at, edge), Math.min(this.strangerAt(at), edge));
          if (end > at) {
            this.named.push({ from: at, to: end, skip: 0, type: 'person', by: 'title' });
            return end;
          }
        }
      }
      at++;
    }
    return last;
  }
}
