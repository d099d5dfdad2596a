import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderDocumentsDocument, OrderPrintDocument, type OrderDocumentsQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import type { Order } from './OrderPage';

const ASK_AGAIN = 1_000;

/** The PDF of an order in the reader's language: asked for, waited for, fetched by a link of the reader's own. */
export function PrintButton({ order }: { order: Order }) {
  const { t, i18n } = useTranslation('procurement');
  const locale = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const [waiting, setWaiting] = useState(false);
  const { run, busy } = useAction();
  const print = useApiMutation(OrderPrintDocument, { payload: (r) => r.orderPrint, touches: [] });
  const urlOf = (data: OrderDocumentsQuery | undefined) =>
    data?.purchaseOrder?.documents.find((document) => document.locale === locale && document.orderVersion === order.version)?.url ?? null;
  const { data } = useApiQuery(OrderDocumentsDocument, { id: order.id }, {
    subject: 'order-document',
    enabled: waiting,
    refetchInterval: (known) => (waiting && !urlOf(known) ? ASK_AGAIN : false),
  });
  const url = waiting ? urlOf(data) : null;
  useEffect(() => {
    if (!url) return;
    setWaiting(false);
    window.location.assign(url);
  }, [url]);
  return (
    <Button
      loading={busy || waiting}
      onClick={() => void run(async () => {
        await print.mutateAsync({ input: { orderId: order.id, locale } });
        setWaiting(true);
      })}
    >
      {t('order.pdf')}
    </Button>
  );
}
