import { useQuery } from '@tanstack/react-query';
import { Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { RegistrationDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { readSession } from '@/shared/session/allauth';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { ApplicationForm } from './ApplicationForm';
import { ApplicationTag } from './words';

/** Where a registration link leads: sign in, tell of the company, hand in, and see the answer. */
export function RegisterPage() {
  const { t } = useTranslation('suppliers');
  const { token = '' } = useParams();
  const { pathname } = useLocation();
  const session = useQuery({ queryKey: ['session', 'registration'], queryFn: readSession, gcTime: 0 });
  const { data, error, isPending, refetch } = useApiQuery(RegistrationDocument, { token }, { subject: 'registration' });
  if (isPending || session.isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { group, application } = data.registration;
  const next = `?next=${encodeURIComponent(pathname)}`;
  const open = !application || application.status === 'draft' || application.status === 'returned';
  return (
    <main style={{ maxWidth: 760, margin: '0 auto', padding: '32px 20px' }}>
      <Page title={t('register.title', { group })} aside={application && <ApplicationTag status={application.status} />} intro={t('register.intro', { group })} width="reading">
        {session.data?.status !== 200 ? (
          <>
            <p>{t('register.signInFirst')}</p>
            <Space>
              <LinkButton type="primary" to={`/login${next}`}>
                {t('register.signIn')}
              </LinkButton>
              <LinkButton to={`/signup${next}`}>{t('register.signUp')}</LinkButton>
            </Space>
          </>
        ) : open ? (
          <ApplicationForm token={token} registration={data.registration} />
        ) : (
          <>
            <p role="status">{application.status === 'accepted' ? t('register.acceptedText') : application.decisionReason || t('register.handedIn')}</p>
            {application.status === 'accepted' && <LinkButton to="/">{t('register.enter')}</LinkButton>}
          </>
        )}
      </Page>
    </main>
  );
}
