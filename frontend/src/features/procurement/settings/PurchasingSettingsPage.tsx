import { App, DatePicker, Form, InputNumber, Select, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PurchasingChoicesDocument, PurchasingSettingEditDocument, type PurchasingChoicesQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { RequirePermission, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';
import { Failure, Loading } from '@/shared/ui/States';
import styles from './settings.module.css';

type Choices = PurchasingChoicesQuery['purchasingSetting'];
type Values = Omit<Choices, 'currency' | 'version'>;

const PERCENTS = { ordering: ['overApprovedPercent'], receiving: ['overDeliveryPercent', 'underDeliveryPercent'], matching: ['matchPricePercent', 'matchQuantityPercent', 'matchTotalPercent'] } as const;
const AMOUNTS = ['matchPriceAmount', 'matchTaxAmount', 'matchTotalAmount'] as const;

/** How purchasing works in the unit: second approvals, tolerances of receiving and of matching, days to pay. */
export function PurchasingSettingsPage() {
  const { data, error, isPending, refetch } = useApiQuery(PurchasingChoicesDocument, {}, { subject: 'setting' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <RequirePermission code="procurement.setting.edit">
      <SettingsForm key={data.purchasingSetting.version} choices={data.purchasingSetting} />
    </RequirePermission>
  );
}

function SettingsForm({ choices }: { choices: Choices }) {
  const { t } = useTranslation(['procurement', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const context = useWorkContext();
  const base = contextPath(context);
  const [form] = Form.useForm<Values>();
  const edit = useApiMutation(PurchasingSettingEditDocument, { payload: (r) => r.purchasingSettingEdit, touches: ['setting', 'order', 'audit'] });
  const { version } = choices;
  const percent = (name: keyof Values) => (
    <Form.Item key={name} name={name} label={t(`settings.${name}` as 'settings.overApprovedPercent')} rules={[{ required: true, message: t('common:form.required') }]}>
      <InputNumber<string> stringMode min="0" max="100" precision={2} suffix="%" className={styles.number} />
    </Form.Item>
  );
  return (
    <FormPage<Values, unknown>
      title={t('settings.title')}
      intro={t('settings.intro')}
      crumbs={[{ title: context.name, to: base }]}
      form={form}
      initial={choices}
      submitLabel={t('common:action.save')}
      send={(values) => edit.mutateAsync({ input: { ...values, version } })}
      onDone={() => void message.success(t('common:form.saved'))}
      onCancel={() => void navigate(base)}
    >
      <h2 className={styles.part}>{t('settings.ordering')}</h2>
      <Form.Item name="requisitionCoversOrder" required label={t('settings.requisitionCoversOrder')} extra={t('settings.requisitionCoversOrderHint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Columns>{PERCENTS.ordering.map(percent)}</Columns>
      <h2 className={styles.part}>{t('settings.receiving')}</h2>
      <Columns>
        {PERCENTS.receiving.map(percent)}
        <Form.Item
          name="closedUntilDate"
          label={t('settings.closedUntilDate')}
          extra={t('settings.closedUntilDateHint')}
          getValueProps={(day?: string) => ({ value: day ? dayjs(day) : null })}
          normalize={(day: Dayjs | null) => day?.format('YYYY-MM-DD')}
        >
          <DatePicker allowClear={!choices.closedUntilDate} maxDate={dayjs().subtract(1, 'day')} style={{ width: '100%' }} />
        </Form.Item>
      </Columns>
      <h2 className={styles.part}>{t('settings.matching')}</h2>
      <p className={styles.hint}>{t('settings.matchingHint')}</p>
      <Columns>
        <Form.Item name="matchWay" required label={t('settings.matchWay')}>
          <Select options={(['two_way', 'three_way'] as const).map((value) => ({ value, label: t(`settings.way.${value}`) }))} />
        </Form.Item>
        <Form.Item name="paymentDays" label={t('settings.paymentDays')} rules={[{ required: true, message: t('common:form.required') }]}>
          <InputNumber min={0} max={365} precision={0} suffix={t('settings.days')} className={styles.number} />
        </Form.Item>
        {PERCENTS.matching.map(percent)}
        {AMOUNTS.map((name) => (
          <Form.Item key={name} name={name} label={t(`settings.${name}`)} rules={[{ required: true, message: t('common:form.required') }]}>
            <InputNumber<string> stringMode min="0" max="1000000000000" className={styles.number} />
          </Form.Item>
        ))}
      </Columns>
    </FormPage>
  );
}
