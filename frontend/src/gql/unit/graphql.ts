/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on action of UnitAuditEntry. */
export type UnitAuditEntryActionFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on actorKey of UnitAuditEntry. */
export type UnitAuditEntryActorKeyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on at of UnitAuditEntry. */
export type UnitAuditEntryAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on UnitAuditEntry; a row must meet all that are given. */
export type UnitAuditEntryFilter = {
  /** Conditions on action. */
  readonly action?: UnitAuditEntryActionFilter | null | undefined;
  /** Conditions on actorKey. */
  readonly actorKey?: UnitAuditEntryActorKeyFilter | null | undefined;
  /** Conditions on at. */
  readonly at?: UnitAuditEntryAtFilter | null | undefined;
  /** Conditions on subjectLabel. */
  readonly subjectLabel?: UnitAuditEntrySubjectLabelFilter | null | undefined;
  /** Conditions on subjectType. */
  readonly subjectType?: UnitAuditEntrySubjectTypeFilter | null | undefined;
};

/** Orders of UnitAuditEntry. */
export type UnitAuditEntryOrder =
  /** By at, ascending. */
  | 'AT_ASC'
  /** By at, descending. */
  | 'AT_DESC';

/** Conditions on subjectLabel of UnitAuditEntry. */
export type UnitAuditEntrySubjectLabelFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on subjectType of UnitAuditEntry. */
export type UnitAuditEntrySubjectTypeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

export type UnitAuditEntriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: UnitAuditEntryFilter | null | undefined;
  orderBy?: UnitAuditEntryOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type UnitAuditEntriesQuery = { readonly auditEntries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly actorKey: string, readonly actorName: string, readonly action: string, readonly subjectType: string, readonly subjectLabel: string, readonly old: unknown, readonly new: unknown, readonly reason: string, readonly ipAddress: string, readonly requestId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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

export const UnitAuditEntriesDocument = new TypedDocumentString(`
    query UnitAuditEntries($first: Int, $after: String, $filter: UnitAuditEntryFilter, $orderBy: UnitAuditEntryOrder, $search: String) {
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
    `, {"hash":"sha256:b9de9d8fe1b5bd28256199b532c6e2b3fbda41031a4abdf10aaf8bfba49f8297"}) as unknown as TypedDocumentString<UnitAuditEntriesQuery, UnitAuditEntriesQueryVariables>;