import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import type { Unit } from './useUnit';

export type UnitAction = 'suspend' | 'resume' | 'close' | 'purge';

/** From which states each action leads on, and what it takes to do it. */
const RULES: Record<UnitAction, { from: readonly string[]; permission: string }> = {
  suspend: { from: ['active'], permission: 'directory.unit.suspend' },
  resume: { from: ['suspended'], permission: 'directory.unit.resume' },
  close: { from: ['active', 'suspended'], permission: 'directory.unit.close' },
  purge: { from: ['closed'], permission: 'directory.unit.purge' },
};

const OVER = new Set(['closing', 'closed', 'purged']);

export function UnitActions({ unit, onAction }: { unit: Unit; onAction: (action: UnitAction) => void }) {
  const { t } = useTranslation(['directory', 'common']);
  const can = useCan();
  const possible = (Object.keys(RULES) as UnitAction[]).filter((action) => RULES[action].from.includes(unit.status) && can(RULES[action].permission));
  return (
    <>
      {can('directory.unit.edit') && !OVER.has(unit.status) && <LinkButton to="edit">{t('common:action.edit')}</LinkButton>}
      {possible.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{ items: possible.map((action) => ({ key: action, label: t(`unit.action.${action}`), danger: action === 'close' || action === 'purge', onClick: () => onAction(action) })) }}
        >
          <Button icon={<MoreOutlined />} aria-label={t('common:list.actions')} />
        </Dropdown>
      )}
    </>
  );
}
