import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { MrpDeliveryApplyDocument, MrpDeliveryDiscardDocument, MrpDeliveryReportDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Section } from '@/shared/ui/Page';
import { Count } from '@/shared/ui/Values';
import styles from '../importing/importing.module.css';
import { usePlaces } from '../places';
import type { Delivery } from './DeliveryPage';

const CHECKED = ['good', 'new', 'unchanged', 'problems'] as const;
const APPLIED = ['new', 'amended', 'withdrawn', 'unchanged', 'exceptions', 'problems'] as const;

interface Problem {
  row: number;
  column: string;
  value: string;
  en: string;
  zh: string;
}

/** What the check found, or what became of the rows; those with problems can be fetched as a file, corrected and delivered again. */
export function DeliveryResult({ job }: { job: Delivery }) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const mayDeliver = useCan()('procurement.mrp_delivery.create');
  const { run, busy } = useAction();
  const apply = useApiMutation(MrpDeliveryApplyDocument, { payload: (r) => r.mrpDeliveryApply, touches: ['mrpDelivery', 'mrpDemand', 'requisition'] });
  const discard = useApiMutation(MrpDeliveryDiscardDocument, { payload: (r) => r.mrpDeliveryDiscard, touches: ['mrpDelivery'] });
  const report = useApiMutation(MrpDeliveryReportDocument, { payload: (r) => r.mrpDeliveryReport, touches: [] });
  const counts = job.counts as Record<string, number>;
  const bad = counts.problems ?? 0;
  const checked = job.status === 'validated';

  async function fetchReport() {
    const made = await report.mutateAsync({ input: { deliveryId: job.id } });
    const url = made.mrpDeliveryReport?.url;
    if (url) window.location.assign(url);
  }

  return (
    <Section title={checked ? t('import.checked') : t('demand.result')}>
      <dl className={styles.counts}>
        {[...(checked ? CHECKED : APPLIED)].map((name) => (
          <div key={name}>
            <dt>{t(`demand.count.${name}`)}</dt>
            <dd>
              <Count value={counts[name] ?? 0} />
            </dd>
          </div>
        ))}
      </dl>
      {job.complete && checked && <p className="soft">{t('demand.completeHint')}</p>}
      {bad > 0 && <Problems job={job} />}
      <div className={styles.buttons}>
        {mayDeliver && checked && (counts.good ?? 0) > 0 && (
          <Button type="primary" loading={busy} onClick={() => void run(() => apply.mutateAsync({ input: { deliveryId: job.id, version: job.version, onlyGood: bad > 0 } }))}>
            {bad > 0 ? t('demand.takeGood') : t('demand.take')}
          </Button>
        )}
        {mayDeliver && bad > 0 && (
          <Button loading={busy} onClick={() => void run(fetchReport)}>
            {t('import.report')}
          </Button>
        )}
        {mayDeliver && checked && (
          <Button loading={busy} onClick={() => void run(() => discard.mutateAsync({ input: { deliveryId: job.id } }))}>
            {t('demand.discard')}
          </Button>
        )}
        {!checked && <LinkButton to={places.demand}>{t('demand.toDemand')}</LinkButton>}
        {!checked && <LinkButton to={places.requisitions}>{t('requisition.many')}</LinkButton>}
      </div>
    </Section>
  );
}

function Problems({ job }: { job: Delivery }) {
  const { t, i18n } = useTranslation('procurement');
  return (
    <Table
      size="small"
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      dataSource={(job.problems as Problem[]).map((problem, key) => ({ ...problem, key }))}
      columns={[
        { key: 'row', title: t('import.row'), align: 'right', width: 80, render: (_, { row }) => <span className="num">{row}</span> },
        { key: 'column', title: t('import.columnTitle'), render: (_, { column }) => column },
        { key: 'value', title: t('import.value'), render: (_, { value }) => <span className="mono">{value}</span> },
        { key: 'problem', title: t('import.problem'), render: (_, { en, zh }) => (i18n.language.startsWith('zh') ? zh : en) },
      ]}
    />
  );
}
