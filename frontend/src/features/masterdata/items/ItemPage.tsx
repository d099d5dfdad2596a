import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ItemArchiveDocument, ItemDetailDocument as GroupItem, type ItemDetailQuery } from '@/gql/group/graphql';
import { ItemDetailDocument as UnitItem } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { MergeDialog } from './MergeDialog';
import { nameIn, RecordStatusTag } from './names';
import { OwnTerms } from './OwnTerms';
import { useUoms } from '@/shared/pickers/useUoms';

export type Item = NonNullable<ItemDetailQuery['item']>;

/** One item of the item master. */
export function ItemPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('masterdata');
  const places = usePlaces();
  const central = useDoor().kind === 'group';
  const can = useCan();
  const { data, error, isPending, refetch } = useApiQuery(useForDoor(GroupItem, UnitItem), { id }, { subject: 'item' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { item } = data;
  if (!item) return <NotFound />;
  return (
    <Page title={item.name} aside={<RecordStatusTag status={item.status} />} intro={item.otherName} crumbs={[{ title: t('item.many'), to: places.items }]} actions={<ItemActions item={item} />}>
      {item.mergedInto && (
        <p role="status">
          {t('merge.went')} <Link to={places.item(item.mergedInto.id)}>{`${item.mergedInto.sku} · ${item.mergedInto.name}`}</Link>
        </p>
      )}
      <ItemFacts item={item} />
      {!central && can('procurement.item_terms.read') && <OwnTerms itemId={item.id} />}
    </Page>
  );
}

function ItemFacts({ item }: { item: Item }) {
  const { t, i18n } = useTranslation('masterdata');
  const { inWords } = useUoms();
  const code = (value: string) => (value ? <span className="mono">{value}</span> : <Nothing />);
  return (
    <Section title={t('section.facts')}>
      <Facts
        items={[
          { term: t('item.sku'), value: code(item.sku) },
          { term: t('category.one'), value: item.category ? `${item.category.code} · ${nameIn(i18n.language, item.category)}` : <Nothing /> },
          { term: t('item.baseUom'), value: inWords(item.baseUom) },
          { term: t('item.gtin'), value: code(item.gtin) },
          { term: t('item.hsCode'), value: code(item.hsCode) },
          { term: t('item.description'), value: item.description || <Nothing /> },
          { term: t('field.createdAt'), value: <DateTime value={item.createdAt} /> },
          { term: t('field.changedAt'), value: <DateTime value={item.changedAt} /> },
        ]}
      />
    </Section>
  );
}

function ItemActions({ item }: { item: Item }) {
  const { t } = useTranslation('masterdata');
  const central = useDoor().kind === 'group';
  const can = useCan();
  const places = usePlaces();
  const { run, busy } = useAction();
  const [merging, setMerging] = useState(false);
  const archive = useApiMutation(ItemArchiveDocument, { payload: (result) => result.itemArchive, touches: ['item'] });
  if (!central || !can('masterdata.item.edit') || item.status === 'archived') return null;
  return (
    <>
      {can('masterdata.item.merge') && <Button onClick={() => setMerging(true)}>{t('merge.action')}</Button>}
      <MergeDialog item={item} open={merging} onClose={() => setMerging(false)} />
      <Popconfirm
        title={t('item.archiveTitle', { name: item.name })}
        description={t('item.archiveHint')}
        okText={t('action.archive')}
        onConfirm={() => run(() => archive.mutateAsync({ input: { itemId: item.id, version: item.version } }), t('item.archived'))}
      >
        <Button loading={busy}>{t('action.archive')}</Button>
      </Popconfirm>
      <LinkButton type="primary" to={places.editItem(item.id)}>
        {t('action.edit')}
      </LinkButton>
    </>
  );
}
