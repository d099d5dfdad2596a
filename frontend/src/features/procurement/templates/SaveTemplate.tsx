import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequisitionTemplateSaveDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useCan } from '@/shared/session/ViewerContext';

interface Values {
  name: string;
  shared?: boolean;
}

/** Keeps a requisition's lines under a name, for oneself or for the whole unit. */
export function SaveTemplate({ requisitionId, title }: { requisitionId: string; title: string }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Values>();
  const save = useApiMutation(RequisitionTemplateSaveDocument, { payload: (r) => r.requisitionTemplateSave, touches: ['requisitionTemplate'] });
  if (!can('procurement.requisition_template.save')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('template.save')}</Button>
      <FormDialog<Values, unknown>
        open={open}
        title={t('template.saveTitle')}
        intro={t('template.saveIntro')}
        form={form}
        initial={{ name: title, shared: false }}
        submitLabel={t('action.save')}
        send={({ name, shared }, idempotencyKey) => save.mutateAsync({ input: { requisitionId, name, shared, idempotencyKey } })}
        onDone={() => setOpen(false)}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="name" label={t('template.name')} rules={[{ required: true, whitespace: true, message: t('template.nameNeeded') }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="shared" valuePropName="checked">
          <Checkbox>{t('template.shared')}</Checkbox>
        </Form.Item>
      </FormDialog>
    </>
  );
}
