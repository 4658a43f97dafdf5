import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bareWords, type Extract } from '../../core/citation/forms.ts';
import { quoted } from '../../core/citation/quote.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { Card, CardWords } from './card.ts';
import { drawPicture, type Paper, papers, pictureSvg } from './picture.ts';
import { pngOf } from './save.ts';
import { SavedNotice, useSaving } from './Saving.tsx';
import styles from './Share.module.css';

interface PictureViewProps {
  readonly extract: Extract;
  /** Title, publisher and date in the language of the interface. */
  readonly source: string;
  readonly address: string;
  /** What the saved files are called, without their endings. */
  readonly file: string;
}

/** The words as a picture with their source: seen as it will be saved. */
export function PictureView({ extract, source, address, file }: PictureViewProps) {
  const { t } = useTranslation('sharing');
  const { language } = useFormat();
  const { saved, save } = useSaving();
  const [paper, setPaper] = useState<Paper>(paperNow);
  const [drawn, setDrawn] = useState<Card | 'fault' | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const name = useId();
  const words = useMemo((): CardWords => {
    const bare = bareWords(extract);
    return {
      words: extract.quotes ? quoted(bare, 'ar') : bare,
      quotes: extract.quotes,
      told: extract.told,
      source,
      address,
      language,
      reader: t('name', { ns: 'app' }),
    };
  }, [extract, source, address, language, t]);
  useEffect(() => {
    let wanted = true;
    const element = canvas.current;
    if (element)
      drawPicture(element, words, paper).then(
        (card) => wanted && setDrawn(card),
        () => wanted && setDrawn('fault'),
      );
    return () => {
      wanted = false;
    };
  }, [words, paper]);
  const card = drawn === 'fault' ? null : drawn;
  const label = t('pictureLabel', { words: words.words });
  const png = async () => {
    const element = canvas.current;
    if (!element) throw new Error('no picture');
    return pngOf(element);
  };
  return (
    <>
      <Choice
        legend={t('paper')}
        name={`${name}-paper`}
        value={paper}
        options={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
        onChoose={setPaper}
      />
      <figure className={styles['figure']}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          className={styles['picture']}
          data-drawn={card ? paper : ''}
        />
      </figure>
      <p role="status" className={drawn === 'fault' || card?.cut ? styles['notice'] : 'unseen'}>
        {drawn === 'fault' ? t('pictureFault') : card === null ? t('pictureDrawing') : card.cut ? t('pictureCut') : ''}
      </p>
      {card ? (
        <div className={styles['actions']}>
          <button type="button" className="button" data-main="" onClick={() => save(`${file}.png`, png)}>
            <Icon name="save" />
            {t('savePng')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              save(
                `${file}.svg`,
                async () => new Blob([await pictureSvg(card, paper, label)], { type: 'image/svg+xml' }),
              )
            }
          >
            <Icon name="save" />
            {t('saveSvg')}
          </button>
        </div>
      ) : null}
      <SavedNotice saved={saved} />
    </>
  );
}

/** The paper nearest to the one that the reader reads on. */
function paperNow(): Paper {
  const { theme } = document.documentElement.dataset;
  if (theme === 'sepia' || theme === 'dark') return theme;
  return theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
