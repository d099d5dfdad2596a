import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CertificateLinkDocument, CertificateRejectDocument, CertificateVerifyDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Day } from '@/shared/ui/Values';
import { CertificateDialog } from './CertificateDialog';
import type { SupplierInFile } from './SupplierFilePage';
import { CertificateTag, DaysLeft, type CertificateKind } from './words';
import styles from './suppliers.module.css';

type Certificate = SupplierInFile['certificates'][number];

/** A supplier's certificates, the newest first, with their ends. */
export function Certificates({ supplier }: { supplier: SupplierInFile }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('certificate.many')} actions={can('masterdata.certificate.submit') && <Button onClick={() => setAdding(true)}>{t('certificate.submit')}</Button>}>
      {supplier.certificates.length === 0 && <p className="soft">{t('certificate.none')}</p>}
      <ul className={styles.plain}>
        {supplier.certificates.map((certificate) => (
          <Entry key={certificate.id} certificate={certificate} />
        ))}
      </ul>
      <CertificateDialog open={adding} supplierId={supplier.id} onClose={() => setAdding(false)} />
    </Section>
  );
}

function Entry({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const central = useDoor().kind === 'group';
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const touches = ['supplier', 'certificate'] as const;
  const verify = useApiMutation(CertificateVerifyDocument, { payload: (r) => r.certificateVerify, touches });
  const reject = useApiMutation(CertificateRejectDocument, { payload: (r) => r.certificateReject, touches });
  const link = useApiMutation(CertificateLinkDocument, { payload: (r) => r.certificateLink, touches: [] });
  const key = { certificateId: certificate.id, version: certificate.version };
  const decides = central && can('masterdata.certificate.decide');
  const open = async () => {
    const { url } = (await link.mutateAsync({ input: { certificateId: certificate.id } })).certificateLink ?? {};
    if (url) window.location.assign(url);
  };
  return (
    <li className={styles.row}>
      <span className={styles.grow}>
        <strong>{t(`certificateKind.${certificate.kind as CertificateKind}`)}</strong> <span className="mono">{certificate.number}</span>
        <br />
        <span className="soft">
          {[certificate.issuer, certificate.fileName, certificate.decisionReason].filter(Boolean).join(' · ')}
        </span>
      </span>
      <CertificateTag status={certificate.status} />
      <span>
        {certificate.expiresDate && <Day value={certificate.expiresDate} />} <DaysLeft days={certificate.daysLeft} />
      </span>
      <span className={styles.buttons}>
        {central && (
          <Button size="small" disabled={busy} onClick={() => void run(open)}>
            {t('certificate.openFile')}
          </Button>
        )}
        {decides && certificate.status === 'submitted' && (
          <Button size="small" type="primary" loading={busy} onClick={() => void run(() => verify.mutateAsync({ input: key }), t('certificate.verified'))}>
            {t('certificate.verify')}
          </Button>
        )}
        {decides && (certificate.status === 'submitted' || certificate.status === 'verified') && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('certificate.reject')}
          </Button>
        )}
      </span>
      <ReasonDialog
        open={asking}
        title={t('certificate.reject')}
        submitLabel={t('certificate.reject')}
        send={(reason) => reject.mutateAsync({ input: { ...key, reason } })}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
