import { useTranslation } from 'react-i18next';
import type { ArticleLookup } from '../../core/article/lookup.ts';
import { gatherBySpeaker } from '../../core/quotation/gather.ts';
import { isImplied } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import panel from './Panel.module.css';
import card from './QuotationCard.module.css';

/** Every quotation under its speaker, to be read where no script can answer: nothing to press, nothing shortened. */
export function StillVoices({ lookup }: { readonly lookup: ArticleLookup }) {
  const { t } = useTranslation('speakers');
  const { say, percent } = useFormat();
  const voices = gatherBySpeaker(lookup, lookup.article.quotations);
  if (voices.length === 0) return <p className={panel['empty']}>{t('noQuotations')}</p>;
  return (
    <ol className={`${panel['voices']} ${panel['still']}`}>
      {voices.map(({ speaker, quotations, share }) => (
        <li key={speaker?.id ?? ''}>
          <div className={panel['voice']}>
            <h3>
              <bdi>{speaker ? say(speaker.name) : t('nobody')}</bdi>
            </h3>
            {speaker?.role ? <p className={panel['role']}>{say(speaker.role)}</p> : null}
            <p className={panel['share']}>{t('share', { share: percent(share) })}</p>
          </div>
          <ul className={panel['quotations']}>
            {quotations.map((quotation) => (
              <li key={quotation.id} className={card['card']} data-kind={quotation.kind}>
                <blockquote lang="ar" dir="rtl" className={`${card['content']} ${card['still']}`}>
                  {quotation.contents.map(({ words }) => words).join(t('piecesJoined'))}
                </blockquote>
                <p className={card['facts']}>
                  <span className={card['kind']}>{t(`kinds.${quotation.kind}`)}</span>
                  <span>{t(`verbs.${quotation.verb.class}`)}</span>
                  {quotation.verb.lemma === null ? null : (
                    <bdi lang="ar" className={card['lemma']}>
                      {quotation.verb.lemma}
                    </bdi>
                  )}
                  {isImplied(quotation) ? <span className={card['implied']}>{t('implied')}</span> : null}
                </p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
