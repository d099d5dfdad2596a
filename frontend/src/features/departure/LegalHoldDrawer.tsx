import { useTranslation } from 'react-i18next';
import { LegalHoldLiftDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import type { LegalHold } from './LegalHoldsPage';
import { RecordDrawer } from './RecordDrawer';

/** One hold in full, and its end. */
export function LegalHoldDrawer({ hold, covers, onClose }: { hold: LegalHold | null; covers: string; onClose: () => void }) {
  const { t } = useTranslation('departure');
  const may = useCan()('privacy.legal_hold.lift');
  const lift = useApiMutation(LegalHoldLiftDocument, { payload: (r) => r.legalHoldLift, touches: ['legalHold', 'audit'] });
  return (
    <RecordDrawer
      open={hold !== null}
      title={hold?.reference || t('hold.one')}
      facts={[
        { term: t('hold.reason'), value: hold?.reason },
        { term: t('hold.covers'), value: covers },
      ]}
      made={{ term: t('hold.placed'), by: hold?.placedByName, at: hold?.placedAt }}
      ended={{ term: t('hold.liftedAt'), by: hold?.endedByName, at: hold?.endedAt, reasonTerm: t('hold.liftReason'), reason: hold?.endReason }}
      endLabel={may && t('hold.lift')}
      end={(reason) => lift.mutateAsync({ input: { legalHoldId: hold?.id ?? '', reason } })}
      onClose={onClose}
    />
  );
}
