import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrderDocumentsDocument, OrderPrintDocument } from '@/gql/unit/graphql';
import { execute } from '@/shared/api/client';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import type { Order } from './OrderPage';

const ASK_AGAIN = 1_000;
const MOST_TIMES = 60;

/** The PDF of an order in the reader's language: asked for, waited for, fetched by a link of the reader's own. */
export function PrintButton({ order }: { order: Order }) {
  const { t, i18n } = useTranslation('procurement');
  const { message } = App.useApp();
  const door = useDoor();
  const locale = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const { run, busy } = useAction();
  const print = useApiMutation(OrderPrintDocument, { payload: (r) => r.orderPrint, touches: [] });

  const fetchLink = async (): Promise<string | null> => {
    for (let times = 0; times < MOST_TIMES; times += 1) {
      const { purchaseOrder } = await execute(door, OrderDocumentsDocument, { id: order.id });
      const made = purchaseOrder?.documents.find((document) => document.locale === locale && document.orderVersion === order.version);
      if (made?.url) return made.url;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
    }
    return null;
  };

  const download = async () => {
    await print.mutateAsync({ input: { orderId: order.id, locale } });
    const link = await fetchLink();
    if (link) window.location.assign(link);
    else void message.info(t('order.pdfPending'));
  };

  return (
    <Button loading={busy} onClick={() => void run(download)}>
      {t('order.pdf')}
    </Button>
  );
}
