import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ItemCreateDocument, ItemDetailDocument, ItemEditDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { RequirePermission } from '@/shared/session/ViewerContext';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { usePlaces } from '../places';
import { CategorySelect } from './CategorySelect';
import type { Item } from './ItemPage';
import { nameIn } from './names';
import { useCategories } from './useCategories';
import { useUoms } from '@/shared/pickers/useUoms';

interface Values {
  name: string;
  otherName?: string;
  sku: string;
  categoryId?: string;
  baseUom: string;
  gtin?: string;
  hsCode?: string;
  description?: string;
}

/** A new item, or one being changed: the same form. */
export function ItemFormPage() {
  const { id } = useParams();
  return <RequirePermission code="masterdata.item.edit">{id === undefined ? <ItemForm /> : <Known key={id} id={id} />}</RequirePermission>;
}

function Known({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useApiQuery(ItemDetailDocument, { id }, { subject: 'item' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return data.item ? <ItemForm item={data.item} /> : <NotFound />;
}

const valuesOf = ({ name, otherName, sku, categoryId, baseUom, gtin, hsCode, description }: Item): Values => ({
  name, otherName, sku, categoryId: categoryId ?? undefined, baseUom, gtin, hsCode, description,
});

function useSend(item: Item | undefined) {
  const create = useApiMutation(ItemCreateDocument, { payload: (result) => result.itemCreate, touches: ['item'] });
  const edit = useApiMutation(ItemEditDocument, { payload: (result) => result.itemEdit, touches: ['item'] });
  return async (values: Values, idempotencyKey: string): Promise<string> => {
    if (item) {
      await edit.mutateAsync({ input: { itemId: item.id, version: item.version, item: values } });
      return item.id;
    }
    const made = await create.mutateAsync({ input: { item: values, idempotencyKey } });
    return made.itemCreate?.item?.id ?? '';
  };
}

function ItemForm({ item }: { item?: Item }) {
  const { t, i18n } = useTranslation('masterdata');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const { data: categories } = useCategories();
  const { uoms } = useUoms();
  const needed = (text: string) => [{ required: true, whitespace: true, message: text }];
  return (
    <FormPage<Values, string>
      title={item ? t('item.editTitle', { name: item.name }) : t('item.new')}
      crumbs={[{ title: t('item.many'), to: places.items }]}
      form={form}
      initial={item ? valuesOf(item) : {}}
      submitLabel={t('action.save')}
      send={useSend(item)}
      onDone={(id) => {
        void message.success(t('item.saved'));
        void navigate(places.item(id));
      }}
      onCancel={() => void navigate(item ? places.item(item.id) : places.items)}
    >
      <Form.Item name="name" label={t('item.name')} rules={needed(t('item.nameNeeded'))}>
        <Input maxLength={300} autoFocus />
      </Form.Item>
      <Columns>
        <Form.Item name="sku" label={t('item.sku')} extra={t('item.skuHint')} rules={needed(t('item.skuNeeded'))}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="baseUom" label={t('item.baseUom')} extra={t('item.baseUomHint')} rules={[{ required: true, message: t('item.baseUomNeeded') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={uoms.map((uom) => ({ value: uom.code, label: `${uom.code} · ${nameIn(i18n.language, uom)}` }))} />
        </Form.Item>
        <Form.Item name="categoryId" label={t('category.one')}>
          <CategorySelect categories={categories} allowClear={!item?.categoryId} />
        </Form.Item>
        <Form.Item name="otherName" label={t('item.otherName')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="gtin" label={t('item.gtin')}>
          <Input maxLength={14} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="hsCode" label={t('item.hsCode')}>
          <Input maxLength={12} />
        </Form.Item>
      </Columns>
      <Form.Item name="description" label={t('item.description')}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </FormPage>
  );
}
