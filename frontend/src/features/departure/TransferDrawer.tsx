import { useTranslation } from 'react-i18next';
import { TransferEndDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { countryName } from '@/shared/ui/places';
import { Day } from '@/shared/ui/Values';
import { RecordDrawer } from './RecordDrawer';
import { stateOf, type Transfer } from './transfers';

/** One transfer in full, and its end. */
export function TransferDrawer({ transfer, onClose }: { transfer: Transfer | null; onClose: () => void }) {
  const { t, i18n } = useTranslation('departure');
  const may = useCan()('privacy.transfer.end');
  const end = useApiMutation(TransferEndDocument, { payload: (r) => r.transferEnd, touches: ['transfer', 'audit'] });
  const facts = transfer
    ? [
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
      ]
    : [];
  return (
    <RecordDrawer
      open={transfer !== null}
      title={transfer?.recipient ?? ''}
      facts={facts}
      made={{ term: t('transfer.approved'), by: transfer?.approvedByName, at: transfer?.approvedAt }}
      ended={{ term: t('transfer.ended'), by: transfer?.endedByName, at: transfer?.endedAt, reasonTerm: t('transfer.endReason'), reason: transfer?.endReason }}
      endLabel={may && t('transfer.end')}
      end={(reason) => end.mutateAsync({ input: { transferId: transfer?.id ?? '', reason } })}
      onClose={onClose}
    />
  );
}
