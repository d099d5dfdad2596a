import { Button, Input, Modal, Popconfirm } from 'antd';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RequisitionTemplateDeleteDocument, RequisitionTemplatesDocument, RequisitionTemplateUseDocument, type RequisitionTemplatesQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Failure, Loading } from '@/shared/ui/States';
import { usePlaces } from '../places';
import { useLeftOut } from './useLeftOut';
import styles from './templates.module.css';

type Template = RequisitionTemplatesQuery['requisitionTemplates']['edges'][number]['node'];

const SHOWN = 50;

/** Begins a requisition with the lines of a template. */
export function FromTemplate() {
  const { t } = useTranslation('procurement');
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const { data, error, isPending, refetch } = useApiQuery(RequisitionTemplatesDocument, { first: SHOWN, search: search || null }, { subject: 'requisitionTemplate', enabled: open, keepPrevious: true });
  const templates = data?.requisitionTemplates.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('template.from')}</Button>
      <Modal open={open} title={t('template.from')} footer={null} onCancel={() => setOpen(false)} width={560}>
        <Input.Search allowClear placeholder={t('template.search')} aria-label={t('template.search')} onSearch={setSearch} />
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : isPending ? <Loading /> : null}
        {data && templates.length === 0 && <p className="soft">{search ? t('template.noneFound') : t('template.none')}</p>}
        <ul className={styles.list}>
          {templates.map((template) => (
            <Row key={template.id} template={template} onUsed={() => setOpen(false)} />
          ))}
        </ul>
      </Modal>
    </>
  );
}

function Row({ template, onUsed }: { template: Template; onUsed: () => void }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const navigate = useNavigate();
  const tellLeftOut = useLeftOut();
  const { run, busy } = useAction();
  const use = useApiMutation(RequisitionTemplateUseDocument, { payload: (r) => r.requisitionTemplateUse, touches: ['requisition', 'requisitionTemplate'] });
  const remove = useApiMutation(RequisitionTemplateDeleteDocument, { payload: (r) => r.requisitionTemplateDelete, touches: ['requisitionTemplate'] });
  const mayDelete = can('procurement.requisition_template.save') && (template.isOwn || can('procurement.requisition.order'));

  async function onUse() {
    const made = await use.mutateAsync({ input: { templateId: template.id, idempotencyKey: crypto.randomUUID() } });
    const id = made.requisitionTemplateUse?.requisition?.id;
    if (!id) return;
    onUsed();
    await navigate(places.editRequisition(id));
    tellLeftOut(made.requisitionTemplateUse?.leftOut);
  }

  return (
    <li>
      <span className={styles.what}>
        <strong>{template.name}</strong>
        <span className="soft">
          {t('template.lines', { count: template.lineCount })} · {template.shared ? t('template.ofUnit', { owner: template.ownerName }) : t('template.ofOne')}
        </span>
      </span>
      <Button size="small" type="primary" loading={busy} aria-label={t('template.useOne', { name: template.name })} onClick={() => void run(onUse)}>
        {t('template.use')}
      </Button>
      {mayDelete && (
        <Popconfirm title={t('template.deleteAsk', { name: template.name })} okText={t('template.delete')} onConfirm={() => run(() => remove.mutateAsync({ input: { templateId: template.id } }))}>
          <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('template.deleteOne', { name: template.name })} />
        </Popconfirm>
      )}
    </li>
  );
}
