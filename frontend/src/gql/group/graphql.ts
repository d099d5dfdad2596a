/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on action of GroupAuditEntry. */
export type GroupAuditEntryActionFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on actorKey of GroupAuditEntry. */
export type GroupAuditEntryActorKeyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on at of GroupAuditEntry. */
export type GroupAuditEntryAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on GroupAuditEntry; a row must meet all that are given. */
export type GroupAuditEntryFilter = {
  /** Conditions on action. */
  readonly action?: GroupAuditEntryActionFilter | null | undefined;
  /** Conditions on actorKey. */
  readonly actorKey?: GroupAuditEntryActorKeyFilter | null | undefined;
  /** Conditions on at. */
  readonly at?: GroupAuditEntryAtFilter | null | undefined;
  /** Conditions on subjectLabel. */
  readonly subjectLabel?: GroupAuditEntrySubjectLabelFilter | null | undefined;
  /** Conditions on subjectType. */
  readonly subjectType?: GroupAuditEntrySubjectTypeFilter | null | undefined;
};

/** Orders of GroupAuditEntry. */
export type GroupAuditEntryOrder =
  /** By at, ascending. */
  | 'AT_ASC'
  /** By at, descending. */
  | 'AT_DESC';

/** Conditions on subjectLabel of GroupAuditEntry. */
export type GroupAuditEntrySubjectLabelFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on subjectType of GroupAuditEntry. */
export type GroupAuditEntrySubjectTypeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

export type GroupAuditEntriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: GroupAuditEntryFilter | null | undefined;
  orderBy?: GroupAuditEntryOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type GroupAuditEntriesQuery = { readonly auditEntries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly actorKey: string, readonly actorName: string, readonly action: string, readonly subjectType: string, readonly subjectLabel: string, readonly old: unknown, readonly new: unknown, readonly reason: string, readonly ipAddress: string, readonly requestId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const GroupAuditEntriesDocument = new TypedDocumentString(`
    query GroupAuditEntries($first: Int, $after: String, $filter: GroupAuditEntryFilter, $orderBy: GroupAuditEntryOrder, $search: String) {
  auditEntries(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        at
        actorKey
        actorName
        action
        subjectType
        subjectLabel
        old
        new
        reason
        ipAddress
        requestId
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:5d79b106ffdd2c3364d4cbf8a8cc82fc75d156d8eff786ff3c061b7b15871f78"}) as unknown as TypedDocumentString<GroupAuditEntriesQuery, GroupAuditEntriesQueryVariables>;