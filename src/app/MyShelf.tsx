import { MyTexts } from '../features/texts/MyTexts.tsx';
import { Told } from '../features/texts/OpenBox.tsx';
import type { TextHead } from '../library/texts.ts';
import type { useTexts } from './use-texts.tsx';
import { useReanalysis } from './use-reanalysis.ts';

interface MyShelfProps {
  readonly heads: readonly TextHead[];
  readonly texts: ReturnType<typeof useTexts>;
}

/** A list of kept texts with all that can be done with each, wherever it stands. */
export function MyShelf({ heads, texts }: MyShelfProps) {
  const { of, analysing, analyse, cancel, letGo } = useReanalysis(texts.reanalyse);
  return (
    <MyTexts
      texts={heads}
      onRename={texts.rename}
      onExport={texts.exportText}
      onRemove={({ key, title }) => void texts.remove(key, title)}
      onAnalyse={analyse}
      told={{
        of,
        element: <Told opening={analysing} again={() => of !== null && analyse(of)} cancel={cancel} letGo={letGo} />,
      }}
    />
  );
}
