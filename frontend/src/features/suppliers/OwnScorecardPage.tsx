import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnScorecardDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { CertificateDialog } from './CertificateDialog';
import { Scorecard } from './Scorecard';
import { CertificateTag, DaysLeft, QualificationTag, regionName, TierTag, type CertificateKind } from './words';
import styles from './suppliers.module.css';

/** What a supplier sees of itself in one unit: its scorecard, where it is qualified, its certificates. */
export function OwnScorecardPage() {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useApiQuery(OwnScorecardDocument, {}, { subject: 'score' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const last = data.supplierScores.nodes[0];
  const supplierId = data.ownSupplierId;
  return (
    <Page title={t('score.own')} aside={last && <TierTag tier={last.tier} />}>
      {last ? <Scorecard data={data} /> : <p className="soft">{t('score.none')}</p>}
      <Section title={t('certificate.many')} actions={can('masterdata.certificate.submit') && <Button onClick={() => setAdding(true)}>{t('certificate.submit')}</Button>}>
        {data.certificates.nodes.length === 0 && <p className="soft">{t('certificate.none')}</p>}
        <ul className={styles.plain}>
          {data.certificates.nodes.map((certificate) => (
            <li key={certificate.id} className={styles.row}>
              <span className={styles.grow}>
                <strong>{t(`certificateKind.${certificate.kind as CertificateKind}`)}</strong> <span className="mono">{certificate.number}</span>{' '}
                <span className="soft">{certificate.decisionReason}</span>
              </span>
              <CertificateTag status={certificate.status} />
              <span>
                {certificate.expiresDate && <Day value={certificate.expiresDate} />} <DaysLeft days={certificate.daysLeft} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('qualification.many')}>
        {data.supplierQualifications.nodes.length === 0 && <p className="soft">{t('qualification.noneOf')}</p>}
        <ul className={styles.plain}>
          {data.supplierQualifications.nodes.map((row) => (
            <li key={row.id} className={styles.row}>
              <span className={styles.grow}>
                <strong>{row.categoryName}</strong> {regionName(row.region, t('qualification.everywhere'))}
              </span>
              <QualificationTag status={row.status} />
              <DaysLeft days={row.daysLeft} />
            </li>
          ))}
        </ul>
      </Section>
      {supplierId && <CertificateDialog open={adding} supplierId={supplierId} onClose={() => setAdding(false)} />}
    </Page>
  );
}
