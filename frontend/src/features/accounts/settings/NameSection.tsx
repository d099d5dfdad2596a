import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonEditDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { toLanguage } from '@/shared/i18n/language';
import { useViewer } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import styles from './settings.module.css';

interface Values {
  displayName: string;
}

const PERSON_DOOR = { kind: 'group' } as const;

/** The name others see. */
export function NameSection() {
  const { t } = useTranslation(['accounts', 'common']);
  const { message } = App.useApp();
  const { person } = useViewer();
  const [form] = Form.useForm<Values>();
  const edit = useApiMutation(PersonEditDocument, { payload: (result) => result.personEdit, touches: ['viewer', 'member'], door: PERSON_DOOR });
  const { submit, busy, general } = useSubmit<Values, unknown>({
    form,
    send: ({ displayName }) => edit.mutateAsync({ input: { displayName, locale: toLanguage(person.locale) ?? 'en' } }),
    onDone: () => void message.success(t('common:form.saved')),
  });
  return (
    <Section title={t('settings.name')}>
      <FormErrors messages={general} />
      <Form form={form} layout="inline" initialValues={{ displayName: person.displayName }} onFinish={(values) => void submit(values)}>
        <Form.Item name="displayName" rules={[{ required: true, whitespace: true, message: t('common:form.required') }]} className={styles.grow}>
          <Input maxLength={120} autoComplete="name" aria-label={t('field.name')} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t('common:action.save')}
        </Button>
      </Form>
    </Section>
  );
}
