import { Button, Drawer, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowReplayDocument, type FlowReplayQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { download } from '@/shared/list/exportRows';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, DateTime, Money } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import type { Flow } from './FlowPage';
import styles from './flows.module.css';

type Replayed = FlowReplayQuery['flowReplay'];
type Document = Replayed['documents'][number];
type Step = Document['now'][number] | Document['then'][number];

const PERIODS = [1, 3, 12, 36] as const;
const SHOWN = 100;

/** The past documents of a period under this flow, beside what they went through; changes nothing. */
export function Replay({ flow, onClose }: { flow: Flow; onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const [months, setMonths] = useState<number>(3);
  const [until] = useState(() => dayjs().add(1, 'minute'));
  const { data, error, isPending, refetch } = useApiQuery(FlowReplayDocument, { flowId: flow.id, since: until.subtract(months, 'month').toISOString(), until: until.toISOString() }, { subject: 'flow' });
  return (
    <Drawer open onClose={onClose} title={t('replay.title')} size={960}>
      <div className={styles.tryOut}>
        <p className="soft">{t('replay.intro')}</p>
        <Select aria-label={t('figures.period')} value={months} options={PERIODS.map((count) => ({ value: count, label: t('figures.months', { count }) }))} onChange={setMonths} style={{ width: 180 }} />
        {isPending ? <Loading /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : data.flowReplay.total === 0 ? <p className="soft">{t('replay.none')}</p> : <Found replayed={data.flowReplay} />}
      </div>
    </Drawer>
  );
}

function useStepName(): (step: Pick<Step, 'nameEn' | 'nameZh'>) => string {
  const { i18n } = useTranslation();
  return (step) => (i18n.language.startsWith('zh') ? step.nameZh : step.nameEn);
}

function Found({ replayed }: { replayed: Replayed }) {
  const { t } = useTranslation('approvals');
  const stepName = useStepName();
  const [onlyOther, setOnlyOther] = useState(false);
  const shown = replayed.documents.filter((each) => !onlyOther || each.differs || !each.findsApprovers);
  const way = (steps: readonly Pick<Step, 'nameEn' | 'nameZh'>[]) => steps.map(stepName).join(' → ') || t('replay.automatic');
  const detail = (steps: readonly Step[]) => steps.map((step) => `${stepName(step)}${step.people.length > 0 ? ` (${step.people.join(', ')})` : ''}`).join(' → ');

  async function exportAll() {
    const { toXlsx } = await import('@/shared/list/xlsx');
    const head = [t('tryOut.number'), t('field.since'), t('field.total'), t('replay.then'), t('replay.now'), t('replay.differs'), t('replay.finds')];
    const rows = replayed.documents.map((each) => [each.documentNumber, each.startedAt.slice(0, 10), `${each.total.amount} ${each.total.currency}`, detail(each.then), detail(each.now), each.differs ? 1 : 0, each.findsApprovers ? 1 : 0]);
    download(toXlsx({ head, rows }, t('replay.title')), `${t('replay.title')}.xlsx`);
  }

  return (
    <>
      <dl className={styles.replaySums}>
        {([['documents', replayed.total], ['differing', replayed.differing], ['withoutApprover', replayed.withoutApprover]] as const).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`replay.${name}`)}</dt>
            <dd>
              <Count value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {replayed.total > replayed.documents.length && <p className="soft">{t('replay.cut', { count: replayed.documents.length })}</p>}
      <Section title={t('replay.paths')}>
        <table className={styles.past}>
          <tbody>
            {replayed.paths.map((path) => (
              <tr key={path.path.join() + way(path.steps)}>
                <td>{way(path.steps)}</td>
                <td className="num">
                  <Count value={path.documents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section
        title={t('replay.documents')}
        actions={
          <>
            <label>
              <Switch size="small" checked={onlyOther} onChange={setOnlyOther} /> {t('replay.onlyOther')}
            </label>
            <Button onClick={() => void exportAll()}>{t('replay.export')}</Button>
          </>
        }
      >
        <div style={{ overflowX: 'auto' }} role="region" aria-label={t('replay.documents')} tabIndex={0}>
          <table className={styles.past}>
            <thead>
              <tr>
                {(['number', 'then', 'now'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(name === 'number' ? 'tryOut.number' : `replay.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, SHOWN).map((each) => (
                <Line key={each.runId} document={each} />
              ))}
            </tbody>
          </table>
        </div>
        {shown.length > SHOWN && <p className="soft">{t('replay.more', { count: shown.length - SHOWN })}</p>}
      </Section>
    </>
  );
}

function Line({ document }: { document: Document }) {
  const { t } = useTranslation('approvals');
  const places = usePlaces();
  return (
    <tr>
      <td>
        <LinkButton type="link" size="small" style={{ padding: 0 }} to={places.run(document.runId)}>
          {document.documentNumber}
        </LinkButton>
        <div>
          <Money value={document.total} /> · <DateTime value={document.startedAt} />
        </div>
      </td>
      <td>
        <Steps steps={document.then} />
      </td>
      <td>
        <Steps steps={document.now} />
        {document.stuckAt && <StatusTag tone="bad">{t('tryOut.stuckShort')}</StatusTag>}
        {document.isAutomatic && <span className="soft">{t('replay.automatic')}</span>}
        {document.differs && <StatusTag tone="warn">{t('replay.other')}</StatusTag>}
      </td>
    </tr>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('approvals');
  const stepName = useStepName();
  return (
    <ol style={{ margin: 0, paddingInlineStart: 18 }}>
      {steps.map((step, index) => (
        <li key={index}>
          {stepName(step)} <span className="soft">{step.people.join(', ')}</span> {'isManned' in step && !step.isManned && <StatusTag tone="bad">{t('tryOut.unmanned')}</StatusTag>}
        </li>
      ))}
    </ol>
  );
}
