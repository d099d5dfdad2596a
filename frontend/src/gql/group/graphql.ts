/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What alertAssign needs. */
export type AlertAssignInput = {
  /** The alert. */
  readonly alertId: string;
  /** Who looks after it from now on; nobody when left out. */
  readonly personId?: string | null | undefined;
};

/** Conditions on assigneeGid of Alert. */
export type AlertAssigneeGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What alertClose needs. */
export type AlertCloseInput = {
  /** The alert. */
  readonly alertId: string;
  /** Why nothing needs to be done, 2,000 characters at most. */
  readonly reason: string;
};

/** Conditions on closedAt of Alert. */
export type AlertClosedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What alertComment needs. */
export type AlertCommentInput = {
  /** The alert. */
  readonly alertId: string;
  /** What there is to say, 2,000 characters at most. */
  readonly text: string;
};

/** Conditions on Alert; a row must meet all that are given. */
export type AlertFilter = {
  /** Conditions on assigneeGid. */
  readonly assigneeGid?: AlertAssigneeGidFilter | null | undefined;
  /** Conditions on closedAt. */
  readonly closedAt?: AlertClosedAtFilter | null | undefined;
  /** Conditions on kind. */
  readonly kind?: AlertKindFilter | null | undefined;
  /** Conditions on ownerGid. */
  readonly ownerGid?: AlertOwnerGidFilter | null | undefined;
  /** Conditions on raisedAt. */
  readonly raisedAt?: AlertRaisedAtFilter | null | undefined;
  /** Conditions on resolvedAt. */
  readonly resolvedAt?: AlertResolvedAtFilter | null | undefined;
  /** Conditions on seenAt. */
  readonly seenAt?: AlertSeenAtFilter | null | undefined;
  /** Conditions on snoozedUntilAt. */
  readonly snoozedUntilAt?: AlertSnoozedUntilAtFilter | null | undefined;
  /** Conditions on unitId. */
  readonly unitId?: AlertUnitIdFilter | null | undefined;
  /** Conditions on urgent. */
  readonly urgent?: AlertUrgentFilter | null | undefined;
};

/** Conditions on kind of Alert. */
export type AlertKindFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What alertMailsChoose needs. */
export type AlertMailsChooseInput = {
  /** none, urgent or all. */
  readonly alertMails: string;
};

/** Orders of Alert. */
export type AlertOrder =
  /** By raisedAt, ascending. */
  | 'RAISED_AT_ASC'
  /** By raisedAt, descending. */
  | 'RAISED_AT_DESC';

/** Conditions on ownerGid of Alert. */
export type AlertOwnerGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on raisedAt of Alert. */
export type AlertRaisedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** What alertReopen needs. */
export type AlertReopenInput = {
  /** The alert. */
  readonly alertId: string;
};

/** Conditions on resolvedAt of Alert. */
export type AlertResolvedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What alertSee needs. */
export type AlertSeeInput = {
  /** The alert. */
  readonly alertId: string;
};

/** Conditions on seenAt of Alert. */
export type AlertSeenAtFilter = {
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What alertSnooze needs. */
export type AlertSnoozeInput = {
  /** The alert. */
  readonly alertId: string;
  /** When it comes back, three months ahead at most. */
  readonly until: string;
};

/** Conditions on snoozedUntilAt of Alert. */
export type AlertSnoozedUntilAtFilter = {
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on unitId of Alert. */
export type AlertUnitIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on urgent of Alert. */
export type AlertUrgentFilter = {
  /** The value equals this value. */
  readonly eq?: boolean | null | undefined;
};

/** What alertWake needs. */
export type AlertWakeInput = {
  /** The alert. */
  readonly alertId: string;
};

/** What apiKeyCreate needs. */
export type ApiKeyCreateInput = {
  /** When it ends, within 366 days. */
  readonly expiresAt: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for. */
  readonly name: string;
  /** Its scopes: permissions the caller holds. */
  readonly permissions: ReadonlyArray<string>;
};

/** Conditions on expiresAt of ApiKey. */
export type ApiKeyExpiresAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on ApiKey; a row must meet all that are given. */
export type ApiKeyFilter = {
  /** Conditions on expiresAt. */
  readonly expiresAt?: ApiKeyExpiresAtFilter | null | undefined;
  /** Conditions on lastUsedAt. */
  readonly lastUsedAt?: ApiKeyLastUsedAtFilter | null | undefined;
  /** Conditions on revokedAt. */
  readonly revokedAt?: ApiKeyRevokedAtFilter | null | undefined;
  /** Conditions on unitId. */
  readonly unitId?: ApiKeyUnitIdFilter | null | undefined;
};

/** Conditions on lastUsedAt of ApiKey. */
export type ApiKeyLastUsedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Orders of ApiKey. */
export type ApiKeyOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By expiresAt, ascending. */
  | 'EXPIRES_AT_ASC'
  /** By expiresAt, descending. */
  | 'EXPIRES_AT_DESC'
  /** By lastUsedAt, ascending. */
  | 'LAST_USED_AT_ASC'
  /** By lastUsedAt, descending. */
  | 'LAST_USED_AT_DESC'
  /** By name, ascending. */
  | 'NAME_ASC'
  /** By name, descending. */
  | 'NAME_DESC';

/** What apiKeyRevoke needs. */
export type ApiKeyRevokeInput = {
  /** The key. */
  readonly apiKeyId: string;
};

/** Conditions on revokedAt of ApiKey. */
export type ApiKeyRevokedAtFilter = {
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on unitId of ApiKey. */
export type ApiKeyUnitIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What applicationAccept needs. */
export type ApplicationAcceptInput = {
  /** The application. */
  readonly applicationId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** That this is another company than the one of the same name. */
  readonly sameNameConfirmed?: boolean | null | undefined;
  /** The version that was read. */
  readonly version: number;
  /** Seconds that the application was before the person. */
  readonly workSeconds?: number | null | undefined;
};

/** A certificate handed in with an application. */
export type ApplicationDocumentInput = {
  /** The first day on which it does not count. */
  readonly expiresDate?: string | null | undefined;
  /** The file, uploaded for a supplier_application. */
  readonly fileId: string;
  /** The day it was issued. */
  readonly issuedDate?: string | null | undefined;
  /** Who issued it. */
  readonly issuer?: string | null | undefined;
  /** What it is, e.g. iso_9001. */
  readonly kind: string;
  /** Its number. */
  readonly number?: string | null | undefined;
};

/** What applicationReject needs. */
export type ApplicationRejectInput = {
  /** The application. */
  readonly applicationId: string;
  /** Why; the applicant sees it. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
  /** Seconds that the application was before the person. */
  readonly workSeconds?: number | null | undefined;
};

/** What applicationReturn needs. */
export type ApplicationReturnInput = {
  /** The application. */
  readonly applicationId: string;
  /** What is missing; the applicant sees it. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
  /** Seconds that the application was before the person. */
  readonly workSeconds?: number | null | undefined;
};

/** What applicationSave needs. */
export type ApplicationSaveInput = {
  /** What it offers. */
  readonly categoryIds?: ReadonlyArray<string> | null | undefined;
  /** Certificates; given, they replace those that were there. */
  readonly documents?: ReadonlyArray<ApplicationDocumentInput> | null | undefined;
  /** The company. */
  readonly supplier: SupplierInput;
  /** The last part of the registration link. */
  readonly token: string;
};

/** What applicationSubmit needs. */
export type ApplicationSubmitInput = {
  /** The last part of the registration link. */
  readonly token: string;
};

/** What approval times are measured by. */
export type ApprovalDimension =
  /** By type of document. */
  | 'DOCUMENT_TYPE'
  /** By the month of the approval, in the unit's calendar. */
  | 'MONTH'
  /** By business unit. */
  | 'UNIT';

/** A question to the calculators. Every figure is the asker's; only the plan's prices are ours. */
export type CalculationInput = {
  /** CNY, EUR or USD; of every amount. */
  readonly currency: string;
  /** What it is expected to bring. */
  readonly effects: EffectsInput;
  /** The plan's code. */
  readonly plan: string;
  /** What is uncertain. */
  readonly ranges?: ReadonlyArray<DriverRangeInput> | null | undefined;
  /** By which amounts of later years are discounted. */
  readonly ratePercent: string;
  /** Seats. */
  readonly seats: number;
  /** Of the simulation; 1 when left out. */
  readonly seed?: number | null | undefined;
  /** Costs of building it oneself. */
  readonly selfBuild: SelfBuildInput;
  /** Costs beside the subscription. */
  readonly subscription: OwnCostsInput;
};

/** What categoryArchive needs. */
export type CategoryArchiveInput = {
  /** The category. */
  readonly categoryId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What categoryCreate needs. */
export type CategoryCreateInput = {
  /** The code, once in the group. */
  readonly code: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The name in English. */
  readonly nameEn: string;
  /** The name in Chinese. */
  readonly nameZh?: string | null | undefined;
  /** The category above; left out: at the top. */
  readonly parentId?: string | null | undefined;
};

/** What categoryEdit needs. */
export type CategoryEditInput = {
  /** The category. */
  readonly categoryId: string;
  /** The code. */
  readonly code?: string | null | undefined;
  /** The name in English. */
  readonly nameEn?: string | null | undefined;
  /** The name in Chinese. */
  readonly nameZh?: string | null | undefined;
  /** The category it is moved below. */
  readonly parentId?: string | null | undefined;
  /** Whether it is moved to the top. */
  readonly toTop?: boolean | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What certificateLink needs. */
export type CertificateLinkInput = {
  /** The certificate. */
  readonly certificateId: string;
};

/** What certificateReject needs. */
export type CertificateRejectInput = {
  /** The certificate. */
  readonly certificateId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What certificateSubmit needs. */
export type CertificateSubmitInput = {
  /** The first day on which it does not count. */
  readonly expiresDate?: string | null | undefined;
  /** The file, uploaded for a supplier_certificate. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The day it was issued. */
  readonly issuedDate?: string | null | undefined;
  /** Who issued it. */
  readonly issuer?: string | null | undefined;
  /** What it is, e.g. iso_9001. */
  readonly kind: string;
  /** Its number. */
  readonly number?: string | null | undefined;
  /** The supplier. */
  readonly supplierOrgId: string;
};

/** What certificateVerify needs. */
export type CertificateVerifyInput = {
  /** The certificate. */
  readonly certificateId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What a report says, the same fields a provider gives. */
export type CheckFieldsInput = {
  /** Its country. */
  readonly country?: string | null | undefined;
  /** The D-U-N-S number. */
  readonly duns?: string | null | undefined;
  /** active, or what the report says instead. */
  readonly operatingStatus?: string | null | undefined;
  /** The company's name as reported. */
  readonly primaryName?: string | null | undefined;
  /** Registration numbers it is known under. */
  readonly registrationNumbers?: ReadonlyArray<string> | null | undefined;
  /** 1 (lowest risk) to 5. */
  readonly riskClass?: number | null | undefined;
  /** The risk in the report's words. */
  readonly riskText?: string | null | undefined;
};

/** What checkoutStart needs. */
export type CheckoutStartInput = {
  /** A code that lowers the price; its validity is told by the operation. */
  readonly coupon?: string | null | undefined;
  /** CNY, EUR or USD; the subscription's when left out. */
  readonly currency?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** month or year; month when left out. */
  readonly interval?: string | null | undefined;
  /** The plan's code. */
  readonly plan: string;
  /** How many seats. */
  readonly seats: number;
};

/** Which column of the file is which field. */
export type ColumnChoiceInput = {
  /** The column's place, counted from 0. */
  readonly column: number;
  /** The field, e.g. legal_name. */
  readonly field: string;
};

/** What consentGive needs. */
export type ConsentGiveInput = {
  /** The code of the purpose. */
  readonly purpose: string;
};

/** What consentWithdraw needs. */
export type ConsentWithdrawInput = {
  /** The code of the purpose. */
  readonly purpose: string;
};

/** What a person works for in a context. */
export type ContextKind =
  /** A distributor, towards one unit. */
  | 'DISTRIBUTOR'
  /** Head office. */
  | 'GROUP'
  /** A supplier, towards one unit. */
  | 'SUPPLIER'
  /** A business unit. */
  | 'UNIT';

/** What couponApply needs. */
export type CouponApplyInput = {
  /** The code. */
  readonly code: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What customRoleCreate needs. */
export type CustomRoleCreateInput = {
  /** Small letters, digits and underscores; it stays as it is. */
  readonly code: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** group, unit, supplier or distributor. */
  readonly kind: string;
  /** The name people see. */
  readonly name: string;
  /** The codes of the permissions. */
  readonly permissions: ReadonlyArray<string>;
};

/** What customRoleDelete needs. */
export type CustomRoleDeleteInput = {
  /** The role. */
  readonly customRoleId: string;
  /** The version of the role that was read. */
  readonly version: number;
};

/** What customRoleEdit needs. */
export type CustomRoleEditInput = {
  /** The role. */
  readonly customRoleId: string;
  /** The name people see. */
  readonly name: string;
  /** The codes of the permissions. */
  readonly permissions: ReadonlyArray<string>;
  /** The version of the role that was read. */
  readonly version: number;
};

/** What purchase cycles are measured by. */
export type CycleDimension =
  /** By category. */
  | 'CATEGORY'
  /** By the month the first goods came in. */
  | 'MONTH'
  /** By business unit. */
  | 'UNIT';

/** The value of a field in rows whose cell is empty. */
export type DefaultValueInput = {
  /** country or currency. */
  readonly field: string;
  /** The value. */
  readonly value: string;
};

/** What deliveries are summed up by. */
export type DeliveryDimension =
  /** By item. */
  | 'ITEM'
  /** By the month the goods came in. */
  | 'MONTH'
  /** By supplier. */
  | 'SUPPLIER'
  /** By business unit. */
  | 'UNIT';

/** The weight of one dimension. */
export type DimensionWeightInput = {
  /** quality, on_time, cost, innovation or environment. */
  readonly dimension: string;
  /** In percent, with at most two decimals. */
  readonly weight: string;
};

/** How far a driver may be off. */
export type DriverRangeInput = {
  /** spend_year, saving_percent, efficiency_percent, implementation or operation_year. */
  readonly driver: string;
  /** The most. */
  readonly high: string;
  /** The least. */
  readonly low: string;
};

/** What is expected of a year. */
export type EffectsInput = {
  /** How many per cent of their work is saved. */
  readonly efficiencyPercent: string;
  /** People who buy. */
  readonly people: string;
  /** What one of them costs in a year. */
  readonly personCostYear: string;
  /** What share is reached in each of three years; all when left out. */
  readonly rampPercents?: ReadonlyArray<string> | null | undefined;
  /** By how many per cent prices fall. */
  readonly savingPercent: string;
  /** What is ordered in a year. */
  readonly spendYear: string;
};

/** Conditions on base of FxRate. */
export type FxRateBaseFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What fxRateEnter needs. */
export type FxRateEnterInput = {
  /** The currency that is priced (ISO 4217). */
  readonly base: string;
  /** The currency of the price (ISO 4217). */
  readonly quote: string;
  /** The price of one unit of the base. */
  readonly rate: string;
  /** The day from which it holds. */
  readonly rateDate: string;
  /** Where it was taken from. */
  readonly source?: string | null | undefined;
};

/** Conditions on FxRate; a row must meet all that are given. */
export type FxRateFilter = {
  /** Conditions on base. */
  readonly base?: FxRateBaseFilter | null | undefined;
  /** Conditions on quote. */
  readonly quote?: FxRateQuoteFilter | null | undefined;
  /** Conditions on rateDate. */
  readonly rateDate?: FxRateRateDateFilter | null | undefined;
};

/** Orders of FxRate. */
export type FxRateOrder =
  /** By base, ascending. */
  | 'BASE_ASC'
  /** By base, descending. */
  | 'BASE_DESC'
  /** By rateDate, ascending. */
  | 'RATE_DATE_ASC'
  /** By rateDate, descending. */
  | 'RATE_DATE_DESC';

/** Conditions on quote of FxRate. */
export type FxRateQuoteFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on rateDate of FxRate. */
export type FxRateRateDateFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

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
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
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

/** What groupClose needs. */
export type GroupCloseInput = {
  /** The group's name, to confirm. */
  readonly confirmName: string;
  /** Why. */
  readonly note?: string | null | undefined;
};

/** What groupEdit needs. */
export type GroupEditInput = {
  /** The currency its figures are summed in, ISO 4217. */
  readonly currency?: string | null | undefined;
  /** zh-CN or en. */
  readonly locale?: string | null | undefined;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** The version of the group that was read. */
  readonly version: number;
};

/** What groupExportDownload needs. */
export type GroupExportDownloadInput = {
  /** The export. */
  readonly groupExportId: string;
};

/** What groupScoreClose needs. */
export type GroupScoreCloseInput = {
  /** The first day after it. */
  readonly endDate: string;
  /** The version of the model to score by, 0 for the default one; the newest when left out. */
  readonly modelVersion?: number | null | undefined;
  /** The first day. */
  readonly startDate: string;
};

/** Conditions on endDate of GroupScore. */
export type GroupScoreEndDateFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on GroupScore; a row must meet all that are given. */
export type GroupScoreFilter = {
  /** Conditions on endDate. */
  readonly endDate?: GroupScoreEndDateFilter | null | undefined;
  /** Conditions on supplierOrgId. */
  readonly supplierOrgId?: GroupScoreSupplierOrgIdFilter | null | undefined;
  /** Conditions on tier. */
  readonly tier?: GroupScoreTierFilter | null | undefined;
  /** Conditions on total. */
  readonly total?: GroupScoreTotalFilter | null | undefined;
};

/** Orders of GroupScore. */
export type GroupScoreOrder =
  /** By endDate, ascending. */
  | 'END_DATE_ASC'
  /** By endDate, descending. */
  | 'END_DATE_DESC'
  /** By total, ascending. */
  | 'TOTAL_ASC'
  /** By total, descending. */
  | 'TOTAL_DESC';

/** Conditions on supplierOrgId of GroupScore. */
export type GroupScoreSupplierOrgIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on tier of GroupScore. */
export type GroupScoreTierFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on total of GroupScore. */
export type GroupScoreTotalFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** What invitationAccept needs. */
export type InvitationAcceptInput = {
  /** The last part of the link in the mail. */
  readonly token: string;
};

/** Conditions on acceptedAt of Invitation. */
export type InvitationAcceptedAtFilter = {
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What invitationCreate needs. */
export type InvitationCreateInput = {
  /** The distributor a contact is to work for. */
  readonly distributorId?: string | null | undefined;
  /** The address; it alone may accept. */
  readonly email: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** group, unit, supplier or distributor. */
  readonly kind: string;
  /** The language of the mail, zh-CN or en; the caller's when left out. */
  readonly locale?: string | null | undefined;
  /** The code of the role. */
  readonly role: string;
  /** The supplier a contact is to work for. */
  readonly supplierOrgId?: string | null | undefined;
  /** The unit; at a unit's own door it may be left out. */
  readonly unitId?: string | null | undefined;
};

/** Conditions on createdAt of Invitation. */
export type InvitationCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on email of Invitation. */
export type InvitationEmailFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on expiresAt of Invitation. */
export type InvitationExpiresAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on Invitation; a row must meet all that are given. */
export type InvitationFilter = {
  /** Conditions on acceptedAt. */
  readonly acceptedAt?: InvitationAcceptedAtFilter | null | undefined;
  /** Conditions on createdAt. */
  readonly createdAt?: InvitationCreatedAtFilter | null | undefined;
  /** Conditions on email. */
  readonly email?: InvitationEmailFilter | null | undefined;
  /** Conditions on expiresAt. */
  readonly expiresAt?: InvitationExpiresAtFilter | null | undefined;
  /** Conditions on kind. */
  readonly kind?: InvitationKindFilter | null | undefined;
  /** Conditions on revokedAt. */
  readonly revokedAt?: InvitationRevokedAtFilter | null | undefined;
  /** Conditions on role. */
  readonly role?: InvitationRoleFilter | null | undefined;
  /** Conditions on unitId. */
  readonly unitId?: InvitationUnitIdFilter | null | undefined;
};

/** Conditions on kind of Invitation. */
export type InvitationKindFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Orders of Invitation. */
export type InvitationOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By email, ascending. */
  | 'EMAIL_ASC'
  /** By email, descending. */
  | 'EMAIL_DESC'
  /** By expiresAt, ascending. */
  | 'EXPIRES_AT_ASC'
  /** By expiresAt, descending. */
  | 'EXPIRES_AT_DESC';

/** What invitationRevoke needs. */
export type InvitationRevokeInput = {
  /** The invitation. */
  readonly invitationId: string;
};

/** Conditions on revokedAt of Invitation. */
export type InvitationRevokedAtFilter = {
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on role of Invitation. */
export type InvitationRoleFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on unitId of Invitation. */
export type InvitationUnitIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What itemArchive needs. */
export type ItemArchiveInput = {
  /** The item. */
  readonly itemId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on baseUom of Item. */
export type ItemBaseUomFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on categoryId of Item. */
export type ItemCategoryIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What itemCreate needs. */
export type ItemCreateInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The item. */
  readonly item: ItemInput;
};

/** What itemEdit needs. */
export type ItemEditInput = {
  /** The fields that change. */
  readonly item: ItemInput;
  /** The item. */
  readonly itemId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on Item; a row must meet all that are given. */
export type ItemFilter = {
  /** Conditions on baseUom. */
  readonly baseUom?: ItemBaseUomFilter | null | undefined;
  /** Conditions on categoryId. */
  readonly categoryId?: ItemCategoryIdFilter | null | undefined;
  /** Conditions on gtin. */
  readonly gtin?: ItemGtinFilter | null | undefined;
  /** Conditions on hsCode. */
  readonly hsCode?: ItemHsCodeFilter | null | undefined;
  /** Conditions on mergedIntoId. */
  readonly mergedIntoId?: ItemMergedIntoIdFilter | null | undefined;
  /** Conditions on sku. */
  readonly sku?: ItemSkuFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: ItemStatusFilter | null | undefined;
};

/** Conditions on gtin of Item. */
export type ItemGtinFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on hsCode of Item. */
export type ItemHsCodeFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** The fields of an item; what is left out stays as it is, an empty text clears it. */
export type ItemInput = {
  /** The unit it is counted in, e.g. C62 or KGM. */
  readonly baseUom?: string | null | undefined;
  /** Its category. */
  readonly categoryId?: string | null | undefined;
  /** A longer description. */
  readonly description?: string | null | undefined;
  /** The GTIN. */
  readonly gtin?: string | null | undefined;
  /** The customs code. */
  readonly hsCode?: string | null | undefined;
  /** The name. */
  readonly name?: string | null | undefined;
  /** The name in another language. */
  readonly otherName?: string | null | undefined;
  /** The group's stock keeping unit. */
  readonly sku?: string | null | undefined;
};

/** What itemMergeConfirm needs. */
export type ItemMergeConfirmInput = {
  /** The merge that was counted. */
  readonly itemMergeId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What itemMergePreview needs. */
export type ItemMergePreviewInput = {
  /** The item that goes. */
  readonly fromItemId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The item that stays. */
  readonly intoItemId: string;
};

/** Conditions on mergedIntoId of Item. */
export type ItemMergedIntoIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Orders of Item. */
export type ItemOrder =
  /** By changedAt, ascending. */
  | 'CHANGED_AT_ASC'
  /** By changedAt, descending. */
  | 'CHANGED_AT_DESC'
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By name, ascending. */
  | 'NAME_ASC'
  /** By name, descending. */
  | 'NAME_DESC'
  /** By sku, ascending. */
  | 'SKU_ASC'
  /** By sku, descending. */
  | 'SKU_DESC';

/** Conditions on sku of Item. */
export type ItemSkuFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on status of Item. */
export type ItemStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What legalHoldImpose needs. */
export type LegalHoldImposeInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The person, if it is one alone. */
  readonly personId?: string | null | undefined;
  /** What the data are needed for. */
  readonly reason: string;
  /** The number of the case or of the authority's request. */
  readonly reference?: string | null | undefined;
  /** The unit, if it is one alone. */
  readonly unitId?: string | null | undefined;
};

/** What legalHoldLift needs. */
export type LegalHoldLiftInput = {
  /** The hold. */
  readonly legalHoldId: string;
  /** Why it is lifted. */
  readonly reason: string;
};

/** Orders of LegalHold. */
export type LegalHoldOrder =
  /** By placedAt, ascending. */
  | 'PLACED_AT_ASC'
  /** By placedAt, descending. */
  | 'PLACED_AT_DESC';

/** What memberChangeRole needs. */
export type MemberChangeRoleInput = {
  /** The membership. */
  readonly membershipId: string;
  /** The code of the new role. */
  readonly role: string;
  /** The version of the membership that was read. */
  readonly version: number;
};

/** Conditions on createdAt of Member. */
export type MemberCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on email of Member. */
export type MemberEmailFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on Member; a row must meet all that are given. */
export type MemberFilter = {
  /** Conditions on createdAt. */
  readonly createdAt?: MemberCreatedAtFilter | null | undefined;
  /** Conditions on email. */
  readonly email?: MemberEmailFilter | null | undefined;
  /** Conditions on kind. */
  readonly kind?: MemberKindFilter | null | undefined;
  /** Conditions on personId. */
  readonly personId?: MemberPersonIdFilter | null | undefined;
  /** Conditions on role. */
  readonly role?: MemberRoleFilter | null | undefined;
  /** Conditions on unitId. */
  readonly unitId?: MemberUnitIdFilter | null | undefined;
};

/** Conditions on kind of Member. */
export type MemberKindFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Orders of Member. */
export type MemberOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By displayName, ascending. */
  | 'DISPLAY_NAME_ASC'
  /** By displayName, descending. */
  | 'DISPLAY_NAME_DESC'
  /** By email, ascending. */
  | 'EMAIL_ASC'
  /** By email, descending. */
  | 'EMAIL_DESC'
  /** By role, ascending. */
  | 'ROLE_ASC'
  /** By role, descending. */
  | 'ROLE_DESC';

/** Conditions on personId of Member. */
export type MemberPersonIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** What memberRemove needs. */
export type MemberRemoveInput = {
  /** The membership. */
  readonly membershipId: string;
  /** The version of the membership that was read. */
  readonly version: number;
};

/** Conditions on role of Member. */
export type MemberRoleFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on unitId of Member. */
export type MemberUnitIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What mfaPolicyEdit needs. */
export type MfaPolicyEditInput = {
  /** The codes of the roles. */
  readonly roles: ReadonlyArray<string>;
  /** The version of the group that was read. */
  readonly version: number;
};

/** What moduleDisable needs. */
export type ModuleDisableInput = {
  /** The modules that need it; they are switched along. */
  readonly also?: ReadonlyArray<string> | null | undefined;
  /** The code of the module. */
  readonly module: string;
  /** The unit; by default in the group when left out. */
  readonly unitId?: string | null | undefined;
};

/** What moduleEnable needs. */
export type ModuleEnableInput = {
  /** The modules it needs that are off; they are switched along. */
  readonly also?: ReadonlyArray<string> | null | undefined;
  /** The code of the module. */
  readonly module: string;
  /** The unit; by default in the group when left out. */
  readonly unitId?: string | null | undefined;
};

/** What the asker spends beside a subscription. */
export type OwnCostsInput = {
  /** By how much yearly costs grow; none when left out. */
  readonly growthPercent?: string | null | undefined;
  /** One-off. */
  readonly implementation: string;
  /** Over how many months it is paid, 1 to 36. */
  readonly implementationMonths: number;
  /** Operation in the first year. */
  readonly operationYear: string;
};

/** What personEdit needs. */
export type PersonEditInput = {
  /** The name. */
  readonly displayName: string;
  /** zh-CN or en. */
  readonly locale: string;
};

/** What personRequestDecide needs. */
export type PersonRequestDecideInput = {
  /** The answer to the person. */
  readonly comment: string;
  /** done or refused. */
  readonly outcome: string;
  /** The request. */
  readonly personRequestId: string;
};

/** Conditions on dueAt of PersonRequest. */
export type PersonRequestDueAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on PersonRequest; a row must meet all that are given. */
export type PersonRequestFilter = {
  /** Conditions on dueAt. */
  readonly dueAt?: PersonRequestDueAtFilter | null | undefined;
  /** Conditions on kind. */
  readonly kind?: PersonRequestKindFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: PersonRequestStatusFilter | null | undefined;
};

/** Conditions on kind of PersonRequest. */
export type PersonRequestKindFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What personRequestOpen needs. */
export type PersonRequestOpenInput = {
  /** The group. */
  readonly groupId: string;
  /** erasure, correction or other. */
  readonly kind: string;
  /** What exactly. */
  readonly note?: string | null | undefined;
};

/** Orders of PersonRequest. */
export type PersonRequestOrder =
  /** By dueAt, ascending. */
  | 'DUE_AT_ASC'
  /** By dueAt, descending. */
  | 'DUE_AT_DESC'
  /** By requestedAt, ascending. */
  | 'REQUESTED_AT_ASC'
  /** By requestedAt, descending. */
  | 'REQUESTED_AT_DESC';

/** Conditions on status of PersonRequest. */
export type PersonRequestStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What portalOpen needs. */
export type PortalOpenInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What providerCheckEnter needs. */
export type ProviderCheckEnterInput = {
  /** What the report says. */
  readonly fields: CheckFieldsInput;
  /** The report, uploaded for a supplier_report. */
  readonly fileId?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** credit or licence. */
  readonly kind: string;
  /** The supplier. */
  readonly supplierOrgId: string;
};

/** What providerCheckRequest needs. */
export type ProviderCheckRequestInput = {
  /** credit or licence. */
  readonly kind: string;
  /** The supplier. */
  readonly supplierOrgId: string;
};

/** What qualificationGrant needs. */
export type QualificationGrantInput = {
  /** Verified certificates it rests on. */
  readonly certificateIds?: ReadonlyArray<string> | null | undefined;
  /** The first day it counts no more, at the latest. */
  readonly endDate?: string | null | undefined;
  /** A, B, C or D. */
  readonly grade?: string | null | undefined;
  /** Whether the supplier is preferred here. */
  readonly preferred?: boolean | null | undefined;
  /** The qualification. */
  readonly qualificationId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The first day it counts; today when left out. */
  readonly startDate?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What qualificationOpen needs. */
export type QualificationOpenInput = {
  /** The categories. */
  readonly categoryIds: ReadonlyArray<string>;
  /** A country (ISO 3166); everywhere when left out. */
  readonly region?: string | null | undefined;
  /** The supplier. */
  readonly supplierOrgId: string;
};

/** What qualificationRefuse needs. */
export type QualificationRefuseInput = {
  /** The qualification. */
  readonly qualificationId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What qualificationSuspend needs. */
export type QualificationSuspendInput = {
  /** The qualification. */
  readonly qualificationId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What registrationInvite needs. */
export type RegistrationInviteInput = {
  /** The address. */
  readonly email: string;
  /** The mail's language; the caller's when left out. */
  readonly locale?: string | null | undefined;
};

/** What registrationOpen needs. */
export type RegistrationOpenInput = {
  /** What it is for. */
  readonly label: string;
};

/** What retentionExtend needs. */
export type RetentionExtendInput = {
  /** How many days, within the rule's bounds. */
  readonly days: number;
  /** The code of the rule. */
  readonly rule: string;
};

/** What sanctionConfirm needs. */
export type SanctionConfirmInput = {
  /** The sanction. */
  readonly sanctionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on Sanction; a row must meet all that are given. */
export type SanctionFilter = {
  /** Conditions on imposedAt. */
  readonly imposedAt?: SanctionImposedAtFilter | null | undefined;
  /** Conditions on openDocumentPolicy. */
  readonly openDocumentPolicy?: SanctionOpenDocumentPolicyFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: SanctionStatusFilter | null | undefined;
  /** Conditions on supplierOrgId. */
  readonly supplierOrgId?: SanctionSupplierOrgIdFilter | null | undefined;
  /** Conditions on untilAt. */
  readonly untilAt?: SanctionUntilAtFilter | null | undefined;
};

/** What sanctionImpose needs. */
export type SanctionImposeInput = {
  /** What is forbidden: invite, award, issue, call_off, pay. */
  readonly actions: ReadonlyArray<string>;
  /** The categories it holds in, with all below; left out: all. */
  readonly categoryIds?: ReadonlyArray<string> | null | undefined;
  /** From when; left out: at once. */
  readonly fromAt?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** For open documents: block_new, hold_open or cancel_open. */
  readonly openDocumentPolicy?: string | null | undefined;
  /** Why; units see it. */
  readonly reason: string;
  /** The screening hit it follows from. */
  readonly screeningHitId?: string | null | undefined;
  /** What the supplier stated; headquarters see it. */
  readonly statement?: string | null | undefined;
  /** The supplier. */
  readonly supplierOrgId: string;
  /** The units it binds; left out: all. */
  readonly unitIds?: ReadonlyArray<string> | null | undefined;
  /** Until when, this instant excluded; left out: without end. */
  readonly untilAt?: string | null | undefined;
};

/** Conditions on imposedAt of Sanction. */
export type SanctionImposedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** What sanctionLift needs. */
export type SanctionLiftInput = {
  /** Why. */
  readonly reason: string;
  /** The sanction. */
  readonly sanctionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on openDocumentPolicy of Sanction. */
export type SanctionOpenDocumentPolicyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Orders of Sanction. */
export type SanctionOrder =
  /** By imposedAt, ascending. */
  | 'IMPOSED_AT_ASC'
  /** By imposedAt, descending. */
  | 'IMPOSED_AT_DESC'
  /** By untilAt, ascending. */
  | 'UNTIL_AT_ASC'
  /** By untilAt, descending. */
  | 'UNTIL_AT_DESC';

/** Conditions on status of Sanction. */
export type SanctionStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierOrgId of Sanction. */
export type SanctionSupplierOrgIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on untilAt of Sanction. */
export type SanctionUntilAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** What sanctionWithdraw needs. */
export type SanctionWithdrawInput = {
  /** Why. */
  readonly reason: string;
  /** The sanction. */
  readonly sanctionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What savedViewDelete needs. */
export type SavedViewDeleteInput = {
  /** The view. */
  readonly savedViewId: string;
};

/** What savedViewSave needs. */
export type SavedViewSaveInput = {
  /** Where it belongs, e.g. a unit; everywhere when left out. */
  readonly context?: string | null | undefined;
  /** The name of the view. */
  readonly name: string;
  /** The screen. */
  readonly screen: string;
  /** What the screen wants to find again. */
  readonly state: unknown;
  /** The version that was read, when one is replaced. */
  readonly version?: number | null | undefined;
};

/** What scoreModelPublish needs. */
export type ScoreModelPublishInput = {
  /** The coverage below which a supplier is unrated. */
  readonly leastCoverage: string;
  /** The total from which a supplier counts as a quality supplier. */
  readonly qualityBar: string;
  /** Why. */
  readonly reason: string;
  /** The tiers of all units; as they are when left out. */
  readonly tiers?: TierRuleInput | null | undefined;
  /** One for each dimension; they sum to 100. */
  readonly weights: ReadonlyArray<DimensionWeightInput>;
};

/** What screeningHitConfirm needs. */
export type ScreeningHitConfirmInput = {
  /** What is to be forbidden; everything if left out. */
  readonly actions?: ReadonlyArray<string> | null | undefined;
  /** The hit. */
  readonly hitId: string;
  /** For open documents; hold_open if left out. */
  readonly openDocumentPolicy?: string | null | undefined;
  /** Why; units see it once it is confirmed. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What screeningHitDismiss needs. */
export type ScreeningHitDismissInput = {
  /** The hit. */
  readonly hitId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on ScreeningHit; a row must meet all that are given. */
export type ScreeningHitFilter = {
  /** Conditions on runId. */
  readonly runId?: ScreeningHitRunIdFilter | null | undefined;
  /** Conditions on score. */
  readonly score?: ScreeningHitScoreFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: ScreeningHitStatusFilter | null | undefined;
  /** Conditions on supplierOrgId. */
  readonly supplierOrgId?: ScreeningHitSupplierOrgIdFilter | null | undefined;
};

/** Orders of ScreeningHit. */
export type ScreeningHitOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By score, ascending. */
  | 'SCORE_ASC'
  /** By score, descending. */
  | 'SCORE_DESC'
  /** By supplierName, ascending. */
  | 'SUPPLIER_NAME_ASC'
  /** By supplierName, descending. */
  | 'SUPPLIER_NAME_DESC';

/** Conditions on runId of ScreeningHit. */
export type ScreeningHitRunIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on score of ScreeningHit. */
export type ScreeningHitScoreFilter = {
  /** The value is this value or greater. */
  readonly gte?: number | null | undefined;
  /** The value is this value or less. */
  readonly lte?: number | null | undefined;
};

/** Conditions on status of ScreeningHit. */
export type ScreeningHitStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierOrgId of ScreeningHit. */
export type ScreeningHitSupplierOrgIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What screeningStart needs. */
export type ScreeningStartInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The score from which names are taken for one, 60 to 100; 70 if left out. */
  readonly threshold?: number | null | undefined;
};

/** What building it oneself costs. */
export type SelfBuildInput = {
  /** By how much yearly costs grow; none when left out. */
  readonly growthPercent?: string | null | undefined;
  /** One-off. */
  readonly implementation: string;
  /** Over how many months it is paid, 1 to 36. */
  readonly implementationMonths: number;
  /** Licences of others in the first year. */
  readonly licenceYear: string;
  /** Operation in the first year. */
  readonly operationYear: string;
};

/** What spend is summed up by. */
export type SpendDimension =
  /** By category. */
  | 'CATEGORY'
  /** By month of the order. */
  | 'MONTH'
  /** By supplier. */
  | 'SUPPLIER'
  /** By business unit. */
  | 'UNIT';

/** What subscriptionCancel needs. */
export type SubscriptionCancelInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What subscriptionChange needs. */
export type SubscriptionChangeInput = {
  /** The preview's instant. */
  readonly agreedAt: string;
  /** The preview's amount, in minor units. */
  readonly agreedDueMinor: number;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** month or year; the present one when left out. */
  readonly interval?: string | null | undefined;
  /** The plan's code; the present one when left out. */
  readonly plan?: string | null | undefined;
  /** How many seats; as many as now when left out. */
  readonly seats?: number | null | undefined;
  /** The version of the subscription that was read. */
  readonly version: number;
};

/** What subscriptionResume needs. */
export type SubscriptionResumeInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What supplierAlertSee needs. */
export type SupplierAlertSeeInput = {
  /** The alert. */
  readonly alertId: string;
};

/** Conditions on SupplierApplication; a row must meet all that are given. */
export type SupplierApplicationFilter = {
  /** Conditions on status. */
  readonly status?: SupplierApplicationStatusFilter | null | undefined;
};

/** Orders of SupplierApplication. */
export type SupplierApplicationOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By legalName, ascending. */
  | 'LEGAL_NAME_ASC'
  /** By legalName, descending. */
  | 'LEGAL_NAME_DESC'
  /** By submittedAt, ascending. */
  | 'SUBMITTED_AT_ASC'
  /** By submittedAt, descending. */
  | 'SUBMITTED_AT_DESC';

/** Conditions on status of SupplierApplication. */
export type SupplierApplicationStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What supplierArchive needs. */
export type SupplierArchiveInput = {
  /** Why. */
  readonly reason: string;
  /** The supplier. */
  readonly supplierOrgId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on changedAt of Supplier. */
export type SupplierChangedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on city of Supplier. */
export type SupplierCityFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on country of Supplier. */
export type SupplierCountryFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What supplierCreate needs. */
export type SupplierCreateInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** That this is another company than the one of the same name. */
  readonly sameNameConfirmed?: boolean | null | undefined;
  /** The supplier. */
  readonly supplier: SupplierInput;
};

/** Conditions on createdAt of Supplier. */
export type SupplierCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on duns of Supplier. */
export type SupplierDunsFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What supplierEdit needs. */
export type SupplierEditInput = {
  /** That this is another company than the one of the same name. */
  readonly sameNameConfirmed?: boolean | null | undefined;
  /** The fields that change. */
  readonly supplier: SupplierInput;
  /** The supplier. */
  readonly supplierOrgId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on externalCode of Supplier. */
export type SupplierExternalCodeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on Supplier; a row must meet all that are given. */
export type SupplierFilter = {
  /** Conditions on changedAt. */
  readonly changedAt?: SupplierChangedAtFilter | null | undefined;
  /** Conditions on city. */
  readonly city?: SupplierCityFilter | null | undefined;
  /** Conditions on country. */
  readonly country?: SupplierCountryFilter | null | undefined;
  /** Conditions on createdAt. */
  readonly createdAt?: SupplierCreatedAtFilter | null | undefined;
  /** Conditions on duns. */
  readonly duns?: SupplierDunsFilter | null | undefined;
  /** Conditions on externalCode. */
  readonly externalCode?: SupplierExternalCodeFilter | null | undefined;
  /** Conditions on legalName. */
  readonly legalName?: SupplierLegalNameFilter | null | undefined;
  /** Conditions on sameAsId. */
  readonly sameAsId?: SupplierSameAsIdFilter | null | undefined;
  /** Conditions on sanctioned. */
  readonly sanctioned?: SupplierSanctionedFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: SupplierStatusFilter | null | undefined;
  /** Conditions on taxId. */
  readonly taxId?: SupplierTaxIdFilter | null | undefined;
  /** Conditions on uscc. */
  readonly uscc?: SupplierUsccFilter | null | undefined;
};

/** What supplierImportApply needs. */
export type SupplierImportApplyInput = {
  /** The import. */
  readonly importId: string;
  /** Whether rows with problems are left out. */
  readonly onlyGoodRows?: boolean | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What supplierImportCreate needs. */
export type SupplierImportCreateInput = {
  /** The file, uploaded for a supplier_import. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What supplierImportMap needs. */
export type SupplierImportMapInput = {
  /** Values for empty cells. */
  readonly defaults?: ReadonlyArray<DefaultValueInput> | null | undefined;
  /** The import. */
  readonly importId: string;
  /** The column of each field. */
  readonly mapping: ReadonlyArray<ColumnChoiceInput>;
  /** The version that was read. */
  readonly version: number;
};

/** What supplierImportReport needs. */
export type SupplierImportReportInput = {
  /** csv or xlsx. */
  readonly fileFormat: string;
  /** The import. */
  readonly importId: string;
};

/** Conditions on SupplierImportRow; a row must meet all that are given. */
export type SupplierImportRowFilter = {
  /** Conditions on jobId. */
  readonly jobId?: SupplierImportRowJobIdFilter | null | undefined;
  /** Conditions on outcome. */
  readonly outcome?: SupplierImportRowOutcomeFilter | null | undefined;
};

/** Conditions on jobId of SupplierImportRow. */
export type SupplierImportRowJobIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on outcome of SupplierImportRow. */
export type SupplierImportRowOutcomeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** The fields of a supplier; what is left out stays as it is, an empty text clears it. */
export type SupplierInput = {
  /** The city. */
  readonly city?: string | null | undefined;
  /** The contact person. */
  readonly contactName?: string | null | undefined;
  /** Two letters of ISO 3166, or the country's name. */
  readonly country?: string | null | undefined;
  /** The currency the supplier usually sells in. */
  readonly currency?: string | null | undefined;
  /** The D-U-N-S number. */
  readonly duns?: string | null | undefined;
  /** Where orders are sent. */
  readonly email?: string | null | undefined;
  /** The supplier's code in the group's own systems. */
  readonly externalCode?: string | null | undefined;
  /** The name in the commercial register. */
  readonly legalName?: string | null | undefined;
  /** The legal entity identifier. */
  readonly lei?: string | null | undefined;
  /** A note for headquarters. */
  readonly note?: string | null | undefined;
  /** Another name, e.g. in English. */
  readonly otherName?: string | null | undefined;
  /** The phone number. */
  readonly phone?: string | null | undefined;
  /** The postal code. */
  readonly postalCode?: string | null | undefined;
  /** The address. */
  readonly street?: string | null | undefined;
  /** The tax number. */
  readonly taxId?: string | null | undefined;
  /** The unified social credit code (China). */
  readonly uscc?: string | null | undefined;
  /** The web address. */
  readonly website?: string | null | undefined;
};

/** Conditions on legalName of Supplier. */
export type SupplierLegalNameFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of Supplier. */
export type SupplierOrder =
  /** By changedAt, ascending. */
  | 'CHANGED_AT_ASC'
  /** By changedAt, descending. */
  | 'CHANGED_AT_DESC'
  /** By country, ascending. */
  | 'COUNTRY_ASC'
  /** By country, descending. */
  | 'COUNTRY_DESC'
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By externalCode, ascending. */
  | 'EXTERNAL_CODE_ASC'
  /** By externalCode, descending. */
  | 'EXTERNAL_CODE_DESC'
  /** By legalName, ascending. */
  | 'LEGAL_NAME_ASC'
  /** By legalName, descending. */
  | 'LEGAL_NAME_DESC';

/** What supplierPolicyEdit needs. */
export type SupplierPolicyEditInput = {
  /** Whether the rules decide what they can without a person. */
  readonly acceptAutomatically: boolean;
  /** The risk class from which a check fails. */
  readonly blockingClass: number;
  /** Days for which a check's answer counts. */
  readonly checkDays: number;
  /** Over how many applications that was measured. */
  readonly manualSample?: number | null | undefined;
  /** The median active work an application took by hand, in seconds. */
  readonly manualSeconds?: number | null | undefined;
  /** Kinds of certificates a qualification must rest on. */
  readonly requiredCertificates: ReadonlyArray<string>;
  /** credit, licence, both or none. */
  readonly requiredChecks: ReadonlyArray<string>;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on categoryId of SupplierQualification. */
export type SupplierQualificationCategoryIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on endDate of SupplierQualification. */
export type SupplierQualificationEndDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on SupplierQualification; a row must meet all that are given. */
export type SupplierQualificationFilter = {
  /** Conditions on categoryId. */
  readonly categoryId?: SupplierQualificationCategoryIdFilter | null | undefined;
  /** Conditions on endDate. */
  readonly endDate?: SupplierQualificationEndDateFilter | null | undefined;
  /** Conditions on grade. */
  readonly grade?: SupplierQualificationGradeFilter | null | undefined;
  /** Conditions on region. */
  readonly region?: SupplierQualificationRegionFilter | null | undefined;
  /** Conditions on riskClass. */
  readonly riskClass?: SupplierQualificationRiskClassFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: SupplierQualificationStatusFilter | null | undefined;
  /** Conditions on supplierOrgId. */
  readonly supplierOrgId?: SupplierQualificationSupplierOrgIdFilter | null | undefined;
};

/** Conditions on grade of SupplierQualification. */
export type SupplierQualificationGradeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Orders of SupplierQualification. */
export type SupplierQualificationOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By endDate, ascending. */
  | 'END_DATE_ASC'
  /** By endDate, descending. */
  | 'END_DATE_DESC'
  /** By grade, ascending. */
  | 'GRADE_ASC'
  /** By grade, descending. */
  | 'GRADE_DESC'
  /** By supplierName, ascending. */
  | 'SUPPLIER_NAME_ASC'
  /** By supplierName, descending. */
  | 'SUPPLIER_NAME_DESC';

/** Conditions on region of SupplierQualification. */
export type SupplierQualificationRegionFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on riskClass of SupplierQualification. */
export type SupplierQualificationRiskClassFilter = {
  /** The value is this value or greater. */
  readonly gte?: number | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: number | null | undefined;
};

/** Conditions on status of SupplierQualification. */
export type SupplierQualificationStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierOrgId of SupplierQualification. */
export type SupplierQualificationSupplierOrgIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What supplierRestore needs. */
export type SupplierRestoreInput = {
  /** The supplier. */
  readonly supplierOrgId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on sameAsId of Supplier. */
export type SupplierSameAsIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on sanctioned of Supplier. */
export type SupplierSanctionedFilter = {
  /** The value equals this value. */
  readonly eq?: boolean | null | undefined;
};

/** Conditions on status of Supplier. */
export type SupplierStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on taxId of Supplier. */
export type SupplierTaxIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on uscc of Supplier. */
export type SupplierUsccFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What supportGrant needs. */
export type SupportGrantInput = {
  /** For how many hours, at most 168. */
  readonly hours: number;
  /** Whether anything may be changed; false when left out. */
  readonly mayWrite?: boolean | null | undefined;
  /** As whom. */
  readonly memberId: string;
  /** What for. */
  readonly reason: string;
};

/** What supportRevoke needs. */
export type SupportRevokeInput = {
  /** The consent. */
  readonly grantId: string;
};

/** What taxIdSet needs. */
export type TaxIdSetInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** eu_vat, cn_tin, us_ein, gb_vat or ch_vat. */
  readonly kind: string;
  /** The number; empty for none. */
  readonly value: string;
};

/** How many of the rated suppliers each tier takes. */
export type TierRuleInput = {
  /** The band on each side of a cut in which who was above stays above: 0 to 10 percent. */
  readonly hysteresis: string;
  /** In percent, from 1, with at most two decimals. */
  readonly preferred: string;
  /** In percent, from 1, with at most two decimals. */
  readonly strategic: string;
  /** In percent, from 1; the three sum to 100. */
  readonly watch: string;
};

/** What transferApprove needs. */
export type TransferApproveInput = {
  /** The day of the assessment; not in the future. */
  readonly assessedDate: string;
  /** What the assessment of the impact found. */
  readonly assessment: string;
  /** How consent was given, or what the basis rests on. */
  readonly basisNote: string;
  /** Where the recipient works: an ISO 3166 code. */
  readonly country: string;
  /** The personal fields that may go: name, email. */
  readonly fields: ReadonlyArray<string>;
  /** The first day. */
  readonly fromDate: string;
  /** The recipient's domain, as in the address that is called. */
  readonly host: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** consent, contract, employment, legal_duty or legitimate_interest. */
  readonly legalBasis: string;
  /** What for. */
  readonly purpose: string;
  /** Who gets the data. */
  readonly recipient: string;
  /** The last day. */
  readonly untilDate: string;
};

/** Conditions on country of Transfer. */
export type TransferCountryFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What transferEnd needs. */
export type TransferEndInput = {
  /** Why it ends. */
  readonly reason: string;
  /** The transfer. */
  readonly transferId: string;
};

/** Conditions on Transfer; a row must meet all that are given. */
export type TransferFilter = {
  /** Conditions on country. */
  readonly country?: TransferCountryFilter | null | undefined;
};

/** Orders of Transfer. */
export type TransferOrder =
  /** By approvedAt, ascending. */
  | 'APPROVED_AT_ASC'
  /** By approvedAt, descending. */
  | 'APPROVED_AT_DESC'
  /** By recipient, ascending. */
  | 'RECIPIENT_ASC'
  /** By recipient, descending. */
  | 'RECIPIENT_DESC'
  /** By untilDate, ascending. */
  | 'UNTIL_DATE_ASC'
  /** By untilDate, descending. */
  | 'UNTIL_DATE_DESC';

/** What unitClose needs. */
export type UnitCloseInput = {
  /** Why; it is kept in the audit trail. */
  readonly reason: string;
  /** The unit. */
  readonly unitId: string;
};

/** Conditions on country of Unit. */
export type UnitCountryFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What unitCreate needs. */
export type UnitCreateInput = {
  /** Where it is, ISO 3166. */
  readonly country: string;
  /** The currency of its books, ISO 4217; it stays. */
  readonly currency: string;
  /** A member of the group who becomes its administrator; the caller when left out. */
  readonly firstAdminEmail?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, once in the group. */
  readonly name: string;
  /** The part of the country, as the group calls it. */
  readonly region?: string | null | undefined;
  /** Its name in addresses: 2 to 48 letters a–z, digits, hyphens. */
  readonly slug: string;
  /** The time zone of its days, e.g. Asia/Shanghai. */
  readonly timeZone: string;
};

/** Conditions on createdAt of Unit. */
export type UnitCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on currency of Unit. */
export type UnitCurrencyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What unitEdit needs. */
export type UnitEditInput = {
  /** Where it is, ISO 3166. */
  readonly country?: string | null | undefined;
  /** Its name, once in the group. */
  readonly name?: string | null | undefined;
  /** The part of the country, as the group calls it. */
  readonly region?: string | null | undefined;
  /** The time zone of its days. */
  readonly timeZone?: string | null | undefined;
  /** The unit. */
  readonly unitId: string;
  /** The version of the unit that was read. */
  readonly version: number;
};

/** Conditions on Unit; a row must meet all that are given. */
export type UnitFilter = {
  /** Conditions on country. */
  readonly country?: UnitCountryFilter | null | undefined;
  /** Conditions on createdAt. */
  readonly createdAt?: UnitCreatedAtFilter | null | undefined;
  /** Conditions on currency. */
  readonly currency?: UnitCurrencyFilter | null | undefined;
  /** Conditions on slug. */
  readonly slug?: UnitSlugFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: UnitStatusFilter | null | undefined;
};

/** Orders of Unit. */
export type UnitOrder =
  /** By country, ascending. */
  | 'COUNTRY_ASC'
  /** By country, descending. */
  | 'COUNTRY_DESC'
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By name, ascending. */
  | 'NAME_ASC'
  /** By name, descending. */
  | 'NAME_DESC'
  /** By slug, ascending. */
  | 'SLUG_ASC'
  /** By slug, descending. */
  | 'SLUG_DESC'
  /** By status, ascending. */
  | 'STATUS_ASC'
  /** By status, descending. */
  | 'STATUS_DESC';

/** What unitPurge needs. */
export type UnitPurgeInput = {
  /** The unit's name in addresses, typed to confirm. */
  readonly confirmSlug: string;
  /** The unit. */
  readonly unitId: string;
};

/** What unitResume needs. */
export type UnitResumeInput = {
  /** The unit. */
  readonly unitId: string;
};

/** Conditions on slug of Unit. */
export type UnitSlugFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on status of Unit. */
export type UnitStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What unitSuspend needs. */
export type UnitSuspendInput = {
  /** Why; it is kept in the audit trail. */
  readonly reason: string;
  /** The unit. */
  readonly unitId: string;
};

/** What webhookCreate needs. */
export type WebhookCreateInput = {
  /** Where the receiver works: an ISO 3166 code of two letters. */
  readonly country: string;
  /** Codes of `webhookEvents`. */
  readonly eventTypes: ReadonlyArray<string>;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for. */
  readonly title?: string | null | undefined;
  /** A public https address by name. */
  readonly url: string;
  /** Whether to tell who did it; that goes out only while a transfer on record covers it. */
  readonly withPeople?: boolean | null | undefined;
};

/** What webhookDelete needs. */
export type WebhookDeleteInput = {
  /** The webhook. */
  readonly webhookId: string;
};

/** Conditions on createdAt of WebhookDelivery. */
export type WebhookDeliveryCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on eventType of WebhookDelivery. */
export type WebhookDeliveryEventTypeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on WebhookDelivery; a row must meet all that are given. */
export type WebhookDeliveryFilter = {
  /** Conditions on createdAt. */
  readonly createdAt?: WebhookDeliveryCreatedAtFilter | null | undefined;
  /** Conditions on eventType. */
  readonly eventType?: WebhookDeliveryEventTypeFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: WebhookDeliveryStatusFilter | null | undefined;
  /** Conditions on webhookId. */
  readonly webhookId?: WebhookDeliveryWebhookIdFilter | null | undefined;
};

/** Orders of WebhookDelivery. */
export type WebhookDeliveryOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC';

/** What webhookDeliveryReplay needs. */
export type WebhookDeliveryReplayInput = {
  /** One delivery; otherwise `since`. */
  readonly deliveryId?: string | null | undefined;
  /** Leave out what arrived; true when left out. */
  readonly onlyMissed?: boolean | null | undefined;
  /** From when on; at most 1,000 at a time, the oldest first. */
  readonly since?: string | null | undefined;
  /** The webhook. */
  readonly webhookId: string;
};

/** Conditions on status of WebhookDelivery. */
export type WebhookDeliveryStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on webhookId of WebhookDelivery. */
export type WebhookDeliveryWebhookIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** What webhookEdit needs. */
export type WebhookEditInput = {
  /** False pauses it, true sets it going, also after it was disabled. */
  readonly active?: boolean | null | undefined;
  /** Where the receiver works: an ISO 3166 code of two letters. */
  readonly country?: string | null | undefined;
  /** Codes of `webhookEvents`. */
  readonly eventTypes?: ReadonlyArray<string> | null | undefined;
  /** What it is for. */
  readonly title?: string | null | undefined;
  /** A public https address by name. */
  readonly url?: string | null | undefined;
  /** The version of the webhook that was read. */
  readonly version: number;
  /** The webhook. */
  readonly webhookId: string;
  /** Whether to tell who did it; that goes out only while a transfer on record covers it. */
  readonly withPeople?: boolean | null | undefined;
};

/** Conditions on Webhook; a row must meet all that are given. */
export type WebhookFilter = {
  /** Conditions on status. */
  readonly status?: WebhookStatusFilter | null | undefined;
};

/** Orders of Webhook. */
export type WebhookOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By lastDeliveredAt, ascending. */
  | 'LAST_DELIVERED_AT_ASC'
  /** By lastDeliveredAt, descending. */
  | 'LAST_DELIVERED_AT_DESC'
  /** By title, ascending. */
  | 'TITLE_ASC'
  /** By title, descending. */
  | 'TITLE_DESC'
  /** By url, ascending. */
  | 'URL_ASC'
  /** By url, descending. */
  | 'URL_DESC';

/** What webhookRotate needs. */
export type WebhookRotateInput = {
  /** The webhook. */
  readonly webhookId: string;
};

/** Conditions on status of Webhook. */
export type WebhookStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What webhookTest needs. */
export type WebhookTestInput = {
  /** The webhook. */
  readonly webhookId: string;
};

/** What workspaceOpen needs. */
export type WorkspaceOpenInput = {
  /** Where the unit is, ISO 3166. */
  readonly country: string;
  /** The currency of its books and of the group's sums. */
  readonly currency: string;
  /** base or procurement; base when left out. */
  readonly edition?: string | null | undefined;
  /** The name of the group. */
  readonly groupName: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** zh-CN or en; zh-CN when left out. */
  readonly locale?: string | null | undefined;
  /** The unit's name in addresses. */
  readonly slug: string;
  /** The time zone of its days, e.g. Asia/Shanghai. */
  readonly timeZone: string;
  /** The name of its first unit. */
  readonly unitName: string;
};

export type ApiKeysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ApiKeyFilter | null | undefined;
  orderBy?: ApiKeyOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type ApiKeysQuery = { readonly apiKeys: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly prefix: string, readonly unitId: string | null, readonly permissions: ReadonlyArray<string>, readonly status: string, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type ApiKeyCreateMutation = { readonly apiKeyCreate: { readonly secret: string | null, readonly apiKey: { readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { readonly apiKeyRevoke: { readonly apiKey: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CustomRoleCreateMutationVariables = Exact<{
  input: CustomRoleCreateInput;
}>;


export type CustomRoleCreateMutation = { readonly customRoleCreate: { readonly customRole: { readonly id: string, readonly code: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CustomRoleEditMutationVariables = Exact<{
  input: CustomRoleEditInput;
}>;


export type CustomRoleEditMutation = { readonly customRoleEdit: { readonly customRole: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CustomRoleDeleteMutationVariables = Exact<{
  input: CustomRoleDeleteInput;
}>;


export type CustomRoleDeleteMutation = { readonly customRoleDelete: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvitationAcceptMutationVariables = Exact<{
  input: InvitationAcceptInput;
}>;


export type InvitationAcceptMutation = { readonly invitationAccept: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvitationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: InvitationFilter | null | undefined;
  orderBy?: InvitationOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type InvitationsQuery = { readonly invitations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: string, readonly unitId: string | null, readonly role: string, readonly email: string, readonly status: string, readonly createdAt: string, readonly expiresAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type InvitationCreateMutationVariables = Exact<{
  input: InvitationCreateInput;
}>;


export type InvitationCreateMutation = { readonly invitationCreate: { readonly invitation: { readonly id: string, readonly email: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvitationRevokeMutationVariables = Exact<{
  input: InvitationRevokeInput;
}>;


export type InvitationRevokeMutation = { readonly invitationRevoke: { readonly invitation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MembersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MemberFilter | null | undefined;
  orderBy?: MemberOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type MembersQuery = { readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly personId: string, readonly kind: string, readonly unitId: string | null, readonly role: string, readonly email: string, readonly displayName: string, readonly version: number, readonly createdAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MemberChangeRoleMutationVariables = Exact<{
  input: MemberChangeRoleInput;
}>;


export type MemberChangeRoleMutation = { readonly memberChangeRole: { readonly member: { readonly id: string, readonly role: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MemberRemoveMutationVariables = Exact<{
  input: MemberRemoveInput;
}>;


export type MemberRemoveMutation = { readonly memberRemove: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MfaPolicyQueryVariables = Exact<{
  id: string;
}>;


export type MfaPolicyQuery = { readonly group: { readonly id: string, readonly mfaRequiredRoles: ReadonlyArray<string> | null, readonly version: number } | null };

export type MfaPolicyEditMutationVariables = Exact<{
  input: MfaPolicyEditInput;
}>;


export type MfaPolicyEditMutation = { readonly mfaPolicyEdit: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type DataPurposesQueryVariables = Exact<{ [key: string]: never; }>;


export type DataPurposesQuery = { readonly dataPurposes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly about: string, readonly basis: string, readonly version: number, readonly mayChoose: boolean, readonly given: boolean, readonly answeredAt: string | null, readonly answeredVersion: number | null, readonly origin: string }> };

export type ConsentGiveMutationVariables = Exact<{
  input: ConsentGiveInput;
}>;


export type ConsentGiveMutation = { readonly consentGive: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;


export type ConsentWithdrawMutation = { readonly consentWithdraw: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OwnRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnRequestsQuery = { readonly ownRequests: ReadonlyArray<{ readonly id: string, readonly groupId: string, readonly kind: string, readonly status: string, readonly comment: string, readonly requestedAt: string, readonly dueAt: string }> };

export type PersonDataTakeMutationVariables = Exact<{ [key: string]: never; }>;


export type PersonDataTakeMutation = { readonly personDataTake: { readonly json: string | null, readonly html: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PersonRequestOpenMutationVariables = Exact<{
  input: PersonRequestOpenInput;
}>;


export type PersonRequestOpenMutation = { readonly personRequestOpen: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PersonEditMutationVariables = Exact<{
  input: PersonEditInput;
}>;


export type PersonEditMutation = { readonly personEdit: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SecurityEventsQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityEventsQuery = { readonly securityEvents: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly at: string, readonly ipAddress: string | null, readonly userAgent: string }> };

export type RolesQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesQuery = { readonly roles: ReadonlyArray<{ readonly code: string, readonly kind: string, readonly name: string, readonly permissions: ReadonlyArray<string>, readonly privileged: boolean, readonly customRoleId: string | null, readonly version: number | null }> };

export type AlertsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AlertFilter | null | undefined;
  orderBy?: AlertOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type AlertsQuery = { readonly alerts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: string, readonly name: string, readonly text: string, readonly advice: string, readonly urgent: boolean, readonly unitId: string | null, readonly subjectType: string, readonly subjectId: string | null, readonly raisedAt: string, readonly seenAt: string | null, readonly seenByName: string, readonly assigneeId: string | null, readonly assigneeName: string, readonly snoozedUntilAt: string | null, readonly closedAt: string | null, readonly closedByName: string, readonly resolvedAt: string | null, readonly unit: { readonly id: string, readonly name: string, readonly slug: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AlertShownFragment = { readonly id: string, readonly kind: string, readonly name: string, readonly text: string, readonly advice: string, readonly urgent: boolean, readonly unitId: string | null, readonly subjectType: string, readonly subjectId: string | null, readonly raisedAt: string, readonly seenAt: string | null, readonly seenByName: string, readonly assigneeId: string | null, readonly assigneeName: string, readonly snoozedUntilAt: string | null, readonly closedAt: string | null, readonly closedByName: string, readonly resolvedAt: string | null, readonly unit: { readonly id: string, readonly name: string, readonly slug: string } | null };

export type AlertCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertCountsQuery = { readonly alertCounts: ReadonlyArray<{ readonly kind: string, readonly name: string, readonly unitId: string | null, readonly count: number }> };

export type AlertMailsQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertMailsQuery = { readonly viewer: { readonly person: { readonly id: string, readonly alertMails: string } } | null };

export type AlertQueryVariables = Exact<{
  id: string;
}>;


export type AlertQuery = { readonly alert: { readonly details: unknown, readonly timesRaised: number, readonly closedReason: string, readonly id: string, readonly kind: string, readonly name: string, readonly text: string, readonly advice: string, readonly urgent: boolean, readonly unitId: string | null, readonly subjectType: string, readonly subjectId: string | null, readonly raisedAt: string, readonly seenAt: string | null, readonly seenByName: string, readonly assigneeId: string | null, readonly assigneeName: string, readonly snoozedUntilAt: string | null, readonly closedAt: string | null, readonly closedByName: string, readonly resolvedAt: string | null, readonly notes: ReadonlyArray<{ readonly id: string, readonly action: string, readonly text: string, readonly untilAt: string | null, readonly authorName: string, readonly at: string }>, readonly unit: { readonly id: string, readonly name: string, readonly slug: string } | null } | null };

export type AlertPeopleQueryVariables = Exact<{
  alertId: string;
}>;


export type AlertPeopleQuery = { readonly alertPeople: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type AlertSeeMutationVariables = Exact<{
  input: AlertSeeInput;
}>;


export type AlertSeeMutation = { readonly alertSee: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertAssignMutationVariables = Exact<{
  input: AlertAssignInput;
}>;


export type AlertAssignMutation = { readonly alertAssign: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertCommentMutationVariables = Exact<{
  input: AlertCommentInput;
}>;


export type AlertCommentMutation = { readonly alertComment: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertSnoozeMutationVariables = Exact<{
  input: AlertSnoozeInput;
}>;


export type AlertSnoozeMutation = { readonly alertSnooze: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertWakeMutationVariables = Exact<{
  input: AlertWakeInput;
}>;


export type AlertWakeMutation = { readonly alertWake: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertCloseMutationVariables = Exact<{
  input: AlertCloseInput;
}>;


export type AlertCloseMutation = { readonly alertClose: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertReopenMutationVariables = Exact<{
  input: AlertReopenInput;
}>;


export type AlertReopenMutation = { readonly alertReopen: { readonly alert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AlertMailsChooseMutationVariables = Exact<{
  input: AlertMailsChooseInput;
}>;


export type AlertMailsChooseMutation = { readonly alertMailsChoose: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type DeliveriesQueryVariables = Exact<{
  by: ReadonlyArray<DeliveryDimension> | DeliveryDimension;
  since: string;
  until: string;
  unitIds?: ReadonlyArray<string> | string | null | undefined;
  supplierIds?: ReadonlyArray<string> | string | null | undefined;
  itemIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type DeliveriesQuery = { readonly deliveries: { readonly refreshedAt: string | null, readonly total: { readonly dueQuantity: string, readonly inTimeQuantity: string, readonly inTimePercent: string | null, readonly acceptedPercent: string, readonly lines: number } | null, readonly rows: ReadonlyArray<{ readonly dueQuantity: string, readonly inTimeQuantity: string, readonly inTimePercent: string | null, readonly acceptedPercent: string, readonly lines: number, readonly keys: ReadonlyArray<{ readonly id: string | null, readonly month: string | null, readonly code: string, readonly nameEn: string, readonly nameZh: string }> }> } };

export type DeliveryFiguresFragment = { readonly dueQuantity: string, readonly inTimeQuantity: string, readonly inTimePercent: string | null, readonly acceptedPercent: string, readonly lines: number };

export type CycleTimesQueryVariables = Exact<{
  by: CycleDimension;
  since: string;
  until: string;
  unitIds?: ReadonlyArray<string> | string | null | undefined;
  categoryIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type CycleTimesQuery = { readonly cycleTimes: { readonly refreshedAt: string | null, readonly total: { readonly nameEn: string, readonly nameZh: string, readonly lines: number, readonly meanDays: string, readonly medianDays: string, readonly p90Days: string } | null, readonly rows: ReadonlyArray<{ readonly id: string | null, readonly month: string | null, readonly nameEn: string, readonly nameZh: string, readonly lines: number, readonly meanDays: string, readonly medianDays: string, readonly p90Days: string }> } };

export type CycleFiguresFragment = { readonly nameEn: string, readonly nameZh: string, readonly lines: number, readonly meanDays: string, readonly medianDays: string, readonly p90Days: string };

export type ApprovalTimesQueryVariables = Exact<{
  by: ApprovalDimension;
  since: string;
  until: string;
  unitIds?: ReadonlyArray<string> | string | null | undefined;
  documentTypes?: ReadonlyArray<string> | string | null | undefined;
}>;


export type ApprovalTimesQuery = { readonly approvalTimes: { readonly refreshedAt: string | null, readonly total: { readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly documents: number, readonly meanDays: string, readonly medianDays: string, readonly p90Days: string } | null, readonly rows: ReadonlyArray<{ readonly id: string | null, readonly month: string | null, readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly documents: number, readonly meanDays: string, readonly medianDays: string, readonly p90Days: string }> } };

export type ApprovalTimeFiguresFragment = { readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly documents: number, readonly meanDays: string, readonly medianDays: string, readonly p90Days: string };

export type SpendQueryVariables = Exact<{
  by: SpendDimension;
  since: string;
  until: string;
  unitIds?: ReadonlyArray<string> | string | null | undefined;
  supplierIds?: ReadonlyArray<string> | string | null | undefined;
  categoryIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type SpendQuery = { readonly spend: { readonly lines: number, readonly refreshedAt: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly rows: ReadonlyArray<{ readonly id: string | null, readonly month: string | null, readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly lines: number, readonly spend: { readonly amount: string, readonly currency: string } }>, readonly currencies: ReadonlyArray<{ readonly spend: { readonly amount: string, readonly currency: string }, readonly converted: { readonly amount: string, readonly currency: string } | null }> } };

export type SubscriptionQueryVariables = Exact<{ [key: string]: never; }>;


export type SubscriptionQuery = { readonly subscription: { readonly status: string, readonly isPaid: boolean, readonly readOnly: boolean, readonly currency: string, readonly interval: string, readonly seats: number, readonly trialEndsAt: string | null, readonly periodStartAt: string | null, readonly periodEndAt: string | null, readonly cancelAtPeriodEnd: boolean, readonly pastDueAt: string | null, readonly graceEndsAt: string | null, readonly version: number, readonly taxIdKind: string, readonly taxId: string, readonly coupon: { readonly code: string, readonly percentOff: string | null, readonly endsAt: string | null, readonly amountOff: { readonly amount: string, readonly currency: string } | null } | null, readonly periodTotal: { readonly amount: string, readonly currency: string }, readonly commissionMonth: { readonly amount: string, readonly currency: string }, readonly limits: ReadonlyArray<{ readonly name: string, readonly used: string, readonly limit: string | null }>, readonly plan: { readonly code: string, readonly name: string, readonly about: string, readonly modules: ReadonlyArray<string>, readonly commissionPercent: string } } | null };

export type SubscriptionStateQueryVariables = Exact<{ [key: string]: never; }>;


export type SubscriptionStateQuery = { readonly subscription: { readonly status: string, readonly isPaid: boolean, readonly trialEndsAt: string | null, readonly graceEndsAt: string | null } | null };

export type PlansQueryVariables = Exact<{ [key: string]: never; }>;


export type PlansQuery = { readonly plans: ReadonlyArray<{ readonly code: string, readonly name: string, readonly about: string, readonly modules: ReadonlyArray<string>, readonly units: number | null, readonly seats: number | null, readonly storageBytes: string | null, readonly apiCalls: string | null, readonly commissionPercent: string, readonly trialDays: number, readonly prices: ReadonlyArray<{ readonly currency: string, readonly interval: string, readonly base: { readonly amount: string, readonly currency: string }, readonly seat: { readonly amount: string, readonly currency: string }, readonly commissionCap: { readonly amount: string, readonly currency: string } | null }> }> };

export type SubscriptionPreviewQueryVariables = Exact<{
  plan?: string | null | undefined;
  interval?: string | null | undefined;
  seats?: number | null | undefined;
  currency?: string | null | undefined;
}>;


export type SubscriptionPreviewQuery = { readonly subscriptionPreview: { readonly at: string, readonly dueMinor: number, readonly modulesOn: ReadonlyArray<string>, readonly modulesOff: ReadonlyArray<string>, readonly due: { readonly amount: string, readonly currency: string }, readonly periodTotal: { readonly amount: string, readonly currency: string }, readonly positions: ReadonlyArray<{ readonly part: string, readonly kind: string, readonly quantity: number, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }> } | null };

export type BillingOperationQueryVariables = Exact<{
  id: string;
}>;


export type BillingOperationQuery = { readonly billingOperation: { readonly id: string, readonly kind: string, readonly status: string, readonly url: string, readonly code: string, readonly message: string } | null };

export type BillingInvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BillingInvoicesQuery = { readonly billingInvoices: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly currency: string, readonly issuedAt: string, readonly nextAttemptAt: string | null, readonly total: string | null, readonly tax: string | null, readonly paid: string | null, readonly pageUrl: string, readonly pdfUrl: string }> } };

export type CommissionChargesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type CommissionChargesQuery = { readonly commissionCharges: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly currency: string, readonly gross: string | null, readonly charged: string | null, readonly chargedAt: string, readonly usageEvents: ReadonlyArray<{ readonly id: string, readonly orderNumber: string, readonly orderAmount: string, readonly orderCurrency: string, readonly commission: string | null }> }> } };

export type CheckoutStartMutationVariables = Exact<{
  input: CheckoutStartInput;
}>;


export type CheckoutStartMutation = { readonly checkoutStart: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SubscriptionChangeMutationVariables = Exact<{
  input: SubscriptionChangeInput;
}>;


export type SubscriptionChangeMutation = { readonly subscriptionChange: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SubscriptionCancelMutationVariables = Exact<{
  input: SubscriptionCancelInput;
}>;


export type SubscriptionCancelMutation = { readonly subscriptionCancel: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SubscriptionResumeMutationVariables = Exact<{
  input: SubscriptionResumeInput;
}>;


export type SubscriptionResumeMutation = { readonly subscriptionResume: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CouponApplyMutationVariables = Exact<{
  input: CouponApplyInput;
}>;


export type CouponApplyMutation = { readonly couponApply: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type TaxIdSetMutationVariables = Exact<{
  input: TaxIdSetInput;
}>;


export type TaxIdSetMutation = { readonly taxIdSet: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PortalOpenMutationVariables = Exact<{
  input: PortalOpenInput;
}>;


export type PortalOpenMutation = { readonly portalOpen: { readonly operation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CalculationQueryVariables = Exact<{
  input: CalculationInput;
}>;


export type CalculationQuery = { readonly calculation: { readonly cheaper: string, readonly breakEvenMonth: number | null, readonly roiPercent: string | null, readonly paybackMonth: number | null, readonly runs: number, readonly seed: number, readonly aboveZeroPercent: string, readonly formulas: ReadonlyArray<string>, readonly licencePlan: { readonly amount: string, readonly currency: string }, readonly licenceSeats: { readonly amount: string, readonly currency: string }, readonly licenceCommission: { readonly amount: string, readonly currency: string }, readonly subscription: { readonly years: ReadonlyArray<{ readonly year: number, readonly licence: { readonly amount: string, readonly currency: string }, readonly implementation: { readonly amount: string, readonly currency: string }, readonly operation: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly licence: { readonly amount: string, readonly currency: string }, readonly implementation: { readonly amount: string, readonly currency: string }, readonly operation: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly npv: { readonly amount: string, readonly currency: string } }, readonly selfBuild: { readonly years: ReadonlyArray<{ readonly year: number, readonly licence: { readonly amount: string, readonly currency: string }, readonly implementation: { readonly amount: string, readonly currency: string }, readonly operation: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly licence: { readonly amount: string, readonly currency: string }, readonly implementation: { readonly amount: string, readonly currency: string }, readonly operation: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly npv: { readonly amount: string, readonly currency: string } }, readonly differences: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly difference: { readonly amount: string, readonly currency: string }, readonly npvDifference: { readonly amount: string, readonly currency: string }, readonly benefit: ReadonlyArray<{ readonly year: number, readonly saving: { readonly amount: string, readonly currency: string }, readonly efficiency: { readonly amount: string, readonly currency: string }, readonly cost: { readonly amount: string, readonly currency: string }, readonly net: { readonly amount: string, readonly currency: string } }>, readonly benefitNet: { readonly amount: string, readonly currency: string }, readonly benefitNpv: { readonly amount: string, readonly currency: string }, readonly p10: { readonly amount: string, readonly currency: string }, readonly p50: { readonly amount: string, readonly currency: string }, readonly p90: { readonly amount: string, readonly currency: string }, readonly drivers: ReadonlyArray<{ readonly driver: string, readonly correlation: string, readonly sharePercent: string }> } | null };

export type CostsOfThreeYearsPartsFragment = { readonly years: ReadonlyArray<{ readonly year: number, readonly licence: { readonly amount: string, readonly currency: string }, readonly implementation: { readonly amount: string, readonly currency: string }, readonly operation: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } }>, readonly licence: { readonly amount: string, readonly currency: string }, readonly implementation: { readonly amount: string, readonly currency: string }, readonly operation: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string }, readonly npv: { readonly amount: string, readonly currency: string } };

export type LeavingQueryVariables = Exact<{ [key: string]: never; }>;


export type LeavingQuery = { readonly groupExports: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly done: number, readonly total: number, readonly parts: number, readonly sha256: string, readonly byteCount: string, readonly createdAt: string, readonly finishedAt: string | null, readonly expiresAt: string | null }> }, readonly groupClosures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly dueAt: string }> } };

export type GroupExportRequestMutationVariables = Exact<{ [key: string]: never; }>;


export type GroupExportRequestMutation = { readonly groupExportRequest: { readonly groupExport: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupExportDownloadMutationVariables = Exact<{
  input: GroupExportDownloadInput;
}>;


export type GroupExportDownloadMutation = { readonly groupExportDownload: { readonly links: ReadonlyArray<string> | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupCloseMutationVariables = Exact<{
  input: GroupCloseInput;
}>;


export type GroupCloseMutation = { readonly groupClose: { readonly groupClosure: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupKeepMutationVariables = Exact<{ [key: string]: never; }>;


export type GroupKeepMutation = { readonly groupKeep: { readonly groupClosure: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PersonRequestsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PersonRequestFilter | null | undefined;
  orderBy?: PersonRequestOrder | null | undefined;
}>;


export type PersonRequestsQuery = { readonly personRequests: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly displayName: string, readonly email: string, readonly kind: string, readonly status: string, readonly note: string, readonly comment: string, readonly holds: unknown, readonly erased: unknown, readonly requestedAt: string, readonly dueAt: string, readonly decidedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PersonRequestDecideMutationVariables = Exact<{
  input: PersonRequestDecideInput;
}>;


export type PersonRequestDecideMutation = { readonly personRequestDecide: { readonly personRequest: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RetentionRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionRulesQuery = { readonly retentionRules: ReadonlyArray<{ readonly code: string, readonly name: string, readonly ground: string, readonly since: string, readonly action: string, readonly days: number, readonly leastDays: number, readonly mostDays: number, readonly ours: boolean, readonly chosenBy: string, readonly chosenAt: string | null, readonly removed: number, readonly last: { readonly day: string, readonly finishedAt: string | null, readonly found: number, readonly removed: number, readonly held: number, readonly tookMs: number } | null }> };

export type RetentionExtendMutationVariables = Exact<{
  input: RetentionExtendInput;
}>;


export type RetentionExtendMutation = { readonly retentionExtend: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type LegalHoldsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: LegalHoldOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type LegalHoldsQuery = { readonly legalHolds: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly unitId: string | null, readonly personId: string | null, readonly reason: string, readonly reference: string, readonly placedAt: string, readonly placedByName: string, readonly endedAt: string | null, readonly endedByName: string, readonly endReason: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type HoldMembersQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: MemberFilter | null | undefined;
}>;


export type HoldMembersQuery = { readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly personId: string, readonly displayName: string, readonly email: string } }> } };

export type LegalHoldImposeMutationVariables = Exact<{
  input: LegalHoldImposeInput;
}>;


export type LegalHoldImposeMutation = { readonly legalHoldImpose: { readonly legalHold: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type LegalHoldLiftMutationVariables = Exact<{
  input: LegalHoldLiftInput;
}>;


export type LegalHoldLiftMutation = { readonly legalHoldLift: { readonly legalHold: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type TransfersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: TransferFilter | null | undefined;
  orderBy?: TransferOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type TransfersQuery = { readonly transfers: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly recipient: string, readonly host: string, readonly country: string, readonly purpose: string, readonly legalBasis: string, readonly basisNote: string, readonly assessment: string, readonly assessedDate: string, readonly fields: ReadonlyArray<string>, readonly fromDate: string, readonly untilDate: string, readonly approvedAt: string, readonly approvedByName: string, readonly endedAt: string | null, readonly endedByName: string, readonly endReason: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TransferApproveMutationVariables = Exact<{
  input: TransferApproveInput;
}>;


export type TransferApproveMutation = { readonly transferApprove: { readonly transfer: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type TransferEndMutationVariables = Exact<{
  input: TransferEndInput;
}>;


export type TransferEndMutation = { readonly transferEnd: { readonly transfer: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WebhookEventsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEventsQuery = { readonly webhookEvents: ReadonlyArray<{ readonly code: string, readonly name: string, readonly example: string }> };

export type DeveloperUseQueryVariables = Exact<{ [key: string]: never; }>;


export type DeveloperUseQuery = { readonly apiKeyDays: ReadonlyArray<{ readonly apiKeyId: string, readonly day: string, readonly requests: number, readonly errors: number, readonly limited: number }>, readonly apiKeys: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly prefix: string, readonly status: string, readonly permissions: ReadonlyArray<string>, readonly lastUsedAt: string | null }> } };

export type ApiLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiLimitsQuery = { readonly apiLimits: { readonly pointsAMinute: number, readonly groupPointsAMinute: number, readonly mostPointsARequest: number, readonly deepest: number, readonly eventVersion: string, readonly attempts: number } };

export type WebhooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: WebhookFilter | null | undefined;
  orderBy?: WebhookOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type WebhooksQuery = { readonly webhooks: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly url: string, readonly title: string, readonly status: string, readonly eventTypes: ReadonlyArray<string>, readonly lastDeliveredAt: string | null, readonly failures: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WebhookDetailQueryVariables = Exact<{
  id: string;
}>;


export type WebhookDetailQuery = { readonly webhook: { readonly id: string, readonly url: string, readonly title: string, readonly country: string, readonly status: string, readonly eventTypes: ReadonlyArray<string>, readonly withPeople: boolean, readonly failures: number, readonly failingSinceAt: string | null, readonly disabledAt: string | null, readonly formerUntilAt: string | null, readonly lastDeliveredAt: string | null, readonly createdAt: string, readonly version: number } | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: WebhookDeliveryFilter | null | undefined;
  orderBy?: WebhookDeliveryOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { readonly webhookDeliveries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly eventType: string, readonly status: string, readonly attempts: number, readonly nextAttemptAt: string | null, readonly answerStatus: number | null, readonly durationMs: number | null, readonly lastError: string, readonly deliveredAt: string | null, readonly createdAt: string, readonly body: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WebhookCreateMutationVariables = Exact<{
  input: WebhookCreateInput;
}>;


export type WebhookCreateMutation = { readonly webhookCreate: { readonly secret: string | null, readonly webhook: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WebhookEditMutationVariables = Exact<{
  input: WebhookEditInput;
}>;


export type WebhookEditMutation = { readonly webhookEdit: { readonly webhook: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WebhookRotateMutationVariables = Exact<{
  input: WebhookRotateInput;
}>;


export type WebhookRotateMutation = { readonly webhookRotate: { readonly secret: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WebhookDeleteMutationVariables = Exact<{
  input: WebhookDeleteInput;
}>;


export type WebhookDeleteMutation = { readonly webhookDelete: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WebhookTestMutationVariables = Exact<{
  input: WebhookTestInput;
}>;


export type WebhookTestMutation = { readonly webhookTest: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WebhookDeliveryReplayMutationVariables = Exact<{
  input: WebhookDeliveryReplayInput;
}>;


export type WebhookDeliveryReplayMutation = { readonly webhookDeliveryReplay: { readonly count: number | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupQueryVariables = Exact<{
  id: string;
}>;


export type GroupQuery = { readonly group: { readonly id: string, readonly name: string, readonly currency: string, readonly locale: string, readonly version: number, readonly createdAt: string } | null };

export type GroupEditMutationVariables = Exact<{
  input: GroupEditInput;
}>;


export type GroupEditMutation = { readonly groupEdit: { readonly group: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ModuleChangeQueryVariables = Exact<{
  module: string;
  enable: boolean;
  unitId?: string | null | undefined;
}>;


export type ModuleChangeQuery = { readonly moduleChange: { readonly units: number, readonly also: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly openWork: ReadonlyArray<{ readonly name: string, readonly count: number }> } | null };

export type ModuleEnableMutationVariables = Exact<{
  input: ModuleEnableInput;
}>;


export type ModuleEnableMutation = { readonly moduleEnable: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ModuleDisableMutationVariables = Exact<{
  input: ModuleDisableInput;
}>;


export type ModuleDisableMutation = { readonly moduleDisable: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ModulesQueryVariables = Exact<{
  unitId?: string | null | undefined;
}>;


export type ModulesQuery = { readonly modules: ReadonlyArray<{ readonly code: string, readonly name: string, readonly about: string, readonly needs: ReadonlyArray<string>, readonly neededBy: ReadonlyArray<string>, readonly alwaysOn: boolean, readonly enabled: boolean, readonly chosenIn: string, readonly changedAt: string | null, readonly changedBy: string }> };

export type GroupOverviewQueryVariables = Exact<{
  id: string;
  units: boolean;
  members: boolean;
  invitations: boolean;
  audit: boolean;
  suppliers: boolean;
  sanctions: boolean;
  alerts: boolean;
  now: string;
}>;


export type GroupOverviewQuery = { readonly group: { readonly name: string, readonly currency: string, readonly createdAt: string } | null, readonly alertCounts?: ReadonlyArray<{ readonly count: number }>, readonly units?: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly country: string, readonly currency: string, readonly status: string }> }, readonly provisioningJobs?: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly done: number, readonly total: number, readonly status: string, readonly step: string, readonly unit: { readonly id: string, readonly name: string } | null }> }, readonly members?: { readonly totalCount: number }, readonly invitations?: { readonly totalCount: number }, readonly suppliers?: { readonly totalCount: number }, readonly sanctions?: { readonly totalCount: number }, readonly auditEntries?: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly at: string, readonly actorEn: string, readonly actorZh: string, readonly actionEn: string, readonly actionZh: string, readonly subjectLabel: string, readonly subjectTypeEn: string, readonly subjectTypeZh: string }> } };

export type UnitsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: UnitFilter | null | undefined;
  orderBy?: UnitOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type UnitsQuery = { readonly units: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly slug: string, readonly name: string, readonly country: string, readonly region: string, readonly currency: string, readonly timeZone: string, readonly status: string, readonly createdAt: string, readonly activatedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type UnitQueryVariables = Exact<{
  id: string;
}>;


export type UnitQuery = { readonly unit: { readonly id: string, readonly slug: string, readonly name: string, readonly country: string, readonly region: string, readonly currency: string, readonly timeZone: string, readonly status: string, readonly version: number, readonly createdAt: string, readonly activatedAt: string | null } | null, readonly provisioningJobs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly step: string, readonly done: number, readonly total: number, readonly error: string, readonly createdAt: string, readonly finishedAt: string | null }> } };

export type UnitArchivesQueryVariables = Exact<{
  id: string;
}>;


export type UnitArchivesQuery = { readonly unitArchives: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly purpose: string, readonly status: string, readonly manifestSha256: string, readonly tableCount: number, readonly rowCount: string, readonly byteCount: string, readonly createdAt: string, readonly finishedAt: string | null }> } };

export type UnitCreateMutationVariables = Exact<{
  input: UnitCreateInput;
}>;


export type UnitCreateMutation = { readonly unitCreate: { readonly provisioningJob: { readonly id: string, readonly unitId: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type UnitEditMutationVariables = Exact<{
  input: UnitEditInput;
}>;


export type UnitEditMutation = { readonly unitEdit: { readonly unit: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type UnitSuspendMutationVariables = Exact<{
  input: UnitSuspendInput;
}>;


export type UnitSuspendMutation = { readonly unitSuspend: { readonly unit: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type UnitResumeMutationVariables = Exact<{
  input: UnitResumeInput;
}>;


export type UnitResumeMutation = { readonly unitResume: { readonly unit: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type UnitCloseMutationVariables = Exact<{
  input: UnitCloseInput;
}>;


export type UnitCloseMutation = { readonly unitClose: { readonly unitArchive: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type UnitPurgeMutationVariables = Exact<{
  input: UnitPurgeInput;
}>;


export type UnitPurgeMutation = { readonly unitPurge: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CategoriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CategoriesQuery = { readonly categories: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly status: string, readonly parentId: string | null, readonly version: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CategoryArchiveMutationVariables = Exact<{
  input: CategoryArchiveInput;
}>;


export type CategoryArchiveMutation = { readonly categoryArchive: { readonly category: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CategoryCreateMutationVariables = Exact<{
  input: CategoryCreateInput;
}>;


export type CategoryCreateMutation = { readonly categoryCreate: { readonly category: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CategoryEditMutationVariables = Exact<{
  input: CategoryEditInput;
}>;


export type CategoryEditMutation = { readonly categoryEdit: { readonly category: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FxRateEnterMutationVariables = Exact<{
  input: FxRateEnterInput;
}>;


export type FxRateEnterMutation = { readonly fxRateEnter: { readonly fxRate: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FxRatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: FxRateFilter | null | undefined;
  orderBy?: FxRateOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type FxRatesQuery = { readonly fxRates: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly base: string, readonly quote: string, readonly rate: string, readonly rateDate: string, readonly source: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ItemArchiveMutationVariables = Exact<{
  input: ItemArchiveInput;
}>;


export type ItemArchiveMutation = { readonly itemArchive: { readonly item: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemCreateMutationVariables = Exact<{
  input: ItemCreateInput;
}>;


export type ItemCreateMutation = { readonly itemCreate: { readonly item: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemEditMutationVariables = Exact<{
  input: ItemEditInput;
}>;


export type ItemEditMutation = { readonly itemEdit: { readonly item: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemMergeConfirmMutationVariables = Exact<{
  input: ItemMergeConfirmInput;
}>;


export type ItemMergeConfirmMutation = { readonly itemMergeConfirm: { readonly itemMerge: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemMergeOptionsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ItemMergeOptionsQuery = { readonly items: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly sku: string, readonly name: string, readonly baseUom: string }> } };

export type ItemMergePreviewMutationVariables = Exact<{
  input: ItemMergePreviewInput;
}>;


export type ItemMergePreviewMutation = { readonly itemMergePreview: { readonly itemMerge: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemMergeDetailQueryVariables = Exact<{
  id: string;
}>;


export type ItemMergeDetailQuery = { readonly itemMerge: { readonly id: string, readonly fromItemId: string, readonly intoItemId: string, readonly fromSku: string, readonly intoSku: string, readonly status: string, readonly units: number, readonly reason: string, readonly askedByName: string, readonly askedAt: string, readonly confirmedByName: string, readonly confirmedAt: string | null, readonly version: number, readonly fromItem: { readonly id: string, readonly name: string } | null, readonly intoItem: { readonly id: string, readonly name: string } | null, readonly shares: ReadonlyArray<{ readonly id: string, readonly before: number, readonly targetBefore: number, readonly moved: number, readonly folded: number, readonly remaining: number, readonly targetAfter: number, readonly movedAt: string | null, readonly unit: { readonly id: string, readonly name: string } | null }> } | null };

export type ItemDetailQueryVariables = Exact<{
  id: string;
}>;


export type ItemDetailQuery = { readonly item: { readonly id: string, readonly sku: string, readonly name: string, readonly otherName: string, readonly description: string, readonly categoryId: string | null, readonly baseUom: string, readonly gtin: string, readonly hsCode: string, readonly status: string, readonly createdAt: string, readonly changedAt: string, readonly version: number, readonly mergedInto: { readonly id: string, readonly sku: string, readonly name: string } | null, readonly category: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } | null } | null };

export type ItemsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ItemFilter | null | undefined;
  orderBy?: ItemOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type ItemsQuery = { readonly items: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sku: string, readonly name: string, readonly otherName: string, readonly description: string, readonly categoryId: string | null, readonly baseUom: string, readonly gtin: string, readonly hsCode: string, readonly status: string, readonly changedAt: string, readonly version: number, readonly category: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SanctionConfirmMutationVariables = Exact<{
  input: SanctionConfirmInput;
}>;


export type SanctionConfirmMutation = { readonly sanctionConfirm: { readonly sanction: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SanctionImposeMutationVariables = Exact<{
  input: SanctionImposeInput;
}>;


export type SanctionImposeMutation = { readonly sanctionImpose: { readonly sanction: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SanctionLiftMutationVariables = Exact<{
  input: SanctionLiftInput;
}>;


export type SanctionLiftMutation = { readonly sanctionLift: { readonly sanction: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SanctionWithdrawMutationVariables = Exact<{
  input: SanctionWithdrawInput;
}>;


export type SanctionWithdrawMutation = { readonly sanctionWithdraw: { readonly sanction: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SanctionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SanctionFilter | null | undefined;
  orderBy?: SanctionOrder | null | undefined;
}>;


export type SanctionsQuery = { readonly sanctions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: string, readonly binding: boolean, readonly actions: ReadonlyArray<string>, readonly allCategories: boolean, readonly allUnits: boolean, readonly openDocumentPolicy: string, readonly reason: string, readonly fromAt: string | null, readonly untilAt: string | null, readonly imposedAt: string, readonly endedAt: string | null, readonly version: number, readonly supplier: { readonly id: string, readonly legalName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ScreeningHitConfirmMutationVariables = Exact<{
  input: ScreeningHitConfirmInput;
}>;


export type ScreeningHitConfirmMutation = { readonly screeningHitConfirm: { readonly screeningHit: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ScreeningHitDismissMutationVariables = Exact<{
  input: ScreeningHitDismissInput;
}>;


export type ScreeningHitDismissMutation = { readonly screeningHitDismiss: { readonly screeningHit: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ScreeningHitDetailQueryVariables = Exact<{
  id: string;
}>;


export type ScreeningHitDetailQuery = { readonly screeningHit: { readonly id: string, readonly supplierName: string, readonly entryName: string, readonly score: number, readonly evidence: unknown, readonly status: string, readonly decidedByName: string, readonly decidedAt: string | null, readonly decisionReason: string, readonly version: number, readonly createdAt: string, readonly supplier: { readonly id: string, readonly legalName: string, readonly otherName: string, readonly country: string, readonly city: string, readonly street: string, readonly uscc: string, readonly taxId: string, readonly sanctioned: boolean, readonly status: string } | null, readonly entry: { readonly id: string, readonly source: string, readonly sourceId: string, readonly kind: string, readonly names: ReadonlyArray<string>, readonly programs: string, readonly countries: ReadonlyArray<string>, readonly remarks: string, readonly listedOn: string, readonly removedAt: string | null } | null } | null };

export type ScreeningHitsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ScreeningHitFilter | null | undefined;
  orderBy?: ScreeningHitOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type ScreeningHitsQuery = { readonly screeningHits: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly supplierName: string, readonly entryName: string, readonly score: number, readonly status: string, readonly decidedByName: string, readonly decidedAt: string | null, readonly createdAt: string, readonly supplier: { readonly id: string, readonly country: string } | null, readonly entry: { readonly id: string, readonly source: string, readonly kind: string, readonly countries: ReadonlyArray<string>, readonly programs: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ScreeningRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type ScreeningRunsQuery = { readonly screeningRuns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: string, readonly threshold: number, readonly suppliers: number, readonly entries: number, readonly hits: number, readonly startedByName: string, readonly createdAt: string, readonly finishedAt: string | null } }> }, readonly suppliers: { readonly totalCount: number } };

export type ScreeningStartMutationVariables = Exact<{
  input: ScreeningStartInput;
}>;


export type ScreeningStartMutation = { readonly screeningStart: { readonly screeningRun: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierArchiveMutationVariables = Exact<{
  input: SupplierArchiveInput;
}>;


export type SupplierArchiveMutation = { readonly supplierArchive: { readonly supplier: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierCreateMutationVariables = Exact<{
  input: SupplierCreateInput;
}>;


export type SupplierCreateMutation = { readonly supplierCreate: { readonly supplier: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierEditMutationVariables = Exact<{
  input: SupplierEditInput;
}>;


export type SupplierEditMutation = { readonly supplierEdit: { readonly supplier: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierImportApplyMutationVariables = Exact<{
  input: SupplierImportApplyInput;
}>;


export type SupplierImportApplyMutation = { readonly supplierImportApply: { readonly supplierImport: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierImportCreateMutationVariables = Exact<{
  input: SupplierImportCreateInput;
}>;


export type SupplierImportCreateMutation = { readonly supplierImportCreate: { readonly supplierImport: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierImportMapMutationVariables = Exact<{
  input: SupplierImportMapInput;
}>;


export type SupplierImportMapMutation = { readonly supplierImportMap: { readonly supplierImport: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierImportReportMutationVariables = Exact<{
  input: SupplierImportReportInput;
}>;


export type SupplierImportReportMutation = { readonly supplierImportReport: { readonly url: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierImportRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SupplierImportRowFilter | null | undefined;
}>;


export type SupplierImportRowsQuery = { readonly supplierImportRows: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: number, readonly fields: unknown, readonly problems: unknown, readonly outcome: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SupplierImportDetailQueryVariables = Exact<{
  id: string;
}>;


export type SupplierImportDetailQuery = { readonly supplierImport: { readonly id: string, readonly status: string, readonly fileName: string, readonly fileFormat: string, readonly encoding: string, readonly sheet: string, readonly headerRow: number, readonly columns: ReadonlyArray<string>, readonly preview: unknown, readonly mapping: unknown, readonly defaults: unknown, readonly counts: unknown, readonly progress: number, readonly total: number, readonly failureCode: string, readonly failureEn: string, readonly failureZh: string, readonly version: number } | null };

export type SupplierRestoreMutationVariables = Exact<{
  input: SupplierRestoreInput;
}>;


export type SupplierRestoreMutation = { readonly supplierRestore: { readonly supplier: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierDetailQueryVariables = Exact<{
  id: string;
}>;


export type SupplierDetailQuery = { readonly supplier: { readonly id: string, readonly legalName: string, readonly otherName: string, readonly country: string, readonly uscc: string, readonly taxId: string, readonly duns: string, readonly lei: string, readonly externalCode: string, readonly email: string, readonly phone: string, readonly website: string, readonly contactName: string, readonly street: string, readonly city: string, readonly postalCode: string, readonly currency: string, readonly status: string, readonly sanctioned: boolean, readonly version: number, readonly createdAt: string, readonly changedAt: string, readonly names: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly value: string, readonly current: boolean }>, readonly sanctions: ReadonlyArray<{ readonly id: string, readonly status: string, readonly binding: boolean, readonly actions: ReadonlyArray<string>, readonly allCategories: boolean, readonly allUnits: boolean, readonly unitIds: ReadonlyArray<string>, readonly reason: string, readonly openDocumentPolicy: string, readonly fromAt: string | null, readonly untilAt: string | null, readonly imposedAt: string, readonly endedAt: string | null, readonly endReason: string, readonly version: number }> } | null };

export type SuppliersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SupplierFilter | null | undefined;
  orderBy?: SupplierOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type SuppliersQuery = { readonly suppliers: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly legalName: string, readonly otherName: string, readonly country: string, readonly city: string, readonly uscc: string, readonly taxId: string, readonly duns: string, readonly externalCode: string, readonly status: string, readonly sanctioned: boolean, readonly changedAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ServiceBannersQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceBannersQuery = { readonly announcementsNow: ReadonlyArray<{ readonly id: string, readonly tone: string, readonly text: string, readonly endsAt: string }>, readonly supportNow: ReadonlyArray<{ readonly id: string, readonly operatorName: string, readonly personName: string, readonly mayWrite: boolean, readonly endsAt: string }> };

export type ServiceStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceStatusQuery = { readonly serviceStatus: { readonly state: string, readonly unitsAnswer: string, readonly percent: string | null, readonly days: ReadonlyArray<{ readonly day: string, readonly percent: string | null, readonly failedMinutes: number }>, readonly incidents: ReadonlyArray<{ readonly id: string, readonly title: string, readonly impact: string, readonly state: string, readonly startedAt: string, readonly resolvedAt: string | null, readonly updates: ReadonlyArray<{ readonly state: string, readonly text: string, readonly at: string }> }>, readonly maintenance: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly announcedBefore: boolean }> } };

export type OwnServiceQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServiceQuery = { readonly unitAvailability: ReadonlyArray<{ readonly unitId: string, readonly unitName: string, readonly month: string, readonly percent: string | null, readonly failedMinutes: number, readonly excludedMinutes: number, readonly budgetMinutes: string, readonly budgetLeft: string, readonly closed: boolean }>, readonly milestones: ReadonlyArray<{ readonly code: string, readonly reachedAt: string | null }> };

export type UsageReportQueryVariables = Exact<{ [key: string]: never; }>;


export type UsageReportQuery = { readonly usageReport: { readonly countedSince: string | null, readonly fullPeriod: boolean, readonly modules: ReadonlyArray<{ readonly code: string, readonly name: string, readonly enabled: boolean, readonly activePeople: number, readonly activeDays: number, readonly lastUsedAt: string | null, readonly proposed: boolean, readonly also: ReadonlyArray<string> }> } };

export type SupportAccessQueryVariables = Exact<{ [key: string]: never; }>;


export type SupportAccessQuery = { readonly supportGrants: ReadonlyArray<{ readonly id: string, readonly personName: string, readonly mayWrite: boolean, readonly reason: string, readonly grantedBy: string, readonly grantedAt: string, readonly endsAt: string, readonly revokedAt: string | null }>, readonly supportSessions: ReadonlyArray<{ readonly id: string, readonly operatorName: string, readonly personName: string, readonly mayWrite: boolean, readonly reason: string, readonly startedAt: string, readonly endedAt: string | null, readonly endsAt: string }> };

export type SupportMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type SupportMembersQuery = { readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly displayName: string, readonly email: string, readonly role: string } }> } };

export type SupportGrantMutationVariables = Exact<{
  input: SupportGrantInput;
}>;


export type SupportGrantMutation = { readonly supportGrant: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupportRevokeMutationVariables = Exact<{
  input: SupportRevokeInput;
}>;


export type SupportRevokeMutation = { readonly supportRevoke: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierInboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  awaits?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type SupplierInboxQuery = { readonly supplierInbox: { readonly waiting: number, readonly hasNextPage: boolean, readonly endCursor: string | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly docType: string, readonly number: string, readonly orderId: string | null, readonly state: string, readonly awaits: string, readonly changedAt: string, readonly groupName: string, readonly unitName: string, readonly membershipId: string }> } };

export type AuditChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditChoicesQuery = { readonly auditChoices: { readonly actions: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }>, readonly subjectTypes: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }>, readonly actors: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }> } };

export type AuditChoiceWordsFragment = { readonly code: string, readonly nameEn: string, readonly nameZh: string };

export type GroupAuditEntriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: GroupAuditEntryFilter | null | undefined;
  orderBy?: GroupAuditEntryOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type GroupAuditEntriesQuery = { readonly auditEntries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly actorKey: string, readonly actorEn: string, readonly actorZh: string, readonly action: string, readonly actionEn: string, readonly actionZh: string, readonly subjectType: string, readonly subjectTypeEn: string, readonly subjectTypeZh: string, readonly subjectLabel: string, readonly old: unknown, readonly new: unknown, readonly reason: string, readonly ipAddress: string, readonly requestId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SetUpQueryVariables = Exact<{
  me: string;
}>;


export type SetUpQuery = { readonly units: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly status: string }> }, readonly provisioningJobs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: string, readonly step: string, readonly done: number, readonly total: number, readonly error: string, readonly createdAt: string, readonly finishedAt: string | null }> }, readonly suppliers: { readonly totalCount: number }, readonly items: { readonly totalCount: number }, readonly members: { readonly totalCount: number }, readonly own: { readonly totalCount: number }, readonly invitations: { readonly totalCount: number } };

export type SampleDataLoadMutationVariables = Exact<{ [key: string]: never; }>;


export type SampleDataLoadMutation = { readonly sampleDataLoad: { readonly suppliers: number | null, readonly items: number | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WorkspaceOpenMutationVariables = Exact<{
  input: WorkspaceOpenInput;
}>;


export type WorkspaceOpenMutation = { readonly workspaceOpen: { readonly groupId: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AdmissionFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type AdmissionFiguresQuery = { readonly admissionFigures: { readonly decided: number, readonly byRule: number, readonly byPerson: number, readonly medianSeconds: number | null, readonly meanSeconds: number | null, readonly baselineSeconds: number | null, readonly baselineSample: number | null, readonly reductionPercent: string | null } };

export type ApplicationAcceptMutationVariables = Exact<{
  input: ApplicationAcceptInput;
}>;


export type ApplicationAcceptMutation = { readonly applicationAccept: { readonly supplierApplication: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ApplicationRejectMutationVariables = Exact<{
  input: ApplicationRejectInput;
}>;


export type ApplicationRejectMutation = { readonly applicationReject: { readonly supplierApplication: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ApplicationReturnMutationVariables = Exact<{
  input: ApplicationReturnInput;
}>;


export type ApplicationReturnMutation = { readonly applicationReturn: { readonly supplierApplication: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ApplicationSaveMutationVariables = Exact<{
  input: ApplicationSaveInput;
}>;


export type ApplicationSaveMutation = { readonly applicationSave: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ApplicationSubmitMutationVariables = Exact<{
  input: ApplicationSubmitInput;
}>;


export type ApplicationSubmitMutation = { readonly applicationSubmit: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CertificateLinkMutationVariables = Exact<{
  input: CertificateLinkInput;
}>;


export type CertificateLinkMutation = { readonly certificateLink: { readonly url: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CertificateRejectMutationVariables = Exact<{
  input: CertificateRejectInput;
}>;


export type CertificateRejectMutation = { readonly certificateReject: { readonly certificate: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CertificateSubmitMutationVariables = Exact<{
  input: CertificateSubmitInput;
}>;


export type CertificateSubmitMutation = { readonly certificateSubmit: { readonly certificate: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CertificateVerifyMutationVariables = Exact<{
  input: CertificateVerifyInput;
}>;


export type CertificateVerifyMutation = { readonly certificateVerify: { readonly certificate: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupScoreCloseMutationVariables = Exact<{
  input: GroupScoreCloseInput;
}>;


export type GroupScoreCloseMutation = { readonly groupScoreClose: { readonly suppliers: number | null, readonly rated: number | null, readonly reached: number | null, readonly units: number | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupScoresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: GroupScoreFilter | null | undefined;
  orderBy?: GroupScoreOrder | null | undefined;
}>;


export type GroupScoresQuery = { readonly groupScores: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly supplierId: string, readonly supplierName: string | null, readonly startDate: string, readonly endDate: string, readonly total: string | null, readonly coverage: string | null, readonly rank: number | null, readonly tier: string, readonly quality: string | null, readonly onTime: string | null, readonly cost: string | null, readonly innovation: string | null, readonly environment: string | null, readonly sources: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type GroupSharesQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupSharesQuery = { readonly groupQualityShares: ReadonlyArray<{ readonly startDate: string, readonly endDate: string, readonly rated: number, readonly reached: number, readonly bar: string, readonly percent: string }> | null };

export type ProviderCheckEnterMutationVariables = Exact<{
  input: ProviderCheckEnterInput;
}>;


export type ProviderCheckEnterMutation = { readonly providerCheckEnter: { readonly providerCheck: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ProviderCheckRequestMutationVariables = Exact<{
  input: ProviderCheckRequestInput;
}>;


export type ProviderCheckRequestMutation = { readonly providerCheckRequest: { readonly providerCheck: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type QualificationGrantMutationVariables = Exact<{
  input: QualificationGrantInput;
}>;


export type QualificationGrantMutation = { readonly qualificationGrant: { readonly supplierQualification: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type QualificationOpenMutationVariables = Exact<{
  input: QualificationOpenInput;
}>;


export type QualificationOpenMutation = { readonly qualificationOpen: { readonly supplier: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type QualificationRefuseMutationVariables = Exact<{
  input: QualificationRefuseInput;
}>;


export type QualificationRefuseMutation = { readonly qualificationRefuse: { readonly supplierQualification: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type QualificationSuspendMutationVariables = Exact<{
  input: QualificationSuspendInput;
}>;


export type QualificationSuspendMutation = { readonly qualificationSuspend: { readonly supplierQualification: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupQualitySuppliersQueryVariables = Exact<{
  end: string;
  bar: string;
}>;


export type GroupQualitySuppliersQuery = { readonly groupScores: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly supplierId: string, readonly supplierName: string | null, readonly startDate: string, readonly total: string | null, readonly tier: string }> } };

export type RegistrationInviteMutationVariables = Exact<{
  input: RegistrationInviteInput;
}>;


export type RegistrationInviteMutation = { readonly registrationInvite: { readonly sentTo: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RegistrationOpenMutationVariables = Exact<{
  input: RegistrationOpenInput;
}>;


export type RegistrationOpenMutation = { readonly registrationOpen: { readonly url: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RegistrationQueryVariables = Exact<{
  token: string;
}>;


export type RegistrationQuery = { readonly registration: { readonly group: string, readonly email: string, readonly categories: ReadonlyArray<{ readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string }>, readonly application: { readonly status: string, readonly profile: unknown, readonly categoryIds: ReadonlyArray<string>, readonly documents: unknown, readonly decisionReason: string } | null } };

export type ScoreModelPublishMutationVariables = Exact<{
  input: ScoreModelPublishInput;
}>;


export type ScoreModelPublishMutation = { readonly scoreModelPublish: { readonly scoreModel: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type GroupScoreModelQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupScoreModelQuery = { readonly groupScoreModel: { readonly name: string, readonly version: number, readonly qualityBar: string, readonly leastCoverage: string, readonly tiers: { readonly strategic: string, readonly preferred: string, readonly watch: string, readonly hysteresis: string }, readonly weights: ReadonlyArray<{ readonly dimension: string, readonly weight: string }> } };

export type SupplierAlertSeeMutationVariables = Exact<{
  input: SupplierAlertSeeInput;
}>;


export type SupplierAlertSeeMutation = { readonly supplierAlertSee: { readonly supplierAlert: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierApplicationDetailQueryVariables = Exact<{
  id: string;
}>;


export type SupplierApplicationDetailQuery = { readonly supplierApplication: { readonly id: string, readonly legalName: string, readonly email: string, readonly status: string, readonly profile: unknown, readonly documents: unknown, readonly findings: unknown, readonly decidedByName: string, readonly decidedByRule: string, readonly decisionReason: string, readonly supplierId: string | null, readonly submittedAt: string | null, readonly decidedAt: string | null, readonly version: number } | null };

export type SupplierApplicationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: SupplierApplicationFilter | null | undefined;
  orderBy?: SupplierApplicationOrder | null | undefined;
}>;


export type SupplierApplicationsQuery = { readonly supplierApplications: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly legalName: string, readonly email: string, readonly status: string, readonly decidedByRule: string, readonly decidedByName: string, readonly submittedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SupplierCategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type SupplierCategoriesQuery = { readonly categories: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string }> } };

export type SupplierFileQueryVariables = Exact<{
  id: string;
}>;


export type SupplierFileQuery = { readonly supplier: { readonly id: string, readonly legalName: string, readonly country: string, readonly status: string, readonly sanctioned: boolean, readonly riskClass: number | null, readonly qualifications: ReadonlyArray<{ readonly id: string, readonly region: string, readonly status: string, readonly grade: string, readonly counts: boolean, readonly startDate: string | null, readonly endDate: string | null, readonly daysLeft: number | null, readonly certificateIds: ReadonlyArray<string>, readonly decisionReason: string, readonly version: number, readonly categoryId: string, readonly category: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } | null }>, readonly certificates: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly number: string, readonly issuer: string, readonly expiresDate: string | null, readonly daysLeft: number | null, readonly status: string, readonly fileName: string, readonly decisionReason: string, readonly version: number }> } | null, readonly providerChecks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly provider: string, readonly status: string, readonly riskClass: number | null, readonly problem: string, readonly attempts: number, readonly fields: unknown, readonly responseSha256: string, readonly requestedByName: string, readonly requestedAt: string, readonly answeredAt: string | null, readonly expiresAt: string | null }> }, readonly supplierAlerts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly raisedAt: string, readonly details: unknown }> } };

export type SupplierPolicyEditMutationVariables = Exact<{
  input: SupplierPolicyEditInput;
}>;


export type SupplierPolicyEditMutation = { readonly supplierPolicyEdit: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierPolicyOfGroupQueryVariables = Exact<{ [key: string]: never; }>;


export type SupplierPolicyOfGroupQuery = { readonly supplierPolicy: { readonly requiredCertificates: ReadonlyArray<string>, readonly requiredChecks: ReadonlyArray<string>, readonly blockingClass: number, readonly checkDays: number, readonly acceptAutomatically: boolean, readonly manualSeconds: number | null, readonly manualSample: number | null, readonly version: number } };

export type SupplierQualificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: SupplierQualificationFilter | null | undefined;
  orderBy?: SupplierQualificationOrder | null | undefined;
}>;


export type SupplierQualificationsQuery = { readonly supplierQualifications: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly supplierId: string, readonly supplierName: string, readonly region: string, readonly status: string, readonly grade: string, readonly counts: boolean, readonly endDate: string | null, readonly daysLeft: number | null, readonly category: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SavedViewsQueryVariables = Exact<{
  screen: string;
}>;


export type SavedViewsQuery = { readonly savedViews: ReadonlyArray<{ readonly id: string, readonly name: string, readonly state: unknown }> };

export type SavedViewSaveMutationVariables = Exact<{
  input: SavedViewSaveInput;
}>;


export type SavedViewSaveMutation = { readonly savedViewSave: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SavedViewDeleteMutationVariables = Exact<{
  input: SavedViewDeleteInput;
}>;


export type SavedViewDeleteMutation = { readonly savedViewDelete: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type LiveStreamQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveStreamQuery = { readonly liveStream: { readonly url: string } };

export type UnitNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitNamesQuery = { readonly units: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }> } };

export type UomsQueryVariables = Exact<{ [key: string]: never; }>;


export type UomsQuery = { readonly uoms: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly symbol: string, readonly dimension: string }> };

export type PermissionCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionCatalogueQuery = { readonly permissions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kinds: ReadonlyArray<string>, readonly privileged: boolean, readonly keyScope: boolean }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly console: ReadonlyArray<string>, readonly person: { readonly id: string, readonly email: string, readonly displayName: string, readonly locale: string, readonly mfaEnabled: boolean, readonly mfaPassed: boolean }, readonly contexts: ReadonlyArray<{ readonly kind: ContextKind, readonly id: string, readonly slug: string, readonly name: string, readonly groupId: string, readonly groupName: string, readonly partnerId: string | null, readonly roles: ReadonlyArray<string>, readonly permissions: ReadonlyArray<string>, readonly modules: ReadonlyArray<string>, readonly mfaRequired: boolean, readonly readOnly: boolean }> } | null };

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
export const AlertShownFragmentDoc = new TypedDocumentString(`
    fragment AlertShown on Alert {
  id
  kind
  name
  text
  advice
  urgent
  unitId
  unit {
    id
    name
    slug
  }
  subjectType
  subjectId
  raisedAt
  seenAt
  seenByName
  assigneeId
  assigneeName
  snoozedUntilAt
  closedAt
  closedByName
  resolvedAt
}
    `, {"fragmentName":"AlertShown"}) as unknown as TypedDocumentString<AlertShownFragment, unknown>;
export const DeliveryFiguresFragmentDoc = new TypedDocumentString(`
    fragment DeliveryFigures on DeliverySum {
  dueQuantity
  inTimeQuantity
  inTimePercent
  acceptedPercent
  lines
}
    `, {"fragmentName":"DeliveryFigures"}) as unknown as TypedDocumentString<DeliveryFiguresFragment, unknown>;
export const CycleFiguresFragmentDoc = new TypedDocumentString(`
    fragment CycleFigures on CycleSum {
  nameEn
  nameZh
  lines
  meanDays
  medianDays
  p90Days
}
    `, {"fragmentName":"CycleFigures"}) as unknown as TypedDocumentString<CycleFiguresFragment, unknown>;
export const ApprovalTimeFiguresFragmentDoc = new TypedDocumentString(`
    fragment ApprovalTimeFigures on ApprovalTimeSum {
  code
  nameEn
  nameZh
  documents
  meanDays
  medianDays
  p90Days
}
    `, {"fragmentName":"ApprovalTimeFigures"}) as unknown as TypedDocumentString<ApprovalTimeFiguresFragment, unknown>;
export const CostsOfThreeYearsPartsFragmentDoc = new TypedDocumentString(`
    fragment CostsOfThreeYearsParts on CostsOfThreeYears {
  years {
    year
    licence {
      amount
      currency
    }
    implementation {
      amount
      currency
    }
    operation {
      amount
      currency
    }
    total {
      amount
      currency
    }
  }
  licence {
    amount
    currency
  }
  implementation {
    amount
    currency
  }
  operation {
    amount
    currency
  }
  total {
    amount
    currency
  }
  npv {
    amount
    currency
  }
}
    `, {"fragmentName":"CostsOfThreeYearsParts"}) as unknown as TypedDocumentString<CostsOfThreeYearsPartsFragment, unknown>;
export const AuditChoiceWordsFragmentDoc = new TypedDocumentString(`
    fragment AuditChoiceWords on AuditChoice {
  code
  nameEn
  nameZh
}
    `, {"fragmentName":"AuditChoiceWords"}) as unknown as TypedDocumentString<AuditChoiceWordsFragment, unknown>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($first: Int, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder, $search: String) {
  apiKeys(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        name
        prefix
        unitId
        permissions
        status
        createdAt
        expiresAt
        lastUsedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:9a48d9734e23099a534a6f28a0a484fbd43c1ef1b277a0affdb75ba4f6601270"}) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    apiKey {
      id
      name
    }
    secret
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a1f5cd1c4454d5d82b8c64046d38b459968d21bbe2e503ed9ea5be590b7e7116"}) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    apiKey {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:48fd3f16582d8cb7c509eabe4b95d2bdf6cac23439a12fb58cc19e3ee745f2d3"}) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const CustomRoleCreateDocument = new TypedDocumentString(`
    mutation CustomRoleCreate($input: CustomRoleCreateInput!) {
  customRoleCreate(input: $input) {
    customRole {
      id
      code
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ee23a88f99cf3dadd4bcb3908d0fa88617e28ecebfdb5b6ed4bef188e744e5c1"}) as unknown as TypedDocumentString<CustomRoleCreateMutation, CustomRoleCreateMutationVariables>;
export const CustomRoleEditDocument = new TypedDocumentString(`
    mutation CustomRoleEdit($input: CustomRoleEditInput!) {
  customRoleEdit(input: $input) {
    customRole {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ab2e6af471435954abfa8c91c2256beb574b5127b5d5f0df802fedeae639302f"}) as unknown as TypedDocumentString<CustomRoleEditMutation, CustomRoleEditMutationVariables>;
export const CustomRoleDeleteDocument = new TypedDocumentString(`
    mutation CustomRoleDelete($input: CustomRoleDeleteInput!) {
  customRoleDelete(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7ac977bddebc62148b951e4661348483c87cc0558e3b1fbe9482a3b06fcb8acc"}) as unknown as TypedDocumentString<CustomRoleDeleteMutation, CustomRoleDeleteMutationVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d51ccf0f6ff873145838b4c8e0e414c24ec7842a908cbe5756ad6007e563ef46"}) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($first: Int, $after: String, $filter: InvitationFilter, $orderBy: InvitationOrder, $search: String) {
  invitations(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        kind
        unitId
        role
        email
        status
        createdAt
        expiresAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:a1c100853f8a716d2af80d6f24daf06dcbe7c0371e8cec6522e2fd4a36ddc072"}) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const InvitationCreateDocument = new TypedDocumentString(`
    mutation InvitationCreate($input: InvitationCreateInput!) {
  invitationCreate(input: $input) {
    invitation {
      id
      email
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:62bff67315956d8822c54ed3da4deaf11c096dc3e67b8aa3f4bb1f8e43c59035"}) as unknown as TypedDocumentString<InvitationCreateMutation, InvitationCreateMutationVariables>;
export const InvitationRevokeDocument = new TypedDocumentString(`
    mutation InvitationRevoke($input: InvitationRevokeInput!) {
  invitationRevoke(input: $input) {
    invitation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9fe4e7e98297df2fcb22a6245dced4527feb566788d76fbd0ed4544c977776e4"}) as unknown as TypedDocumentString<InvitationRevokeMutation, InvitationRevokeMutationVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($first: Int, $after: String, $filter: MemberFilter, $orderBy: MemberOrder, $search: String) {
  members(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        personId
        kind
        unitId
        role
        email
        displayName
        version
        createdAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:070de06e0b837cf0bc566a51077a9105b4e22efe661191805d4a40d334d7d902"}) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const MemberChangeRoleDocument = new TypedDocumentString(`
    mutation MemberChangeRole($input: MemberChangeRoleInput!) {
  memberChangeRole(input: $input) {
    member {
      id
      role
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9f0ebd52e7499c327b4ff288042b9c6129d151b4f8a13b940495514304f9caf0"}) as unknown as TypedDocumentString<MemberChangeRoleMutation, MemberChangeRoleMutationVariables>;
export const MemberRemoveDocument = new TypedDocumentString(`
    mutation MemberRemove($input: MemberRemoveInput!) {
  memberRemove(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:875aa9dab01223ce11d9e14d4324add3332a0b76d8aabfac8c7cbe124eb7137e"}) as unknown as TypedDocumentString<MemberRemoveMutation, MemberRemoveMutationVariables>;
export const MfaPolicyDocument = new TypedDocumentString(`
    query MfaPolicy($id: ID!) {
  group(id: $id) {
    id
    mfaRequiredRoles
    version
  }
}
    `, {"hash":"sha256:6596995056fe22618e464d284887dafaa48e5f60000e894637a91e8159aae63c"}) as unknown as TypedDocumentString<MfaPolicyQuery, MfaPolicyQueryVariables>;
export const MfaPolicyEditDocument = new TypedDocumentString(`
    mutation MfaPolicyEdit($input: MfaPolicyEditInput!) {
  mfaPolicyEdit(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fd5ca7c904164601d8ec1af3f02e9bb9cfea17031695a13231631ec7b3b2cb10"}) as unknown as TypedDocumentString<MfaPolicyEditMutation, MfaPolicyEditMutationVariables>;
export const DataPurposesDocument = new TypedDocumentString(`
    query DataPurposes {
  dataPurposes {
    code
    name
    about
    basis
    version
    mayChoose
    given
    answeredAt
    answeredVersion
    origin
  }
}
    `, {"hash":"sha256:29998ade9d1b5862c9243984f5884d7d90d6c3b350973ef9b20a06ed2381edac"}) as unknown as TypedDocumentString<DataPurposesQuery, DataPurposesQueryVariables>;
export const ConsentGiveDocument = new TypedDocumentString(`
    mutation ConsentGive($input: ConsentGiveInput!) {
  consentGive(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7ab5af1fa67c9e636d9c12f6022590d15dc95f18f1fa66b436e24f9ea4d6823a"}) as unknown as TypedDocumentString<ConsentGiveMutation, ConsentGiveMutationVariables>;
export const ConsentWithdrawDocument = new TypedDocumentString(`
    mutation ConsentWithdraw($input: ConsentWithdrawInput!) {
  consentWithdraw(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a0820787412db79ba0243c5aec8a576d2a24a33fa7b1e0c5fee78f74ee768f37"}) as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const OwnRequestsDocument = new TypedDocumentString(`
    query OwnRequests {
  ownRequests {
    id
    groupId
    kind
    status
    comment
    requestedAt
    dueAt
  }
}
    `, {"hash":"sha256:bf91cbd133f0637e19923b9887650f6e90e9decf9ed89ae9664a2d7344cdc65b"}) as unknown as TypedDocumentString<OwnRequestsQuery, OwnRequestsQueryVariables>;
export const PersonDataTakeDocument = new TypedDocumentString(`
    mutation PersonDataTake {
  personDataTake {
    json
    html
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a51d33433d3f10080e3053cf4edffd4181a2cf5a9c5b5ff88f72c8fe9de065a3"}) as unknown as TypedDocumentString<PersonDataTakeMutation, PersonDataTakeMutationVariables>;
export const PersonRequestOpenDocument = new TypedDocumentString(`
    mutation PersonRequestOpen($input: PersonRequestOpenInput!) {
  personRequestOpen(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c50551e2c4c7be65238f728257ea06a6b657b33df9ae45bf3fcfb55b4ca549bd"}) as unknown as TypedDocumentString<PersonRequestOpenMutation, PersonRequestOpenMutationVariables>;
export const PersonEditDocument = new TypedDocumentString(`
    mutation PersonEdit($input: PersonEditInput!) {
  personEdit(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:430d57cc2888c82a307d54f4f602784e0fba9bd1cc52354d78c9edffda434ff2"}) as unknown as TypedDocumentString<PersonEditMutation, PersonEditMutationVariables>;
export const SecurityEventsDocument = new TypedDocumentString(`
    query SecurityEvents {
  securityEvents(first: 30) {
    id
    kind
    at
    ipAddress
    userAgent
  }
}
    `, {"hash":"sha256:6439a6524a55d8e4589bf8b3aa979192a7601ef9990a843098105001c7011316"}) as unknown as TypedDocumentString<SecurityEventsQuery, SecurityEventsQueryVariables>;
export const RolesDocument = new TypedDocumentString(`
    query Roles {
  roles {
    code
    kind
    name
    permissions
    privileged
    customRoleId
    version
  }
}
    `, {"hash":"sha256:981586525067c2c38b928c2e1895debb26b3bb08532af12383d1a9baf0599371"}) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const AlertsDocument = new TypedDocumentString(`
    query Alerts($first: Int!, $after: String, $filter: AlertFilter, $orderBy: AlertOrder, $search: String) {
  alerts(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        ...AlertShown
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment AlertShown on Alert {
  id
  kind
  name
  text
  advice
  urgent
  unitId
  unit {
    id
    name
    slug
  }
  subjectType
  subjectId
  raisedAt
  seenAt
  seenByName
  assigneeId
  assigneeName
  snoozedUntilAt
  closedAt
  closedByName
  resolvedAt
}`, {"hash":"sha256:84c2626577463d0652b67ea696f1f71f7ba4d847bffff08575427be2ab8148fe"}) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>;
export const AlertCountsDocument = new TypedDocumentString(`
    query AlertCounts {
  alertCounts {
    kind
    name
    unitId
    count
  }
}
    `, {"hash":"sha256:bd606db0c35ac4039a29b40ce526419d4f9c8d23897d287c75981d0f35701ccc"}) as unknown as TypedDocumentString<AlertCountsQuery, AlertCountsQueryVariables>;
export const AlertMailsDocument = new TypedDocumentString(`
    query AlertMails {
  viewer {
    person {
      id
      alertMails
    }
  }
}
    `, {"hash":"sha256:9938f1dbba23a5b0b2576f1b657e277e5b8e281152fb7b50e63b3347f04a94c0"}) as unknown as TypedDocumentString<AlertMailsQuery, AlertMailsQueryVariables>;
export const AlertDocument = new TypedDocumentString(`
    query Alert($id: ID!) {
  alert(id: $id) {
    ...AlertShown
    details
    timesRaised
    closedReason
    notes {
      id
      action
      text
      untilAt
      authorName
      at
    }
  }
}
    fragment AlertShown on Alert {
  id
  kind
  name
  text
  advice
  urgent
  unitId
  unit {
    id
    name
    slug
  }
  subjectType
  subjectId
  raisedAt
  seenAt
  seenByName
  assigneeId
  assigneeName
  snoozedUntilAt
  closedAt
  closedByName
  resolvedAt
}`, {"hash":"sha256:b7b9c0b3c919b06a77826bfda1c6a698e6fee127d981972acf46e9d47b5c9c37"}) as unknown as TypedDocumentString<AlertQuery, AlertQueryVariables>;
export const AlertPeopleDocument = new TypedDocumentString(`
    query AlertPeople($alertId: ID!) {
  alertPeople(alertId: $alertId) {
    id
    name
  }
}
    `, {"hash":"sha256:67ba0ba3255f197ffd5f2d5ef356af30a8a537009aab532d4536e91e1a7eb483"}) as unknown as TypedDocumentString<AlertPeopleQuery, AlertPeopleQueryVariables>;
export const AlertSeeDocument = new TypedDocumentString(`
    mutation AlertSee($input: AlertSeeInput!) {
  alertSee(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:add902ff801d959866fba819a6d06f74149367ac814b84e26741c3e29e44af7a"}) as unknown as TypedDocumentString<AlertSeeMutation, AlertSeeMutationVariables>;
export const AlertAssignDocument = new TypedDocumentString(`
    mutation AlertAssign($input: AlertAssignInput!) {
  alertAssign(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:82b62f6f2eb544d3f715dfc3d5181e5ff5acd343dc92aec38f9b20d69ab22016"}) as unknown as TypedDocumentString<AlertAssignMutation, AlertAssignMutationVariables>;
export const AlertCommentDocument = new TypedDocumentString(`
    mutation AlertComment($input: AlertCommentInput!) {
  alertComment(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9107d25e2b1313240c605c09170a9e0443a9e7e3d5e2b5c2d79145b0e833a98f"}) as unknown as TypedDocumentString<AlertCommentMutation, AlertCommentMutationVariables>;
export const AlertSnoozeDocument = new TypedDocumentString(`
    mutation AlertSnooze($input: AlertSnoozeInput!) {
  alertSnooze(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8d4a41b2f253bd4b76fe4ad3ea51b2df44aae8f8d831f4b00d61fa6871b7d769"}) as unknown as TypedDocumentString<AlertSnoozeMutation, AlertSnoozeMutationVariables>;
export const AlertWakeDocument = new TypedDocumentString(`
    mutation AlertWake($input: AlertWakeInput!) {
  alertWake(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d53822b10989dcd2d9d11c8d45493fc755c9eeb36a75aaffc71ebcaaa0e8cc47"}) as unknown as TypedDocumentString<AlertWakeMutation, AlertWakeMutationVariables>;
export const AlertCloseDocument = new TypedDocumentString(`
    mutation AlertClose($input: AlertCloseInput!) {
  alertClose(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fef137bcb3131daab7a6a7075d3f40456d658ed8d4a15649839efa3f0d37d01b"}) as unknown as TypedDocumentString<AlertCloseMutation, AlertCloseMutationVariables>;
export const AlertReopenDocument = new TypedDocumentString(`
    mutation AlertReopen($input: AlertReopenInput!) {
  alertReopen(input: $input) {
    alert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0e0e8f5d67fb724db8ce31517e45de876dd73a93d0bdff31ca5a06148ef5aa7c"}) as unknown as TypedDocumentString<AlertReopenMutation, AlertReopenMutationVariables>;
export const AlertMailsChooseDocument = new TypedDocumentString(`
    mutation AlertMailsChoose($input: AlertMailsChooseInput!) {
  alertMailsChoose(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d54b5e1a0f49c3a4d3a8523fe3e3d67ab02183c1cf80a7725b260f9e098b88ed"}) as unknown as TypedDocumentString<AlertMailsChooseMutation, AlertMailsChooseMutationVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($by: [DeliveryDimension!]!, $since: Date!, $until: Date!, $unitIds: [ID!], $supplierIds: [ID!], $itemIds: [ID!]) {
  deliveries(
    by: $by
    since: $since
    until: $until
    unitIds: $unitIds
    supplierIds: $supplierIds
    itemIds: $itemIds
  ) {
    total {
      ...DeliveryFigures
    }
    rows {
      keys {
        id
        month
        code
        nameEn
        nameZh
      }
      ...DeliveryFigures
    }
    refreshedAt
  }
}
    fragment DeliveryFigures on DeliverySum {
  dueQuantity
  inTimeQuantity
  inTimePercent
  acceptedPercent
  lines
}`, {"hash":"sha256:cf52004cafce1e9272c9ce55d4730c47223c6ad1db3af59c84ef024abbc42811"}) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const CycleTimesDocument = new TypedDocumentString(`
    query CycleTimes($by: CycleDimension!, $since: Date!, $until: Date!, $unitIds: [ID!], $categoryIds: [ID!]) {
  cycleTimes(
    by: $by
    since: $since
    until: $until
    unitIds: $unitIds
    categoryIds: $categoryIds
  ) {
    total {
      ...CycleFigures
    }
    rows {
      id
      month
      ...CycleFigures
    }
    refreshedAt
  }
}
    fragment CycleFigures on CycleSum {
  nameEn
  nameZh
  lines
  meanDays
  medianDays
  p90Days
}`, {"hash":"sha256:efd91c0ed21d7a5175b240e750a41b03b2b0d5a17702c14c5e488a11cf71aea5"}) as unknown as TypedDocumentString<CycleTimesQuery, CycleTimesQueryVariables>;
export const ApprovalTimesDocument = new TypedDocumentString(`
    query ApprovalTimes($by: ApprovalDimension!, $since: Date!, $until: Date!, $unitIds: [ID!], $documentTypes: [String!]) {
  approvalTimes(
    by: $by
    since: $since
    until: $until
    unitIds: $unitIds
    documentTypes: $documentTypes
  ) {
    total {
      ...ApprovalTimeFigures
    }
    rows {
      id
      month
      ...ApprovalTimeFigures
    }
    refreshedAt
  }
}
    fragment ApprovalTimeFigures on ApprovalTimeSum {
  code
  nameEn
  nameZh
  documents
  meanDays
  medianDays
  p90Days
}`, {"hash":"sha256:44429a3dca754561ed034e87d65792b58773c39d2797b03ea8db1cf501097a30"}) as unknown as TypedDocumentString<ApprovalTimesQuery, ApprovalTimesQueryVariables>;
export const SpendDocument = new TypedDocumentString(`
    query Spend($by: SpendDimension!, $since: Date!, $until: Date!, $unitIds: [ID!], $supplierIds: [ID!], $categoryIds: [ID!]) {
  spend(
    by: $by
    since: $since
    until: $until
    unitIds: $unitIds
    supplierIds: $supplierIds
    categoryIds: $categoryIds
  ) {
    total {
      amount
      currency
    }
    lines
    rows {
      id
      month
      code
      nameEn
      nameZh
      spend {
        amount
        currency
      }
      lines
    }
    currencies {
      spend {
        amount
        currency
      }
      converted {
        amount
        currency
      }
    }
    refreshedAt
  }
}
    `, {"hash":"sha256:aab32541f282eb0ea5cd406a017dd69f67703434a9e8ce4246f3b8ceb83a2331"}) as unknown as TypedDocumentString<SpendQuery, SpendQueryVariables>;
export const SubscriptionDocument = new TypedDocumentString(`
    query Subscription {
  subscription {
    status
    isPaid
    readOnly
    currency
    interval
    seats
    trialEndsAt
    periodStartAt
    periodEndAt
    cancelAtPeriodEnd
    pastDueAt
    graceEndsAt
    version
    taxIdKind
    taxId
    coupon {
      code
      percentOff
      amountOff {
        amount
        currency
      }
      endsAt
    }
    periodTotal {
      amount
      currency
    }
    commissionMonth {
      amount
      currency
    }
    limits {
      name
      used
      limit
    }
    plan {
      code
      name
      about
      modules
      commissionPercent
    }
  }
}
    `, {"hash":"sha256:bfcd93bebe7f4480ce56d9a63977ce31f5cbf916371d7b855b434eaa01d49aec"}) as unknown as TypedDocumentString<SubscriptionQuery, SubscriptionQueryVariables>;
export const SubscriptionStateDocument = new TypedDocumentString(`
    query SubscriptionState {
  subscription {
    status
    isPaid
    trialEndsAt
    graceEndsAt
  }
}
    `, {"hash":"sha256:d60ff7bab6a13f589baceabef60968459aa20373061dec00d3bdb9c513184f75"}) as unknown as TypedDocumentString<SubscriptionStateQuery, SubscriptionStateQueryVariables>;
export const PlansDocument = new TypedDocumentString(`
    query Plans {
  plans {
    code
    name
    about
    modules
    units
    seats
    storageBytes
    apiCalls
    commissionPercent
    trialDays
    prices {
      currency
      interval
      base {
        amount
        currency
      }
      seat {
        amount
        currency
      }
      commissionCap {
        amount
        currency
      }
    }
  }
}
    `, {"hash":"sha256:76182912f2506f699fac0aa8d5c30b3500ecfa8965f7f0fea8d85f3e8f42e8c1"}) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const SubscriptionPreviewDocument = new TypedDocumentString(`
    query SubscriptionPreview($plan: String, $interval: String, $seats: Int, $currency: String) {
  subscriptionPreview(
    plan: $plan
    interval: $interval
    seats: $seats
    currency: $currency
  ) {
    at
    dueMinor
    due {
      amount
      currency
    }
    periodTotal {
      amount
      currency
    }
    positions {
      part
      kind
      quantity
      amount {
        amount
        currency
      }
    }
    modulesOn
    modulesOff
    obstacles {
      code
      message
    }
    warnings {
      code
      message
    }
  }
}
    `, {"hash":"sha256:706c728483be32db63dde57c1b002923a9447fb27bd638b72f13e2da870bfb48"}) as unknown as TypedDocumentString<SubscriptionPreviewQuery, SubscriptionPreviewQueryVariables>;
export const BillingOperationDocument = new TypedDocumentString(`
    query BillingOperation($id: ID!) {
  billingOperation(id: $id) {
    id
    kind
    status
    url
    code
    message
  }
}
    `, {"hash":"sha256:a1f66ae0117fe5d370a504441b5f959db3f3f12fbe1270be0908e904bc21227c"}) as unknown as TypedDocumentString<BillingOperationQuery, BillingOperationQueryVariables>;
export const BillingInvoicesDocument = new TypedDocumentString(`
    query BillingInvoices($first: Int, $after: String) {
  billingInvoices(first: $first, after: $after) {
    nodes {
      id
      number
      status
      currency
      issuedAt
      nextAttemptAt
      total
      tax
      paid
      pageUrl
      pdfUrl
    }
  }
}
    `, {"hash":"sha256:cda5613c16517ca531618d71d01e701815cb6e9a6ba43a08cd482671270ec681"}) as unknown as TypedDocumentString<BillingInvoicesQuery, BillingInvoicesQueryVariables>;
export const CommissionChargesDocument = new TypedDocumentString(`
    query CommissionCharges($first: Int) {
  commissionCharges(first: $first) {
    nodes {
      id
      currency
      gross
      charged
      chargedAt
      usageEvents {
        id
        orderNumber
        orderAmount
        orderCurrency
        commission
      }
    }
  }
}
    `, {"hash":"sha256:4d419265477b49bd3f28baa7a8a7feda9c67ad193aadf0962ab3865dc2275868"}) as unknown as TypedDocumentString<CommissionChargesQuery, CommissionChargesQueryVariables>;
export const CheckoutStartDocument = new TypedDocumentString(`
    mutation CheckoutStart($input: CheckoutStartInput!) {
  checkoutStart(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:64d4c883fcb741acceac7027fc427fd0fbc151d41715caac9fccebc2dcf11ef4"}) as unknown as TypedDocumentString<CheckoutStartMutation, CheckoutStartMutationVariables>;
export const SubscriptionChangeDocument = new TypedDocumentString(`
    mutation SubscriptionChange($input: SubscriptionChangeInput!) {
  subscriptionChange(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:965676f25cc60eac41742ca9e31d6214b3198da7262babd350b0d8a7c88e4227"}) as unknown as TypedDocumentString<SubscriptionChangeMutation, SubscriptionChangeMutationVariables>;
export const SubscriptionCancelDocument = new TypedDocumentString(`
    mutation SubscriptionCancel($input: SubscriptionCancelInput!) {
  subscriptionCancel(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:53c496dfb7a5299493955ed9598d1cab85cb6400f7725434857c8ae26cf8bd50"}) as unknown as TypedDocumentString<SubscriptionCancelMutation, SubscriptionCancelMutationVariables>;
export const SubscriptionResumeDocument = new TypedDocumentString(`
    mutation SubscriptionResume($input: SubscriptionResumeInput!) {
  subscriptionResume(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:50a17fb8a5d287b29972074f8ad28c865c8a41f97f3ccd461da5b38fb48012a2"}) as unknown as TypedDocumentString<SubscriptionResumeMutation, SubscriptionResumeMutationVariables>;
export const CouponApplyDocument = new TypedDocumentString(`
    mutation CouponApply($input: CouponApplyInput!) {
  couponApply(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1b81f6b98e7c2204955d8ecbd388be221b3815e49021e273f42759a35c623547"}) as unknown as TypedDocumentString<CouponApplyMutation, CouponApplyMutationVariables>;
export const TaxIdSetDocument = new TypedDocumentString(`
    mutation TaxIdSet($input: TaxIdSetInput!) {
  taxIdSet(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0f5f863e27f921683c88c1169dd4f71605c8c1a3b3e80b906de6dd86c1b200d7"}) as unknown as TypedDocumentString<TaxIdSetMutation, TaxIdSetMutationVariables>;
export const PortalOpenDocument = new TypedDocumentString(`
    mutation PortalOpen($input: PortalOpenInput!) {
  portalOpen(input: $input) {
    operation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:95ecb5f4a28bb64851f259a5a88c4362c9e01f2eaa9346299c0ea05af4b7142e"}) as unknown as TypedDocumentString<PortalOpenMutation, PortalOpenMutationVariables>;
export const CalculationDocument = new TypedDocumentString(`
    query Calculation($input: CalculationInput!) {
  calculation(input: $input) {
    licencePlan {
      amount
      currency
    }
    licenceSeats {
      amount
      currency
    }
    licenceCommission {
      amount
      currency
    }
    subscription {
      ...CostsOfThreeYearsParts
    }
    selfBuild {
      ...CostsOfThreeYearsParts
    }
    differences {
      amount
      currency
    }
    difference {
      amount
      currency
    }
    npvDifference {
      amount
      currency
    }
    cheaper
    breakEvenMonth
    benefit {
      year
      saving {
        amount
        currency
      }
      efficiency {
        amount
        currency
      }
      cost {
        amount
        currency
      }
      net {
        amount
        currency
      }
    }
    benefitNet {
      amount
      currency
    }
    benefitNpv {
      amount
      currency
    }
    roiPercent
    paybackMonth
    runs
    seed
    p10 {
      amount
      currency
    }
    p50 {
      amount
      currency
    }
    p90 {
      amount
      currency
    }
    aboveZeroPercent
    drivers {
      driver
      correlation
      sharePercent
    }
    formulas
  }
}
    fragment CostsOfThreeYearsParts on CostsOfThreeYears {
  years {
    year
    licence {
      amount
      currency
    }
    implementation {
      amount
      currency
    }
    operation {
      amount
      currency
    }
    total {
      amount
      currency
    }
  }
  licence {
    amount
    currency
  }
  implementation {
    amount
    currency
  }
  operation {
    amount
    currency
  }
  total {
    amount
    currency
  }
  npv {
    amount
    currency
  }
}`, {"hash":"sha256:ea7244116e32e47f1565285f0d1decdfcc9a1c6114c7ce7668ef636d2884c63a"}) as unknown as TypedDocumentString<CalculationQuery, CalculationQueryVariables>;
export const LeavingDocument = new TypedDocumentString(`
    query Leaving {
  groupExports(first: 5) {
    nodes {
      id
      status
      done
      total
      parts
      sha256
      byteCount
      createdAt
      finishedAt
      expiresAt
    }
  }
  groupClosures(first: 1, filter: {status: {in: ["closing", "deleting"]}}) {
    nodes {
      id
      status
      dueAt
    }
  }
}
    `, {"hash":"sha256:d41e6042b3e4b4c03c07203436612d0ffa1335ed73cc23a50e5528f64a685913"}) as unknown as TypedDocumentString<LeavingQuery, LeavingQueryVariables>;
export const GroupExportRequestDocument = new TypedDocumentString(`
    mutation GroupExportRequest {
  groupExportRequest {
    groupExport {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:83b254407707a7a2c8aa0213bb15418ee59010d5707b10409f64fa6e0fc9a208"}) as unknown as TypedDocumentString<GroupExportRequestMutation, GroupExportRequestMutationVariables>;
export const GroupExportDownloadDocument = new TypedDocumentString(`
    mutation GroupExportDownload($input: GroupExportDownloadInput!) {
  groupExportDownload(input: $input) {
    links
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:89bf255195fcdc44fd2cf7fb3b10ace66c575dd826a0c2f6656005d55cc50746"}) as unknown as TypedDocumentString<GroupExportDownloadMutation, GroupExportDownloadMutationVariables>;
export const GroupCloseDocument = new TypedDocumentString(`
    mutation GroupClose($input: GroupCloseInput!) {
  groupClose(input: $input) {
    groupClosure {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d650944a507e91c9870a8df609a3763e2f4ca256bec0be350b492e82ca44c99f"}) as unknown as TypedDocumentString<GroupCloseMutation, GroupCloseMutationVariables>;
export const GroupKeepDocument = new TypedDocumentString(`
    mutation GroupKeep {
  groupKeep {
    groupClosure {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8952710cd0d0324b91f9856bd806e9a86ec2d480e9dc2e5e36083869ef603e3a"}) as unknown as TypedDocumentString<GroupKeepMutation, GroupKeepMutationVariables>;
export const PersonRequestsDocument = new TypedDocumentString(`
    query PersonRequests($first: Int, $after: String, $filter: PersonRequestFilter, $orderBy: PersonRequestOrder) {
  personRequests(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        id
        displayName
        email
        kind
        status
        note
        comment
        holds
        erased
        requestedAt
        dueAt
        decidedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:3a1cdcb3710c7aefbafd38334338059531458add0efc355b14902d1f8a3e5cca"}) as unknown as TypedDocumentString<PersonRequestsQuery, PersonRequestsQueryVariables>;
export const PersonRequestDecideDocument = new TypedDocumentString(`
    mutation PersonRequestDecide($input: PersonRequestDecideInput!) {
  personRequestDecide(input: $input) {
    personRequest {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:24a62cea8f4f42d467cf8670998ce9c6be0cfefd59cc7c40916805a594187f5f"}) as unknown as TypedDocumentString<PersonRequestDecideMutation, PersonRequestDecideMutationVariables>;
export const RetentionRulesDocument = new TypedDocumentString(`
    query RetentionRules {
  retentionRules {
    code
    name
    ground
    since
    action
    days
    leastDays
    mostDays
    ours
    chosenBy
    chosenAt
    removed
    last {
      day
      finishedAt
      found
      removed
      held
      tookMs
    }
  }
}
    `, {"hash":"sha256:2b09a7ff30b019ae13b2cc67d3e1477045e7b5bd510b06e659aea352e5d434fb"}) as unknown as TypedDocumentString<RetentionRulesQuery, RetentionRulesQueryVariables>;
export const RetentionExtendDocument = new TypedDocumentString(`
    mutation RetentionExtend($input: RetentionExtendInput!) {
  retentionExtend(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:01d7972639b16dc7832817d8c83f260f250716677eeac66c388843a9c3be68ea"}) as unknown as TypedDocumentString<RetentionExtendMutation, RetentionExtendMutationVariables>;
export const LegalHoldsDocument = new TypedDocumentString(`
    query LegalHolds($first: Int, $after: String, $orderBy: LegalHoldOrder, $search: String) {
  legalHolds(first: $first, after: $after, orderBy: $orderBy, search: $search) {
    edges {
      node {
        id
        unitId
        personId
        reason
        reference
        placedAt
        placedByName
        endedAt
        endedByName
        endReason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:b469d8e623c53270f73bbe3aadde9db0a6e381257cae50d382bdda42f4bd952e"}) as unknown as TypedDocumentString<LegalHoldsQuery, LegalHoldsQueryVariables>;
export const HoldMembersDocument = new TypedDocumentString(`
    query HoldMembers($search: String, $filter: MemberFilter) {
  members(first: 20, search: $search, filter: $filter) {
    edges {
      node {
        id
        personId
        displayName
        email
      }
    }
  }
}
    `, {"hash":"sha256:a8d54354356177141c0f440c6bf98c0f1fae88baba28b8624df9397524ec3d88"}) as unknown as TypedDocumentString<HoldMembersQuery, HoldMembersQueryVariables>;
export const LegalHoldImposeDocument = new TypedDocumentString(`
    mutation LegalHoldImpose($input: LegalHoldImposeInput!) {
  legalHoldImpose(input: $input) {
    legalHold {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c52d847c3c562da7939bb04c920535b477a5146f735d2a29a39852713c72b902"}) as unknown as TypedDocumentString<LegalHoldImposeMutation, LegalHoldImposeMutationVariables>;
export const LegalHoldLiftDocument = new TypedDocumentString(`
    mutation LegalHoldLift($input: LegalHoldLiftInput!) {
  legalHoldLift(input: $input) {
    legalHold {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f383fb23ff0cd414683e3126a8cff86809fff0e1341251c72db0708dae6c919c"}) as unknown as TypedDocumentString<LegalHoldLiftMutation, LegalHoldLiftMutationVariables>;
export const TransfersDocument = new TypedDocumentString(`
    query Transfers($first: Int, $after: String, $filter: TransferFilter, $orderBy: TransferOrder, $search: String) {
  transfers(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        recipient
        host
        country
        purpose
        legalBasis
        basisNote
        assessment
        assessedDate
        fields
        fromDate
        untilDate
        approvedAt
        approvedByName
        endedAt
        endedByName
        endReason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:d4ebdf5156d107a08c6dce6fe840cf572f5d59a31a6bdf21ba496400209cb16c"}) as unknown as TypedDocumentString<TransfersQuery, TransfersQueryVariables>;
export const TransferApproveDocument = new TypedDocumentString(`
    mutation TransferApprove($input: TransferApproveInput!) {
  transferApprove(input: $input) {
    transfer {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:92f236fe1784f39ef09c08edcd6cf475398487e533d621de30635c9d556532aa"}) as unknown as TypedDocumentString<TransferApproveMutation, TransferApproveMutationVariables>;
export const TransferEndDocument = new TypedDocumentString(`
    mutation TransferEnd($input: TransferEndInput!) {
  transferEnd(input: $input) {
    transfer {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:6fe66c89f20fb708c991c751a09b9f9bf7e7dcfa2b7b6a421d13ba62654fc966"}) as unknown as TypedDocumentString<TransferEndMutation, TransferEndMutationVariables>;
export const WebhookEventsDocument = new TypedDocumentString(`
    query WebhookEvents {
  webhookEvents {
    code
    name
    example
  }
}
    `, {"hash":"sha256:0c018aba8b80abce4d9f1c66a1ed0e2c472d8ee22310f085ad322faa138c12b6"}) as unknown as TypedDocumentString<WebhookEventsQuery, WebhookEventsQueryVariables>;
export const DeveloperUseDocument = new TypedDocumentString(`
    query DeveloperUse {
  apiKeyDays(days: 30) {
    apiKeyId
    day
    requests
    errors
    limited
  }
  apiKeys(first: 100) {
    nodes {
      id
      name
      prefix
      status
      permissions
      lastUsedAt
    }
  }
}
    `, {"hash":"sha256:f95a2276f9c07f2c6d894784482a93827a5e22e649acb69d097d06170edeb7f4"}) as unknown as TypedDocumentString<DeveloperUseQuery, DeveloperUseQueryVariables>;
export const ApiLimitsDocument = new TypedDocumentString(`
    query ApiLimits {
  apiLimits {
    pointsAMinute
    groupPointsAMinute
    mostPointsARequest
    deepest
    eventVersion
    attempts
  }
}
    `, {"hash":"sha256:d8424d9497a648fb2e7cc3d2eb0b6d7190c8383133350082efe3e6b12387c7c1"}) as unknown as TypedDocumentString<ApiLimitsQuery, ApiLimitsQueryVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($first: Int, $after: String, $filter: WebhookFilter, $orderBy: WebhookOrder, $search: String) {
  webhooks(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        url
        title
        status
        eventTypes
        lastDeliveredAt
        failures
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:3355f2a663a5d683df37286b3261d18abea745d53b43f50cb3686560ffdb137a"}) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDetailDocument = new TypedDocumentString(`
    query WebhookDetail($id: ID!) {
  webhook(id: $id) {
    id
    url
    title
    country
    status
    eventTypes
    withPeople
    failures
    failingSinceAt
    disabledAt
    formerUntilAt
    lastDeliveredAt
    createdAt
    version
  }
}
    `, {"hash":"sha256:9089ebfdc389bec0cae6146693518efa957c24e9b4d83661cd5ccc062e855f81"}) as unknown as TypedDocumentString<WebhookDetailQuery, WebhookDetailQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($first: Int, $after: String, $filter: WebhookDeliveryFilter, $orderBy: WebhookDeliveryOrder, $search: String) {
  webhookDeliveries(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        eventType
        status
        attempts
        nextAttemptAt
        answerStatus
        durationMs
        lastError
        deliveredAt
        createdAt
        body
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:072dea16085a72b973ef93f1ab77565db9daca1a4d7ee58b0d697120ea755794"}) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WebhookCreateDocument = new TypedDocumentString(`
    mutation WebhookCreate($input: WebhookCreateInput!) {
  webhookCreate(input: $input) {
    webhook {
      id
    }
    secret
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:cf2a878bc7beb2c1c74f0f5d2d343dc997b89fe0511b1a6b8e4023d146eea3d8"}) as unknown as TypedDocumentString<WebhookCreateMutation, WebhookCreateMutationVariables>;
export const WebhookEditDocument = new TypedDocumentString(`
    mutation WebhookEdit($input: WebhookEditInput!) {
  webhookEdit(input: $input) {
    webhook {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:81a93ca320d9412eafabed30a037893ad3f661e3aaa6605bdda1d1c557f16799"}) as unknown as TypedDocumentString<WebhookEditMutation, WebhookEditMutationVariables>;
export const WebhookRotateDocument = new TypedDocumentString(`
    mutation WebhookRotate($input: WebhookRotateInput!) {
  webhookRotate(input: $input) {
    secret
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b2a8c653cf085e2cbd490842adb1fb8ed1cafe19fc4c1b87833642863d237454"}) as unknown as TypedDocumentString<WebhookRotateMutation, WebhookRotateMutationVariables>;
export const WebhookDeleteDocument = new TypedDocumentString(`
    mutation WebhookDelete($input: WebhookDeleteInput!) {
  webhookDelete(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9597f6fb618753bab1f03a4a7a7b648b2743226e6b408c816da0522f60e161b1"}) as unknown as TypedDocumentString<WebhookDeleteMutation, WebhookDeleteMutationVariables>;
export const WebhookTestDocument = new TypedDocumentString(`
    mutation WebhookTest($input: WebhookTestInput!) {
  webhookTest(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:14878197982971724c9221b623065fb7599c99f68dd908973d19f5aafb2aaed2"}) as unknown as TypedDocumentString<WebhookTestMutation, WebhookTestMutationVariables>;
export const WebhookDeliveryReplayDocument = new TypedDocumentString(`
    mutation WebhookDeliveryReplay($input: WebhookDeliveryReplayInput!) {
  webhookDeliveryReplay(input: $input) {
    count
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:3f8783ad3d20c87946ddc7ff61d6e30d02b39314deefc10fc6061b97abede218"}) as unknown as TypedDocumentString<WebhookDeliveryReplayMutation, WebhookDeliveryReplayMutationVariables>;
export const GroupDocument = new TypedDocumentString(`
    query Group($id: ID!) {
  group(id: $id) {
    id
    name
    currency
    locale
    version
    createdAt
  }
}
    `, {"hash":"sha256:5d0115431d1207d7857dc6f24b046168e27fa632d8d1cc97583ea5a630b4e6cd"}) as unknown as TypedDocumentString<GroupQuery, GroupQueryVariables>;
export const GroupEditDocument = new TypedDocumentString(`
    mutation GroupEdit($input: GroupEditInput!) {
  groupEdit(input: $input) {
    group {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:aca41225fd03bbf3634489b8df2f18d5a116fb457117a276e6672947890eccb4"}) as unknown as TypedDocumentString<GroupEditMutation, GroupEditMutationVariables>;
export const ModuleChangeDocument = new TypedDocumentString(`
    query ModuleChange($module: String!, $enable: Boolean!, $unitId: ID) {
  moduleChange(module: $module, enable: $enable, unitId: $unitId) {
    units
    also {
      code
      name
    }
    openWork {
      name
      count
    }
  }
}
    `, {"hash":"sha256:bb23031655b75419f9fdf9e057cd0b842e096522a5e19ee561bdcf8710788749"}) as unknown as TypedDocumentString<ModuleChangeQuery, ModuleChangeQueryVariables>;
export const ModuleEnableDocument = new TypedDocumentString(`
    mutation ModuleEnable($input: ModuleEnableInput!) {
  moduleEnable(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2b8edc4c20a5487103be98de8958bce6be7209eade907f65272b82cb8ae0c7e3"}) as unknown as TypedDocumentString<ModuleEnableMutation, ModuleEnableMutationVariables>;
export const ModuleDisableDocument = new TypedDocumentString(`
    mutation ModuleDisable($input: ModuleDisableInput!) {
  moduleDisable(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:23a7b64f16bc02351f724506106043ce822784e5b8415f6e67755a18d16dc088"}) as unknown as TypedDocumentString<ModuleDisableMutation, ModuleDisableMutationVariables>;
export const ModulesDocument = new TypedDocumentString(`
    query Modules($unitId: ID) {
  modules(unitId: $unitId) {
    code
    name
    about
    needs
    neededBy
    alwaysOn
    enabled
    chosenIn
    changedAt
    changedBy
  }
}
    `, {"hash":"sha256:ea38e6bc74d24c1f7c2310769d4f8f5f750756fdbc7141c8c10b6777d38ccd74"}) as unknown as TypedDocumentString<ModulesQuery, ModulesQueryVariables>;
export const GroupOverviewDocument = new TypedDocumentString(`
    query GroupOverview($id: ID!, $units: Boolean!, $members: Boolean!, $invitations: Boolean!, $audit: Boolean!, $suppliers: Boolean!, $sanctions: Boolean!, $alerts: Boolean!, $now: DateTime!) {
  group(id: $id) {
    name
    currency
    createdAt
  }
  alertCounts @include(if: $alerts) {
    count
  }
  units(first: 200) @include(if: $units) {
    nodes {
      id
      slug
      name
      country
      currency
      status
    }
    totalCount
  }
  provisioningJobs(
    first: 20
    filter: {status: {in: ["waiting", "running", "failing"]}}
  ) @include(if: $units) {
    nodes {
      id
      done
      total
      status
      step
      unit {
        id
        name
      }
    }
  }
  members(first: 1) @include(if: $members) {
    totalCount
  }
  invitations(
    first: 1
    filter: {acceptedAt: {isNull: true}, revokedAt: {isNull: true}, expiresAt: {gte: $now}}
  ) @include(if: $invitations) {
    totalCount
  }
  suppliers(first: 1) @include(if: $suppliers) {
    totalCount
  }
  sanctions(
    first: 1
    filter: {status: {in: ["in_force", "in_force_provisional"]}}
  ) @include(if: $sanctions) {
    totalCount
  }
  auditEntries(first: 8) @include(if: $audit) {
    nodes {
      id
      at
      actorEn
      actorZh
      actionEn
      actionZh
      subjectLabel
      subjectTypeEn
      subjectTypeZh
    }
  }
}
    `, {"hash":"sha256:f113cf8af9ea2a4f7aaf22879bd533bd189549c68d2448fb2ba990d73f30878a"}) as unknown as TypedDocumentString<GroupOverviewQuery, GroupOverviewQueryVariables>;
export const UnitsDocument = new TypedDocumentString(`
    query Units($first: Int, $after: String, $filter: UnitFilter, $orderBy: UnitOrder, $search: String) {
  units(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        slug
        name
        country
        region
        currency
        timeZone
        status
        createdAt
        activatedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:b6e1b6178c509f29742e5014debc72689d60d4c650bb5a81a562b24dbfad95e0"}) as unknown as TypedDocumentString<UnitsQuery, UnitsQueryVariables>;
export const UnitDocument = new TypedDocumentString(`
    query Unit($id: ID!) {
  unit(id: $id) {
    id
    slug
    name
    country
    region
    currency
    timeZone
    status
    version
    createdAt
    activatedAt
  }
  provisioningJobs(first: 1, filter: {unitId: {eq: $id}}) {
    nodes {
      id
      status
      step
      done
      total
      error
      createdAt
      finishedAt
    }
  }
}
    `, {"hash":"sha256:6fab9c6cca3c049011bd27937be5140bb37e3e2194532a18fe3f330d343af0c1"}) as unknown as TypedDocumentString<UnitQuery, UnitQueryVariables>;
export const UnitArchivesDocument = new TypedDocumentString(`
    query UnitArchives($id: ID!) {
  unitArchives(first: 10, filter: {unitId: {eq: $id}}) {
    nodes {
      id
      purpose
      status
      manifestSha256
      tableCount
      rowCount
      byteCount
      createdAt
      finishedAt
    }
  }
}
    `, {"hash":"sha256:a99e937c21ae58a1827bfd6b01a2a6728f5eb8a439a85c3ce419b23e54856ea5"}) as unknown as TypedDocumentString<UnitArchivesQuery, UnitArchivesQueryVariables>;
export const UnitCreateDocument = new TypedDocumentString(`
    mutation UnitCreate($input: UnitCreateInput!) {
  unitCreate(input: $input) {
    provisioningJob {
      id
      unitId
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f69d109fe34e5af60dc5bbe636839a5d3abedff619ad29be5e0b564442e2e8ed"}) as unknown as TypedDocumentString<UnitCreateMutation, UnitCreateMutationVariables>;
export const UnitEditDocument = new TypedDocumentString(`
    mutation UnitEdit($input: UnitEditInput!) {
  unitEdit(input: $input) {
    unit {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7d6ffdfa1dc8a197d2b553da25a74c7cc1cc86e0abd7514f4b985289eb6d5db2"}) as unknown as TypedDocumentString<UnitEditMutation, UnitEditMutationVariables>;
export const UnitSuspendDocument = new TypedDocumentString(`
    mutation UnitSuspend($input: UnitSuspendInput!) {
  unitSuspend(input: $input) {
    unit {
      id
      status
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8eee6ac7c35d306edd2cdd9e5d4f9e3fa094d8784a367e35a52ccab2a74e0d2f"}) as unknown as TypedDocumentString<UnitSuspendMutation, UnitSuspendMutationVariables>;
export const UnitResumeDocument = new TypedDocumentString(`
    mutation UnitResume($input: UnitResumeInput!) {
  unitResume(input: $input) {
    unit {
      id
      status
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0b75ac297010ae20fd491e7737bb82a729fd8bb5fdd60244e99200a882b6a9c2"}) as unknown as TypedDocumentString<UnitResumeMutation, UnitResumeMutationVariables>;
export const UnitCloseDocument = new TypedDocumentString(`
    mutation UnitClose($input: UnitCloseInput!) {
  unitClose(input: $input) {
    unitArchive {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ab358cf9aba6eeecbc7ce51b48e5a94628d45ad58491a1416af65e99a3b5c648"}) as unknown as TypedDocumentString<UnitCloseMutation, UnitCloseMutationVariables>;
export const UnitPurgeDocument = new TypedDocumentString(`
    mutation UnitPurge($input: UnitPurgeInput!) {
  unitPurge(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ed6a2d3494a2a5328141a7ab59a5b4039363fae38efb304f466b142a345ca941"}) as unknown as TypedDocumentString<UnitPurgeMutation, UnitPurgeMutationVariables>;
export const CategoriesDocument = new TypedDocumentString(`
    query Categories($first: Int, $after: String) {
  categories(first: $first, after: $after, orderBy: CODE_ASC) {
    edges {
      node {
        id
        code
        nameEn
        nameZh
        status
        parentId
        version
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:c36415914825a37328a000a6e6b6f515177f625fdc7f3a2dc7adbac3729df808"}) as unknown as TypedDocumentString<CategoriesQuery, CategoriesQueryVariables>;
export const CategoryArchiveDocument = new TypedDocumentString(`
    mutation CategoryArchive($input: CategoryArchiveInput!) {
  categoryArchive(input: $input) {
    category {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b003aca4154c940f474fa641bf77019ccf1172d2366884a769100c4a17a6a1d7"}) as unknown as TypedDocumentString<CategoryArchiveMutation, CategoryArchiveMutationVariables>;
export const CategoryCreateDocument = new TypedDocumentString(`
    mutation CategoryCreate($input: CategoryCreateInput!) {
  categoryCreate(input: $input) {
    category {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ba0ccb7f39b4d044daad0540b4609d92e4f4d728476b79e75f4d906e68300f69"}) as unknown as TypedDocumentString<CategoryCreateMutation, CategoryCreateMutationVariables>;
export const CategoryEditDocument = new TypedDocumentString(`
    mutation CategoryEdit($input: CategoryEditInput!) {
  categoryEdit(input: $input) {
    category {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9df017cc31f674583aef97b5473bd5c3ce5f70b25d633fa2d1e8015b94020345"}) as unknown as TypedDocumentString<CategoryEditMutation, CategoryEditMutationVariables>;
export const FxRateEnterDocument = new TypedDocumentString(`
    mutation FxRateEnter($input: FxRateEnterInput!) {
  fxRateEnter(input: $input) {
    fxRate {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fe32425e4f3c8919c203517d84e6a9243bd692e1e2e6da0850c8b7e42bc84e1f"}) as unknown as TypedDocumentString<FxRateEnterMutation, FxRateEnterMutationVariables>;
export const FxRatesDocument = new TypedDocumentString(`
    query FxRates($first: Int, $after: String, $filter: FxRateFilter, $orderBy: FxRateOrder, $search: String) {
  fxRates(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        base
        quote
        rate
        rateDate
        source
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:5af044ba60923228233b9fa3fa31891cfe0484d9d25e1fb26eb4db984d149b79"}) as unknown as TypedDocumentString<FxRatesQuery, FxRatesQueryVariables>;
export const ItemArchiveDocument = new TypedDocumentString(`
    mutation ItemArchive($input: ItemArchiveInput!) {
  itemArchive(input: $input) {
    item {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:5385b0e51dd1a1b12a6812697a822a8a370b087221f746e11b3430a04bdf8c6e"}) as unknown as TypedDocumentString<ItemArchiveMutation, ItemArchiveMutationVariables>;
export const ItemCreateDocument = new TypedDocumentString(`
    mutation ItemCreate($input: ItemCreateInput!) {
  itemCreate(input: $input) {
    item {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e0b2d5003076c2bdbc3baa33dabbd8ed41352c150ce67ae30d7d7ac0d3c3fdad"}) as unknown as TypedDocumentString<ItemCreateMutation, ItemCreateMutationVariables>;
export const ItemEditDocument = new TypedDocumentString(`
    mutation ItemEdit($input: ItemEditInput!) {
  itemEdit(input: $input) {
    item {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ebb287ee5409195df335f8510f452d9e85fe884e1975b09ae489014ef5960c43"}) as unknown as TypedDocumentString<ItemEditMutation, ItemEditMutationVariables>;
export const ItemMergeConfirmDocument = new TypedDocumentString(`
    mutation ItemMergeConfirm($input: ItemMergeConfirmInput!) {
  itemMergeConfirm(input: $input) {
    itemMerge {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:06b2474d983c729d80911cc1a81545b251461381ff29988a27e375f048be8b1d"}) as unknown as TypedDocumentString<ItemMergeConfirmMutation, ItemMergeConfirmMutationVariables>;
export const ItemMergeOptionsDocument = new TypedDocumentString(`
    query ItemMergeOptions($search: String) {
  items(first: 20, search: $search, filter: {status: {eq: "active"}}) {
    nodes {
      id
      sku
      name
      baseUom
    }
  }
}
    `, {"hash":"sha256:39a6e10e0f4134ea5c59ca6739ebf384b464a7b48f2df150c9305e1ebad72eae"}) as unknown as TypedDocumentString<ItemMergeOptionsQuery, ItemMergeOptionsQueryVariables>;
export const ItemMergePreviewDocument = new TypedDocumentString(`
    mutation ItemMergePreview($input: ItemMergePreviewInput!) {
  itemMergePreview(input: $input) {
    itemMerge {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:88f48abd98877526cb2061fc2311d6aa629df69b3a8f2c6ceb2e6d805535f163"}) as unknown as TypedDocumentString<ItemMergePreviewMutation, ItemMergePreviewMutationVariables>;
export const ItemMergeDetailDocument = new TypedDocumentString(`
    query ItemMergeDetail($id: ID!) {
  itemMerge(id: $id) {
    id
    fromItemId
    intoItemId
    fromSku
    intoSku
    status
    units
    reason
    askedByName
    askedAt
    confirmedByName
    confirmedAt
    version
    fromItem {
      id
      name
    }
    intoItem {
      id
      name
    }
    shares {
      id
      before
      targetBefore
      moved
      folded
      remaining
      targetAfter
      movedAt
      unit {
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:40164c4f70e5efa554e21fda226179382e74929ec1ed7b358c7f66f1c47afa46"}) as unknown as TypedDocumentString<ItemMergeDetailQuery, ItemMergeDetailQueryVariables>;
export const ItemDetailDocument = new TypedDocumentString(`
    query ItemDetail($id: ID!) {
  item(id: $id) {
    id
    sku
    name
    otherName
    description
    categoryId
    baseUom
    gtin
    hsCode
    status
    createdAt
    changedAt
    version
    mergedInto {
      id
      sku
      name
    }
    category {
      id
      code
      nameEn
      nameZh
    }
  }
}
    `, {"hash":"sha256:ef3cf3598e82a4463a88d61d9498e358483bc070188ca1dae7548d1e03f13084"}) as unknown as TypedDocumentString<ItemDetailQuery, ItemDetailQueryVariables>;
export const ItemsDocument = new TypedDocumentString(`
    query Items($first: Int, $after: String, $filter: ItemFilter, $orderBy: ItemOrder, $search: String) {
  items(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        sku
        name
        otherName
        description
        categoryId
        baseUom
        gtin
        hsCode
        status
        changedAt
        version
        category {
          id
          code
          nameEn
          nameZh
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:1c0c31e5904d00ca8220645c26ed9477ee7584b8f9e38b9d5557567e0fc565dd"}) as unknown as TypedDocumentString<ItemsQuery, ItemsQueryVariables>;
export const SanctionConfirmDocument = new TypedDocumentString(`
    mutation SanctionConfirm($input: SanctionConfirmInput!) {
  sanctionConfirm(input: $input) {
    sanction {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:adae771aab2a4e5f4432ac7d5641f22fc142bcb94503744a244eaebcc05682d0"}) as unknown as TypedDocumentString<SanctionConfirmMutation, SanctionConfirmMutationVariables>;
export const SanctionImposeDocument = new TypedDocumentString(`
    mutation SanctionImpose($input: SanctionImposeInput!) {
  sanctionImpose(input: $input) {
    sanction {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8ab725e5bcb7f167affa8b4858cd7f3afc1a14ac5fc062c9e4efe85246daaf08"}) as unknown as TypedDocumentString<SanctionImposeMutation, SanctionImposeMutationVariables>;
export const SanctionLiftDocument = new TypedDocumentString(`
    mutation SanctionLift($input: SanctionLiftInput!) {
  sanctionLift(input: $input) {
    sanction {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:77ee15a864ce39c8589290c12a211bbded4ca1c5cd0024793c91eac6c6e6ad60"}) as unknown as TypedDocumentString<SanctionLiftMutation, SanctionLiftMutationVariables>;
export const SanctionWithdrawDocument = new TypedDocumentString(`
    mutation SanctionWithdraw($input: SanctionWithdrawInput!) {
  sanctionWithdraw(input: $input) {
    sanction {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2dd50c600619035dc5db56b273c1a7e50b193a30de9f3a24c0bb7021e9a73885"}) as unknown as TypedDocumentString<SanctionWithdrawMutation, SanctionWithdrawMutationVariables>;
export const SanctionsDocument = new TypedDocumentString(`
    query Sanctions($first: Int, $after: String, $filter: SanctionFilter, $orderBy: SanctionOrder) {
  sanctions(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        id
        status
        binding
        actions
        allCategories
        allUnits
        openDocumentPolicy
        reason
        fromAt
        untilAt
        imposedAt
        endedAt
        version
        supplier {
          id
          legalName
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:a8631691f16ccb6734f90facfe78049e9445829e3b79510f802523891a4151f6"}) as unknown as TypedDocumentString<SanctionsQuery, SanctionsQueryVariables>;
export const ScreeningHitConfirmDocument = new TypedDocumentString(`
    mutation ScreeningHitConfirm($input: ScreeningHitConfirmInput!) {
  screeningHitConfirm(input: $input) {
    screeningHit {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:115f5e16d195af7beaf82195c910da75a215965a04b7e19b78fa9ef523cd936c"}) as unknown as TypedDocumentString<ScreeningHitConfirmMutation, ScreeningHitConfirmMutationVariables>;
export const ScreeningHitDismissDocument = new TypedDocumentString(`
    mutation ScreeningHitDismiss($input: ScreeningHitDismissInput!) {
  screeningHitDismiss(input: $input) {
    screeningHit {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:211a23de92ede3dff35bf1227c698b6c15cf34f0bcc51d826dc5837064e69371"}) as unknown as TypedDocumentString<ScreeningHitDismissMutation, ScreeningHitDismissMutationVariables>;
export const ScreeningHitDetailDocument = new TypedDocumentString(`
    query ScreeningHitDetail($id: ID!) {
  screeningHit(id: $id) {
    id
    supplierName
    entryName
    score
    evidence
    status
    decidedByName
    decidedAt
    decisionReason
    version
    createdAt
    supplier {
      id
      legalName
      otherName
      country
      city
      street
      uscc
      taxId
      sanctioned
      status
    }
    entry {
      id
      source
      sourceId
      kind
      names
      programs
      countries
      remarks
      listedOn
      removedAt
    }
  }
}
    `, {"hash":"sha256:ba0c5112174704d139a16a2185ce2af88548481cfc90d2be9d9ada047ef005d7"}) as unknown as TypedDocumentString<ScreeningHitDetailQuery, ScreeningHitDetailQueryVariables>;
export const ScreeningHitsDocument = new TypedDocumentString(`
    query ScreeningHits($first: Int, $after: String, $filter: ScreeningHitFilter, $orderBy: ScreeningHitOrder, $search: String) {
  screeningHits(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        supplierName
        entryName
        score
        status
        decidedByName
        decidedAt
        createdAt
        supplier {
          id
          country
        }
        entry {
          id
          source
          kind
          countries
          programs
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:43cbe8648819e062bf0410b519f972107282941052635fe5c0cd2ae2b3bf6223"}) as unknown as TypedDocumentString<ScreeningHitsQuery, ScreeningHitsQueryVariables>;
export const ScreeningRunsDocument = new TypedDocumentString(`
    query ScreeningRuns {
  screeningRuns(first: 1, orderBy: CREATED_AT_DESC) {
    edges {
      node {
        id
        status
        threshold
        suppliers
        entries
        hits
        startedByName
        createdAt
        finishedAt
      }
    }
  }
  suppliers(first: 1) {
    totalCount
  }
}
    `, {"hash":"sha256:6a87d3354890efc721d2d937af17c845b6915b3909d8b845224e72687a8fdeed"}) as unknown as TypedDocumentString<ScreeningRunsQuery, ScreeningRunsQueryVariables>;
export const ScreeningStartDocument = new TypedDocumentString(`
    mutation ScreeningStart($input: ScreeningStartInput!) {
  screeningStart(input: $input) {
    screeningRun {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fd5ba5b3b6d4627ea2fc63a5a2102bd7523c04a56b84226c25cab8f6c7709f48"}) as unknown as TypedDocumentString<ScreeningStartMutation, ScreeningStartMutationVariables>;
export const SupplierArchiveDocument = new TypedDocumentString(`
    mutation SupplierArchive($input: SupplierArchiveInput!) {
  supplierArchive(input: $input) {
    supplier {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2808ba19d50158a2b65f9a7f287d8c208ff582f1e288b29458f3e8bb791f7595"}) as unknown as TypedDocumentString<SupplierArchiveMutation, SupplierArchiveMutationVariables>;
export const SupplierCreateDocument = new TypedDocumentString(`
    mutation SupplierCreate($input: SupplierCreateInput!) {
  supplierCreate(input: $input) {
    supplier {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:21a931cae77296cf86d6ba3cb82ac8dce1d0087b7681ed1cbcfde4a221474d6c"}) as unknown as TypedDocumentString<SupplierCreateMutation, SupplierCreateMutationVariables>;
export const SupplierEditDocument = new TypedDocumentString(`
    mutation SupplierEdit($input: SupplierEditInput!) {
  supplierEdit(input: $input) {
    supplier {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:72b3966aecd4aee743643b4a7d4575cb60f6f820634aae1fecd93573a98432be"}) as unknown as TypedDocumentString<SupplierEditMutation, SupplierEditMutationVariables>;
export const SupplierImportApplyDocument = new TypedDocumentString(`
    mutation SupplierImportApply($input: SupplierImportApplyInput!) {
  supplierImportApply(input: $input) {
    supplierImport {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:35d4236c5c3668b353d7673bfd69ece986a00494f3f33d6efb9671a0cece46e7"}) as unknown as TypedDocumentString<SupplierImportApplyMutation, SupplierImportApplyMutationVariables>;
export const SupplierImportCreateDocument = new TypedDocumentString(`
    mutation SupplierImportCreate($input: SupplierImportCreateInput!) {
  supplierImportCreate(input: $input) {
    supplierImport {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b3710b2042c2ece33b02094e1a016d436c368d755ae2dd24c526a3f4ada209ff"}) as unknown as TypedDocumentString<SupplierImportCreateMutation, SupplierImportCreateMutationVariables>;
export const SupplierImportMapDocument = new TypedDocumentString(`
    mutation SupplierImportMap($input: SupplierImportMapInput!) {
  supplierImportMap(input: $input) {
    supplierImport {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:505e4a4890d51847116c852617b8e09f3b9ff6d20cf33bfada9b932a86921f3f"}) as unknown as TypedDocumentString<SupplierImportMapMutation, SupplierImportMapMutationVariables>;
export const SupplierImportReportDocument = new TypedDocumentString(`
    mutation SupplierImportReport($input: SupplierImportReportInput!) {
  supplierImportReport(input: $input) {
    url
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f26da36453e212520614d0c79fc1f1db745d03c0904bcde1046b2817e5a9e1be"}) as unknown as TypedDocumentString<SupplierImportReportMutation, SupplierImportReportMutationVariables>;
export const SupplierImportRowsDocument = new TypedDocumentString(`
    query SupplierImportRows($first: Int, $after: String, $filter: SupplierImportRowFilter) {
  supplierImportRows(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        id
        number
        fields
        problems
        outcome
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:030e791c9f7d0f825ad69a31d09c6ef12d27922a22f74b36091ad82bc7de52a8"}) as unknown as TypedDocumentString<SupplierImportRowsQuery, SupplierImportRowsQueryVariables>;
export const SupplierImportDetailDocument = new TypedDocumentString(`
    query SupplierImportDetail($id: ID!) {
  supplierImport(id: $id) {
    id
    status
    fileName
    fileFormat
    encoding
    sheet
    headerRow
    columns
    preview
    mapping
    defaults
    counts
    progress
    total
    failureCode
    failureEn
    failureZh
    version
  }
}
    `, {"hash":"sha256:685b1a9b3a9f88e6553befc8369a237f2490e601c2534a77278b4f29a6603136"}) as unknown as TypedDocumentString<SupplierImportDetailQuery, SupplierImportDetailQueryVariables>;
export const SupplierRestoreDocument = new TypedDocumentString(`
    mutation SupplierRestore($input: SupplierRestoreInput!) {
  supplierRestore(input: $input) {
    supplier {
      id
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:89ac48a63ee77e58b2afd21e83232348fea1a8e9cbbdc06185b8e67ffc61af68"}) as unknown as TypedDocumentString<SupplierRestoreMutation, SupplierRestoreMutationVariables>;
export const SupplierDetailDocument = new TypedDocumentString(`
    query SupplierDetail($id: ID!) {
  supplier(id: $id) {
    id
    legalName
    otherName
    country
    uscc
    taxId
    duns
    lei
    externalCode
    email
    phone
    website
    contactName
    street
    city
    postalCode
    currency
    status
    sanctioned
    version
    createdAt
    changedAt
    names {
      id
      kind
      value
      current
    }
    sanctions {
      id
      status
      binding
      actions
      allCategories
      allUnits
      unitIds
      reason
      openDocumentPolicy
      fromAt
      untilAt
      imposedAt
      endedAt
      endReason
      version
    }
  }
}
    `, {"hash":"sha256:114f3250f6f9f766b3c4753ea5d0d8c07958466b182dc894da1786a881b132dd"}) as unknown as TypedDocumentString<SupplierDetailQuery, SupplierDetailQueryVariables>;
export const SuppliersDocument = new TypedDocumentString(`
    query Suppliers($first: Int, $after: String, $filter: SupplierFilter, $orderBy: SupplierOrder, $search: String) {
  suppliers(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        legalName
        otherName
        country
        city
        uscc
        taxId
        duns
        externalCode
        status
        sanctioned
        changedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:55ab5f869f019841c2ff45d4f73d2e178467031bad0bfb754a81cd0c0a089b30"}) as unknown as TypedDocumentString<SuppliersQuery, SuppliersQueryVariables>;
export const ServiceBannersDocument = new TypedDocumentString(`
    query ServiceBanners {
  announcementsNow {
    id
    tone
    text
    endsAt
  }
  supportNow {
    id
    operatorName
    personName
    mayWrite
    endsAt
  }
}
    `, {"hash":"sha256:db589f03eaa3db64e1de59659bca6b3aafadee90504484c74479a67db2fb79fe"}) as unknown as TypedDocumentString<ServiceBannersQuery, ServiceBannersQueryVariables>;
export const ServiceStatusDocument = new TypedDocumentString(`
    query ServiceStatus {
  serviceStatus {
    state
    unitsAnswer
    percent
    days {
      day
      percent
      failedMinutes
    }
    incidents {
      id
      title
      impact
      state
      startedAt
      resolvedAt
      updates {
        state
        text
        at
      }
    }
    maintenance {
      id
      title
      startsAt
      endsAt
      announcedBefore
    }
  }
}
    `, {"hash":"sha256:632622293411116c60f57a2102ededcf964394c2af8a3203209a807d68592ad6"}) as unknown as TypedDocumentString<ServiceStatusQuery, ServiceStatusQueryVariables>;
export const OwnServiceDocument = new TypedDocumentString(`
    query OwnService {
  unitAvailability {
    unitId
    unitName
    month
    percent
    failedMinutes
    excludedMinutes
    budgetMinutes
    budgetLeft
    closed
  }
  milestones {
    code
    reachedAt
  }
}
    `, {"hash":"sha256:e7e6a90bbf1f98316f42c5eeb133485e1d88b0ea6300e8562218925e8ccdfd36"}) as unknown as TypedDocumentString<OwnServiceQuery, OwnServiceQueryVariables>;
export const UsageReportDocument = new TypedDocumentString(`
    query UsageReport {
  usageReport {
    countedSince
    fullPeriod
    modules {
      code
      name
      enabled
      activePeople
      activeDays
      lastUsedAt
      proposed
      also
    }
  }
}
    `, {"hash":"sha256:9b477fdd6a16fe777abbc169a67f8a44b068f0428449cd246eae5ea077e2b848"}) as unknown as TypedDocumentString<UsageReportQuery, UsageReportQueryVariables>;
export const SupportAccessDocument = new TypedDocumentString(`
    query SupportAccess {
  supportGrants {
    id
    personName
    mayWrite
    reason
    grantedBy
    grantedAt
    endsAt
    revokedAt
  }
  supportSessions {
    id
    operatorName
    personName
    mayWrite
    reason
    startedAt
    endedAt
    endsAt
  }
}
    `, {"hash":"sha256:54493efa5fd97b9139ae32e8829b3933ed2659fa6d3db7472d40e555a5988100"}) as unknown as TypedDocumentString<SupportAccessQuery, SupportAccessQueryVariables>;
export const SupportMembersDocument = new TypedDocumentString(`
    query SupportMembers {
  members(first: 200) {
    edges {
      node {
        id
        displayName
        email
        role
      }
    }
  }
}
    `, {"hash":"sha256:7445c6f9787f31fb96f19a1e2b0b9f16a943161a1448f18b1861244e78130521"}) as unknown as TypedDocumentString<SupportMembersQuery, SupportMembersQueryVariables>;
export const SupportGrantDocument = new TypedDocumentString(`
    mutation SupportGrant($input: SupportGrantInput!) {
  supportGrant(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1894d378c875b1d60bc0a9c06a53135892141b685e92bc22947c03c0802bd65d"}) as unknown as TypedDocumentString<SupportGrantMutation, SupportGrantMutationVariables>;
export const SupportRevokeDocument = new TypedDocumentString(`
    mutation SupportRevoke($input: SupportRevokeInput!) {
  supportRevoke(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:12915510a08efede9774a70081999deaf243bfe0ba8abc20849e0152ac5025f7"}) as unknown as TypedDocumentString<SupportRevokeMutation, SupportRevokeMutationVariables>;
export const SupplierInboxDocument = new TypedDocumentString(`
    query SupplierInbox($first: Int, $after: String, $awaits: String, $search: String) {
  supplierInbox(first: $first, after: $after, awaits: $awaits, search: $search) {
    waiting
    hasNextPage
    endCursor
    documents {
      id
      docType
      number
      orderId
      state
      awaits
      changedAt
      groupName
      unitName
      membershipId
    }
  }
}
    `, {"hash":"sha256:0df62b7b74c6adcb20dc4ffb0cd1522fbea4c88277ca601049a87a6a8f4ede08"}) as unknown as TypedDocumentString<SupplierInboxQuery, SupplierInboxQueryVariables>;
export const AuditChoicesDocument = new TypedDocumentString(`
    query AuditChoices {
  auditChoices {
    actions {
      ...AuditChoiceWords
    }
    subjectTypes {
      ...AuditChoiceWords
    }
    actors {
      ...AuditChoiceWords
    }
  }
}
    fragment AuditChoiceWords on AuditChoice {
  code
  nameEn
  nameZh
}`, {"hash":"sha256:0006f466bb399ec84c3ca13d6194d793278e3a2f4b672e42c99f146c129e21bc"}) as unknown as TypedDocumentString<AuditChoicesQuery, AuditChoicesQueryVariables>;
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
        actorEn
        actorZh
        action
        actionEn
        actionZh
        subjectType
        subjectTypeEn
        subjectTypeZh
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
    `, {"hash":"sha256:04a700b2bfcb2a5236065f7b424b2e8499e1871ed2d9b5ee521292942e6e75c1"}) as unknown as TypedDocumentString<GroupAuditEntriesQuery, GroupAuditEntriesQueryVariables>;
export const SetUpDocument = new TypedDocumentString(`
    query SetUp($me: ID!) {
  units(first: 1, orderBy: CREATED_AT_ASC) {
    nodes {
      id
      slug
      name
      status
    }
  }
  provisioningJobs(first: 1, orderBy: CREATED_AT_ASC) {
    nodes {
      id
      status
      step
      done
      total
      error
      createdAt
      finishedAt
    }
  }
  suppliers(first: 1) {
    totalCount
  }
  items(first: 1) {
    totalCount
  }
  members(first: 1) {
    totalCount
  }
  own: members(first: 1, filter: {personId: {eq: $me}}) {
    totalCount
  }
  invitations(first: 1) {
    totalCount
  }
}
    `, {"hash":"sha256:f0595e611861ecade1ae682ce06de1a81b9de726553547f06b5e7fab2141af45"}) as unknown as TypedDocumentString<SetUpQuery, SetUpQueryVariables>;
export const SampleDataLoadDocument = new TypedDocumentString(`
    mutation SampleDataLoad {
  sampleDataLoad {
    suppliers
    items
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1a6f24dc97af5913cb8e5ca2d0df6b66a6d0f4ebaf32bc4bb6bbd2b5ce732145"}) as unknown as TypedDocumentString<SampleDataLoadMutation, SampleDataLoadMutationVariables>;
export const WorkspaceOpenDocument = new TypedDocumentString(`
    mutation WorkspaceOpen($input: WorkspaceOpenInput!) {
  workspaceOpen(input: $input) {
    groupId
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4a3c77bef40464b18e79f8e5e69cbb0328bab656cb57987f9f7acd323c275a11"}) as unknown as TypedDocumentString<WorkspaceOpenMutation, WorkspaceOpenMutationVariables>;
export const AdmissionFiguresDocument = new TypedDocumentString(`
    query AdmissionFigures {
  admissionFigures {
    decided
    byRule
    byPerson
    medianSeconds
    meanSeconds
    baselineSeconds
    baselineSample
    reductionPercent
  }
}
    `, {"hash":"sha256:04266b9336aafd2425c3ad4f2de18620003a1b782ff8cb56bd17a0929dd61c1c"}) as unknown as TypedDocumentString<AdmissionFiguresQuery, AdmissionFiguresQueryVariables>;
export const ApplicationAcceptDocument = new TypedDocumentString(`
    mutation ApplicationAccept($input: ApplicationAcceptInput!) {
  applicationAccept(input: $input) {
    supplierApplication {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7be7cf799c9d85511176e20cc9eeab7eddc4716a54c68d42995a991046a6e18a"}) as unknown as TypedDocumentString<ApplicationAcceptMutation, ApplicationAcceptMutationVariables>;
export const ApplicationRejectDocument = new TypedDocumentString(`
    mutation ApplicationReject($input: ApplicationRejectInput!) {
  applicationReject(input: $input) {
    supplierApplication {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:5a852f71e7544472acb7f27ce91dc8976df8ff49ff9b947b482c78b4426492f2"}) as unknown as TypedDocumentString<ApplicationRejectMutation, ApplicationRejectMutationVariables>;
export const ApplicationReturnDocument = new TypedDocumentString(`
    mutation ApplicationReturn($input: ApplicationReturnInput!) {
  applicationReturn(input: $input) {
    supplierApplication {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:41155d0af41575bc668e530aee73378a14ae083413df6295ddf190708a302e0c"}) as unknown as TypedDocumentString<ApplicationReturnMutation, ApplicationReturnMutationVariables>;
export const ApplicationSaveDocument = new TypedDocumentString(`
    mutation ApplicationSave($input: ApplicationSaveInput!) {
  applicationSave(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:317e5a5d718e7c2aaf43aa3d17b9f8890d5e53af4487a738389b3e7ecd080bcb"}) as unknown as TypedDocumentString<ApplicationSaveMutation, ApplicationSaveMutationVariables>;
export const ApplicationSubmitDocument = new TypedDocumentString(`
    mutation ApplicationSubmit($input: ApplicationSubmitInput!) {
  applicationSubmit(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e888f2756d559d353c256ac17b18550e21d88e7160f91509d3bb9169b6d6dbcf"}) as unknown as TypedDocumentString<ApplicationSubmitMutation, ApplicationSubmitMutationVariables>;
export const CertificateLinkDocument = new TypedDocumentString(`
    mutation CertificateLink($input: CertificateLinkInput!) {
  certificateLink(input: $input) {
    url
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8d61aff450544654efb48693a2161dcb03da2e337baec5048eed729ea7705e75"}) as unknown as TypedDocumentString<CertificateLinkMutation, CertificateLinkMutationVariables>;
export const CertificateRejectDocument = new TypedDocumentString(`
    mutation CertificateReject($input: CertificateRejectInput!) {
  certificateReject(input: $input) {
    certificate {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8812597f3fb613f79def475227d9f3307148ec008b88f55516d27cfdeb12bd23"}) as unknown as TypedDocumentString<CertificateRejectMutation, CertificateRejectMutationVariables>;
export const CertificateSubmitDocument = new TypedDocumentString(`
    mutation CertificateSubmit($input: CertificateSubmitInput!) {
  certificateSubmit(input: $input) {
    certificate {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c247afbe2086d202e93bc3e954a03787496a87c7eb01d2a4a2cf7c5b2f316dcf"}) as unknown as TypedDocumentString<CertificateSubmitMutation, CertificateSubmitMutationVariables>;
export const CertificateVerifyDocument = new TypedDocumentString(`
    mutation CertificateVerify($input: CertificateVerifyInput!) {
  certificateVerify(input: $input) {
    certificate {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:aaef500e006b8572feb7eede6c6f10b5e6431cbaaf4017313a88e1d52519c364"}) as unknown as TypedDocumentString<CertificateVerifyMutation, CertificateVerifyMutationVariables>;
export const GroupScoreCloseDocument = new TypedDocumentString(`
    mutation GroupScoreClose($input: GroupScoreCloseInput!) {
  groupScoreClose(input: $input) {
    suppliers
    rated
    reached
    units
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:53a8c08b0bd8dde61a900adc92b95d47a353a697e7219926150e2526bd6022b0"}) as unknown as TypedDocumentString<GroupScoreCloseMutation, GroupScoreCloseMutationVariables>;
export const GroupScoresDocument = new TypedDocumentString(`
    query GroupScores($first: Int, $after: String, $filter: GroupScoreFilter, $orderBy: GroupScoreOrder) {
  groupScores(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        id
        supplierId
        supplierName
        startDate
        endDate
        total
        coverage
        rank
        tier
        quality
        onTime
        cost
        innovation
        environment
        sources
      }
      cursor
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:5bcbff9333d24baa18f54c9c538d995d68632f4e3a16f8d5cbb7caadf94344cb"}) as unknown as TypedDocumentString<GroupScoresQuery, GroupScoresQueryVariables>;
export const GroupSharesDocument = new TypedDocumentString(`
    query GroupShares {
  groupQualityShares {
    startDate
    endDate
    rated
    reached
    bar
    percent
  }
}
    `, {"hash":"sha256:8ba7aa79b229497cf0e0b4f1fca637f24963ef5a4f9ce8dfc141716327b3489e"}) as unknown as TypedDocumentString<GroupSharesQuery, GroupSharesQueryVariables>;
export const ProviderCheckEnterDocument = new TypedDocumentString(`
    mutation ProviderCheckEnter($input: ProviderCheckEnterInput!) {
  providerCheckEnter(input: $input) {
    providerCheck {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:094fde4945ceac3b0b5c56b4905e909818c9f89fce06354c0516069e8218653b"}) as unknown as TypedDocumentString<ProviderCheckEnterMutation, ProviderCheckEnterMutationVariables>;
export const ProviderCheckRequestDocument = new TypedDocumentString(`
    mutation ProviderCheckRequest($input: ProviderCheckRequestInput!) {
  providerCheckRequest(input: $input) {
    providerCheck {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:abca6d9e0619186bd386337c204a2a35e52dd281a7270cfccfba44fd67e48101"}) as unknown as TypedDocumentString<ProviderCheckRequestMutation, ProviderCheckRequestMutationVariables>;
export const QualificationGrantDocument = new TypedDocumentString(`
    mutation QualificationGrant($input: QualificationGrantInput!) {
  qualificationGrant(input: $input) {
    supplierQualification {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f351969d90c546f9ddc9b10c0481cb7404980c61421428cf9956f9d7b592dd54"}) as unknown as TypedDocumentString<QualificationGrantMutation, QualificationGrantMutationVariables>;
export const QualificationOpenDocument = new TypedDocumentString(`
    mutation QualificationOpen($input: QualificationOpenInput!) {
  qualificationOpen(input: $input) {
    supplier {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0db60528ac415934b5adff0314b5eb6295b2cfc5f9a01bad88c8a14fdc5795f1"}) as unknown as TypedDocumentString<QualificationOpenMutation, QualificationOpenMutationVariables>;
export const QualificationRefuseDocument = new TypedDocumentString(`
    mutation QualificationRefuse($input: QualificationRefuseInput!) {
  qualificationRefuse(input: $input) {
    supplierQualification {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:318622b1a0147e1405b4d41eefbc6e94bc2dbc832f317229e4134337f0ffd709"}) as unknown as TypedDocumentString<QualificationRefuseMutation, QualificationRefuseMutationVariables>;
export const QualificationSuspendDocument = new TypedDocumentString(`
    mutation QualificationSuspend($input: QualificationSuspendInput!) {
  qualificationSuspend(input: $input) {
    supplierQualification {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4772ee1989f6b25a8517cce765815b33cd0cf32f692759b5c20752b0d978e522"}) as unknown as TypedDocumentString<QualificationSuspendMutation, QualificationSuspendMutationVariables>;
export const GroupQualitySuppliersDocument = new TypedDocumentString(`
    query GroupQualitySuppliers($end: Date!, $bar: Decimal!) {
  groupScores(
    first: 200
    filter: {endDate: {eq: $end}, total: {gte: $bar}}
    orderBy: TOTAL_DESC
  ) {
    nodes {
      id
      supplierId
      supplierName
      startDate
      total
      tier
    }
  }
}
    `, {"hash":"sha256:c8d6f55e4f887f0b1714274cb8fccadc1db2fc34c857b5920f75f224926d11ea"}) as unknown as TypedDocumentString<GroupQualitySuppliersQuery, GroupQualitySuppliersQueryVariables>;
export const RegistrationInviteDocument = new TypedDocumentString(`
    mutation RegistrationInvite($input: RegistrationInviteInput!) {
  registrationInvite(input: $input) {
    sentTo
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:80ec5d8da38a5116fa7275407d0c7aed0d8ef7a8e0f0d5db5c60dbf2461e2558"}) as unknown as TypedDocumentString<RegistrationInviteMutation, RegistrationInviteMutationVariables>;
export const RegistrationOpenDocument = new TypedDocumentString(`
    mutation RegistrationOpen($input: RegistrationOpenInput!) {
  registrationOpen(input: $input) {
    url
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:6c1bbfd2415273c3c9a77b4f2f83b208ce5b1fbb6479d73be029178796d80dbd"}) as unknown as TypedDocumentString<RegistrationOpenMutation, RegistrationOpenMutationVariables>;
export const RegistrationDocument = new TypedDocumentString(`
    query Registration($token: String!) {
  registration(token: $token) {
    group
    email
    categories {
      id
      code
      nameEn
      nameZh
    }
    application {
      status
      profile
      categoryIds
      documents
      decisionReason
    }
  }
}
    `, {"hash":"sha256:74b0d33a6a04717e8ce95467f8bcf57ac0fb67af5775a1da8d8e08542115294d"}) as unknown as TypedDocumentString<RegistrationQuery, RegistrationQueryVariables>;
export const ScoreModelPublishDocument = new TypedDocumentString(`
    mutation ScoreModelPublish($input: ScoreModelPublishInput!) {
  scoreModelPublish(input: $input) {
    scoreModel {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b83ffb7e0d38ba85b005afcd42c60a7a4e476fde3ae633c0eb8ed185d19779f1"}) as unknown as TypedDocumentString<ScoreModelPublishMutation, ScoreModelPublishMutationVariables>;
export const GroupScoreModelDocument = new TypedDocumentString(`
    query GroupScoreModel {
  groupScoreModel {
    name
    version
    qualityBar
    leastCoverage
    tiers {
      strategic
      preferred
      watch
      hysteresis
    }
    weights {
      dimension
      weight
    }
  }
}
    `, {"hash":"sha256:fb00d70c0af73956f07fc620c96e96183f7d8c5f2c21a27ef12a15f1a2f55a79"}) as unknown as TypedDocumentString<GroupScoreModelQuery, GroupScoreModelQueryVariables>;
export const SupplierAlertSeeDocument = new TypedDocumentString(`
    mutation SupplierAlertSee($input: SupplierAlertSeeInput!) {
  supplierAlertSee(input: $input) {
    supplierAlert {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9c34b861d9f393a14e15305992da0a8aa3a4a62c58b84c5d9e9e9b8d5a192ffc"}) as unknown as TypedDocumentString<SupplierAlertSeeMutation, SupplierAlertSeeMutationVariables>;
export const SupplierApplicationDetailDocument = new TypedDocumentString(`
    query SupplierApplicationDetail($id: ID!) {
  supplierApplication(id: $id) {
    id
    legalName
    email
    status
    profile
    documents
    findings
    decidedByName
    decidedByRule
    decisionReason
    supplierId
    submittedAt
    decidedAt
    version
  }
}
    `, {"hash":"sha256:07596d41d59f83b78763c01df0db31bb0474f12e2f0dd07fda910e10d2b22bdd"}) as unknown as TypedDocumentString<SupplierApplicationDetailQuery, SupplierApplicationDetailQueryVariables>;
export const SupplierApplicationsDocument = new TypedDocumentString(`
    query SupplierApplications($first: Int, $after: String, $search: String, $filter: SupplierApplicationFilter, $orderBy: SupplierApplicationOrder) {
  supplierApplications(
    first: $first
    after: $after
    search: $search
    filter: $filter
    orderBy: $orderBy
  ) {
    edges {
      node {
        id
        legalName
        email
        status
        decidedByRule
        decidedByName
        submittedAt
      }
      cursor
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:2e7ba3d5e7dc4515ad6c356a20c1d412cbd4bd753582733b9eb7f093aaa7375f"}) as unknown as TypedDocumentString<SupplierApplicationsQuery, SupplierApplicationsQueryVariables>;
export const SupplierCategoriesDocument = new TypedDocumentString(`
    query SupplierCategories {
  categories(first: 500, filter: {status: {eq: "active"}}) {
    nodes {
      id
      code
      nameEn
      nameZh
    }
  }
}
    `, {"hash":"sha256:8b81b8e82285765349a81d3594bc88afe8d985a5708926204f118e259022c3b1"}) as unknown as TypedDocumentString<SupplierCategoriesQuery, SupplierCategoriesQueryVariables>;
export const SupplierFileDocument = new TypedDocumentString(`
    query SupplierFile($id: ID!) {
  supplier(id: $id) {
    id
    legalName
    country
    status
    sanctioned
    riskClass
    qualifications {
      id
      region
      status
      grade
      counts
      startDate
      endDate
      daysLeft
      certificateIds
      decisionReason
      version
      categoryId
      category {
        id
        code
        nameEn
        nameZh
      }
    }
    certificates {
      id
      kind
      number
      issuer
      expiresDate
      daysLeft
      status
      fileName
      decisionReason
      version
    }
  }
  providerChecks(first: 20, filter: {supplierOrgId: {eq: $id}}) {
    nodes {
      id
      kind
      provider
      status
      riskClass
      problem
      attempts
      fields
      responseSha256
      requestedByName
      requestedAt
      answeredAt
      expiresAt
    }
  }
  supplierAlerts(
    first: 20
    filter: {supplierOrgId: {eq: $id}, seenAt: {isNull: true}}
  ) {
    nodes {
      id
      kind
      raisedAt
      details
    }
  }
}
    `, {"hash":"sha256:125928640ff0fc2395f3c758e4feac28cb13e8794814f796537818552d735040"}) as unknown as TypedDocumentString<SupplierFileQuery, SupplierFileQueryVariables>;
export const SupplierPolicyEditDocument = new TypedDocumentString(`
    mutation SupplierPolicyEdit($input: SupplierPolicyEditInput!) {
  supplierPolicyEdit(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:3f58b6c89e954bcb39b155418b0030300eab61959bdeddfa723989d9d10cf2fe"}) as unknown as TypedDocumentString<SupplierPolicyEditMutation, SupplierPolicyEditMutationVariables>;
export const SupplierPolicyOfGroupDocument = new TypedDocumentString(`
    query SupplierPolicyOfGroup {
  supplierPolicy {
    requiredCertificates
    requiredChecks
    blockingClass
    checkDays
    acceptAutomatically
    manualSeconds
    manualSample
    version
  }
}
    `, {"hash":"sha256:4556aff8c4ba196c7ef59d2e997e3647b4d68f43e5ab1a0b6179d0039a63d418"}) as unknown as TypedDocumentString<SupplierPolicyOfGroupQuery, SupplierPolicyOfGroupQueryVariables>;
export const SupplierQualificationsDocument = new TypedDocumentString(`
    query SupplierQualifications($first: Int, $after: String, $search: String, $filter: SupplierQualificationFilter, $orderBy: SupplierQualificationOrder) {
  supplierQualifications(
    first: $first
    after: $after
    search: $search
    filter: $filter
    orderBy: $orderBy
  ) {
    edges {
      node {
        id
        supplierId
        supplierName
        region
        status
        grade
        counts
        endDate
        daysLeft
        category {
          id
          code
          nameEn
          nameZh
        }
      }
      cursor
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:80742cc80edbd0c34a2ed0eb7bc83e9e0b129bb163ebff7de3e5120498e0e995"}) as unknown as TypedDocumentString<SupplierQualificationsQuery, SupplierQualificationsQueryVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($screen: String!) {
  savedViews(screen: $screen) {
    id
    name
    state
  }
}
    `, {"hash":"sha256:2848aa55526204d6bd587845566bd2449a9a996cfe8434185000b5fb8943baa0"}) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SavedViewSaveDocument = new TypedDocumentString(`
    mutation SavedViewSave($input: SavedViewSaveInput!) {
  savedViewSave(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:66388cc5babb1f01b83bd8947cf4ff1f88f2f92be74e12574d13045f1a163bd9"}) as unknown as TypedDocumentString<SavedViewSaveMutation, SavedViewSaveMutationVariables>;
export const SavedViewDeleteDocument = new TypedDocumentString(`
    mutation SavedViewDelete($input: SavedViewDeleteInput!) {
  savedViewDelete(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:22b02a5a620cba2b944c93a3b1fb2475403bc01f5b084ffee5edd5e3544b1a09"}) as unknown as TypedDocumentString<SavedViewDeleteMutation, SavedViewDeleteMutationVariables>;
export const LiveStreamDocument = new TypedDocumentString(`
    query LiveStream {
  liveStream {
    url
  }
}
    `, {"hash":"sha256:f1183526712b6f210827400a26f8063e6a8260fea43dc469394ca91c78c120b2"}) as unknown as TypedDocumentString<LiveStreamQuery, LiveStreamQueryVariables>;
export const UnitNamesDocument = new TypedDocumentString(`
    query UnitNames {
  units(first: 200) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:452aab576a956624f8becd8b2a44f3703f1f1d5ed12bf12cf46e01da67bb8971"}) as unknown as TypedDocumentString<UnitNamesQuery, UnitNamesQueryVariables>;
export const UomsDocument = new TypedDocumentString(`
    query Uoms {
  uoms {
    code
    nameEn
    nameZh
    symbol
    dimension
  }
}
    `, {"hash":"sha256:fabd16b7f23106039816403c9e4f806a9804d4a66f61d92ee862abece93168ea"}) as unknown as TypedDocumentString<UomsQuery, UomsQueryVariables>;
export const PermissionCatalogueDocument = new TypedDocumentString(`
    query PermissionCatalogue {
  permissions {
    code
    name
    kinds
    privileged
    keyScope
  }
}
    `, {"hash":"sha256:6f80b188794f5e45c5139ee4b472980dd2397328886eca27facca6fd71bab50a"}) as unknown as TypedDocumentString<PermissionCatalogueQuery, PermissionCatalogueQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    person {
      id
      email
      displayName
      locale
      mfaEnabled
      mfaPassed
    }
    console
    contexts {
      kind
      id
      slug
      name
      groupId
      groupName
      partnerId
      roles
      permissions
      modules
      mfaRequired
      readOnly
    }
  }
}
    `, {"hash":"sha256:5cd9db08b92113d54d17ed9d43b9e349c98a663430c6df50f137aa27a32b4c6e"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;