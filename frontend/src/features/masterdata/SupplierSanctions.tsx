import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SanctionLiftDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { DateTime } from '@/shared/ui/Values';
import { ProposalActions } from './ProposalActions';
import type { Supplier } from './SupplierPage';
import { ActionWords, SanctionStatusTag, type OpenDocumentPolicy } from './words';
import styles from './masterdata.module.css';

type Sanction = Supplier['sanctions'][number];

const LIFTABLE = ['scheduled', 'in_force', 'in_force_provisional'];

/** The supplier's sanctions, those in force first. */
export function SupplierSanctions({ supplier }: { supplier: Supplier }) {
  const { t } = useTranslation('masterdata');
  if (supplier.sanctions.length === 0) return <p className="soft">{t('sanction.noneOfSupplier')}</p>;
  const sorted = [...supplier.sanctions].sort((a, b) => Number(b.binding) - Number(a.binding));
  return (
    <ul className={styles.sanctions}>
      {sorted.map((sanction) => (
        <SanctionEntry key={sanction.id} sanction={sanction} />
      ))}
    </ul>
  );
}

function SanctionEntry({ sanction }: { sanction: Sanction }) {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const central = useDoor().kind === 'group';
  const [asking, setAsking] = useState(false);
  const lift = useApiMutation(SanctionLiftDocument, { payload: (r) => r.sanctionLift, touches: ['supplier', 'sanction'] });
  return (
    <li>
      <div className={styles.sanctionHead}>
        <SanctionStatusTag status={sanction.status} />
        <strong>
          <ActionWords actions={sanction.actions} />
        </strong>
        {central && LIFTABLE.includes(sanction.status) && can('masterdata.sanction.lift') && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('action.lift')}
          </Button>
        )}
        {central && sanction.status === 'proposed' && <ProposalActions sanction={sanction} />}
      </div>
      <p>{sanction.reason}</p>
      <p className="soft">
        {sanction.allUnits ? t('sanction.allUnits') : t('sanction.someUnits', { count: sanction.unitIds.length })} · {sanction.allCategories ? t('sanction.allCategories') : t('sanction.someCategories')} ·{' '}
        {t(`policy.${sanction.openDocumentPolicy as OpenDocumentPolicy}`)} · <DateTime value={sanction.fromAt ?? sanction.imposedAt} /> – {sanction.untilAt ? <DateTime value={sanction.untilAt} /> : t('sanction.noEnd')}
        {sanction.endReason && ` · ${sanction.endReason}`}
      </p>
      <ReasonDialog
        open={asking}
        danger={false}
        title={t('sanction.liftTitle')}
        submitLabel={t('action.lift')}
        send={(reason) => lift.mutateAsync({ input: { sanctionId: sanction.id, version: sanction.version, reason } })}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
