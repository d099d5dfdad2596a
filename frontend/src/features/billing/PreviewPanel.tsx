import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CheckoutStartDocument, SubscriptionChangeDocument, SubscriptionPreviewDocument, type SubscriptionPreviewQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Failure, Loading } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import type { Subscription } from './BillingPage';
import type { Choice } from './PlanPage';
import { useOperation } from './useOperation';
import styles from './billing.module.css';

type Preview = NonNullable<SubscriptionPreviewQuery['subscriptionPreview']>;

interface PreviewPanelProps {
  subscription: Subscription;
  choice: Choice;
}

/** What the choice costs now and from then on, what it switches, and the button that makes it true. */
export function PreviewPanel({ subscription, choice }: PreviewPanelProps) {
  const { t } = useTranslation('billing');
  const { currency, ...rest } = choice;
  const variables = subscription.isPaid ? rest : { ...rest, currency };
  const { data, isPending, isError, error, refetch, isFetching } = useApiQuery(SubscriptionPreviewDocument, variables, { subject: 'preview', keepPrevious: true });
  const { send, busy, refused } = useChange(subscription, choice);
  const can = useCan();
  const [coupon, setCoupon] = useState('');
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const preview = data.subscriptionPreview;
  if (!preview) return null;
  const nothing = subscription.isPaid && preview.positions.length === 0;
  const blocked = preview.obstacles.length > 0 || nothing;
  return (
    <aside className={styles.preview} aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {nothing ? <p className="soft">{t('nothing')}</p> : <Positions preview={preview} />}
      {subscription.coupon && <p className="soft">{t('couponComesOff', { code: subscription.coupon.code })}</p>}
      <Switched preview={preview} />
      {preview.obstacles.length > 0 && (
        <Alert
          type="warning"
          title={t('obstacles')}
          description={
            <ul className={styles.list}>
              {preview.obstacles.map((each) => (
                <li key={each.code + each.message}>{each.message}</li>
              ))}
            </ul>
          }
        />
      )}
      {preview.warnings.length > 0 && (
        <Alert
          type="info"
          title={t('warnings')}
          description={
            <ul className={styles.list}>
              {preview.warnings.map((each) => (
                <li key={each.code}>{each.message}</li>
              ))}
            </ul>
          }
        />
      )}
      {!subscription.isPaid && (
        <label className={styles.field} htmlFor="coupon">
          {t('couponOptional')}
          <Input id="coupon" value={coupon} maxLength={100} autoComplete="off" onChange={(event) => setCoupon(event.target.value)} />
        </label>
      )}
      {refused && <Alert type="error" showIcon title={refused} />}
      {!subscription.isPaid && <p className="soft">{t('startsNow')}</p>}
      {can('billing.subscription.edit') && (
        <Button type="primary" disabled={blocked || isFetching} loading={busy} onClick={() => send(preview, coupon)}>
          {subscription.isPaid ? t('confirm') : t('toCheckout')}
        </Button>
      )}
      {busy && (
        <p className="soft" role="status">
          {t('waiting')}
        </p>
      )}
    </aside>
  );
}

function Positions({ preview }: { preview: Preview }) {
  const { t } = useTranslation('billing');
  const what = ({ part, quantity }: Preview['positions'][number]) => (part === 'seat' ? t('part.seat', { count: quantity }) : t('part.base'));
  return (
    <dl className={styles.rows}>
      {preview.positions.map((each) => (
        <Row key={each.kind + each.part} term={t(`position.${each.kind as 'credit'}`, { what: what(each) })} value={each.amount} />
      ))}
      <Row strong term={preview.dueMinor < 0 ? t('credited') : t('dueNow')} value={preview.due} />
      <Row term={t('then')} value={preview.periodTotal} />
    </dl>
  );
}

function Row({ term, value, strong = false }: { term: string; value: Preview['due']; strong?: boolean }) {
  return (
    <>
      <dt className={strong ? styles.sum : undefined}>{term}</dt>
      <dd className={strong ? styles.sum : undefined}>
        <Money value={value} />
      </dd>
    </>
  );
}

function Switched({ preview }: { preview: Preview }) {
  const { t } = useTranslation('billing');
  return (
    <>
      {preview.modulesOn.length > 0 && (
        <p>
          {t('modulesOn')} {preview.modulesOn.join(' · ')}
        </p>
      )}
      {preview.modulesOff.length > 0 && <Alert type="warning" title={t('modulesOff')} description={preview.modulesOff.join(' · ')} />}
    </>
  );
}

function useChange(subscription: Subscription, choice: Choice) {
  const navigate = useNavigate();
  const base = contextPath(useWorkContext());
  const { run, busy } = useAction();
  const { watch, waiting, refused } = useOperation(() => void navigate(`${base}/billing`));
  const touches: string[] = ['audit', 'preview'];
  const checkout = useApiMutation(CheckoutStartDocument, { payload: (result) => result.checkoutStart, touches });
  const change = useApiMutation(SubscriptionChangeDocument, { payload: (result) => result.subscriptionChange, touches });

  async function ask(preview: Preview, coupon: string): Promise<string | undefined> {
    const idempotencyKey = crypto.randomUUID();
    const { plan, seats, interval } = choice;
    if (!subscription.isPaid) return (await checkout.mutateAsync({ input: { ...choice, coupon, idempotencyKey } })).checkoutStart?.operation?.id;
    const agreed = { version: subscription.version, agreedAt: preview.at, agreedDueMinor: preview.dueMinor };
    return (await change.mutateAsync({ input: { plan, seats, interval, ...agreed, idempotencyKey } })).subscriptionChange?.operation?.id;
  }

  return { send: (preview: Preview, coupon: string) => void run(async () => watch(await ask(preview, coupon))), busy: busy || waiting, refused };
}
