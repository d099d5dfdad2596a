import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { InvitationAcceptDocument, ViewerDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { readSession, signOut } from '@/shared/session/allauth';
import { RefusedError } from '@/shared/api/errors';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Failure, Loading } from '@/shared/ui/States';
import { AuthPage } from './AuthPage';

/** The link of an invitation leads here: sign in or sign up first, then accept with one button. */
export function InvitationPage() {
  const { t } = useTranslation('accounts');
  const { token = '' } = useParams();
  const { pathname } = useLocation();
  const session = useQuery({ queryKey: ['session', 'invitation'], queryFn: readSession, gcTime: 0 });
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data.status === 200) return <Accept token={token} />;
  const next = `?next=${encodeURIComponent(pathname)}`;
  return (
    <AuthPage title={t('invitation.acceptTitle')} intro={t('invitation.signInFirst')}>
      <Space orientation="vertical" style={{ width: '100%' }}>
        <LinkButton type="primary" block to={`/login${next}`}>
          {t('login.submit')}
        </LinkButton>
        <LinkButton block to={`/signup${next}`}>
          {t('signup.submit')}
        </LinkButton>
      </Space>
    </AuthPage>
  );
}

function Accept({ token }: { token: string }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const viewer = useApiQuery(ViewerDocument, {}, { subject: 'viewer' });
  const accept = useApiMutation(InvitationAcceptDocument, { payload: (result) => result.invitationAccept, touches: ['viewer'] });
  const problems = accept.error instanceof RefusedError ? accept.error.refusals.map((refusal) => refusal.message) : accept.error ? [t('common:state.error')] : [];

  async function onAccept() {
    await accept.mutateAsync({ input: { token } });
    void message.success(t('invitation.accepted'));
    queries.clear();
    await navigate('/', { replace: true });
  }

  async function onOther() {
    await signOut();
    queries.clear();
    window.location.reload();
  }

  return (
    <AuthPage title={t('invitation.acceptTitle')} intro={t('invitation.acceptText', { email: viewer.data?.viewer?.person.email ?? '…' })}>
      <FormErrors messages={problems} />
      <Space orientation="vertical" style={{ width: '100%' }}>
        <Button type="primary" block loading={accept.isPending} onClick={() => void onAccept().catch(() => undefined)}>
          {t('invitation.accept')}
        </Button>
        <Button block onClick={() => void onOther()}>
          {t('invitation.otherAccount')}
        </Button>
      </Space>
    </AuthPage>
  );
}
