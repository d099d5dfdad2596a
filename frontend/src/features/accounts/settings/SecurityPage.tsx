import { useQuery } from '@tanstack/react-query';
import { auth } from '@/shared/session/allauth';
import { Failure, Loading } from '@/shared/ui/States';
import { PasskeySection } from './PasskeySection';
import { PasswordSection } from './PasswordSection';
import { RecoveryCodeSection } from './RecoveryCodeSection';
import { TotpSection } from './TotpSection';
import { AUTHENTICATORS, type Authenticator } from './authenticators';
import styles from './settings.module.css';

/** How the person proves who it is. */
export function SecurityPage() {
  const list = useQuery({ queryKey: AUTHENTICATORS, queryFn: () => auth('GET', '/account/authenticators') });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const all = (list.data.data as unknown as readonly Authenticator[] | undefined) ?? [];
  return (
    <div className={styles.stack}>
      <TotpSection totp={all.find((each) => each.type === 'totp')} />
      <PasskeySection passkeys={all.filter((each) => each.type === 'webauthn')} />
      {all.length > 0 && <RecoveryCodeSection codes={all.find((each) => each.type === 'recovery_codes')} />}
      <PasswordSection />
    </div>
  );
}
