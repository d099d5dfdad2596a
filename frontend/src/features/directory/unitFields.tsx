import { Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryOptions, currencyOptions, timeZoneOptions } from '@/shared/ui/places';

const BY_LABEL = { optionFilterProp: 'label' } as const;

export interface UnitValues {
  name: string;
  country: string;
  region?: string;
  timeZone: string;
}

/** What a unit is called and where it is: the same fields for a new one and for a change. */
export function UnitFields() {
  const { t, i18n } = useTranslation(['directory', 'common']);
  const required = { required: true, message: t('common:form.required') };
  const countries = useMemo(() => [...countryOptions(i18n.language)], [i18n.language]);
  const zones = useMemo(() => [...timeZoneOptions()], []);
  return (
    <>
      <Form.Item name="name" label={t('unit.name')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="country" label={t('unit.country')} rules={[required]}>
        <Select showSearch={BY_LABEL} options={countries} />
      </Form.Item>
      <Form.Item name="region" label={t('unit.region')} extra={t('unit.regionHint')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('unit.timeZone')} extra={t('unit.timeZoneHint')} rules={[required]}>
        <Select showSearch={BY_LABEL} options={zones} />
      </Form.Item>
    </>
  );
}

export function CurrencyField({ hint }: { hint: string }) {
  const { t, i18n } = useTranslation(['directory', 'common']);
  const currencies = useMemo(() => [...currencyOptions(i18n.language)], [i18n.language]);
  return (
    <Form.Item name="currency" label={t('unit.currency')} extra={hint} rules={[{ required: true, message: t('common:form.required') }]}>
      <Select showSearch={BY_LABEL} options={currencies} />
    </Form.Item>
  );
}
