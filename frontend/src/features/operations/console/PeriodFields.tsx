import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** From when until when, by the person's own clock. */
export function PeriodFields() {
  const { t } = useTranslation(['operations', 'common']);
  return (
    <>
      <Form.Item name="startsAt" label={t('period.from')} rules={[{ required: true, message: t('common:form.required') }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="endsAt" label={t('period.to')} rules={[{ required: true, message: t('common:form.required') }]}>
        <Input type="datetime-local" />
      </Form.Item>
    </>
  );
}
