import { Alert, App, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MfaPolicyDocument, MfaPolicyEditDocument, type MfaPolicyQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { useUnsavedGuard } from '@/shared/form/useUnsavedGuard';
import { useCan, useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { useRoles, type Role } from '../useRoles';
import styles from './roles.module.css';
import { RoleTabs } from './RoleTabs';

type Group = NonNullable<MfaPolicyQuery['group']>;

const KINDS = ['group', 'unit', 'supplier', 'distributor'] as const;

/** Which roles of the group must sign in with a second factor. */
export function MfaPolicyPage() {
  const { t } = useTranslation('accounts');
  const { groupId } = useWorkContext();
  const policy = useApiQuery(MfaPolicyDocument, { id: groupId }, { subject: 'group' });
  const { roles, isPending, nameOf } = useRoles();
  if (policy.isPending || isPending) return <Loading />;
  if (policy.error) return <Failure error={policy.error} onRetry={() => void policy.refetch()} />;
  if (!policy.data.group) return <NotFound />;
  return (
    <Page title={t('role.title')} intro={t('mfaPolicy.intro')} tabs={<RoleTabs />} width="reading">
      <PolicyForm key={policy.data.group.version} group={policy.data.group} roles={roles} nameOf={nameOf} />
    </Page>
  );
}

interface Values {
  roles: string[];
}

function PolicyForm({ group, roles, nameOf }: { group: Group; roles: readonly Role[]; nameOf: (code: string) => string }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const mayEdit = useCan()('accounts.mfa_policy.edit');
  const [form] = Form.useForm<Values>();
  const [dirty, setDirty] = useState(false);
  const edit = useApiMutation(MfaPolicyEditDocument, { payload: (result) => result.mfaPolicyEdit, touches: ['group', 'viewer', 'audit'] });
  const { submit, busy, general } = useSubmit<Values, unknown>({
    form,
    send: (values) => edit.mutateAsync({ input: { roles: values.roles, version: group.version } }),
    onDone: () => {
      setDirty(false);
      void message.success(t('common:form.saved'));
    },
  });
  const guard = useUnsavedGuard(dirty && !busy);
  const privileged = roles.filter((role) => role.privileged).map((role) => role.code);
  return (
    <Form<Values> form={form} initialValues={{ roles: [...(group.mfaRequiredRoles ?? [])] }} disabled={!mayEdit} onValuesChange={() => setDirty(true)} onFinish={(values) => void submit(values)}>
      <FormErrors messages={general} />
      <OwnWarning />
      <Form.Item name="roles" noStyle>
        <Checkbox.Group className={styles.kinds}>
          {KINDS.filter((kind) => roles.some((role) => role.kind === kind)).map((kind) => (
            <Section key={kind} title={t(`role.kinds.${kind}`)}>
              <div className={styles.roles}>
                {roles
                  .filter((role) => role.kind === kind)
                  .map((role) => (
                    <Checkbox key={role.code} value={role.code}>
                      <span className={styles.role}>
                        {nameOf(role.code)}
                        {role.privileged && <StatusTag tone="warn">{t('permission.privileged')}</StatusTag>}
                      </span>
                    </Checkbox>
                  ))}
              </div>
            </Section>
          ))}
        </Checkbox.Group>
      </Form.Item>
      {mayEdit && (
        <div className={styles.foot}>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('common:action.save')}
          </Button>
          <Button
            onClick={() => {
              form.setFieldsValue({ roles: [...new Set([...(form.getFieldValue('roles') as string[]), ...privileged])] });
              setDirty(true);
            }}
          >
            {t('mfaPolicy.choosePrivileged')}
          </Button>
        </div>
      )}
      {guard}
    </Form>
  );
}

/** Whoever demands it of their own role without having it closes their own door until they have set it up. */
function OwnWarning() {
  const { t } = useTranslation('accounts');
  const { person } = useViewer();
  const own = useWorkContext().roles;
  const chosen = Form.useWatch<string[] | undefined>('roles');
  if (person.mfaEnabled || !chosen?.some((role) => own.includes(role))) return null;
  return (
    <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={t('mfaPolicy.ownRole')} action={<Link to="/settings/security">{t('mfaPolicy.setUp')}</Link>} />
  );
}
