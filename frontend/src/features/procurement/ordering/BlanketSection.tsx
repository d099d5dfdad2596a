import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OrderCallOffsDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts, Section } from '@/shared/ui/Page';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Day, Money } from '@/shared/ui/Values';
import { lessDecimals } from '../decimals';
import type { Order } from '../OrderPage';
import { usePlaces } from '../places';
import { OrderStatusTag } from '../statuses';

/** A blanket order's frame: what may be called off, what was, until when, and its call-offs. */
export function BlanketSection({ order, prices }: { order: Order; prices: boolean }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const { data } = useApiQuery(OrderCallOffsDocument, { id: order.id, prices }, { subject: 'order' });
  const callOffs = data?.purchaseOrder?.callOffs ?? [];
  const { currency, ceilingAmount, calledOffAmount } = order;
  const money = (amount: string) => <Money value={{ amount, currency }} />;
  return (
    <Section
      title={t('ordering.callOffs')}
      actions={order.status === 'issued' && can('procurement.order.create') && <LinkButton to={`${places.newOrder}?blanket=${order.id}`}>{t('ordering.callOff')}</LinkButton>}
    >
      <Facts
        items={[
          ...(ceilingAmount && calledOffAmount
            ? [
                { term: t('ordering.ceiling'), value: money(ceilingAmount) },
                { term: t('ordering.calledOff'), value: money(calledOffAmount) },
                { term: t('ordering.left'), value: money(lessDecimals(ceilingAmount, [calledOffAmount])) },
              ]
            : []),
          {
            term: t('ordering.validity'),
            value:
              order.validFromDate || order.validUntilDate ? (
                <>
                  <Day value={order.validFromDate} /> – <Day value={order.validUntilDate} />
                </>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {callOffs.length === 0 && <p className="soft">{t('ordering.noCallOffs')}</p>}
      <ul>
        {callOffs.map((row) => (
          <li key={row.id}>
            <Link to={places.order(row.id)} className="num">
              {row.number}
            </Link>{' '}
            <OrderStatusTag status={row.status} /> <Day value={row.orderDate} /> {row.total && <Money value={row.total} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
