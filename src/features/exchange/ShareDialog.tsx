import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layer } from '../../core/annotation/layer.ts';
import { EVERYTHING, partOf, type Pick } from '../../core/annotation/part.ts';
import { kinds } from '../../core/dataset/schema.ts';
import type { QuotationKind } from '../../core/quotation/quotation.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { LINK_LIMITS, packText } from '../../library/link-codec.ts';
import { layerLink } from '../../session/layer-place.ts';
import { useSession } from '../../session/store.ts';
import { saveFile } from '../../ui/save-file.ts';
import styles from './exchange.module.css';

interface ShareDialogProps {
  readonly layer: Layer;
  readonly name: string;
  /** Names of the codebook's tags, by id. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Messengers and mail programs cut longer ones, each at its own length. */
const SAFE = 2_000;

/** Sends a layer, or a part of it, as a link (where it fits into one) or as a file. */
export function ShareDialog({ layer, name, tags }: ShareDialogProps) {
  const { t } = useTranslation('exchange');
  const { say } = useFormat();
  const announce = useSession((session) => session.announce);
  const [pick, setPick] = useState<Pick>(EVERYTHING);
  const [link, setLink] = useState<{ readonly whole: string } | { readonly why: 'tooLong' | 'unsupported' } | null>(
    null,
  );
  const part = useMemo(() => partOf(layer, pick), [layer, pick]);
  const speakers = layer.entities.filter(({ id }) => layer.quotations.some(({ speaker }) => speaker === id));
  const used = [...new Set(layer.quotations.flatMap((quotation) => quotation.tags))];

  useEffect(() => {
    let current = true;
    setLink(null);
    const text = JSON.stringify(part);
    const tooLong = new Blob([text]).size > LINK_LIMITS.bytes;
    void (tooLong ? Promise.resolve(undefined) : packText(text)).then((packed) => {
      if (!current) return;
      if (packed === null) setLink({ why: 'unsupported' });
      else if (packed === undefined || packed.length > LINK_LIMITS.characters) setLink({ why: 'tooLong' });
      else setLink({ whole: layerLink(layer.article, packed) });
    });
    return () => {
      current = false;
    };
  }, [layer.article, part]);

  const whole = link && 'whole' in link ? link.whole : null;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      announce(t('copied'));
    } catch {
      announce(t('notCopied'));
    }
  };
  const chosen = pick.quotations;
  return (
    <div className={styles['form']}>
      <p>{t('shareAbout', { name })}</p>
      <div className={styles['row']}>
        <Filter
          label={t('bySpeaker')}
          any={t('any')}
          value={pick.speaker}
          options={speakers.map((entity) => [entity.id, say(entity.name)])}
          onChoose={(speaker) => setPick({ ...pick, speaker })}
        />
        <Filter
          label={t('byKind')}
          any={t('any')}
          value={pick.kind}
          options={kinds.map((kind) => [kind, t(`kinds.${kind}`, { ns: 'speakers' })])}
          onChoose={(kind) => setPick({ ...pick, kind: kind as QuotationKind | null })}
        />
        {used.length === 0 ? null : (
          <Filter
            label={t('byTag')}
            any={t('any')}
            value={pick.tag}
            options={used.map((id) => [id, tags.get(id) ?? id])}
            onChoose={(tag) => setPick({ ...pick, tag })}
          />
        )}
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={chosen !== null}
          onChange={(event) => setPick({ ...pick, quotations: event.target.checked ? [] : null })}
        />
        {t('chooseOnes')}
      </label>
      {chosen === null ? null : (
        <div className={styles['list']}>
          {layer.quotations.map(({ id, contents }) => (
            <label key={id} className={styles['check']}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setPick({
                    ...pick,
                    quotations: event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
                  })
                }
              />
              <span lang="ar" dir="rtl">
                {contents
                  .map(({ words }) => words)
                  .join(' … ')
                  .slice(0, 120)}
              </span>
            </label>
          ))}
        </div>
      )}
      <p role="status">{t('partHas', { count: part.quotations.length })}</p>
      {part.quotations.length === 0 ? null : (
        <>
          {whole ? (
            <>
              <label className={styles['field']}>
                <span>{t('link')}</span>
                <textarea readOnly rows={3} dir="ltr" value={whole} onFocus={(event) => event.target.select()} />
              </label>
              <p className={styles['soft']}>
                {t('linkLength', { count: whole.length })}
                {whole.length > SAFE ? ` ${t('linkLong')}` : ''}
              </p>
            </>
          ) : link && 'why' in link ? (
            <p className={styles['notice']}>{t(link.why === 'tooLong' ? 'noLink' : 'noCodec')}</p>
          ) : null}
          <div className={styles['row']}>
            {whole ? (
              <button type="button" className="button" data-main="" onClick={() => void copy(whole)}>
                {t('copyLink')}
              </button>
            ) : null}
            <button
              type="button"
              className="button"
              onClick={() =>
                saveFile(
                  `${layer.article}.${layer.id}.layer.json`,
                  `${JSON.stringify(part, null, 2)}\n`,
                  'application/json',
                )
              }
            >
              {t('saveFile')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string | null) => void;
}

function Filter({ label, any, value, options, onChoose }: FilterProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
        <option value="">{any}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
