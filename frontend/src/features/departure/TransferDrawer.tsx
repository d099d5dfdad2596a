import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TransferEndDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts } from '@/shared/ui/Page';
import { countryName } from '@/shared/ui/places';
import { DateTime, Day, Nothing } from '@/shared/ui/Values';
import { stateOf, type Transfer } from './transfers';

/** One transfer in full, and its end. */
export function TransferDrawer({ transfer, onClose }: { transfer: Transfer | null; onClose: () => void }) {
  const { t, i18n } = useTranslation('departure');
  const may = useCan()('privacy.transfer.end');
  const [ending, setEnding] = useState(false);
  const end = useApiMutation(TransferEndDocument, { payload: (r) => r.transferEnd, touches: ['transfer', 'audit'] });
  return (
    <Drawer open={transfer !== null} onClose={onClose} size={520} title={transfer?.recipient} destroyOnHidden>
      {transfer && (
        <>
          <Facts
            items={[
              { term: t('transfer.state'), value: t(`transfer.status.${stateOf(transfer)}`) },
              { term: t('transfer.host'), value: <span className="mono">{transfer.host}</span> },
              { term: t('transfer.country'), value: countryName(transfer.country ?? '', i18n.language) },
              { term: t('transfer.fields'), value: transfer.fields.map((name) => t(`transfer.field.${name as 'name'}`)).join(', ') },
              { term: t('transfer.purpose'), value: transfer.purpose },
              { term: t('transfer.legalBasis'), value: t(`transfer.basis.${transfer.legalBasis as 'consent'}`) },
              { term: t('transfer.basisNote'), value: transfer.basisNote },
              { term: t('transfer.assessment'), value: transfer.assessment },
              { term: t('transfer.assessedDate'), value: <Day value={transfer.assessedDate} /> },
              { term: t('transfer.fromDate'), value: <Day value={transfer.fromDate} /> },
              { term: t('transfer.untilDate'), value: <Day value={transfer.untilDate} /> },
              { term: t('transfer.approved'), value: <span>{transfer.approvedByName} · <DateTime value={transfer.approvedAt} /></span> },
              { term: t('transfer.ended'), value: transfer.endedAt ? <span>{transfer.endedByName} · <DateTime value={transfer.endedAt} /></span> : <Nothing /> },
              { term: t('transfer.endReason'), value: transfer.endReason || <Nothing /> },
            ]}
          />
          {may && !transfer.endedAt && (
            <Button danger style={{ marginTop: 16 }} onClick={() => setEnding(true)}>
              {t('transfer.end')}
            </Button>
          )}
          <ReasonDialog
            open={ending}
            title={t('transfer.end')}
            submitLabel={t('transfer.end')}
            send={(reason) => end.mutateAsync({ input: { transferId: transfer.id, reason } })}
            onDone={() => {
              setEnding(false);
              onClose();
            }}
            onClose={() => setEnding(false)}
          />
        </>
      )}
    </Drawer>
  );
}
