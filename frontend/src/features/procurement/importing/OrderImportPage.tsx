import { Progress, Steps, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { OrderImportCreateDocument, OrderImportDetailDocument, type OrderImportDetailQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { useAction } from '@/shared/form/useAction';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound, State } from '@/shared/ui/States';
import { OrderImportMapping } from './OrderImportMapping';
import { OrderImportResult } from './OrderImportResult';

export type OrderImport = NonNullable<OrderImportDetailQuery['orderImport']>;

const WORKING = ['uploaded', 'validating', 'applying'] as const;
type Working = (typeof WORKING)[number];
const isWorking = (status: string | undefined): status is Working => WORKING.includes(status as Working);
const STEP: Record<string, number> = { uploaded: 0, failed: 0, read: 1, validating: 2, validated: 2, applying: 3, applied: 3, discarded: 0 };
const POLL = 1_000; // milliseconds

/** The way of a table of orders into the unit: choose it, say which column is what, look at the findings, take it over. */
export function OrderImportPage() {
  const { importId } = useParams();
  const { t } = useTranslation('procurement');
  const orders = `${contextPath(useWorkContext())}/orders`;
  const { data, error, refetch } = useApiQuery(
    OrderImportDetailDocument,
    { id: importId ?? '' },
    { subject: 'orderImport', enabled: importId !== undefined, refetchInterval: (found) => (isWorking(found?.orderImport?.status) ? POLL : false) },
  );
  const job = data?.orderImport;
  return (
    <Page title={t('import.title')} intro={job?.fileName ?? t('import.intro')} crumbs={[{ title: t('order.many'), to: orders }]}>
      <Steps size="small" current={job ? STEP[job.status] : 0} items={(['file', 'columns', 'check', 'done'] as const).map((key) => ({ title: t(`import.step.${key}`) }))} />
      {importId === undefined ? <ChooseFile /> : <Body job={job} error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

function Body({ job, error, onRetry }: { job: OrderImport | null | undefined; error: unknown; onRetry: () => void }) {
  const { t, i18n } = useTranslation('procurement');
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (job === undefined) return <Loading />;
  if (job === null) return <NotFound />;
  if (job.status === 'failed') return <State role="alert" title={t('import.failed')} hint={i18n.language.startsWith('zh') ? job.failureZh : job.failureEn} action={<ChooseFile />} />;
  if (isWorking(job.status)) return <Working job={job} status={job.status} />;
  if (job.status === 'read') return <OrderImportMapping key={job.version} job={job} />;
  return <OrderImportResult job={job} />;
}

function Working({ job, status }: { job: OrderImport; status: Working }) {
  const { t } = useTranslation('procurement');
  const percent = job.total > 0 ? Math.floor((job.progress / job.total) * 100) : 0;
  return (
    <Section title={t(`import.working.${status}`)}>
      <Progress percent={percent} aria-label={t(`import.working.${status}`)} />
    </Section>
  );
}

function ChooseFile() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const navigate = useNavigate();
  const base = contextPath(useWorkContext());
  const { run, busy } = useAction();
  const create = useApiMutation(OrderImportCreateDocument, { payload: (r) => r.orderImportCreate, touches: ['orderImport'] });

  async function start(file: File) {
    const fileId = await uploadFile(door, 'order_import', file);
    const made = await create.mutateAsync({ input: { fileId, idempotencyKey: crypto.randomUUID() } });
    const id = made.orderImportCreate?.orderImport?.id;
    if (id) await navigate(`${base}/orders/import/${id}`, { replace: true });
  }

  return (
    <Section title={t('import.step.file')} intro={t('import.fileHint')}>
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file: File) => {
          void run(() => start(file));
          return false;
        }}
      >
        <p>{busy ? t('import.uploading') : t('import.drop')}</p>
      </Upload.Dragger>
    </Section>
  );
}
