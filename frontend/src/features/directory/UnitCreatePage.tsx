import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UnitCreateDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { bareId, contextPath } from '@/shared/session/viewer';
import { slugOf } from '@/shared/ui/slug';
import { CurrencyField, UnitFields, type UnitValues } from './unitFields';

interface Values extends UnitValues {
  slug: string;
  currency: string;
  firstAdminEmail?: string;
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,46}[a-z0-9]$/;

/** Orders a unit; the page of the new unit then shows how far it is. */
export function UnitCreatePage() {
  const { t } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  const { person } = useViewer();
  const base = `${contextPath(useWorkContext())}/units`;
  const [form] = Form.useForm<Values>();
  const create = useApiMutation(UnitCreateDocument, { payload: (result) => result.unitCreate, touches: ['unit', 'audit'] });
  const required = { required: true, message: t('common:form.required') };
  return (
    <FormPage<Values, Awaited<ReturnType<typeof create.mutateAsync>>>
      title={t('unit.create')}
      intro={t('unit.createIntro')}
      crumbs={[{ title: t('unit.title'), to: base }]}
      form={form}
      initial={{ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, firstAdminEmail: person.email }}
      submitLabel={t('unit.create')}
      send={(values, idempotencyKey) => create.mutateAsync({ input: { ...values, idempotencyKey } })}
      onDone={(result) => {
        const unitId = result.unitCreate?.provisioningJob?.unitId;
        void navigate(unitId ? `${base}/${bareId(unitId)}` : base, { replace: true });
      }}
      onCancel={() => void navigate(base)}
    >
      <Columns>
        <UnitFields />
        <Form.Item name="slug" label={t('unit.slug')} extra={t('unit.slugHint')} rules={[required, { pattern: SLUG, message: t('unit.slugRule') }]}>
          <Input prefix="/u/" maxLength={48} onFocus={() => !form.getFieldValue('slug') && form.setFieldValue('slug', slugOf(String(form.getFieldValue('name') ?? '')))} />
        </Form.Item>
        <CurrencyField hint={t('unit.currencyHint')} />
        <Form.Item name="firstAdminEmail" label={t('unit.firstAdmin')} extra={t('unit.firstAdminHint')} rules={[{ type: 'email', message: t('common:form.invalidEmail') }]}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
      </Columns>
    </FormPage>
  );
}
