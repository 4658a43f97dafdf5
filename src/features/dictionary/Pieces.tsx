import { useTranslation } from 'react-i18next';
import type { Piece } from '../../core/dictionary/answer.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './Entry.module.css';
import { apart } from './pieces.ts';

/** The word cut into its pieces, right to left as it is written, each named. A word of one piece is not cut. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { t } = useTranslation('dictionary');
  const { say } = useFormat();
  if (pieces.length < 2) return null;
  return (
    <ol className={styles['pieces']} dir="rtl" aria-label={t('cut')}>
      {pieces.map((piece, at) => (
        <li key={`${piece.kind} ${piece.start} ${piece.end}`} data-kind={piece.kind}>
          <bdi lang="ar">{apart(piece, pieces[at - 1] ?? null, pieces[at + 1] ?? null)}</bdi>
          <span>{t(`piece.${piece.kind}`)}</span>
          {piece.written === '' ? <small>{t('swallowed')}</small> : null}
          {piece.gloss ? <small>{say(piece.gloss)}</small> : null}
        </li>
      ))}
    </ol>
  );
}
