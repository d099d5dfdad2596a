import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupCloseDocument, GroupKeepDocument, type LeavingQuery } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { DateTime } from '@/shared/ui/Values';

type Closure = LeavingQuery['groupClosures']['nodes'][number];

interface Values {
  confirmName: string;
  note?: string;
}

/** The end of the account, and the way back from it. */
export function CloseSection({ closure }: { closure: Closure | undefined }) {
  const { t } = useTranslation('departure');
  const can = useCan();
  const { groupName } = useWorkContext();
  const [form] = Form.useForm<Values>();
  const [closing, setClosing] = useState(false);
  const { run, busy } = useAction();
  const touches = ['groupExport', 'viewer', 'group', 'audit'];
  const close = useApiMutation(GroupCloseDocument, { payload: (r) => r.groupClose, touches });
  const keep = useApiMutation(GroupKeepDocument, { payload: (r) => r.groupKeep, touches });
  return (
    <Section title={t('close.title')} intro={t('close.intro')}>
      {closure ? (
        <Alert
          type="warning"
          showIcon
          title={t('close.closing')}
          description={
            <>
              {t('close.due')} <DateTime value={closure.dueAt} />
            </>
          }
          action={
            can('departure.group.keep') &&
            closure.status === 'closing' && (
              <Button loading={busy} onClick={() => void run(() => keep.mutateAsync({}), t('close.kept'))}>
                {t('close.keep')}
              </Button>
            )
          }
        />
      ) : (
        can('departure.group.close') && (
          <Button danger onClick={() => setClosing(true)}>
            {t('close.close')}
          </Button>
        )
      )}
      <FormDialog<Values, unknown>
        open={closing}
        title={t('close.dialog')}
        intro={t('close.text', { name: groupName })}
        form={form}
        submitLabel={t('close.close')}
        danger
        send={(values) => close.mutateAsync({ input: values })}
        onDone={() => setClosing(false)}
        onClose={() => setClosing(false)}
      >
        <Form.Item name="confirmName" label={t('close.confirm')} rules={[{ required: true, whitespace: true, message: t('close.confirmNeeded') }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={t('close.note')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </FormDialog>
    </Section>
  );
}
