import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { State } from '@/shared/ui/States';

/** A workspace may demand a second factor; until it is set up, the server refuses everything here. */
export function MfaGate({ children }: { children: ReactNode }) {
  const { person } = useViewer();
  const { mfaRequired } = useWorkContext();
  return mfaRequired && !person.mfaPassed ? <Closed /> : children;
}

function Closed() {
  const { t } = useTranslation('accounts');
  return <State title={t('mfa.gateTitle')} hint={t('mfa.gateHint')} action={<Link to="/settings/security">{t('mfa.gateAction')}</Link>} />;
}
