import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { canPaint } from '../../page/paint.ts';
import { useSession } from '../../session/store.ts';
import { redoStep, undoStep, useWorkbench } from '../../session/workbench.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './tagging.module.css';

/** Undo and redo, each naming what it would take back or make again. */
export function Steps({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation('tagging');
  const { steps, at } = useWorkbench(({ history }) => history);
  const last = steps[at - 1];
  const next = steps[at];
  return (
    <>
      {(
        [
          { way: 'undo', step: last, act: undoStep },
          { way: 'redo', step: next, act: redoStep },
        ] as const
      ).map(({ way, step, act }) => (
        <button
          key={way}
          type="button"
          className="button"
          data-plain=""
          // Not `disabled`: the focus would be lost with the last step.
          aria-disabled={step === undefined}
          aria-label={step ? t(`stepTo.${way}`, { step: t(`steps.${step.kind}`) }) : t(`commands.${way}`)}
          title={step ? t(`stepTo.${way}`, { step: t(`steps.${step.kind}`) }) : undefined}
          onClick={() => act()}
        >
          <Icon name={way} turns />
          {short ? null : <span className={styles['stepName']}>{t(`commands.${way}`)}</span>}
        </button>
      ))}
    </>
  );
}

/** Says each step that was made, taken back or made again, and why one was refused; to eyes and ears. */
export function Refusal() {
  const { t } = useTranslation('tagging');
  const done = useWorkbench((state) => state.done);
  const refused = useWorkbench((state) => state.refused);
  const announce = useSession((session) => session.announce);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (done) announce(t(`ways.${done.way}`, { step: t(`steps.${done.kind}`) }));
  }, [done, announce, t]);
  const kind = refused === null ? null : refused === 'stale' ? 'stale' : refused.kind;
  // That nothing changed is no news.
  return (
    <>
      {canPaint() ? null : <p className={styles['refusal']}>{t('cannotPaint')}</p>}
      <p className={styles['refusal']} role="status">
        {kind === null || kind === 'unchanged' ? '' : t(`refused.${kind}`)}
      </p>
    </>
  );
}
