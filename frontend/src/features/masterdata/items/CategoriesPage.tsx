import { Button, Input, Switch } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CategoryArchiveDocument } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { RowActions } from '@/shared/ui/RowActions';
import { Failure, Loading, State } from '@/shared/ui/States';
import { Count } from '@/shared/ui/Values';
import { CategoryBranches } from './CategoryBranches';
import { CategoryDialog, type CategoryTarget } from './CategoryDialog';
import { buildTree, pruneTree } from './categoryTree';
import styles from './items.module.css';
import { ItemTabs } from './ItemTabs';
import { nameIn } from './names';
import { useCategories, type Category } from './useCategories';

/** The group's categories of goods and services, as the tree they are. */
export function CategoriesPage() {
  const { t } = useTranslation('masterdata');
  const central = useDoor().kind === 'group';
  const can = useCan();
  const mayEdit = central && can('masterdata.category.edit');
  const [target, setTarget] = useState<CategoryTarget | null>(null);
  const { data, error, isPending, refetch } = useCategories();
  const create = mayEdit && (
    <Button type="primary" onClick={() => setTarget({ kind: 'new' })}>
      {t('category.new')}
    </Button>
  );
  return (
    <Page title={t('item.master')} actions={create} tabs={<ItemTabs />}>
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <State title={t('category.none')} hint={mayEdit ? t('category.noneHint') : t('category.noneUnitHint')} action={create} />}
      {data && data.length > 0 && <Tree categories={data} mayEdit={mayEdit} onTarget={setTarget} />}
      {mayEdit && <CategoryDialog target={target} categories={data} onClose={() => setTarget(null)} />}
    </Page>
  );
}

interface TreeProps {
  categories: readonly Category[];
  mayEdit: boolean;
  onTarget: (target: CategoryTarget) => void;
}

function Tree({ categories, mayEdit, onTarget }: TreeProps) {
  const { t, i18n } = useTranslation('masterdata');
  const [words, setWords] = useState('');
  const [archived, setArchived] = useState(false);
  const found = useMemo(() => {
    const low = words.trim().toLowerCase();
    const tree = buildTree(categories.filter((each) => archived || each.status === 'active'));
    return low ? pruneTree(tree, (row) => `${row.code} ${row.nameEn} ${row.nameZh}`.toLowerCase().includes(low)) : tree;
  }, [categories, words, archived]);
  return (
    <div className={styles.sheet}>
      <div className={styles.tools}>
        <Input.Search allowClear value={words} placeholder={t('category.search')} aria-label={t('category.search')} onChange={(event) => setWords(event.target.value)} className={styles.search} />
        <label className={styles.toggle}>
          <Switch size="small" checked={archived} onChange={setArchived} /> {t('category.showArchived')}
        </label>
        <span className={`soft ${styles.count}`}>
          <Count value={categories.filter((each) => each.status === 'active').length} /> {t('category.inUse')}
        </span>
      </div>
      {found.length === 0 && <State title={t('category.noMatch')} />}
      <CategoryBranches
        key={words ? 'found' : 'all'}
        branches={found}
        open={words !== ''}
        name={(row) => nameIn(i18n.language, row)}
        actions={(row) => (mayEdit ? <CategoryActions category={row} onTarget={onTarget} /> : null)}
      />
    </div>
  );
}

function CategoryActions({ category, onTarget }: { category: Category; onTarget: (target: CategoryTarget) => void }) {
  const { t } = useTranslation('masterdata');
  const { run } = useAction();
  const archive = useApiMutation(CategoryArchiveDocument, { payload: (result) => result.categoryArchive, touches: ['category'] });
  if (category.status === 'archived') return null;
  return (
    <RowActions
      name={category.code}
      actions={[
        { key: 'below', label: t('category.newBelow'), onClick: () => onTarget({ kind: 'new', parent: category }) },
        { key: 'edit', label: t('action.edit'), onClick: () => onTarget({ kind: 'edit', category }) },
        {
          key: 'archive',
          label: t('action.archive'),
          danger: true,
          onClick: () => void run(() => archive.mutateAsync({ input: { categoryId: category.id, version: category.version } }), t('category.archived')),
        },
      ]}
    />
  );
}
