import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Says before anybody fills a form that the group only reads at present. */
export function ReadOnlyBanner() {
  const { t } = useTranslation();
  return <Alert banner type="warning" title={t('state.readOnly')} />;
}
