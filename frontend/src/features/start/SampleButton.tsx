import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SampleDataLoadDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';

/** Loads the sample; a second time there is nothing new, and it says so. */
export function SampleButton() {
  const { t } = useTranslation('start');
  const { message } = App.useApp();
  const { run, busy } = useAction();
  const load = useApiMutation(SampleDataLoadDocument, { payload: (r) => r.sampleDataLoad, touches: ['supplier', 'item', 'category', 'audit'] });

  async function take() {
    const { sampleDataLoad: made } = await load.mutateAsync({});
    void message.success(made?.suppliers ? t('setUp.sampled', { suppliers: made.suppliers, items: made.items ?? 0 }) : t('setUp.sampledBefore'));
  }

  return (
    <Button loading={busy} onClick={() => void run(take)}>
      {t('setUp.sample')}
    </Button>
  );
}
