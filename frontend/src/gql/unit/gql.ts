/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query UnitAuditEntries($first: Int, $after: String, $filter: UnitAuditEntryFilter, $orderBy: UnitAuditEntryOrder, $search: String) {\n  auditEntries(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    search: $search\n  ) {\n    edges {\n      node {\n        id\n        at\n        actorKey\n        actorName\n        action\n        subjectType\n        subjectLabel\n        old\n        new\n        reason\n        ipAddress\n        requestId\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n}": typeof types.UnitAuditEntriesDocument,
};
const documents: Documents = {
    "query UnitAuditEntries($first: Int, $after: String, $filter: UnitAuditEntryFilter, $orderBy: UnitAuditEntryOrder, $search: String) {\n  auditEntries(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    search: $search\n  ) {\n    edges {\n      node {\n        id\n        at\n        actorKey\n        actorName\n        action\n        subjectType\n        subjectLabel\n        old\n        new\n        reason\n        ipAddress\n        requestId\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n}": types.UnitAuditEntriesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UnitAuditEntries($first: Int, $after: String, $filter: UnitAuditEntryFilter, $orderBy: UnitAuditEntryOrder, $search: String) {\n  auditEntries(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    search: $search\n  ) {\n    edges {\n      node {\n        id\n        at\n        actorKey\n        actorName\n        action\n        subjectType\n        subjectLabel\n        old\n        new\n        reason\n        ipAddress\n        requestId\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n}"): typeof import('./graphql').UnitAuditEntriesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
