import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';

export interface RowAction {
  key: string;
  label: string;
  danger?: boolean;
  onClick: () => void;
}

/** What can be done with one row, behind one small button; nothing at all when nothing can. */
export function RowActions({ name, actions }: { name: string; actions: readonly RowAction[] }) {
  const { t } = useTranslation();
  if (actions.length === 0) return null;
  return (
    <Dropdown menu={{ items: actions.map((action) => ({ ...action })) }} trigger={['click']} placement="bottomRight">
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`${t('list.actions')}: ${name}`} />
    </Dropdown>
  );
}
