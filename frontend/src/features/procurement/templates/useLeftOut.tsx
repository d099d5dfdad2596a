import { App } from 'antd';
import { useTranslation } from 'react-i18next';

interface LeftOut {
  description: string;
  reason: string;
}

type Reason = 'item_archived' | 'category_archived' | 'supplier_gone' | 'supplier_sanctioned' | 'unit_unknown';

/** Tells which lines were not taken over into a new draft, and why. */
export function useLeftOut() {
  const { t } = useTranslation('procurement');
  const { modal } = App.useApp();
  return (lines: readonly LeftOut[] | null | undefined) => {
    if (!lines?.length) return;
    modal.warning({
      title: t('template.leftOut', { count: lines.length }),
      content: (
        <ul>
          {lines.map(({ description, reason }, key) => (
            <li key={key}>
              {description} – {t(`template.reason.${reason as Reason}`)}
            </li>
          ))}
        </ul>
      ),
    });
  };
}
