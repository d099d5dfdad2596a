import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ItemMergeOptionsDocument, ItemMergePreviewDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { SearchPicker } from '@/shared/pickers/SearchPicker';
import { usePlaces } from '../places';
import type { Item } from './ItemPage';

interface Values {
  intoItemId: string;
}

/** Asks which item takes this one's place; every unit then counts what names it, and nothing changes yet. */
export function MergeDialog({ item, open, onClose }: { item: Item; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('masterdata');
  const navigate = useNavigate();
  const places = usePlaces();
  const [form] = Form.useForm<Values>();
  const preview = useApiMutation(ItemMergePreviewDocument, { payload: (result) => result.itemMergePreview, touches: [] });
  const useOptions = (words: string) => {
    const { data, isFetching } = useApiQuery(ItemMergeOptionsDocument, { search: words || undefined }, { subject: 'item', keepPrevious: true });
    const fitting = (data?.items.nodes ?? []).filter((each) => each.id !== item.id && each.baseUom === item.baseUom);
    return { options: fitting.map(({ id, sku, name }) => ({ value: id, label: `${sku} · ${name}` })), busy: isFetching };
  };
  return (
    <FormDialog<Values, Awaited<ReturnType<typeof preview.mutateAsync>>>
      open={open}
      title={t('merge.title', { sku: item.sku })}
      intro={t('merge.intro')}
      form={form}
      submitLabel={t('merge.count')}
      send={({ intoItemId }, idempotencyKey) => preview.mutateAsync({ input: { fromItemId: item.id, intoItemId, idempotencyKey } })}
      onDone={(result) => {
        onClose();
        const id = result.itemMergePreview?.itemMerge?.id;
        if (id) void navigate(places.itemMerge(id));
      }}
      onClose={onClose}
    >
      <Form.Item name="intoItemId" label={t('merge.into')} extra={t('merge.intoHint')} rules={[{ required: true, message: t('merge.intoNeeded') }]}>
        <SearchPicker useOptions={useOptions} />
      </Form.Item>
    </FormDialog>
  );
}
