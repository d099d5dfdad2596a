import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** From when until when, by the person's own clock. */
export function PeriodFields() {
  const { t } = useTranslation('operations');
  return (
    <>
      <Form.Item name="startsAt" label={t('period.from')} rules={[{ required: true, message: t('period.from') }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="endsAt" label={t('period.to')} rules={[{ required: true, message: t('period.to') }]}>
        <Input type="datetime-local" />
      </Form.Item>
    </>
  );
}
