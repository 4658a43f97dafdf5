import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/store.ts';
import { Dialog } from './Dialog.tsx';
import { commands, SHOWN } from './keys.ts';
import styles from './tagging.module.css';

const MOVES = ['word', 'line', 'extend', 'enter', 'escape'] as const;
const MOVE_KEYS = { word: '← →', line: '↑ ↓', extend: 'Shift + ← →', enter: 'Enter', escape: 'Esc' } as const;

/** Every key, and the switch that turns single letters off for who speaks to the machine or leans on its keys. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('tagging');
  const on = useSession((session) => session.settings.letterKeys);
  const set = useSession((session) => session.choose);
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <label className={styles['tag']}>
        <input type="checkbox" checked={on} onChange={() => set({ letterKeys: !on })} />
        {t('letterKeys')}
      </label>
      <p className={styles['soft']}>{t('keysHint')}</p>
      <dl className={styles['keys']}>
        {MOVES.map((move) => (
          <div key={move}>
            <dt>
              <kbd dir="ltr">{MOVE_KEYS[move]}</kbd>
            </dt>
            <dd>{t(`moves.${move}`)}</dd>
          </div>
        ))}
        {commands.map((command) => (
          <div key={command}>
            <dt>
              <kbd dir="ltr">{SHOWN[command]}</kbd>
            </dt>
            <dd>{t(`commands.${command}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
