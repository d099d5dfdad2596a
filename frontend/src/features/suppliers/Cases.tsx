import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SupplierAlertSeeDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { DateTime } from '@/shared/ui/Values';
import type { FileOfSupplier } from './SupplierFilePage';
import styles from './suppliers.module.css';

type Case = FileOfSupplier['supplierAlerts']['nodes'][number];
export type AlertKind = 'certificate_expiring' | 'certificate_expired' | 'risk_changed' | 'check_failed' | 'check_expired';

/** What people have not put away yet. */
export function Cases({ cases }: { cases: readonly Case[] }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const central = useDoor().kind === 'group';
  const { run, busy } = useAction();
  const see = useApiMutation(SupplierAlertSeeDocument, { payload: (r) => r.supplierAlertSee, touches: ['supplier'] });
  if (cases.length === 0) return <p className="soft">{t('alert.none')}</p>;
  return (
    <ul className={styles.plain}>
      {cases.map((each) => (
        <li key={each.id} className={styles.row}>
          <strong>{t(`alertKind.${each.kind as AlertKind}`)}</strong>
          <span className="soft">
            <DateTime value={each.raisedAt} />
          </span>
          {central && can('masterdata.supplier_alert.see') && (
            <Button size="small" disabled={busy} onClick={() => void run(() => see.mutateAsync({ input: { alertId: each.id } }))}>
              {t('alert.seen')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
