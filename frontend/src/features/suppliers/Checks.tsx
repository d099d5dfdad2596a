import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProviderCheckEnterDocument, ProviderCheckRequestDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { DateTime } from '@/shared/ui/Values';
import type { FileOfSupplier } from './SupplierFilePage';
import { CheckTag } from './words';
import styles from './suppliers.module.css';

const KINDS = ['credit', 'licence'] as const;
type Kind = (typeof KINDS)[number];

/** What third parties say of the supplier, or a person with a report in hand. */
export function Checks({ supplierId, checks }: { supplierId: string; checks: FileOfSupplier['providerChecks']['nodes'] }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const central = useDoor().kind === 'group';
  const { run, busy } = useAction();
  const [entering, setEntering] = useState(false);
  const request = useApiMutation(ProviderCheckRequestDocument, { payload: (r) => r.providerCheckRequest, touches: ['supplier'] });
  const actions = central && (
    <span className={styles.buttons}>
      {can('masterdata.provider_check.request') &&
        KINDS.map((kind) => (
          <Button key={kind} disabled={busy} onClick={() => void run(() => request.mutateAsync({ input: { supplierOrgId: supplierId, kind } }), t('check.requested'))}>
            {t('check.request', { kind: t(`check.${kind}`) })}
          </Button>
        ))}
      {can('masterdata.provider_check.enter') && <Button onClick={() => setEntering(true)}>{t('check.enter')}</Button>}
    </span>
  );
  return (
    <Section title={t('check.many')} actions={actions}>
      {checks.length === 0 && <p className="soft">{t('check.none')}</p>}
      <ul className={styles.plain}>
        {checks.map((check) => (
          <li key={check.id} className={styles.row}>
            <span className={styles.grow}>
              <strong>{t(`check.${check.kind as Kind}`)}</strong>{' '}
              <span className="soft">{check.provider === 'manual' ? t('check.manual') : 'D&B'}</span>
              {check.problem && <span className="soft"> · {check.problem}</span>}
            </span>
            <CheckTag status={check.status} />
            {check.riskClass && <span>{t('file.risk', { risk: check.riskClass })}</span>}
            <span className="soft">
              <DateTime value={check.answeredAt ?? check.requestedAt} />
              {check.expiresAt && (
                <>
                  {' '}
                  · {t('check.counts')} <DateTime value={check.expiresAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <ReportDialog open={entering} supplierId={supplierId} onClose={() => setEntering(false)} />
    </Section>
  );
}

interface Values {
  kind: Kind;
  riskClass?: number;
  operatingStatus?: string;
  registrationNumber?: string;
}

function ReportDialog({ open, supplierId, onClose }: { open: boolean; supplierId: string; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const enter = useApiMutation(ProviderCheckEnterDocument, { payload: (r) => r.providerCheckEnter, touches: ['supplier'] });
  const send = ({ kind, riskClass, operatingStatus, registrationNumber }: Values, idempotencyKey: string) =>
    enter.mutateAsync({
      input: { supplierOrgId: supplierId, kind, fields: { riskClass, operatingStatus, registrationNumbers: registrationNumber ? [registrationNumber] : [] }, idempotencyKey },
    });
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('check.enter')}
      form={form}
      initial={{ kind: 'credit' }}
      submitLabel={t('check.enter')}
      send={send}
      onDone={() => {
        void message.success(t('check.entered'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('check.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`check.${value}`) }))} />
      </Form.Item>
      <Form.Item name="riskClass" label={t('check.riskClass')}>
        <InputNumber min={1} max={5} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="operatingStatus" label={t('check.status')}>
        <Select allowClear options={['active', 'inactive'].map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="registrationNumber" label={t('check.number')}>
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}
