import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ShipNoticeArriveDocument, ShipNoticeCancelDocument, ShipNoticeDepartDocument, ShipNoticeDetailDocument, ShipNoticeSendDocument, type ShipNoticeDetailQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Amount } from '@/shared/ui/Amount';
import { LineTable } from '@/shared/ui/LineTable';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Day, Quantity } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { TOUCHES } from './deal';
import { FilesMenu } from './FilesMenu';
import { NoticeStatusTag } from './noticeStatus';

type Notice = NonNullable<ShipNoticeDetailQuery['shipNotice']>;
type Line = Notice['lines'][number];

/** One delivery on its way: how it travels, in which packages, and what is in them. */
export function ShipNoticePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const { data, error, isPending, refetch } = useApiQuery(ShipNoticeDetailDocument, { id }, { subject: 'shipNotice' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const notice = data.shipNotice;
  if (!notice) return <NotFound />;
  return (
    <Page
      title={notice.number}
      aside={<NoticeStatusTag status={notice.status} />}
      intro={notice.order?.supplierName}
      crumbs={[{ title: t('deal.notice.many'), to: places.shipNotices }]}
      actions={
        <>
          <FilesMenu documentId={notice.id} />
          <Steps notice={notice} />
        </>
      }
    >
      <Section title={t('section.facts')}>
        <NoticeFacts notice={notice} />
      </Section>
      <Section title={t('deal.notice.content')}>
        <Content notice={notice} />
      </Section>
    </Page>
  );
}

function NoticeFacts({ notice }: { notice: Notice }) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  return (
    <Facts
      items={[
        { term: t('deal.notice.order'), value: notice.order ? <Link to={places.order(notice.order.id)}>{notice.order.number}</Link> : '–' },
        { term: t('deal.notice.shipped'), value: <Day value={notice.shippedDate} /> },
        { term: t('deal.notice.expected'), value: <Day value={notice.expectedDate} /> },
        { term: t('deal.notice.carrier'), value: notice.carrierName || '–' },
        { term: t('deal.notice.tracking'), value: notice.trackingNo || '–' },
        { term: t('deal.notice.mode'), value: notice.transportMode ? t(`deal.mode.${notice.transportMode as 'road'}`) : '–' },
        { term: t('deal.notice.weight'), value: <Quantity value={notice.grossWeightKg} /> },
        { term: t('deal.notice.sender'), value: notice.senderName || '–' },
        { term: t('deal.notice.sentAt'), value: <DateTime value={notice.sentAt} /> },
        { term: t('deal.notice.arrivedAt'), value: <DateTime value={notice.arrivedAt} /> },
        ...(notice.note ? [{ term: t('deal.note'), value: notice.note }] : []),
        ...(notice.exceptionReason ? [{ term: t('deal.notice.exception'), value: notice.exceptionReason }] : []),
      ]}
    />
  );
}

function Content({ notice }: { notice: Notice }) {
  const { t } = useTranslation('procurement');
  const packages = new Map(notice.packages.map((box) => [box.id, box.sscc || t('deal.notice.packageNo') + String(box.packageNo)]));
  return (
    <LineTable<Line>
      rowKey="id"
      head="description"
      rows={notice.lines}
      columns={[
        { key: 'no', title: t('line.no'), align: 'right', width: 60, render: (_, row) => <span className="num">{row.line?.lineNo}</span> },
        { key: 'description', title: t('line.description'), render: (_, row) => row.line?.description },
        { key: 'quantity', title: t('line.quantity'), align: 'right', render: (_, row) => <Amount value={row.quantity} uom={row.line?.unit} /> },
        { key: 'package', title: t('deal.notice.package'), render: (_, row) => <span className="num">{row.packageId ? packages.get(row.packageId) : '–'}</span> },
        { key: 'lot', title: t('deal.notice.lot'), render: (_, row) => row.lotNo || '–' },
        { key: 'expiry', title: t('deal.notice.expiry'), render: (_, row) => <Day value={row.expiryDate} /> },
      ]}
    />
  );
}

function Steps({ notice }: { notice: Notice }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const { run, busy } = useAction();
  const [cancelling, setCancelling] = useState(false);
  const send = useApiMutation(ShipNoticeSendDocument, { payload: (r) => r.shipNoticeSend, touches: TOUCHES });
  const depart = useApiMutation(ShipNoticeDepartDocument, { payload: (r) => r.shipNoticeDepart, touches: TOUCHES });
  const arrive = useApiMutation(ShipNoticeArriveDocument, { payload: (r) => r.shipNoticeArrive, touches: TOUCHES });
  const cancel = useApiMutation(ShipNoticeCancelDocument, { payload: (r) => r.shipNoticeCancel, touches: TOUCHES });
  const key = { noticeId: notice.id, version: notice.version };
  const close = () => setCancelling(false);
  return (
    <>
      {['draft', 'sent', 'in_transit', 'exception'].includes(notice.status) && can('procurement.ship_notice.cancel') && (
        <Button danger disabled={busy} onClick={() => setCancelling(true)}>
          {t('deal.notice.cancel')}
        </Button>
      )}
      {notice.status === 'draft' && can('procurement.ship_notice.send') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => send.mutateAsync({ input: key }), t('deal.done.sent'))}>
          {t('deal.notice.send')}
        </Button>
      )}
      {notice.status === 'sent' && can('procurement.ship_notice.depart') && (
        <Button disabled={busy} onClick={() => void run(() => depart.mutateAsync({ input: key }), t('deal.notice.departed'))}>
          {t('deal.notice.depart')}
        </Button>
      )}
      {['sent', 'in_transit'].includes(notice.status) && can('procurement.ship_notice.arrive') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => arrive.mutateAsync({ input: key }), t('deal.notice.arrived'))}>
          {t('deal.notice.arrive')}
        </Button>
      )}
      <ReasonDialog open={cancelling} title={t('deal.notice.cancelTitle', { number: notice.number })} submitLabel={t('deal.notice.cancel')} send={(reason) => cancel.mutateAsync({ input: { ...key, reason } })} onDone={close} onClose={close} />
    </>
  );
}
