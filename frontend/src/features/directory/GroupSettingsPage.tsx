import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { GroupDocument, GroupEditDocument, type GroupQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { LANGUAGES, languageNames } from '@/shared/i18n/language';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { CurrencyField } from './unitFields';

type Group = NonNullable<GroupQuery['group']>;

interface Values {
  name: string;
  currency: string;
  locale: string;
}

export function GroupSettingsPage() {
  const { groupId } = useWorkContext();
  const { data, isPending, isError, error, refetch } = useApiQuery(GroupDocument, { id: groupId }, { subject: 'group' });
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  return data.group ? <GroupForm key={data.group.version} group={data.group} /> : <NotFound />;
}

function GroupForm({ group }: { group: Group }) {
  const { t } = useTranslation(['directory', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const base = contextPath(useWorkContext());
  const [form] = Form.useForm<Values>();
  const edit = useApiMutation(GroupEditDocument, { payload: (result) => result.groupEdit, touches: ['group', 'viewer', 'audit'] });
  return (
    <FormPage<Values, unknown>
      title={t('group.settings')}
      crumbs={[{ title: group.name, to: base }]}
      form={form}
      initial={{ name: group.name, currency: group.currency, locale: group.locale }}
      submitLabel={t('common:action.save')}
      send={(values) => edit.mutateAsync({ input: { ...values, version: group.version } })}
      onDone={() => void message.success(t('common:form.saved'))}
      onCancel={() => void navigate(base)}
    >
      <Columns>
        <Form.Item name="name" label={t('group.name')} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
          <Input maxLength={120} />
        </Form.Item>
        <CurrencyField hint={t('group.currencyHint')} />
        <Form.Item name="locale" label={t('group.locale')} extra={t('group.localeHint')} required>
          <Select options={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))} />
        </Form.Item>
      </Columns>
    </FormPage>
  );
}
