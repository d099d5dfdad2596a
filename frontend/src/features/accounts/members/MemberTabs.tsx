import { useTranslation } from 'react-i18next';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { TabNav } from '@/shared/ui/TabNav';

export function MemberTabs() {
  const { t } = useTranslation('accounts');
  const base = `${contextPath(useWorkContext())}/members`;
  if (!useCan()('accounts.invitation.read')) return null;
  return (
    <TabNav
      label={t('member.title')}
      tabs={[
        { to: base, label: t('member.title'), end: true },
        { to: `${base}/invitations`, label: t('invitation.title') },
      ]}
    />
  );
}
