import { Button } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { download, type Sheet } from '@/shared/list/exportRows';

/** Takes what is shown along as a workbook. */
export function ExportButton({ title, sheet }: { title: string; sheet: () => Sheet }) {
  const { t } = useTranslation('analytics');
  async function run() {
    const { toXlsx } = await import('@/shared/list/xlsx');
    download(toXlsx(sheet(), title), `${title} ${dayjs().format('YYYY-MM-DD')}.xlsx`);
  }
  return <Button onClick={() => void run()}>{t('export')}</Button>;
}
