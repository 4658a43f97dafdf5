import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toBibtex } from '../../core/citation/bibtex.ts';
import { toCslJson } from '../../core/citation/csl.ts';
import type { Reference } from '../../core/citation/reference.ts';
import { toRis } from '../../core/citation/ris.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Copying } from './Copying.tsx';
import { SavedNotice, useSaving } from './Saving.tsx';

const formats = {
  bib: { write: toBibtex, type: 'application/x-bibtex' },
  ris: { write: toRis, type: 'application/x-research-info-systems' },
  json: { write: toCslJson, type: 'application/vnd.citationstyles.csl+json' },
} as const;
type Format = keyof typeof formats;

/** The reference as a file for a reference manager. */
export function ReferenceView({ reference }: { readonly reference: Reference }) {
  const { t } = useTranslation('sharing');
  const [format, setFormat] = useState<Format>('bib');
  const { saved, save } = useSaving();
  const name = useId();
  const { write, type } = formats[format];
  const text = write(reference);
  return (
    <>
      <Choice
        legend={t('file')}
        name={`${name}-file`}
        value={format}
        options={(Object.keys(formats) as Format[]).map((value) => ({ value, label: t(`files.${value}`) }))}
        onChoose={setFormat}
        help={t('fileHelp')}
      />
      <Copying text={text} direction="ltr">
        <button
          type="button"
          className="button"
          onClick={() =>
            save(`${reference.id}.${format}`, async () => new Blob([text], { type: `${type};charset=utf-8` }))
          }
        >
          <Icon name="save" />
          {t('save')}
        </button>
      </Copying>
      <SavedNotice saved={saved} />
    </>
  );
}
