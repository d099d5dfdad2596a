import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RequisitionCancelDocument, RequisitionCopyDocument, RequisitionSubmitDocument, RequisitionWithdrawDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan, useViewer } from '@/shared/session/ViewerContext';
import { OrderLinesDialog } from './OrderLinesDialog';
import { usePlaces } from './places';
import { SaveTemplate } from './templates/SaveTemplate';
import { useLeftOut } from './templates/useLeftOut';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import type { Requisition } from './RequisitionPage';

const TOUCHES = ['requisition', 'task'] as const;

/** What can be done with a requisition now, by this person, in its state. */
export function RequisitionActions({ requisition }: { requisition: Requisition }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const places = usePlaces();
  const navigate = useNavigate();
  const own = useViewer().person.id === requisition.requesterId;
  const [asking, setAsking] = useState<'cancel' | 'order' | null>(null);
  const { run, busy } = useAction();
  const tellLeftOut = useLeftOut();
  const submit = useApiMutation(RequisitionSubmitDocument, { payload: (r) => r.requisitionSubmit, touches: TOUCHES });
  const withdraw = useApiMutation(RequisitionWithdrawDocument, { payload: (r) => r.requisitionWithdraw, touches: TOUCHES });
  const cancel = useApiMutation(RequisitionCancelDocument, { payload: (r) => r.requisitionCancel, touches: TOUCHES });
  const copy = useApiMutation(RequisitionCopyDocument, { payload: (r) => r.requisitionCopy, touches: TOUCHES });
  const { status, version } = requisition;
  const requisitionId = requisition.id;
  const editable = status === 'draft' || status === 'returned';
  const mayChange = own || can('procurement.requisition.read_all');

  async function onCopy() {
    const made = await copy.mutateAsync({ input: { requisitionId, idempotencyKey: crypto.randomUUID() } });
    const id = made.requisitionCopy?.requisition?.id;
    if (id) await navigate(places.requisition(id));
    tellLeftOut(made.requisitionCopy?.leftOut);
  }

  return (
    <>
      {can('procurement.requisition.create') && (
        <Button disabled={busy} onClick={() => void run(onCopy, t('requisition.copied'))}>
          {t('action.copy')}
        </Button>
      )}
      <SaveTemplate requisitionId={requisitionId} title={requisition.title} />
      {mayChange && ['draft', 'submitted', 'returned', 'approved'].includes(status) && can('procurement.requisition.cancel') && (
        <Button danger disabled={busy} onClick={() => setAsking('cancel')}>
          {t('action.cancelDocument')}
        </Button>
      )}
      {status === 'in_approval' && own && can('procurement.requisition.submit') && (
        <Button disabled={busy} onClick={() => void run(() => withdraw.mutateAsync({ input: { requisitionId, version } }), t('requisition.withdrawn'))}>
          {t('action.withdraw')}
        </Button>
      )}
      {mayChange && editable && can('procurement.requisition.edit') && (
        <Link to={places.editRequisition(requisitionId)}>
          <Button>{t('action.edit')}</Button>
        </Link>
      )}
      {mayChange && editable && can('procurement.requisition.submit') && (
        <Button type="primary" loading={busy} onClick={() => void run(() => submit.mutateAsync({ input: { requisitionId, version } }), t('requisition.submitted'))}>
          {t('action.submit')}
        </Button>
      )}
      {status === 'approved' && can('procurement.requisition.order') && (
        <Button type="primary" onClick={() => setAsking('order')}>
          {t('action.order')}
        </Button>
      )}
      <ReasonDialog
        open={asking === 'cancel'}
        title={t('requisition.cancelTitle', { number: requisition.number })}
        submitLabel={t('action.cancelDocument')}
        send={(reason) => cancel.mutateAsync({ input: { requisitionId, version, reason } })}
        onDone={() => setAsking(null)}
        onClose={() => setAsking(null)}
      />
      <OrderLinesDialog open={asking === 'order'} requisition={requisition} onClose={() => setAsking(null)} />
    </>
  );
}
