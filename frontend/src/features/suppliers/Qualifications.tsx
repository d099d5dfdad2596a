import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QualificationRefuseDocument, QualificationSuspendDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Day } from '@/shared/ui/Values';
import { GrantDialog, OpenDialog } from './QualificationDialogs';
import type { SupplierInFile } from './SupplierFilePage';
import { categoryName, DaysLeft, QualificationTag, regionName } from './words';
import styles from './suppliers.module.css';

export type Qualification = SupplierInFile['qualifications'][number];
type Asking = { what: 'grant' | 'suspend' | 'refuse'; row: Qualification } | null;

/** The matrix of categories and regions in which the supplier is, or is not, to be asked. */
export function Qualifications({ supplier }: { supplier: SupplierInFile }) {
  const { t, i18n } = useTranslation('suppliers');
  const can = useCan();
  const decides = useDoor().kind === 'group' && can('masterdata.qualification.decide');
  const [opening, setOpening] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const touches = ['supplier', 'supplierQualification'] as const;
  const suspend = useApiMutation(QualificationSuspendDocument, { payload: (r) => r.qualificationSuspend, touches });
  const refuse = useApiMutation(QualificationRefuseDocument, { payload: (r) => r.qualificationRefuse, touches });
  const ask = (what: 'grant' | 'suspend' | 'refuse', row: Qualification) => () => setAsking({ what, row });
  const close = () => setAsking(null);
  const key = asking && { qualificationId: asking.row.id, version: asking.row.version };
  const end = async (reason: string): Promise<unknown> => {
    if (!key) return undefined;
    const input = { ...key, reason };
    return asking?.what === 'refuse' ? refuse.mutateAsync({ input }) : suspend.mutateAsync({ input });
  };
  return (
    <Section title={t('qualification.matrix')} actions={decides && <Button onClick={() => setOpening(true)}>{t('qualification.open')}</Button>}>
      {supplier.qualifications.length === 0 && <p className="soft">{t('qualification.noneOf')}</p>}
      <ul className={styles.plain}>
        {supplier.qualifications.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.grow}>
              <strong>{categoryName(row.category, i18n.language)}</strong>
              <br />
              <span className="soft">
                {regionName(row.region, t('qualification.everywhere'))}
                {row.grade && ` · ${t('qualification.grade')} ${row.grade}`}
                {row.decisionReason && ` · ${row.decisionReason}`}
              </span>
            </span>
            <QualificationTag status={row.status} />
            <span>
              {row.endDate && <Day value={row.endDate} />} {row.counts && <DaysLeft days={row.daysLeft} />}
            </span>
            {decides && (
              <span className={styles.buttons}>
                {row.status !== 'disqualified' && (
                  <Button size="small" type={row.counts ? 'default' : 'primary'} onClick={ask('grant', row)}>
                    {t('qualification.grant')}
                  </Button>
                )}
                {(row.status === 'qualified' || row.status === 'preferred') && (
                  <Button size="small" onClick={ask('suspend', row)}>
                    {t('qualification.suspend')}
                  </Button>
                )}
                {row.status !== 'disqualified' && (
                  <Button size="small" onClick={ask('refuse', row)}>
                    {t('qualification.refuse')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {decides && <OpenDialog open={opening} supplierId={supplier.id} onClose={() => setOpening(false)} />}
      {decides && <GrantDialog row={asking?.what === 'grant' ? asking.row : null} certificates={supplier.certificates} onClose={close} />}
      <ReasonDialog
        open={asking?.what === 'suspend' || asking?.what === 'refuse'}
        title={asking?.what === 'refuse' ? t('qualification.refuse') : t('qualification.suspend')}
        submitLabel={asking?.what === 'refuse' ? t('qualification.refuse') : t('qualification.suspend')}
        send={(reason) => end(reason)}
        onDone={close}
        onClose={close}
      />
    </Section>
  );
}
