/** English glosses of what a verb makes: write → writing, written. The first word of a gloss is the verb. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  `be been, bear borne, beat beaten, become become, begin begun, bend bent, bet bet, bind bound, bite bitten, bleed bled, blow blown, break broken, breed bred, bring brought, build built, burn burnt, burst burst, buy bought, cast cast, catch caught, choose chosen, cling clung, come come, cost cost, creep crept, cut cut, deal dealt, dig dug, do done, draw drawn, dream dreamt, drink drunk, drive driven, eat eaten, fall fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flown, forbid forbidden, forget forgotten, forgive forgiven, freeze frozen, get got, give given, go gone, grind ground, grow grown, hang hung, have had, hear heard, hide hidden, hit hit, hold held, hurt hurt, keep kept, know known, lay laid, lead led, leave left, lend lent, let let, lie lain, light lit, lose lost, make made, mean meant, meet met, mistake mistaken, overcome overcome, overthrow overthrown, pay paid, put put, quit quit, read read, ride ridden, ring rung, rise risen, run run, say said, see seen, seek sought, sell sold, send sent, set set, sew sewn, shake shaken, shed shed, shine shone, shoot shot, show shown, shrink shrunk, shut shut, sing sung, sink sunk, sit sat, sleep slept, slide slid, sow sown, speak spoken, spend spent, spill spilt, spin spun, split split, spread spread, spring sprung, stand stood, steal stolen, stick stuck, strike struck, strive striven, swear sworn, sweep swept, swim swum, swing swung, take taken, teach taught, tear torn, tell told, think thought, throw thrown, tread trodden, undergo undergone, understand understood, undertake undertaken, uphold upheld, wake woken, wear worn, weave woven, weep wept, win won, withdraw withdrawn, withhold withheld, write written`
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);

const VOWEL = /[aeiou]/;
/** stop → stopp-: one syllable, one vowel, one consonant. */
const doubled = (verb: string): string =>
  /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || /(?:mit|fer|cur|pel|get|gin)$/.test(verb)
    ? verb + verb.slice(-1)
    : verb;

const mapVerb = (gloss: string, change: (verb: string) => string): string => {
  const [, verb = '', rest = ''] = /^([A-Za-z-]+)(.*)$/s.exec(gloss) ?? [];
  return verb === '' ? gloss : change(verb) + rest;
};

/** write about → writing about. */
export const ing = (gloss: string): string =>
  mapVerb(gloss, (verb) => {
    if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
    if (verb.endsWith('e') && !/(?:ee|oe|ye)$/.test(verb) && verb.length > 2) return `${verb.slice(0, -1)}ing`;
    return `${doubled(verb)}ing`;
  });

/** write → written; announce → announced. */
export const participle = (gloss: string): string =>
  mapVerb(gloss, (verb) => {
    const known = IRREGULAR[verb];
    if (known !== undefined) return known;
    if (verb.endsWith('e')) return `${verb}d`;
    if (verb.endsWith('y') && !VOWEL.test(verb.charAt(verb.length - 2))) return `${verb.slice(0, -1)}ied`;
    return `${doubled(verb)}ed`;
  });
