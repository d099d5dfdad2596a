import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import type { Run } from './RunPage';
import styles from './approvals.module.css';

interface PlannedStep {
  id: string;
  name?: { en?: string; zh?: string };
  name_en?: string;
  name_zh?: string;
  mode?: string;
}

type DecisionWord = 'approve' | 'reject' | 'return';
type TaskWord = 'waiting' | 'active' | 'done' | 'skipped' | 'delegated' | 'escalated';

const DECISION_TONES: Record<DecisionWord, Tone> = { approve: 'good', reject: 'bad', return: 'warn' };

/** The planned steps in order: who was asked, who decided what, and what is still to come. */
export function Timeline({ run }: { run: Run }) {
  const { t, i18n } = useTranslation('approvals');
  const steps = Array.isArray(run.plan) ? (run.plan as PlannedStep[]) : [];
  const chinese = i18n.language.startsWith('zh');
  if (steps.length === 0) return <p className="soft">{t('timeline.noSteps')}</p>;
  return (
    <ol className={styles.timeline}>
      {steps.map((step, index) => {
        const decisions = run.decisions.filter((decision) => decision.stepIndex === index);
        const open = run.tasks.filter((task) => task.stepIndex === index && task.status === 'active');
        const name = (chinese ? (step.name?.zh ?? step.name_zh) : (step.name?.en ?? step.name_en)) ?? step.id;
        return (
          <li key={step.id} aria-current={run.status === 'pending' && index === run.stepIndex ? 'step' : undefined}>
            <strong>{name}</strong>
            {decisions.map((decision) => (
              <div key={decision.id} className={styles.entry}>
                <StatusTag tone={DECISION_TONES[decision.decision as DecisionWord]}>{t(`decisionWord.${decision.decision as DecisionWord}`)}</StatusTag>
                <span>
                  {decision.actorName}
                  {decision.onBehalfOfName && ` ${t('timeline.for', { name: decision.onBehalfOfName })}`}
                </span>
                <DateTime value={decision.decidedAt} />
                {decision.comment && <blockquote>{decision.comment}</blockquote>}
              </div>
            ))}
            {run.status === 'pending' &&
              open.map((task) => (
                <div key={task.id} className={styles.entry}>
                  <StatusTag tone="accent" hollow>
                    {t(`taskStatus.${task.status as TaskWord}`)}
                  </StatusTag>
                  <span>
                    {task.assigneeName}
                    {task.onBehalfOfName && ` ${t('timeline.for', { name: task.onBehalfOfName })}`}
                  </span>
                  <DateTime value={task.openedAt} ago />
                </div>
              ))}
          </li>
        );
      })}
    </ol>
  );
}
