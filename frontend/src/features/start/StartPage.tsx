import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { WorkspaceOpenDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { useViewer } from '@/shared/session/ViewerContext';
import { bareId } from '@/shared/session/viewer';
import { countryOptions, currencyOptions, timeZoneOptions } from '@/shared/ui/places';
import { slugOf } from '@/shared/ui/slug';
import { dropDraft, keepDraft, keptDraft } from './draft';
import styles from './start.module.css';

interface Values {
  groupName: string;
  unitName: string;
  slug: string;
  country: string;
  currency: string;
  timeZone: string;
  edition: string;
}

const PERSON_DOOR = { kind: 'group' } as const;
const BY_LABEL = { optionFilterProp: 'label' } as const;
const SLUG = /^[a-z0-9][a-z0-9-]{0,46}[a-z0-9]$/;
const EDITIONS = ['base', 'procurement'] as const;

/** The one form between a confirmed address and a working group: whoever has one already goes on where they were. */
export function StartPage() {
  const own = useViewer().contexts.find((each) => each.kind === 'GROUP');
  return own ? <Navigate to={`/g/${bareId(own.groupId)}/start`} replace /> : <OpenForm />;
}

function OpenForm() {
  const { t, i18n } = useTranslation(['start', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const open = useApiMutation(WorkspaceOpenDocument, { payload: (r) => r.workspaceOpen, touches: [], door: PERSON_DOOR });
  const chinese = i18n.language === 'zh-CN';
  const options = useMemo(
    () => ({ countries: [...countryOptions(i18n.language)], currencies: [...currencyOptions(i18n.language)], zones: [...timeZoneOptions()] }),
    [i18n.language],
  );
  const initial: Partial<Values> = {
    edition: 'base',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(chinese ? { country: 'CN', currency: 'CNY' } : {}),
    ...keptDraft<Values>(),
  };
  const required = { required: true, message: t('common:form.required') };
  const words = { ...required, whitespace: true };

  function offerSlug() {
    const { slug, unitName = '' } = form.getFieldsValue();
    if (!slug) form.setFieldValue('slug', slugOf(unitName));
  }

  return (
    <FormPage<Values, Awaited<ReturnType<typeof open.mutateAsync>>>
      title={t('open.title')}
      intro={t('open.intro')}
      crumbs={[]}
      form={form}
      initial={initial}
      submitLabel={t('open.submit')}
      send={(values, idempotencyKey) => open.mutateAsync({ input: { ...values, locale: i18n.language, idempotencyKey } })}
      onDone={async (result) => {
        dropDraft();
        await queries.invalidateQueries();
        const id = result.workspaceOpen?.groupId;
        void navigate(id ? `/g/${bareId(id)}/start` : '/', { replace: true });
      }}
      onCancel={() => void navigate('/')}
    >
      <Form.Item noStyle shouldUpdate>
        {() => {
          keepDraft(form.getFieldsValue());
          return null;
        }}
      </Form.Item>
      <Columns>
        <Form.Item name="groupName" label={t('open.groupName')} extra={t('open.groupHint')} rules={[words]}>
          <Input maxLength={120} autoFocus autoComplete="organization" />
        </Form.Item>
        <Form.Item name="unitName" label={t('open.unitName')} extra={t('open.unitHint')} rules={[words]}>
          <Input maxLength={120} onBlur={offerSlug} />
        </Form.Item>
        <Form.Item name="country" label={t('open.country')} rules={[required]}>
          <Select showSearch={BY_LABEL} options={options.countries} />
        </Form.Item>
        <Form.Item name="currency" label={t('open.currency')} rules={[required]}>
          <Select showSearch={BY_LABEL} options={options.currencies} />
        </Form.Item>
        <Form.Item name="timeZone" label={t('open.timeZone')} rules={[required]}>
          <Select showSearch={BY_LABEL} options={options.zones} />
        </Form.Item>
        <Form.Item name="slug" label={t('open.slug')} extra={t('open.slugHint')} rules={[required, { pattern: SLUG, message: t('open.slugRule') }]}>
          <Input prefix="/u/" maxLength={48} onFocus={offerSlug} autoComplete="off" />
        </Form.Item>
      </Columns>
      <Form.Item name="edition" label={t('open.edition')} extra={t('open.editionHint')} rules={[required]}>
        <Radio.Group className={styles.editions}>
          {EDITIONS.map((edition) => (
            <Radio key={edition} value={edition} className={styles.edition}>
              <strong>{t(`edition.${edition}.name`)}</strong>
              <span className="soft">{t(`edition.${edition}.about`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </FormPage>
  );
}
