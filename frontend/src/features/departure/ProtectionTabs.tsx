import { useTranslation } from 'react-i18next';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { TabNav } from '@/shared/ui/TabNav';

/** The parts of data protection, as far as the person may see them. */
export function ProtectionTabs() {
  const { t } = useTranslation('departure');
  const can = useCan();
  const base = contextPath(useWorkContext());
  const tabs = [
    ...(can('privacy.person_request.read') ? [{ to: `${base}/data-requests`, label: t('request.title') }] : []),
    ...(can('privacy.transfer.read') ? [{ to: `${base}/data-transfers`, label: t('transfer.title') }] : []),
    ...(can('privacy.retention.read') ? [{ to: `${base}/data-retention`, label: t('retention.title') }] : []),
    ...(can('privacy.legal_hold.read') ? [{ to: `${base}/legal-holds`, label: t('hold.title') }] : []),
  ];
  return <TabNav label={t('protection')} tabs={tabs} />;
}
