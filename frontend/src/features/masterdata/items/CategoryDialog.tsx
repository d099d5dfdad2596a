import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CategoryCreateDocument, CategoryEditDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { CategorySelect } from './CategorySelect';
import { nameIn } from './names';
import type { Category } from './useCategories';

/** What the dialog is opened for: a new category, below another or at the top, or one that is there. */
export type CategoryTarget = { kind: 'new'; parent?: Category } | { kind: 'edit'; category: Category };

interface Values {
  code: string;
  nameEn: string;
  nameZh?: string;
  parentId?: string;
}

interface CategoryDialogProps {
  target: CategoryTarget | null;
  categories: readonly Category[] | undefined;
  onClose: () => void;
}

function initialOf(target: CategoryTarget | null): Partial<Values> {
  if (target?.kind !== 'edit') return { parentId: target?.parent?.id };
  const { code, nameEn, nameZh, parentId } = target.category;
  return { code, nameEn, nameZh, parentId: parentId ?? undefined };
}

/** Adds a category, renames one, or moves it with all below it. */
export function CategoryDialog({ target, categories, onClose }: CategoryDialogProps) {
  const { t, i18n } = useTranslation('masterdata');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const create = useApiMutation(CategoryCreateDocument, { payload: (result) => result.categoryCreate, touches: ['category'] });
  const edit = useApiMutation(CategoryEditDocument, { payload: (result) => result.categoryEdit, touches: ['category', 'item'] });
  const known = target?.kind === 'edit' ? target.category : undefined;
  const send = ({ parentId, ...values }: Values, idempotencyKey: string): Promise<unknown> =>
    known
      ? edit.mutateAsync({ input: { categoryId: known.id, version: known.version, ...values, ...moved(known, parentId) } })
      : create.mutateAsync({ input: { ...values, parentId, idempotencyKey } });
  return (
    <FormDialog<Values, unknown>
      key={known?.id ?? 'new'}
      open={target !== null}
      title={known ? t('category.editTitle', { name: nameIn(i18n.language, known) }) : t('category.new')}
      form={form}
      initial={initialOf(target)}
      submitLabel={t('action.save')}
      send={send}
      onDone={() => {
        void message.success(t('category.saved'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="code" label={t('category.code')} rules={[{ required: true, whitespace: true, message: t('category.codeNeeded') }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="nameEn" label={t('category.nameEn')} rules={[{ required: true, whitespace: true, message: t('category.nameNeeded') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('category.nameZh')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="parentId" label={t('category.parent')} extra={t('category.parentHint')}>
        <CategorySelect categories={categories} without={known?.id} allowClear placeholder={t('category.top')} />
      </Form.Item>
    </FormDialog>
  );
}

/** Where a category goes; nothing when it stays where it is. */
function moved(category: Category, parentId: string | undefined): { parentId?: string; toTop?: boolean } {
  if ((category.parentId ?? undefined) === parentId) return {};
  return parentId ? { parentId } : { toTop: true };
}
