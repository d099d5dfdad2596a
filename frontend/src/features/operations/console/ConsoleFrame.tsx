import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import type { Door } from '@/shared/api/client';
import { DoorProvider } from '@/shared/api/DoorContext';
import { useViewer } from '@/shared/session/ViewerContext';
import { NotFound, State } from '@/shared/ui/States';

/** The console is there for those who were appointed, with a second factor; for everybody else there is no such page. */
export function ConsoleFrame() {
  const { t } = useTranslation('operations');
  const { console, person } = useViewer();
  const door = useMemo<Door>(() => ({ kind: 'operator' }), []);
  if (console.length === 0) return <NotFound />;
  if (!person.mfaPassed) {
    return <State title={t('console.factorTitle')} hint={t('console.factorHint')} action={<Link to="/settings/security">{t('console.factorAction')}</Link>} />;
  }
  return (
    <DoorProvider door={door}>
      <Outlet />
    </DoorProvider>
  );
}
