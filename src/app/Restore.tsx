import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { BackupDialog } from '../features/exchange/BackupDialog.tsx';
import { useStore } from '../library/use-kept.ts';
import { settingsSchema } from '../session/settings.ts';
import { useSession } from '../session/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { stopKeeping } from './use-keeping.ts';

/** A backup that was brought to the app: what it holds, and the way to restore it, wherever the reader is. */
export function Restore({ source, onClose }: { readonly source: string; readonly onClose: () => void }) {
  const { t } = useTranslation('offline');
  const store = useStore();
  const queries = useQueryClient();
  const settings = useSession((session) => session.settings);
  const choose = useSession((session) => session.choose);
  if (!store) return null;
  return (
    <Dialog title={t('arrival.restore')} closeLabel={t('close', { ns: 'app' })} onClose={onClose}>
      <BackupDialog
        store={store}
        settings={settings}
        first={source}
        onBefore={stopKeeping}
        onRestored={() => void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind === 'article' })}
        onSettings={(given) => choose(v.parse(settingsSchema, given))}
      />
    </Dialog>
  );
}
