import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProviderCheckRequestDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import { CHECK_KINDS, ReportDialog, type CheckKind } from './ReportDialog';
import type { FileOfSupplier } from './SupplierFilePage';
import { CheckTag } from './words';
import styles from './suppliers.module.css';

/** What third parties say of the supplier, or a person with a report in hand. */
export function Checks({ supplierId, checks }: { supplierId: string; checks: FileOfSupplier['providerChecks']['nodes'] }) {
  const { t } = useTranslation('suppliers');
  const can = useCan();
  const central = useDoor().kind === 'group';
  const { run, busy } = useAction();
  const [entering, setEntering] = useState(false);
  const request = useApiMutation(ProviderCheckRequestDocument, { payload: (r) => r.providerCheckRequest, touches: ['supplier'] });
  const actions = central && (
    <span className={styles.buttons}>
      {can('masterdata.provider_check.request') &&
        CHECK_KINDS.map((kind) => (
          <Button key={kind} disabled={busy} onClick={() => void run(() => request.mutateAsync({ input: { supplierOrgId: supplierId, kind } }), t('check.requested'))}>
            {t('check.request', { kind: t(`check.${kind}`) })}
          </Button>
        ))}
      {can('masterdata.provider_check.enter') && <Button onClick={() => setEntering(true)}>{t('check.enter')}</Button>}
    </span>
  );
  return (
    <Section title={t('check.many')} actions={actions}>
      {checks.length === 0 && <p className="soft">{t('check.none')}</p>}
      <ul className={styles.plain}>
        {checks.map((check) => (
          <li key={check.id} className={styles.row}>
            <span className={styles.grow}>
              <strong>{t(`check.${check.kind as CheckKind}`)}</strong>{' '}
              <span className="soft">{check.provider === 'manual' ? t('check.manual') : 'D&B'}</span>
              {check.problem && <span className="soft"> · {check.problem}</span>}
              {check.status === 'pending' && <span className="soft"> · {t('check.again', { count: check.attempts })}</span>}
              <br />
              <span className="soft">{told(check.fields)}</span>
            </span>
            <CheckTag status={check.status} />
            {over(check.expiresAt) && <StatusTag tone="bad">{t('over')}</StatusTag>}
            {check.riskClass && <span>{t('file.risk', { risk: check.riskClass })}</span>}
            <span className="soft">
              <DateTime value={check.answeredAt ?? check.requestedAt} />
              {check.expiresAt && (
                <>
                  {' '}
                  · {t('check.counts')} <DateTime value={check.expiresAt} />
                </>
              )}
            </span>
            {central && check.status === 'given_up' && can('masterdata.provider_check.request') && (
              <Button size="small" disabled={busy} onClick={() => void run(() => request.mutateAsync({ input: { supplierOrgId: supplierId, kind: check.kind } }), t('check.requested'))}>
                {t('check.retry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ReportDialog open={entering} supplierId={supplierId} onClose={() => setEntering(false)} />
    </Section>
  );
}

/** What was answered, in one line; the same names whoever answered. */
function told(fields: unknown): string {
  const known = (fields ?? {}) as Record<string, string | string[] | null>;
  const numbers = Array.isArray(known.registration_numbers) ? known.registration_numbers.join(', ') : '';
  return [known.primary_name, known.duns, known.operating_status, known.risk_text, numbers].filter(Boolean).join(' · ');
}

const over = (expiresAt: string | null | undefined): boolean => Boolean(expiresAt) && new Date(expiresAt ?? '') <= new Date();
