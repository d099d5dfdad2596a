import { Steps, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { SupplierImportCreateDocument, SupplierImportDetailDocument, type SupplierImportDetailQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound, State } from '@/shared/ui/States';
import { ImportMapping } from './ImportMapping';
import { ImportProgress } from './ImportProgress';
import { ImportResult } from './ImportResult';
import { usePlaces } from './places';
import { uploadFile } from '@/shared/api/upload';

export type SupplierImport = NonNullable<SupplierImportDetailQuery['supplierImport']>;

const WORKING = ['uploaded', 'validating', 'applying'];
const STEP: Record<string, number> = { uploaded: 0, failed: 0, read: 1, validating: 2, validated: 2, applying: 3, applied: 3, discarded: 0 };

/** The way of a file into the register: choose it, say which column is what, look at the findings, take it over. */
export function ImportPage() {
  const { importId } = useParams();
  const { t } = useTranslation('masterdata');
  const places = usePlaces();
  const { data, error, refetch } = useApiQuery(
    SupplierImportDetailDocument,
    { id: importId ?? '' },
    { subject: 'supplierImport', enabled: importId !== undefined, refetchInterval: (found) => (WORKING.includes(found?.supplierImport?.status ?? '') ? 1000 : false) },
  );
  const job = data?.supplierImport;
  return (
    <Page title={t('import.title')} intro={job?.fileName ?? t('import.intro')} crumbs={[{ title: t('supplier.many'), to: places.suppliers }]}>
      <Steps size="small" current={job ? STEP[job.status] : 0} items={(['file', 'columns', 'check', 'done'] as const).map((key) => ({ title: t(`import.step.${key}`) }))} />
      {importId === undefined ? <ChooseFile /> : <Body job={job} error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

function Body({ job, error, onRetry }: { job: SupplierImport | null | undefined; error: unknown; onRetry: () => void }) {
  const { t, i18n } = useTranslation('masterdata');
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (job === undefined) return <Loading />;
  if (job === null) return <NotFound />;
  if (job.status === 'failed') return <State role="alert" title={t('import.failed')} hint={i18n.language.startsWith('zh') ? job.failureZh : job.failureEn} action={<ChooseFile />} />;
  if (WORKING.includes(job.status)) return <ImportProgress job={job} />;
  if (job.status === 'read') return <ImportMapping key={job.version} job={job} />;
  return <ImportResult job={job} />;
}

function ChooseFile() {
  const { t } = useTranslation('masterdata');
  const door = useDoor();
  const navigate = useNavigate();
  const places = usePlaces();
  const { run, busy } = useAction();
  const create = useApiMutation(SupplierImportCreateDocument, { payload: (r) => r.supplierImportCreate, touches: ['supplierImport'] });

  async function start(file: File) {
    const fileId = await uploadFile(door, 'supplier_import', file);
    const made = await create.mutateAsync({ input: { fileId, idempotencyKey: crypto.randomUUID() } });
    const id = made.supplierImportCreate?.supplierImport?.id;
    if (id) await navigate(places.supplierImport(id), { replace: true });
  }

  function onFile(file: File): false {
    void run(() => start(file));
    return false;
  }

  return (
    <Section title={t('import.step.file')} intro={t('import.fileHint')}>
      <Upload.Dragger accept=".csv,.tsv,.txt,.xlsx,.xls,.ods" maxCount={1} showUploadList={false} disabled={busy} beforeUpload={onFile}>
        <p>{busy ? t('import.uploading') : t('import.drop')}</p>
      </Upload.Dragger>
    </Section>
  );
}
