import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TermsEditDocument, TierTermsDocument } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { DateTime } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { TIERS, TierTag, type Tier } from './words';
import styles from './suppliers.module.css';

interface Values {
  tier: Tier;
  paymentDays: number;
  payOrder: number;
  reason: string;
}

/** What each tier brings: payment days and the place in a payment run, newest first. */
export function TierTermsPage() {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const can = useCan();
  const places = usePlaces();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Values>();
  const { data, error, isPending, refetch } = useApiQuery(TierTermsDocument, {}, { subject: 'terms' });
  const edit = useApiMutation(TermsEditDocument, { payload: (r) => r.termsEdit, touches: ['terms'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const rows = data.tierTerms.nodes;
  const actions = can('suppliers.terms.edit') && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t('terms.set')}
    </Button>
  );
  return (
    <Page title={t('terms.many')} intro={t('terms.intro')} crumbs={[{ title: t('score.many'), to: places.scores }]} actions={actions} width="reading">
      <Section title={t('terms.many')}>
        {rows.length === 0 && <p className="soft">{t('terms.none')}</p>}
        <ul className={styles.plain}>
          {rows.map((row) => (
            <li key={row.id} className={styles.row}>
              <TierTag tier={row.tier} />
              <span className={styles.grow}>
                {t('terms.days')}: {row.paymentDays} · {t('terms.order')}: {row.payOrder}
                <br />
                <span className="soft">{row.reason}</span>
              </span>
              <span className="soft">
                {t('terms.from')} <DateTime value={row.fromAt} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <FormDialog<Values, unknown>
        open={open}
        title={t('terms.set')}
        intro={t('terms.intro')}
        form={form}
        initial={{ tier: 'strategic' }}
        submitLabel={t('terms.set')}
        send={(input) => edit.mutateAsync({ input })}
        onDone={() => {
          void message.success(t('terms.done'));
          setOpen(false);
        }}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="tier" label={t('tier.one')}>
          <Select options={TIERS.map((value) => ({ value, label: t(`tier.${value}`) }))} />
        </Form.Item>
        <Form.Item name="paymentDays" label={t('terms.days')} rules={[{ required: true, message: t('field.needed') }]}>
          <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="payOrder" label={t('terms.order')} rules={[{ required: true, message: t('field.needed') }]}>
          <InputNumber min={1} max={99} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.needed') }]}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </FormDialog>
    </Page>
  );
}
