import { Checkbox, Form, Progress, Select, Steps, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { MrpDeliveryDetailDocument, MrpDeliveryUploadDocument, MrpSourcesDocument, type MrpDeliveryDetailQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { useAction } from '@/shared/form/useAction';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound, State } from '@/shared/ui/States';
import { usePlaces } from '../places';
import { DeliveryMapping } from './DeliveryMapping';
import { DeliveryResult } from './DeliveryResult';
import { DeliveryStatusTag } from './statuses';

export type Delivery = NonNullable<MrpDeliveryDetailQuery['mrpDelivery']>;

const WORKING = ['uploaded', 'validating', 'pulling', 'applying'] as const;
type Working = (typeof WORKING)[number];
const isWorking = (status: string | undefined): status is Working => WORKING.includes(status as Working);
const STEP: Record<string, number> = { uploaded: 0, failed: 0, read: 1, validating: 2, validated: 2, pulling: 2, applying: 3, applied: 3, discarded: 0 };
const POLL = 1_000; // milliseconds

/** The way of one delivery into requisitions; a table is chosen, mapped and checked first. */
export function DeliveryPage() {
  const { deliveryId } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const { data, error, refetch } = useApiQuery(
    MrpDeliveryDetailDocument,
    { id: deliveryId ?? '' },
    { subject: 'mrpDelivery', enabled: deliveryId !== undefined, refetchInterval: (found) => (isWorking(found?.mrpDelivery?.status) ? POLL : false) },
  );
  const job = data?.mrpDelivery;
  const isTable = deliveryId === undefined || job?.channel === 'file';
  return (
    <Page
      title={job ? (job.source?.name ?? t('demand.delivery')) : t('demand.deliver')}
      aside={job && <DeliveryStatusTag status={job.status} />}
      intro={job?.fileName || (job ? job.deliveredByName : t('demand.deliverIntro'))}
      crumbs={[
        { title: t('demand.title'), to: places.demand },
        { title: t('demand.tab.deliveries'), to: places.demandDeliveries },
      ]}
    >
      {isTable && <Steps size="small" current={job ? STEP[job.status] : 0} items={(['file', 'columns', 'check', 'done'] as const).map((key) => ({ title: t(`import.step.${key}`) }))} />}
      {deliveryId === undefined ? <ChooseFile /> : <Body job={job} error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

function Body({ job, error, onRetry }: { job: Delivery | null | undefined; error: unknown; onRetry: () => void }) {
  const { t, i18n } = useTranslation('procurement');
  const places = usePlaces();
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (job === undefined) return <Loading />;
  if (job === null) return <NotFound />;
  if (job.status === 'failed')
    return <State role="alert" title={t('demand.failed')} hint={i18n.language.startsWith('zh') ? job.failureZh : job.failureEn} action={<LinkButton to={places.demandSources}>{t('demand.toSources')}</LinkButton>} />;
  if (isWorking(job.status)) return <Working job={job} status={job.status} />;
  if (job.status === 'read') return <DeliveryMapping key={job.version} job={job} />;
  return <DeliveryResult job={job} />;
}

function Working({ job, status }: { job: Delivery; status: Working }) {
  const { t } = useTranslation('procurement');
  const percent = job.total > 0 ? Math.floor((job.progress / job.total) * 100) : 0;
  return (
    <Section title={t(`demand.working.${status}`)}>
      <Progress percent={percent} aria-label={t(`demand.working.${status}`)} />
      {status === 'applying' && <p className="soft">{t('demand.progress', { progress: job.progress, total: job.total })}</p>}
    </Section>
  );
}

function ChooseFile() {
  const { t } = useTranslation('procurement');
  const door = useDoor();
  const places = usePlaces();
  const navigate = useNavigate();
  const { run, busy } = useAction();
  const [chosen, setChosen] = useState<string>();
  const [complete, setComplete] = useState(false);
  const { data, error, isPending } = useApiQuery(MrpSourcesDocument, {}, { subject: 'mrpSource' });
  const upload = useApiMutation(MrpDeliveryUploadDocument, { payload: (r) => r.mrpDeliveryUpload, touches: ['mrpDelivery'] });
  if (error) return <Failure error={error} />;
  if (isPending) return <Loading />;
  const sources = data.mrpSources.edges.map(({ node }) => node).filter(({ active }) => active);
  if (sources.length === 0) return <State title={t('demand.noSources')} hint={t('demand.noSourcesHint')} action={<LinkButton to={places.demandSources}>{t('demand.toSources')}</LinkButton>} />;
  const sourceId = chosen ?? (sources.length === 1 ? sources[0]?.id : undefined);

  async function start(file: File, source: string) {
    const fileId = await uploadFile(door, 'mrp_delivery', file);
    const made = await upload.mutateAsync({ input: { sourceId: source, fileId, complete, idempotencyKey: crypto.randomUUID() } });
    const id = made.mrpDeliveryUpload?.delivery?.id;
    if (id) await navigate(places.demandDelivery(id), { replace: true });
  }

  return (
    <Section title={t('import.step.file')} intro={t('demand.fileHint')}>
      <Form layout="vertical" component="div">
        <Form.Item required label={t('demand.source')} htmlFor="demand-source">
          <Select id="demand-source" value={sourceId} onChange={setChosen} placeholder={t('demand.chooseSource')} options={sources.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item extra={t('demand.completeHint')}>
          <Checkbox checked={complete} onChange={(event) => setComplete(event.target.checked)}>
            {t('demand.complete')}
          </Checkbox>
        </Form.Item>
      </Form>
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy || !sourceId}
        beforeUpload={(file: File) => {
          if (sourceId) void run(() => start(file, sourceId));
          return false;
        }}
      >
        <p>{busy ? t('import.uploading') : t('import.drop')}</p>
      </Upload.Dragger>
    </Section>
  );
}
