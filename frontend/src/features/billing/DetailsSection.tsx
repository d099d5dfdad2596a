import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CouponApplyDocument, TaxIdSetDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { formatAmount, formatDay, formatDecimal } from '@/shared/ui/format';
import { Section } from '@/shared/ui/Page';
import type { Subscription } from './BillingPage';
import styles from './billing.module.css';
import { useOperation } from './useOperation';

const KINDS = ['eu_vat', 'cn_tin', 'us_ein', 'gb_vat', 'ch_vat'] as const;
const LONGEST = 100;

/** The coupon in force, and the tax number that stands on invoices; both may be changed here. */
export function DetailsSection({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('billing');
  const may = useCan()('billing.subscription.edit');
  return (
    <Section title={t('details')}>
      {subscription.coupon && <CouponNow coupon={subscription.coupon} />}
      {may ? (
        <div className={styles.choices}>
          {subscription.isPaid && <CouponForm />}
          <TaxIdForm key={subscription.taxId} subscription={subscription} />
        </div>
      ) : (
        <p className={styles.line}>
          {t('taxIdNow', { number: subscription.taxId || '–' })}
        </p>
      )}
    </Section>
  );
}

function CouponNow({ coupon }: { coupon: NonNullable<Subscription['coupon']> }) {
  const { t, i18n } = useTranslation('billing');
  const { code, percentOff, amountOff, endsAt } = coupon;
  const off = percentOff ? `${formatDecimal(percentOff, i18n.language, 2)}%` : amountOff ? `${formatAmount(amountOff, i18n.language)} ${amountOff.currency}` : '';
  return <Alert type="success" title={endsAt ? t('couponUntil', { code, off, day: formatDay(endsAt.slice(0, 10), i18n.language) }) : t('couponNow', { code, off })} />;
}

function CouponForm() {
  const { t } = useTranslation('billing');
  const [code, setCode] = useState('');
  const { run, busy } = useAction();
  const { watch, waiting, refused } = useOperation(() => setCode(''));
  const apply = useApiMutation(CouponApplyDocument, { payload: (result) => result.couponApply, touches: ['audit'] });
  const send = () => void run(async () => watch((await apply.mutateAsync({ input: { code, idempotencyKey: crypto.randomUUID() } })).couponApply?.operation?.id));
  return (
    <div className={styles.field}>
      <label htmlFor="coupon-code">{t('coupon')}</label>
      <div className={styles.links}>
        <Input id="coupon-code" value={code} maxLength={LONGEST} autoComplete="off" onChange={(event) => setCode(event.target.value)} />
        <Button onClick={send} loading={busy || waiting} disabled={!code.trim()}>
          {t('couponApply')}
        </Button>
      </div>
      {refused && <Alert type="error" showIcon title={refused} />}
    </div>
  );
}

function TaxIdForm({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('billing');
  const [kind, setKind] = useState(subscription.taxIdKind || (subscription.currency === 'CNY' ? 'cn_tin' : 'eu_vat'));
  const [value, setValue] = useState(subscription.taxId);
  const { run, busy } = useAction();
  const { watch, waiting, refused } = useOperation();
  const set = useApiMutation(TaxIdSetDocument, { payload: (result) => result.taxIdSet, touches: ['audit'] });
  const send = () => void run(async () => watch((await set.mutateAsync({ input: { kind, value, idempotencyKey: crypto.randomUUID() } })).taxIdSet?.operation?.id));
  return (
    <div className={styles.field}>
      <label htmlFor="tax-id">{t('taxId')}</label>
      <div className={styles.links}>
        <Select aria-label={t('taxIdKind')} value={kind} onChange={setKind} options={KINDS.map((each) => ({ value: each, label: t(`taxIdKinds.${each}`) }))} popupMatchSelectWidth={false} />
        <Input id="tax-id" value={value} maxLength={LONGEST} autoComplete="off" onChange={(event) => setValue(event.target.value)} />
        <Button onClick={send} loading={busy || waiting} disabled={value.trim() === subscription.taxId}>
          {t('taxIdSave')}
        </Button>
      </div>
      <span className="soft">{t('taxIdHint')}</span>
      {refused && <Alert type="error" showIcon title={refused} />}
    </div>
  );
}
