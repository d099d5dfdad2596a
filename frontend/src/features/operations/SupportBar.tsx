import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SupportEndDocument } from '@/gql/operator/graphql';
import { execute } from '@/shared/api/client';
import { useAction } from '@/shared/form/useAction';
import { acting, endSupport } from '@/shared/session/support';
import { formatInstant } from '@/shared/ui/format';

/** Above every page of a tab in which somebody of the operator's acts for a customer. */
export function SupportBar() {
  const { t, i18n } = useTranslation('operations');
  const { run, busy } = useAction();
  const session = acting();
  if (!session) return null;

  async function end(id: string): Promise<void> {
    await execute({ kind: 'operator' }, SupportEndDocument, { input: { sessionId: id } });
    endSupport();
  }

  const words = { name: session.personName, until: formatInstant(session.endsAt, i18n.language) };
  return (
    <Alert
      banner
      type="warning"
      title={session.mayWrite ? t('support.actingWriting', words) : t('support.acting', words)}
      action={
        <Button size="small" loading={busy} onClick={() => void run(() => end(session.id))}>
          {t('support.end')}
        </Button>
      }
    />
  );
}
