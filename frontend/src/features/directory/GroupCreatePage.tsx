import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { GroupCreateDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormPage } from '@/shared/form/FormPage';
import { bareId } from '@/shared/session/viewer';
import { CurrencyField } from './unitFields';

interface Values {
  name: string;
  currency: string;
}

/** Opens a company group for the person signed in, who becomes its first administrator. */
export function GroupCreatePage() {
  const { t, i18n } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const create = useApiMutation(GroupCreateDocument, { payload: (result) => result.groupCreate, touches: [] });
  return (
    <FormPage<Values, Awaited<ReturnType<typeof create.mutateAsync>>>
      title={t('group.create')}
      intro={t('group.createIntro')}
      crumbs={[]}
      form={form}
      initial={{ currency: i18n.language === 'zh-CN' ? 'CNY' : 'EUR' }}
      submitLabel={t('group.create')}
      send={(values, idempotencyKey) => create.mutateAsync({ input: { ...values, locale: i18n.language, idempotencyKey } })}
      onDone={async (result) => {
        await queries.invalidateQueries();
        const id = result.groupCreate?.groupId;
        void navigate(id ? `/g/${bareId(id)}` : '/', { replace: true });
      }}
      onCancel={() => void navigate('/')}
    >
      <Form.Item name="name" label={t('group.name')} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <CurrencyField hint={t('group.currencyHint')} />
    </FormPage>
  );
}
