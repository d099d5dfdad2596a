import { Button, Popconfirm, Upload } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import { useTranslation } from 'react-i18next';
import { AttachmentAddDocument, AttachmentOpenDocument, AttachmentRemoveDocument, AttachmentsDocument, type AttachmentsQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { uploadFile } from '@/shared/api/upload';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Failure } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from './attachments.module.css';

type Document = NonNullable<AttachmentsQuery['node']>;
type Attachment = Extract<Document, { attachments: unknown }>['attachments'][number];

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.pptx,.dwg,.csv,.txt';
const POLL = 1_500; // milliseconds, while the scanner works
const TOUCHES = ['attachment'] as const;
const TONES = { waiting: 'idle', clean: 'good', infected: 'bad' } as const;

interface AttachmentsProps {
  /** Which document the files belong to; its id is of this kind. */
  kind: 'requisitionId' | 'orderId' | 'receiptId';
  id: string;
  /** Whether files may be added, and taken away, in the document's state by this person. */
  adds: boolean;
  removes: boolean;
}

const filesOf = (data: AttachmentsQuery | undefined): readonly Attachment[] => (data?.node && 'attachments' in data.node ? data.node.attachments : []);

/** The files at a document: handed out once they were found clean, by a link of the reader's own. */
export function Attachments({ kind, id, adds, removes }: AttachmentsProps) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const door = useDoor();
  const { run, busy } = useAction();
  const seen = can('procurement.attachment.read');
  const { data, error, refetch } = useApiQuery(
    AttachmentsDocument,
    { id },
    { subject: 'attachment', enabled: seen, refetchInterval: (found) => (filesOf(found).some(({ scan }) => scan === 'waiting') ? POLL : false) },
  );
  const add = useApiMutation(AttachmentAddDocument, { payload: (r) => r.attachmentAdd, touches: TOUCHES });
  const mayAdd = adds && can('procurement.attachment.add');
  const files = filesOf(data);
  if (!seen || (files.length === 0 && !mayAdd && !error)) return null;

  async function attach(file: File) {
    const fileId = await uploadFile(door, 'attachment', file);
    await add.mutateAsync({ input: { fileId, [kind]: id, idempotencyKey: crypto.randomUUID() } });
  }

  return (
    <Section
      title={t('attachment.many')}
      actions={
        mayAdd && (
          <Upload
            accept={ACCEPTED}
            showUploadList={false}
            disabled={busy}
            beforeUpload={(file: File) => {
              void run(() => attach(file), t('attachment.added', { name: file.name }));
              return false;
            }}
          >
            <Button size="small" loading={busy}>
              {t('attachment.add')}
            </Button>
          </Upload>
        )
      }
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : files.length === 0 ? <p className="soft">{t('attachment.none')}</p> : null}
      <ul className={styles.list}>
        {files.map((file) => (
          <Row key={file.id} file={file} removable={(removes || (adds && file.scan === 'infected')) && can('procurement.attachment.remove')} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ file, removable }: { file: Attachment; removable: boolean }) {
  const { t } = useTranslation('procurement');
  const { run, busy } = useAction();
  const open = useApiMutation(AttachmentOpenDocument, { payload: (r) => r.attachmentOpen, touches: [] });
  const remove = useApiMutation(AttachmentRemoveDocument, { payload: (r) => r.attachmentRemove, touches: TOUCHES });
  const scan = file.scan as keyof typeof TONES;

  async function download() {
    const found = await open.mutateAsync({ input: { attachmentId: file.id } });
    const url = found.attachmentOpen?.url;
    if (url) window.location.assign(url);
  }

  return (
    <li>
      <span className={styles.name}>
        {scan === 'clean' ? (
          <Button type="link" size="small" className={styles.link} loading={busy} onClick={() => void run(download)}>
            {file.name}
          </Button>
        ) : (
          <span>{file.name}</span>
        )}
        <span className="soft">
          {t('attachment.size', { size: Math.max(1, Math.round(file.byteSize / 1024)) })} · {file.addedByName} · <DateTime value={file.createdAt} />
        </span>
        {scan === 'infected' && <span className={styles.threat}>{t('attachment.threat', { threat: file.threat })}</span>}
      </span>
      <StatusTag tone={TONES[scan]} hollow={scan === 'waiting'}>
        {t(`attachment.scan.${scan}`)}
      </StatusTag>
      {removable && (
        <Popconfirm title={t('attachment.removeAsk', { name: file.name })} okText={t('attachment.remove')} onConfirm={() => run(() => remove.mutateAsync({ input: { attachmentId: file.id } }))}>
          <Button type="text" size="small" icon={<DeleteOutlined />} disabled={busy} aria-label={t('attachment.removeOne', { name: file.name })} />
        </Popconfirm>
      )}
    </li>
  );
}
