import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../ui/save-file.ts';
import styles from './Share.module.css';

interface Saved {
  readonly file: string;
  readonly well: boolean;
}

/** Saving files, and what became of the last one. */
export function useSaving() {
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = (file: string, make: () => Promise<Blob>) => {
    make()
      .then((contents) => {
        saveFile(file, contents);
        setSaved({ file, well: true });
      })
      .catch(() => setSaved({ file, well: false }));
  };
  return { saved, save };
}

export function SavedNotice({ saved }: { readonly saved: Saved | null }) {
  const { t } = useTranslation('sharing');
  return (
    <p role="status" className={saved === null ? 'unseen' : saved.well ? styles['well'] : styles['notice']}>
      {saved === null ? '' : saved.well ? t('saved', { file: `\u2068${saved.file}\u2069` }) : t('saveFault')}
    </p>
  );
}
