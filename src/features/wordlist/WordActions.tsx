import { useTranslation } from 'react-i18next';
import type { ListedWord } from '../../core/wordlist/word.ts';
import { goToPage, wordsAddress } from '../../session/place.ts';
import { inPage } from '../../ui/click.ts';
import { Icon } from '../../ui/icons.tsx';
import { useVoice } from './use-voice.ts';
import { VoiceButton } from './VoiceButton.tsx';

interface WordActionsProps {
  /** The word as it is in the list; null where it is not. */
  readonly listed: ListedWord | null;
  /** What is read aloud. */
  readonly vocalised: string;
  readonly sentence: string;
  readonly onList: () => void;
  readonly onForget: () => void;
  readonly onKnown: (known: boolean) => void;
  /** To explain the word in the text; left out where that is not offered. */
  readonly onExplain?: (() => void) | undefined;
}

/** What can be done with a word: keep it, mark it as known, hear it, explain it. */
export function WordActions({ listed, vocalised, sentence, onList, onForget, onKnown, onExplain }: WordActionsProps) {
  const { t } = useTranslation('wordlist');
  const voice = useVoice();
  const known = listed?.known ?? false;
  return (
    <>
      <button type="button" className="button" aria-pressed={listed !== null} onClick={listed ? onForget : onList}>
        <Icon name={listed ? 'done' : 'add'} />
        {t('inList')}
      </button>
      <button type="button" className="button" aria-pressed={known} onClick={() => onKnown(!known)}>
        {known ? <Icon name="done" /> : null}
        {t('known')}
      </button>
      <VoiceButton voice={voice} name="word" text={vocalised} label={t('hearWord')} short={t('columns.word')} />
      <VoiceButton
        voice={voice}
        name="sentence"
        text={sentence}
        label={t('hearSentence')}
        short={t('columns.sentence')}
      />
      {onExplain ? (
        <button type="button" className="button" onClick={onExplain}>
          <Icon name="pen" />
          {t('explain')}
        </button>
      ) : null}
      <a className="button" data-plain="" href={wordsAddress()} onClick={inPage(() => goToPage(wordsAddress()))}>
        {t('title')}
      </a>
    </>
  );
}
