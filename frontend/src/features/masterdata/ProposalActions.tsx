import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SanctionConfirmDocument, SanctionWithdrawDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';

const TOUCHES = ['supplier', 'sanction'] as const;

/** What a second person does with a proposed sanction: bring it into force, or take it back. */
export function ProposalActions({ sanction }: { sanction: { id: string; version: number } }) {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const confirm = useApiMutation(SanctionConfirmDocument, { payload: (r) => r.sanctionConfirm, touches: TOUCHES });
  const withdraw = useApiMutation(SanctionWithdrawDocument, { payload: (r) => r.sanctionWithdraw, touches: TOUCHES });
  const key = { sanctionId: sanction.id, version: sanction.version };
  return (
    <>
      {can('masterdata.sanction.confirm') && (
        <Popconfirm title={t('sanction.confirmTitle')} okText={t('sanction.confirm')} okButtonProps={{ danger: true }} onConfirm={() => void run(() => confirm.mutateAsync({ input: key }), t('sanction.confirmed'))}>
          <Button size="small" type="primary" danger loading={busy}>
            {t('sanction.confirm')}
          </Button>
        </Popconfirm>
      )}
      {can('masterdata.sanction.propose') && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('sanction.withdraw')}
        </Button>
      )}
      <ReasonDialog
        open={asking}
        danger={false}
        title={t('sanction.withdrawTitle')}
        submitLabel={t('sanction.withdraw')}
        send={(reason) => withdraw.mutateAsync({ input: { ...key, reason } })}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
