import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Permission } from '@/shared/session/usePermissions';
import styles from './permissions.module.css';

interface PermissionPickerProps {
  permissions: readonly Permission[];
  value?: readonly string[];
  onChange?: (codes: readonly string[]) => void;
  /** Shows what is permitted without a way to change it. */
  readOnly?: boolean;
  id?: string;
}

const contextOf = (code: string): string => code.slice(0, code.indexOf('.'));

/** Permissions by the part of the platform they belong to. */
export function PermissionPicker({ permissions, value = [], onChange, readOnly = false, id }: PermissionPickerProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const contexts = [...new Set(permissions.map((permission) => contextOf(permission.code)))];

  function toggle(codes: readonly string[], on: boolean) {
    const rest = value.filter((code) => !codes.includes(code));
    onChange?.(on ? [...rest, ...codes].sort() : rest);
  }

  return (
    <div id={id} className={styles.contexts} tabIndex={-1}>
      {contexts.map((context) => {
        const members = permissions.filter((permission) => contextOf(permission.code) === context);
        const codes = members.map((permission) => permission.code);
        const all = codes.every((code) => value.includes(code));
        const title = t(`context.${context}` as 'context.accounts', { defaultValue: context });
        return (
          <fieldset key={context} className={styles.context}>
            <legend>{title}</legend>
            {!readOnly && (
              <Button type="link" size="small" className={styles.all} onClick={() => toggle(codes, !all)}>
                {all ? t('permission.none') : t('permission.all')}
              </Button>
            )}
            {readOnly ? (
              <ul className={`${styles.list} ${styles.granted}`}>
                {members.map((permission) => (
                  <li key={permission.code}>
                    <PermissionName permission={permission} />
                  </li>
                ))}
              </ul>
            ) : (
              <div className={styles.list}>
                {members.map((permission) => (
                  <Checkbox key={permission.code} checked={value.includes(permission.code)} onChange={(event) => toggle([permission.code], event.target.checked)}>
                    <PermissionName permission={permission} />
                  </Checkbox>
                ))}
              </div>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

function PermissionName({ permission }: { permission: Permission }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      {permission.name}
      {permission.privileged && (
        <span className={styles.privileged}>
          <StatusTag tone="warn">{t('permission.privileged')}</StatusTag>
        </span>
      )}
    </>
  );
}
