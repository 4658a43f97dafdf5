import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchWords } from '../../i18n/later.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { part } from '../../session/parts.ts';
import { goToPage, wordsAddress } from '../../session/place.ts';
import { DEFAULTS, sizes, underlines } from '../../session/settings.ts';
import { useSession } from '../../session/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { inPage } from '../../ui/click.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './SettingsDialog.module.css';

const Storage = part(async () => {
  const [{ Storage }] = await Promise.all([import('./Storage.tsx'), fetchWords('offline')]);
  return Storage;
}, NoStorage);

function NoStorage() {
  const { t } = useTranslation('faults');
  return <p>{t('missingPart')}</p>;
}

/** How the text and the interface look; every choice is seen at once and kept. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  const dialog = useRef<HTMLDialogElement>(null);
  const settings = useSession((session) => session.settings);
  const choose = useSession((session) => session.choose);
  const keeps = useSession((session) => session.keeps);
  const [storageOpen, setStorageOpen] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby="settings-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles['inside']}>
        <header>
          <h2 id="settings-title">{t('title')}</h2>
          <button
            type="button"
            className="button"
            data-plain=""
            aria-label={t('close', { ns: 'app' })}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <p className={styles['sample']} lang="ar" dir="rtl">
          {t('sample')}
        </p>
        <Choice
          legend={t('language')}
          name="language"
          value={settings.language}
          options={[
            { value: 'ar', label: 'العربية', lang: 'ar' },
            { value: 'en', label: 'English', lang: 'en' },
          ]}
          onChoose={(language) => choose({ language })}
        />
        <Choice
          legend={t('face')}
          name="face"
          value={settings.face}
          options={[
            { value: 'naskh', label: t('naskh') },
            { value: 'sans', label: t('sans') },
          ]}
          onChoose={(face) => choose({ face })}
        />
        <fieldset className={styles['size']}>
          <legend>{t('size')}</legend>
          {/* Not disabled at an end: a button that is loses the keyboard's place in the dialog. */}
          <button
            type="button"
            className="button"
            aria-disabled={settings.size === 0}
            aria-label={t('smaller')}
            onClick={() => choose({ size: Math.max(0, settings.size - 1) })}
          >
            −
          </button>
          <output>{number(sizes[settings.size] ?? sizes[DEFAULTS.size] ?? 0)}</output>
          <button
            type="button"
            className="button"
            aria-disabled={settings.size === sizes.length - 1}
            aria-label={t('larger')}
            onClick={() => choose({ size: Math.min(sizes.length - 1, settings.size + 1) })}
          >
            +
          </button>
        </fieldset>
        <Choice
          legend={t('leading')}
          name="leading"
          value={settings.leading}
          options={(['snug', 'normal', 'loose'] as const).map((value) => ({ value, label: t(value) }))}
          onChoose={(leading) => choose({ leading })}
        />
        <Choice
          legend={t('width')}
          name="width"
          value={settings.width}
          options={(['narrow', 'normal', 'wide'] as const).map((value) => ({ value, label: t(value) }))}
          onChoose={(width) => choose({ width })}
        />
        <Choice
          legend={t('theme')}
          name="theme"
          value={settings.theme}
          options={(['system', 'light', 'sepia', 'dark', 'contrast'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
          onChoose={(theme) => choose({ theme })}
        />
        <Choice
          legend={t('tashkeel')}
          name="tashkeel"
          value={settings.tashkeel ? 'shown' : 'hidden'}
          options={[
            { value: 'shown', label: t('tashkeelShown') },
            { value: 'hidden', label: t('tashkeelHidden') },
          ]}
          help={t('tashkeelHelp')}
          onChoose={(value) => choose({ tashkeel: value === 'shown' })}
        />
        <Choice
          legend={t('words')}
          name="words"
          value={settings.words ? 'dictionary' : 'nothing'}
          options={[
            { value: 'dictionary', label: t('wordsDictionary') },
            { value: 'nothing', label: t('wordsNothing') },
          ]}
          help={t('wordsHelp')}
          onChoose={(value) => choose({ words: value === 'dictionary' })}
        />
        <Choice
          legend={t('digits')}
          name="digits"
          value={settings.digits}
          options={(['auto', 'arab', 'latn'] as const).map((value) => ({ value, label: t(value) }))}
          help={t('digitsHelp')}
          onChoose={(digits) => choose({ digits })}
        />
        <Choice
          legend={t('underline')}
          name="underline"
          value={settings.underline}
          options={underlines.map((value) => ({ value, label: t(`underlines.${value}`) }))}
          help={t('underlineHelp')}
          onChoose={(underline) => choose({ underline })}
        />
        <Choice
          legend={t('keepWords')}
          name="keep-words"
          value={settings.keepWords ? 'kept' : 'left'}
          options={[
            { value: 'kept', label: t('wordsKept') },
            { value: 'left', label: t('wordsLeft') },
          ]}
          help={t('keepWordsHelp')}
          onChoose={(value) => choose({ keepWords: value === 'kept' })}
        />
        <a
          className="button"
          href={wordsAddress()}
          onClick={(event) =>
            inPage(() => {
              dialog.current?.close();
              goToPage(wordsAddress());
            })(event)
          }
        >
          {t('toWords')}
        </a>
        <details className={styles['more']} onToggle={(event) => setStorageOpen(event.currentTarget.open)}>
          <summary>{t('storage')}</summary>
          {storageOpen ? (
            <Suspense fallback={<p>{t('fetching')}</p>}>
              <Storage />
            </Suspense>
          ) : null}
        </details>
        <footer>
          <p>{keeps ? t('kept') : t('notKept')}</p>
          <button type="button" className="button" onClick={() => choose({ ...DEFAULTS, language: settings.language })}>
            {t('reset')}
          </button>
        </footer>
      </div>
    </dialog>
  );
}
