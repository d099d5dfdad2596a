import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ModulesQuery } from '@/gql/group/graphql';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from './modules.module.css';

export type Module = ModulesQuery['modules'][number];

interface ModuleCardProps {
  module: Module;
  /** Names of modules by code, for what it needs. */
  names: ReadonlyMap<string, string>;
  /** Missing where the reader may not switch. */
  onSwitch?: (module: Module) => void;
}

/** One module: what it is for, whether it is on and by whose choice, and the button that switches it. */
export function ModuleCard({ module, names, onSwitch }: ModuleCardProps) {
  const { t } = useTranslation('directory');
  const list = (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(t('modules.and'));
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2>{module.name}</h2>
        <StatusTag tone={module.enabled ? 'good' : 'idle'} hollow={!module.enabled}>
          {module.alwaysOn ? t('modules.alwaysOn') : module.enabled ? t('modules.on') : t('modules.off')}
        </StatusTag>
      </div>
      <p>{module.about}</p>
      {module.needs.length > 0 && <p className="soft">{t('modules.needs', { names: list(module.needs) })}</p>}
      {module.neededBy.length > 0 && <p className="soft">{t('modules.neededBy', { names: list(module.neededBy) })}</p>}
      {!module.alwaysOn && (
        <p className="soft">
          {t(`modules.chosenIn.${module.chosenIn}` as 'modules.chosenIn.unit')}
          {module.changedAt && (
            <>
              {' · '}
              {module.changedBy} · <DateTime value={module.changedAt} />
            </>
          )}
        </p>
      )}
      {onSwitch && !module.alwaysOn && (
        <Button className={styles.button} onClick={() => onSwitch(module)} aria-label={`${module.enabled ? t('modules.disable') : t('modules.enable')}: ${module.name}`}>
          {module.enabled ? t('modules.disable') : t('modules.enable')}
        </Button>
      )}
    </li>
  );
}
