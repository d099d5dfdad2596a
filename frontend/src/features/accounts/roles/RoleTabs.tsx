import { useTranslation } from 'react-i18next';
import { useDoor } from '@/shared/api/DoorContext';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { TabNav } from '@/shared/ui/TabNav';

/** Roles, and at head office which of them need a second factor. */
export function RoleTabs() {
  const { t } = useTranslation('accounts');
  const atGroup = useDoor().kind === 'group';
  const can = useCan();
  const base = `${contextPath(useWorkContext())}/roles`;
  if (!atGroup || !can('directory.group.read')) return null;
  return (
    <TabNav
      label={t('role.title')}
      tabs={[
        { to: base, label: t('role.title'), end: true },
        { to: `${base}/second-factor`, label: t('mfaPolicy.title') },
      ]}
    />
  );
}
