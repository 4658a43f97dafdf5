import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import type { Voice } from './use-voice.ts';

interface VoiceButtonProps {
  readonly voice: Voice;
  /** Tells this button's words from others'. */
  readonly name: string;
  readonly text: string;
  /** What the button does, for those who hear it. */
  readonly label: string;
  /** What stands on it beside its sign; nothing where there are many. */
  readonly short?: string;
}

/** Reads a text aloud, and stops it. Not there where the browser has no Arabic voice. */
export function VoiceButton({ voice, name, text, label, short }: VoiceButtonProps) {
  const { t } = useTranslation('wordlist');
  if (!voice.there) return null;
  const reads = voice.reading === name;
  const said = reads ? t('stop') : label;
  return (
    <button
      type="button"
      className="button"
      data-plain={short === undefined ? '' : undefined}
      aria-label={reads && short !== undefined ? undefined : said}
      title={said}
      onClick={() => voice.read(name, text)}
    >
      <Icon name={reads ? 'close' : 'sound'} />
      {short === undefined ? null : reads ? said : short}
    </button>
  );
}
