import { useQuery } from '@tanstack/react-query';
import { CategoriesDocument as GroupCategories, type CategoriesQuery } from '@/gql/group/graphql';
import { CategoriesDocument as UnitCategories } from '@/gql/unit/graphql';
import { doorKey, execute } from '@/shared/api/client';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';

export type Category = CategoriesQuery['categories']['edges'][number]['node'];

/** As many as the server gives at once; a tree of categories rarely has more. */
const SLICE = 500;

/** All categories of the group, by code. */
export function useCategories(enabled = true) {
  const door = useDoor();
  const operation = useForDoor(GroupCategories, UnitCategories);
  return useQuery({
    queryKey: [doorKey(door), 'category', 'all'],
    enabled,
    queryFn: async ({ signal }) => {
      const rows: Category[] = [];
      for (let after: string | null | undefined = null; after !== undefined; ) {
        const { categories }: CategoriesQuery = await execute(door, operation, { first: SLICE, after }, signal);
        rows.push(...categories.edges.map(({ node }) => node));
        after = categories.pageInfo.hasNextPage ? categories.pageInfo.endCursor : undefined;
      }
      return rows;
    },
  });
}
