import { useTranslation } from 'react-i18next';

/** The name of a shipped role in the reader's language; a group's own role is shown by the name it was given. */
export function useRoleName(): (code: string, ownName?: string | null) => string {
  const { t, i18n } = useTranslation();
  return (code, ownName) => (i18n.exists(`role.${code}`) ? t(`role.${code}` as 'role.buyer') : (ownName ?? code));
}
