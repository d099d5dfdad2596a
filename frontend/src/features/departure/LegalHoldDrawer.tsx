import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LegalHoldLiftDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts } from '@/shared/ui/Page';
import { DateTime, Nothing } from '@/shared/ui/Values';
import type { LegalHold } from './LegalHoldsPage';

/** One hold in full, and its end. */
export function LegalHoldDrawer({ hold, covers, onClose }: { hold: LegalHold | null; covers: string; onClose: () => void }) {
  const { t } = useTranslation('departure');
  const may = useCan()('privacy.legal_hold.lift');
  const [ending, setEnding] = useState(false);
  const lift = useApiMutation(LegalHoldLiftDocument, { payload: (r) => r.legalHoldLift, touches: ['legalHold', 'audit'] });
  return (
    <Drawer open={hold !== null} onClose={onClose} size={520} title={hold?.reference || t('hold.one')} destroyOnHidden>
      {hold && (
        <>
          <Facts
            items={[
              { term: t('hold.reason'), value: hold.reason },
              { term: t('hold.covers'), value: covers },
              { term: t('hold.placed'), value: <span>{hold.placedByName} · <DateTime value={hold.placedAt} /></span> },
              { term: t('hold.liftedAt'), value: hold.endedAt ? <span>{hold.endedByName} · <DateTime value={hold.endedAt} /></span> : <Nothing /> },
              { term: t('hold.liftReason'), value: hold.endReason || <Nothing /> },
            ]}
          />
          {may && !hold.endedAt && (
            <Button danger style={{ marginTop: 16 }} onClick={() => setEnding(true)}>
              {t('hold.lift')}
            </Button>
          )}
          <ReasonDialog
            open={ending}
            title={t('hold.lift')}
            submitLabel={t('hold.lift')}
            send={(reason) => lift.mutateAsync({ input: { legalHoldId: hold.id, reason } })}
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
