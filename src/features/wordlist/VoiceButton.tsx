import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import type { Voice } from './use-voice.ts';

interface VoiceButtonProps {
  readonly voice: Voice;
  /** Tells this button's words from others'. */
  readonly name: string;
  readonly text: string;
  readonly label: string;
  /** The label is heard but not seen. */
  readonly quiet?: boolean;
}

/** Reads a text aloud, and stops it. Not there where the browser has no Arabic voice. */
export function VoiceButton({ voice, name, text, label, quiet = false }: VoiceButtonProps) {
  const { t } = useTranslation('wordlist');
  if (!voice.there) return null;
  const reads = voice.reading === name;
  const said = reads ? t('stop') : label;
  return (
    <button
      type="button"
      className="button"
      data-plain={quiet ? '' : undefined}
      aria-label={quiet ? said : undefined}
      title={quiet ? said : undefined}
      onClick={() => voice.read(name, text)}
    >
      <Icon name={reads ? 'close' : 'sound'} />
      {quiet ? null : said}
    </button>
  );
}
