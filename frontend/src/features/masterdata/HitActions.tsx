import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreeningHitConfirmDocument, ScreeningHitDismissDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import type { Hit } from './ScreeningHitPage';
import { POLICIES, type OpenDocumentPolicy } from './words';

interface Values {
  reason: string;
  openDocumentPolicy: OpenDocumentPolicy;
}

/** Says whether the supplier is the one listed: then a sanction is proposed for a second person to confirm. */
export function HitActions({ hit }: { hit: Hit }) {
  const { t } = useTranslation('masterdata');
  const { message } = App.useApp();
  const can = useCan();
  const [form] = Form.useForm<Values>();
  const [asking, setAsking] = useState<'confirm' | 'dismiss' | null>(null);
  const confirm = useApiMutation(ScreeningHitConfirmDocument, { payload: (r) => r.screeningHitConfirm, touches: ['screening', 'supplier', 'sanction'] });
  const dismiss = useApiMutation(ScreeningHitDismissDocument, { payload: (r) => r.screeningHitDismiss, touches: ['screening'] });
  if (!can('masterdata.screening.decide')) return null;
  const key = { hitId: hit.id, version: hit.version };
  const close = () => setAsking(null);
  return (
    <>
      <Button onClick={() => setAsking('dismiss')}>{t('screening.dismiss')}</Button>
      <Button type="primary" danger onClick={() => setAsking('confirm')}>
        {t('screening.confirm')}
      </Button>
      <ReasonDialog open={asking === 'dismiss'} danger={false} title={t('screening.dismissTitle', { name: hit.supplierName })} submitLabel={t('screening.dismiss')} send={(reason) => dismiss.mutateAsync({ input: { ...key, reason } })} onDone={close} onClose={close} />
      <FormDialog<Values, unknown>
        open={asking === 'confirm'}
        title={t('screening.confirmTitle', { name: hit.supplierName })}
        intro={t('screening.confirmIntro')}
        form={form}
        initial={{ openDocumentPolicy: 'hold_open' }}
        danger
        submitLabel={t('screening.propose')}
        send={(values) => confirm.mutateAsync({ input: { ...key, ...values } })}
        onDone={() => {
          close();
          void message.success(t('screening.proposed'));
        }}
        onClose={close}
      >
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
          <Input.TextArea rows={3} maxLength={2000} showCount autoFocus />
        </Form.Item>
        <Form.Item name="openDocumentPolicy" label={t('sanction.policy')}>
          <Radio.Group vertical options={POLICIES.map((value) => ({ value, label: t(`policy.${value}`) }))} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
