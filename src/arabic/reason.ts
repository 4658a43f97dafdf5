/** Why each quotation is attributed as it is, in the order of the text: who is meant by a bare verb depends on who spoke before. */
import type { Bilingual } from '../core/bilingual.ts';
import { foldText } from '../core/text/fold.ts';
import type { FoundQuotation } from './analyse.ts';
import type { Figure } from './figures.ts';
import { type Elided, fill, RULES, type Told, type ToldRule, WAYS } from './lexicon/reasons.ts';

/** What of a long cue or source stands in a reason. */
const SHOWN = 80;

interface Seen {
  readonly figure: Figure | null;
  /** The speaker's English name; empty where there is none. */
  readonly english: string;
  /** As the text has them; empty where it has none. */
  readonly cue: string;
  readonly source: string;
}

/** Gives the reasons of a text's quotations, asked for in their order. */
export function createReasons(text: string): (found: FoundQuotation, seen: Seen) => Bilingual {
  let latest: Figure | null = null;
  const spoke = new Set<Figure>();

  const toldOf = ({ rule, way }: FoundQuotation, { figure, source }: Seen): Told => {
    if (figure === null) return 'nobody';
    if (way === 'current' || way === 'governing') {
      const before = spoke.has(figure) ? 'earlier' : 'mentioned';
      const elided: Elided = figure === latest ? 'latest' : way === 'governing' ? 'subject' : before;
      return rule === 'participle' ? `participle ${elided}` : elided;
    }
    if (way !== 'named') return way;
    if (foldText(source, 'loose').includes(foldText(figure.canonical, 'loose'))) return 'named';
    return rule === 'headline' ? 'headed' : 'called';
  };

  return (found, seen) => {
    const { figure, english, cue, source } = seen;
    const same = (words: string) => ({ ar: short(words), en: short(words) });
    const name = short(figure?.canonical ?? '');
    // A colon of the text within the marks of the reason reads as one of the reason's own.
    const words = {
      cue: same(cue.replace(/\s*:$/, '')),
      source: same(source),
      speaker: { ar: name, en: english || name },
    };
    const told = toldOf(found, seen);
    if (figure) {
      latest = figure;
      spoke.add(figure);
    }
    const rule = fill(RULES[ruleOf(found, text)], words);
    // The line's name is told by the rule already.
    if (found.rule === 'headline' && told === 'named') return rule;
    const way = fill(WAYS[told], words);
    return { ar: `${rule.ar} ${way.ar}`, en: `${rule.en} ${way.en}` };
  };
}

function ruleOf({ rule, cue, start }: FoundQuotation, text: string): ToldRule {
  if (rule !== 'quote' || start < cue.end) return rule;
  // The colon may belong to the cue; the marks stand outside of what was said.
  const between = text.slice(cue.end - 1, start);
  return between.includes(':') ? 'colon' : /["“”«»‹›„‟']/.test(between) ? 'marks' : rule;
}

const short = (words: string): string =>
  words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN) + 1 || SHOWN).trimEnd()}…` : words;
