/** Who says each report: the figure that its source names, or the one that a verb alone means. */
import { actorBefore, peoplePhrase } from './actors.ts';
import type { Attribution } from './attribution.ts';
import { type Cue, cueOf } from './cues.ts';
import { bare, type Figure, type Figures, unjoined } from './figures.ts';
import type { Holders } from './holders.ts';
import { anaphors } from './lexicon/callings.ts';
import { isHuman } from './lexicon/humans.ts';
import { honorifics, offices } from './lexicon/titles.ts';
import { firstNameFrom, type Name } from './names.ts';
import type { Reading, Stretch } from './reading.ts';
import { agrees, governed, isDefinite, KIN, ofNamed } from './source.ts';
import { Sources } from './sources.ts';
import { met, type Spoken } from './spoken.ts';
import { type Asked, type Observe, Turns } from './turns.ts';
import { isVerb } from './vocabulary.ts';

/** Whose family or lawyer a name stands after. */
const FAMILY = /^(?:اسره|عايله|اقارب|ورثه|محامي|محاميه|محامو|والد|والده|زوجه|شقيق|شقيقه|نجل)$/;

/** So many reports before one may stand around it. */
const NEIGHBOURS = 12;

/** Finds the figure behind each source, and behind each verb that names none. */
export class Speakers {
  private readonly turns: Turns;
  private readonly starts: number[] = [];
  private readonly reading: Reading;
  private readonly names: readonly Name[];
  private readonly figures: Figures;
  private readonly sources: Sources;
  private readonly holders: Holders;

  constructor(
    text: string,
    reading: Reading,
    names: readonly Name[],
    figures: Figures,
    holders: Holders,
    observe?: Observe,
  ) {
    this.turns = new Turns(observe);
    this.sources = new Sources(text, reading, names, figures, holders, this.turns);
    this.holders = holders;
    this.reading = reading;
    this.names = names;
    this.figures = figures;
    const { tokens, layout } = reading;
    for (let i = tokens.length - 1; i >= 0; i--) this.starts[layout.sentence[i] as number] = i;
  }

  /** A speaker for each attribution, in text order: who has the word decides who is meant by a verb without a subject. */
  run(attributions: readonly Attribution[], cues: readonly (Cue | null)[]): Spoken[] {
    const { layout, tokens } = this.reading;
    const spokenIn = new Set<number>();
    const done: Spoken[] = [];
    let seen = 0;
    attributions.forEach((attribution, index) => {
      const at = attribution.cue.from;
      const sentence = layout.sentence[at] as number;
      const line = tokens[at]?.line ?? 0;
      const around = this.around(attributions, index);
      const outer = around >= 0 ? (done[around]?.figure ?? null) : null;
      // ستون أورد رواية أخرى. وقال …: a sentence without a report hands its subject on.
      for (; seen < sentence; seen++) {
        const topic = spokenIn.has(seen) || this.isSaid(seen, attributions, index) ? null : this.topic(seen);
        if (topic)
          this.turns.take({ ...topic, sentence: seen, line: tokens[topic.at]?.line ?? 0, by: 'topic', nested: false });
      }
      const told = attribution.source && this.alias(this.named(attribution), attributions, index);
      // What names nobody is passed over: the subject is to be found.
      const spoken = told?.figure
        ? told
        : this.implied({
            attribution,
            sentence,
            line,
            plural: cues[at]?.form.plural ?? false,
            outer,
            actor: this.actor(at),
            subject: this.subject(at, around >= 0 ? (attributions[around] as Attribution).content.from : null),
          });
      done.push(spoken);
      const { figure } = spoken;
      if (!figure) return;
      // قال X, قالت Y: the verb before its subject tells the gender of a person.
      if (attribution.source && attribution.source.from > at && figure.type === 'person')
        figure.gender ??= attribution.gender;
      const quoted = attribution.by !== 'trailing' && (layout.inside[at] ?? -1) >= 0;
      if (around < 0 && !quoted) spokenIn.add(sentence);
      // Whoever the title quotes has not the word in the article; a colon within it gives it: الوزير: «…».
      if (attribution.by === 'headline' && line === tokens[0]?.line) return;
      const by =
        attribution.by === 'participle'
          ? 'participle'
          : attribution.by === 'accord' || attribution.by === 'trailing'
            ? 'accord'
            : 'verb';
      this.turns.take({ figure, at, sentence, line, by, nested: around >= 0 || quoted });
    });
    return done;
  }

  /** Whether a description means one whom the reader knows: by the article, or by a name that it is of. */
  private definite(source: Stretch): boolean {
    const name = this.names[firstNameFrom(this.names, source.from)];
    return (
      isDefinite(this.reading, source) ||
      ofNamed(this.reading, source.from, name && name.to <= source.to ? name : undefined)
    );
  }

  /** Whom the source of a report names. */
  private named({ source, cue, by }: Attribution): Spoken {
    // قالت الدفاعات إن: between a verb and what was said, nothing but who said it.
    const sure = source !== null && source.from > cue.from && (by === 'clause' || by === 'quote');
    return source ? this.sources.resolve(source, sure) : { figure: null, way: 'nobody', share: 0 };
  }

  /**
   * One who is described by an office that nobody was given may be one whom the text names: the last speaker, where the verb only goes on
   * (وأضاف أسطورة الكرة), or the one who is named for the first time by the next report (قال نائب القائد … قال العميد فلان).
   */
  private alias(spoken: Spoken, attributions: readonly Attribution[], index: number): Spoken {
    const { figure, way } = spoken;
    const { source, ...attribution } = attributions[index] as Attribution;
    if (!figure || way !== 'described' || !source || figure.type !== 'person' || figure.many) return spoken;
    const role = bare(unjoined(this.reading.key(source.from)));
    const goesOn = attribution.class === 'continue';
    const single = !KIN.test(role) && (goesOn || !anaphors.has(role)) && (isHuman(role) || offices.has(role));
    if (!single || (source.to > source.from + 1 && !this.definite(source))) return spoken;
    if (goesOn) {
      const last = this.turns.latest((other) => other.type === 'person');
      if (last?.named && agrees(role, last) && this.turns.since(last) < 3) return met(last, source.from, 'title');
    }
    for (let next = index + 1; next < Math.min(attributions.length, index + 4); next++) {
      const { source: other } = attributions[next] as Attribution;
      if (!other || other.from - source.from > 120) continue;
      const at = firstNameFrom(this.names, other.from);
      const name = this.names[at];
      if (!name || name.type !== 'person' || name.skip > 0 || name.from >= other.to) continue;
      // Only ranks before the name, and nobody knew it before.
      let rank = true;
      for (let i = other.from; i < name.from; i++) rank &&= honorifics.has(this.reading.word(i));
      const person = this.figures.of[at] as Figure;
      // In the title he may have been named, as long as nobody has told of him since.
      const first = this.figures.first(person);
      const titled = this.reading.sameLine(first, 0) && !this.turns.has(person);
      if (rank && agrees(role, person) && (first > source.from || titled)) return met(person, source.from, 'title');
    }
    return spoken;
  }

  /** The speaker that a verb without a subject means. */
  private implied(asked: Asked): Spoken {
    const meant = this.turns.meant(asked);
    if (!meant) return { figure: null, way: 'nobody', share: 0 };
    const { figure, share } = meant;
    return { figure, share, way: this.turns.since(figure) < 0 && figure === asked.subject ? 'governing' : 'current' };
  }

  /** The attribution within whose content another is told, the innermost of its neighbours; -1 for none. */
  private around(attributions: readonly Attribution[], index: number): number {
    const { from } = (attributions[index] as Attribution).cue;
    for (let i = index - 1; i >= Math.max(0, index - NEIGHBOURS); i--) {
      const { content } = attributions[i] as Attribution;
      if (content.from <= from && from < content.to) return i;
    }
    return -1;
  }

  /** Whether a sentence is all somebody's words: it begins within marks, or within what was reported before. */
  private isSaid(sentence: number, attributions: readonly Attribution[], index: number): boolean {
    const at = this.starts[sentence] ?? 0;
    if ((this.reading.layout.inside[at] ?? -1) >= 0) return true;
    for (let i = index - 1; i >= Math.max(0, index - NEIGHBOURS); i--) {
      const { content } = attributions[i] as Attribution;
      if (content.from <= at && at < content.to) return true;
    }
    return false;
  }

  /** The first person or body that the sentence names before a token, not after a preposition: its likely subject. */
  sentenceSubject(at: number, within: number | null): Figure | null {
    const from = Math.max(this.starts[this.reading.layout.sentence[at] as number] ?? at, within ?? 0);
    for (let index = firstNameFrom(this.names, from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.from >= at) return null;
      if (name.from < from || (name.type !== 'person' && name.type !== 'organization')) continue;
      if (name.skip > 1 || (name.skip === 1 && !(name.from - from < 3 && this.reading.key(name.from).startsWith('و'))))
        continue;
      if (name.from > from && governed(this.reading, name.from)) continue;
      // كانت أسرة فلان قد رفعت قضية: they, not he.
      const kin = FAMILY.test(unjoined(this.reading.word(name.from - 1))) && name.from > from;
      if (kin) return this.sources.resolve({ from: name.from - 1, to: name.to }).figure;
      if (name.type === 'person' || name.from - from < 5) return this.figures.of[index] ?? null;
    }
    return null;
  }

  /** Whom the sentence names first; within what another said, whoever opens that. */
  private subject(at: number, within: number | null): Figure | null {
    const named = this.sentenceSubject(at, within);
    if (named || within === null) return named;
    const phrase = peoplePhrase(this.holders, within, at);
    return phrase && this.known(phrase);
  }

  /** Whom the verb nearest before a report has as its subject, where that can be told. */
  private actor(at: number): Figure | null {
    const phrase = actorBefore(this.holders, at);
    return phrase && this.known(phrase);
  }
  /** The figure of a noun phrase that stands for somebody whom the text names, or for several people. */
  private known(phrase: Stretch): Figure | null {
    const { figure, way } = this.sources.resolve(phrase);
    if (!figure || (way === 'described' && !figure.many && !figure.named && figure.type !== 'organization'))
      return null;
    return figure;
  }

  /** The person whom a sentence without a report is about: named among its first words, or right after a verb. */
  private topic(sentence: number): { readonly figure: Figure; readonly at: number } | null {
    const from = this.starts[sentence];
    if (from === undefined) return null;
    // وعلقت صحيفة «المنارة» على الخبر: the verb opens it.
    if (isVerb(this.reading.word(from)) || cueOf(this.reading.word(from))) {
      let edge = from + 1;
      while (this.reading.tokens[edge] && this.reading.sameSentence(edge, from)) edge++;
      const phrase = peoplePhrase(this.holders, from + 1, edge);
      const figure = phrase && this.known(phrase);
      if (figure) return { figure, at: from + 1 };
    }
    for (let index = firstNameFrom(this.names, from); index < this.names.length; index++) {
      const name = this.names[index] as Name;
      if (name.from > from + 30 || this.reading.layout.sentence[name.from] !== sentence) return null;
      if (name.type !== 'person' || name.skip > 1 || (this.reading.layout.inside[name.from] ?? -1) >= 0) continue;
      const before = this.reading.word(name.from - 1);
      const early = name.from <= from + 7 && !(name.from > from && governed(this.reading, name.from));
      if (early || ((isVerb(before) || cueOf(before)) && !governed(this.reading, name.from - 1)))
        return { figure: this.figures.of[index] as Figure, at: name.from };
    }
    return null;
  }
}
