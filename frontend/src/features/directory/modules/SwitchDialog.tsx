import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ModuleChangeDocument, ModuleDisableDocument, ModuleEnableDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import type { Module } from './ModuleCard';
import styles from './modules.module.css';

const TOUCHES = ['module', 'viewer', 'audit'];

interface SwitchDialogProps {
  module: Module;
  unitId?: string;
  onClose: () => void;
}

/** Says what a switch brings along and what waits meanwhile, and asks once. */
export function SwitchDialog({ module, unitId, onClose }: SwitchDialogProps) {
  const { t } = useTranslation('directory');
  const [form] = Form.useForm<object>();
  const enable = !module.enabled;
  const { data } = useApiQuery(ModuleChangeDocument, { module: module.code, enable, unitId }, { subject: 'module' });
  const switchOn = useApiMutation(ModuleEnableDocument, { payload: (result) => result.moduleEnable, touches: TOUCHES });
  const switchOff = useApiMutation(ModuleDisableDocument, { payload: (result) => result.moduleDisable, touches: TOUCHES });
  const change = data?.moduleChange;
  const also = change?.also.map((each) => each.code) ?? [];

  async function send(): Promise<void> {
    const input = { module: module.code, unitId, also };
    await (enable ? switchOn.mutateAsync({ input }) : switchOff.mutateAsync({ input }));
  }

  return (
    <FormDialog<object, void>
      open
      title={`${enable ? t('modules.enable') : t('modules.disable')}: ${module.name}`}
      intro={enable ? t('modules.willEnable') : t('modules.willDisable')}
      form={form}
      danger={!enable}
      submitLabel={enable ? t('modules.enable') : t('modules.disable')}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {!unitId && change && <p>{t('modules.units', { count: change.units })}</p>}
      {change && change.also.length > 0 && (
        <>
          <p>{enable ? t('modules.alsoOn') : t('modules.alsoOff')}</p>
          <ul className={styles.list}>
            {change.also.map((each) => (
              <li key={each.code}>{each.name}</li>
            ))}
          </ul>
        </>
      )}
      {change && change.openWork.length > 0 && (
        <>
          <p>{t('modules.waits')}</p>
          <ul className={styles.list}>
            {change.openWork.map((each) => (
              <li key={each.name}>{t('modules.count', { count: each.count, name: each.name })}</li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  );
}
