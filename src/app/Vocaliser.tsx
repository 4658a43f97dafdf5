import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../core/article/lookup.ts';
import { lineOf } from '../core/dictionary/line.ts';
import type { DisplayText } from '../core/text/display.ts';
import type { TextRange } from '../core/text/range.ts';
import { type VocalisedWord, vocalisedText } from '../core/text/vocalised.ts';
import { type DictionaryFault } from '../engine/dictionary.ts';
import { useSession } from '../session/store.ts';
import { Choice } from '../ui/Choice.tsx';
import styles from './app.module.css';
import { dictionary } from './dictionary.ts';
import type { Vowels, VowelsWish } from './use-vowels.ts';

interface VocaliserProps {
  readonly lookup: ArticleLookup;
  readonly wish: VowelsWish;
  readonly onShown: (vowels: Vowels | null) => void;
  readonly onOff: () => void;
}

/** Asks the dictionary for the vowels that the reader wants, hands over how the text is then shown, and says whose work it is. */
export function Vocaliser({ lookup, wish, onShown, onOff }: VocaliserProps) {
  const { t } = useTranslation('dictionary');
  const tashkeel = useSession((session) => session.settings.tashkeel);
  const where = useSession((session) => session.settings.vowels);
  const choose = useSession((session) => session.choose);
  const { blocks } = lookup.article;
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<ReadonlyMap<string, readonly VocalisedWord[]> | null>(null);
  const [fault, setFault] = useState<DictionaryFault['why'] | null>(null);

  // biome-ignore lint: another attempt asks the same again.
  useEffect(() => {
    let current = true;
    setFault(null);
    void vowelsFor(blocks, wish).then((told) => {
      if (!current) return;
      if (typeof told === 'string') setFault(told);
      else setKnown(told);
    });
    return () => {
      current = false;
    };
  }, [blocks, wish, attempt]);

  const vowels = useMemo((): Vowels | null => {
    if (!known) return null;
    const textOf = (id: string) => blocks.find((block) => block.id === id)?.text ?? '';
    return where === 'in'
      ? { shownAs: (id) => inText(textOf(id), known.get(id), tashkeel), above: null }
      : { shownAs: null, above: (id) => known.get(id) ?? [] };
  }, [known, where, tashkeel, blocks]);
  useEffect(() => onShown(vowels), [vowels, onShown]);
  useEffect(() => () => onShown(null), [onShown]);

  return (
    <section className={styles['vowels']} aria-label={t('vocalised.label')}>
      <p role="status">{fault ? t(`fault.${fault}`) : t(known ? 'vocalised.told' : 'vocalised.asking')}</p>
      <div data-live="">
        {fault ? (
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {t('again')}
          </button>
        ) : (
          <Choice
            legend={t('vocalised.where')}
            name="vowels"
            value={where}
            options={[
              { value: 'in', label: t('vocalised.in') },
              { value: 'above', label: t('vocalised.above') },
            ]}
            onChoose={(vowelsAt) => choose({ vowels: vowelsAt })}
          />
        )}
        <button type="button" className="button" onClick={onOff}>
          {t('vocalised.off')}
        </button>
      </div>
    </section>
  );
}

const inText = (text: string, words: readonly VocalisedWord[] | undefined, marks: boolean): DisplayText | null =>
  words ? vocalisedText(text, words, { marks }) : null;

/** The vocalised words, block by block, of the whole text or of some sentences; or why there are none. */
async function vowelsFor(
  blocks: ArticleLookup['article']['blocks'],
  { whole, sentences }: VowelsWish,
): Promise<ReadonlyMap<string, readonly VocalisedWord[]> | DictionaryFault['why']> {
  const line = lineOf(blocks);
  const wanted = (range: TextRange) =>
    whole || sentences.some(({ block, start, end }) => block === range.block && start < range.end && range.start < end);
  const first = line.places.findIndex((range) => range !== null && wanted(range));
  const last = line.places.findLastIndex((range) => range !== null && wanted(range));
  const words = new Map<string, VocalisedWord[]>();
  if (first < 0) return words;
  const result = await dictionary.vocalise(line, first, last + 1);
  if (!result.ok) return result.failure.why;
  result.value.forEach((vocalised, at) => {
    const range = line.places[first + at];
    if (!range || !wanted(range) || line.wordAt(first + at) === null) return;
    const list = words.get(range.block);
    const word = { start: range.start, end: range.end, vocalised };
    if (list) list.push(word);
    else words.set(range.block, [word]);
  });
  return words;
}
