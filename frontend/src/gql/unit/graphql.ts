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

/** Conditions on endedAt of ApprovalDelegation. */
export type ApprovalDelegationEndedAtFilter = {
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on endsAt of ApprovalDelegation. */
export type ApprovalDelegationEndsAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on ApprovalDelegation; a row must meet all that are given. */
export type ApprovalDelegationFilter = {
  /** Conditions on endedAt. */
  readonly endedAt?: ApprovalDelegationEndedAtFilter | null | undefined;
  /** Conditions on endsAt. */
  readonly endsAt?: ApprovalDelegationEndsAtFilter | null | undefined;
  /** Conditions on fromGid. */
  readonly fromGid?: ApprovalDelegationFromGidFilter | null | undefined;
  /** Conditions on toGid. */
  readonly toGid?: ApprovalDelegationToGidFilter | null | undefined;
};

/** Conditions on fromGid of ApprovalDelegation. */
export type ApprovalDelegationFromGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of ApprovalDelegation. */
export type ApprovalDelegationOrder =
  /** By startsAt, ascending. */
  | 'STARTS_AT_ASC'
  /** By startsAt, descending. */
  | 'STARTS_AT_DESC';

/** Conditions on toGid of ApprovalDelegation. */
export type ApprovalDelegationToGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** What approval times are measured by. */
export type ApprovalDimension =
  /** By type of document. */
  | 'DOCUMENT_TYPE'
  /** By the month of the approval, in the unit's calendar. */
  | 'MONTH'
  /** By business unit. */
  | 'UNIT';

/** Conditions on documentType of ApprovalFlow. */
export type ApprovalFlowDocumentTypeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on ApprovalFlow; a row must meet all that are given. */
export type ApprovalFlowFilter = {
  /** Conditions on documentType. */
  readonly documentType?: ApprovalFlowDocumentTypeFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: ApprovalFlowStatusFilter | null | undefined;
};

/** Orders of ApprovalFlow. */
export type ApprovalFlowOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By name, ascending. */
  | 'NAME_ASC'
  /** By name, descending. */
  | 'NAME_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC';

/** Conditions on status of ApprovalFlow. */
export type ApprovalFlowStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What assessmentEnter needs. */
export type AssessmentEnterInput = {
  /** The day from which it counts; today when left out. */
  readonly assessedDate?: string | null | undefined;
  /** innovation or environment. */
  readonly dimension: string;
  /** Evidence, uploaded for a supplier_assessment. */
  readonly fileId?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why. */
  readonly reason: string;
  /** The supplier. */
  readonly supplierOrgId: string;
  /** 0 to 100 with at most two decimals. */
  readonly value: string;
};

/** What attachmentAdd needs. */
export type AttachmentAddInput = {
  /** The file, uploaded as an attachment. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** the purchase order, or */
  readonly orderId?: string | null | undefined;
  /** the goods receipt. */
  readonly receiptId?: string | null | undefined;
  /** The requisition it belongs to, or */
  readonly requisitionId?: string | null | undefined;
};

/** What attachmentOpen needs. */
export type AttachmentOpenInput = {
  /** The attachment. */
  readonly attachmentId: string;
};

/** What attachmentRemove needs. */
export type AttachmentRemoveInput = {
  /** The attachment. */
  readonly attachmentId: string;
};

/** Conditions on currency of BankAccount. */
export type BankAccountCurrencyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on BankAccount; a row must meet all that are given. */
export type BankAccountFilter = {
  /** Conditions on currency. */
  readonly currency?: BankAccountCurrencyFilter | null | undefined;
  /** Conditions on supplierOrgGid. */
  readonly supplierOrgGid?: BankAccountSupplierOrgGidFilter | null | undefined;
};

/** Orders of BankAccount. */
export type BankAccountOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By holderName, ascending. */
  | 'HOLDER_NAME_ASC'
  /** By holderName, descending. */
  | 'HOLDER_NAME_DESC';

/** What bankAccountSet needs. */
export type BankAccountSetInput = {
  /** An IBAN or another number; kept encrypted. */
  readonly accountNo: string;
  /** The bank's name. */
  readonly bankName?: string | null | undefined;
  /** The bank's code (ISO 9362). */
  readonly bic?: string | null | undefined;
  /** The bank's country (ISO 3166-1). */
  readonly country: string;
  /** The currency it is used for (ISO 4217). */
  readonly currency: string;
  /** Whose account it is. */
  readonly holderName: string;
  /** The supplier; the unit itself when left out. */
  readonly supplierOrgId?: string | null | undefined;
};

/** Conditions on supplierOrgGid of BankAccount. */
export type BankAccountSupplierOrgGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
};

/** What calendarEdit needs. */
export type CalendarEditInput = {
  /** When work ends, e.g. 18:00. */
  readonly closes: string;
  /** Working days whatever the weekday. */
  readonly extraDays?: ReadonlyArray<string> | null | undefined;
  /** Days off whatever the weekday. */
  readonly holidays?: ReadonlyArray<string> | null | undefined;
  /** When work begins, e.g. 09:00. */
  readonly opens: string;
  /** The version that was read; 0 while the defaults hold. */
  readonly version: number;
  /** Working days, 0 (Monday) to 6. */
  readonly weekdays: ReadonlyArray<number>;
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

/** Conditions on code of CostCentre. */
export type CostCentreCodeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What costCentreCreate needs. */
export type CostCentreCreateInput = {
  /** Its code, once in the unit. */
  readonly code: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name. */
  readonly name: string;
  /** Who answers for it and may be asked to approve. */
  readonly ownerId?: string | null | undefined;
};

/** What costCentreEdit needs. */
export type CostCentreEditInput = {
  /** Its code, once in the unit. */
  readonly code: string;
  /** The cost centre. */
  readonly costCentreId: string;
  /** Whether documents may name it. */
  readonly isActive?: boolean | null | undefined;
  /** Its name. */
  readonly name: string;
  /** Who answers for it and may be asked to approve. */
  readonly ownerId?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on CostCentre; a row must meet all that are given. */
export type CostCentreFilter = {
  /** Conditions on code. */
  readonly code?: CostCentreCodeFilter | null | undefined;
  /** Conditions on isActive. */
  readonly isActive?: CostCentreIsActiveFilter | null | undefined;
};

/** Conditions on isActive of CostCentre. */
export type CostCentreIsActiveFilter = {
  /** The value equals this value. */
  readonly eq?: boolean | null | undefined;
};

/** Orders of CostCentre. */
export type CostCentreOrder =
  /** By code, ascending. */
  | 'CODE_ASC'
  /** By code, descending. */
  | 'CODE_DESC'
  /** By name, ascending. */
  | 'NAME_ASC'
  /** By name, descending. */
  | 'NAME_DESC';

/** What purchase cycles are measured by. */
export type CycleDimension =
  /** By category. */
  | 'CATEGORY'
  /** By the month the first goods came in. */
  | 'MONTH'
  /** By business unit. */
  | 'UNIT';

/** What can be decided of a document. */
export type Decision =
  /** It may go on. */
  | 'APPROVE'
  /** It ends here. */
  | 'REJECT'
  /** It goes back to the requester to be changed. */
  | 'RETURN';

/** How much of a receipt line's goods in quarantine is accepted and how much rejected. */
export type DecisionInput = {
  /** How much is accepted, in the line's unit. */
  readonly acceptedQuantity?: string | null | undefined;
  /** Needed to reject: damaged, wrong_item, quality, expired, documents, excess or other. */
  readonly reasonCode?: string | null | undefined;
  /** The receipt line. */
  readonly receiptLineId: string;
  /** How much is rejected. */
  readonly rejectedQuantity?: string | null | undefined;
};

/** What delegationCreate needs. */
export type DelegationCreateInput = {
  /** For which types of documents; all when left out. */
  readonly documentTypes?: ReadonlyArray<string> | null | undefined;
  /** Until when, exclusive. */
  readonly endsAt: string;
  /** Whose approvals; the caller's own when left out. */
  readonly fromId?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, e.g. annual leave. */
  readonly reason?: string | null | undefined;
  /** From when. */
  readonly startsAt: string;
  /** Who decides in their place. */
  readonly toId: string;
};

/** What delegationEnd needs. */
export type DelegationEndInput = {
  /** The delegation. */
  readonly delegationId: string;
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

/** The text of a field in every row. */
export type FixedValueInput = {
  /** order.currency or line.unit. */
  readonly field: string;
  /** The text. */
  readonly value: string;
};

/** What flowCreate needs. */
export type FlowCreateInput = {
  /** Another version whose graph it takes. */
  readonly copyOfId?: string | null | undefined;
  /** The type of document. */
  readonly documentType: string;
  /** Its graph; empty when left out. */
  readonly graph?: unknown;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The flow's name. */
  readonly name: string;
};

/** What flowEdit needs. */
export type FlowEditInput = {
  /** The flow. */
  readonly flowId: string;
  /** Its graph. */
  readonly graph: unknown;
  /** The flow's name. */
  readonly name: string;
  /** The version that was read. */
  readonly version: number;
};

/** What flowPublish needs. */
export type FlowPublishInput = {
  /** The flow. */
  readonly flowId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What flowRetire needs. */
export type FlowRetireInput = {
  /** The flow. */
  readonly flowId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on base of FxRate. */
export type FxRateBaseFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
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

/** Conditions on GoodsReceipt; a row must meet all that are given. */
export type GoodsReceiptFilter = {
  /** Conditions on number. */
  readonly number?: GoodsReceiptNumberFilter | null | undefined;
  /** Conditions on orderId. */
  readonly orderId?: GoodsReceiptOrderIdFilter | null | undefined;
  /** Conditions on postedAt. */
  readonly postedAt?: GoodsReceiptPostedAtFilter | null | undefined;
  /** Conditions on receivedDate. */
  readonly receivedDate?: GoodsReceiptReceivedDateFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: GoodsReceiptStatusFilter | null | undefined;
  /** Conditions on supplierOrgGid. */
  readonly supplierOrgGid?: GoodsReceiptSupplierOrgGidFilter | null | undefined;
};

/** Conditions on number of GoodsReceipt. */
export type GoodsReceiptNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of GoodsReceipt. */
export type GoodsReceiptOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC'
  /** By receivedDate, ascending. */
  | 'RECEIVED_DATE_ASC'
  /** By receivedDate, descending. */
  | 'RECEIVED_DATE_DESC';

/** Conditions on orderId of GoodsReceipt. */
export type GoodsReceiptOrderIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on postedAt of GoodsReceipt. */
export type GoodsReceiptPostedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on receivedDate of GoodsReceipt. */
export type GoodsReceiptReceivedDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on status of GoodsReceipt. */
export type GoodsReceiptStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierOrgGid of GoodsReceipt. */
export type GoodsReceiptSupplierOrgGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on documentNumber of InboxTask. */
export type InboxTaskDocumentNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on documentType of InboxTask. */
export type InboxTaskDocumentTypeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on InboxTask; a row must meet all that are given. */
export type InboxTaskFilter = {
  /** Conditions on documentNumber. */
  readonly documentNumber?: InboxTaskDocumentNumberFilter | null | undefined;
  /** Conditions on documentType. */
  readonly documentType?: InboxTaskDocumentTypeFilter | null | undefined;
  /** Conditions on openedAt. */
  readonly openedAt?: InboxTaskOpenedAtFilter | null | undefined;
};

/** Conditions on openedAt of InboxTask. */
export type InboxTaskOpenedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Orders of InboxTask. */
export type InboxTaskOrder =
  /** By amount, ascending. */
  | 'AMOUNT_ASC'
  /** By amount, descending. */
  | 'AMOUNT_DESC'
  /** By documentNumber, ascending. */
  | 'DOCUMENT_NUMBER_ASC'
  /** By documentNumber, descending. */
  | 'DOCUMENT_NUMBER_DESC'
  /** By openedAt, ascending. */
  | 'OPENED_AT_ASC'
  /** By openedAt, descending. */
  | 'OPENED_AT_DESC';

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

/** What invoiceAssign needs. */
export type InvoiceAssignInput = {
  /** The invoice. */
  readonly invoiceId: string;
  /** The order, of the same supplier. */
  readonly orderId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What invoiceCreate needs. */
export type InvoiceCreateInput = {
  /** Allowances on the whole document, without tax. */
  readonly allowanceAmount?: string | null | undefined;
  /** The day it counts for; its own, or the first whose books are open, when left out. */
  readonly bookingDate?: string | null | undefined;
  /** Charges on the whole document, without tax. */
  readonly chargeAmount?: string | null | undefined;
  /** The invoice that a credit note corrects. */
  readonly creditedNumber?: string | null | undefined;
  /** A picture of the document, uploaded for an invoice. */
  readonly fileId?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The day on the document. */
  readonly issueDate: string;
  /** 380 invoice (when left out) or 381 credit note. */
  readonly kind?: string | null | undefined;
  /** What is invoiced. */
  readonly lines: ReadonlyArray<InvoiceLineInput>;
  /** A note. */
  readonly note?: string | null | undefined;
  /** The order. */
  readonly orderId: string;
  /** The amount due as stated; the lines must come to it. */
  readonly payableAmount: string;
  /** What is to be read on the payment. */
  readonly paymentRef?: string | null | undefined;
  /** The return that a credit note answers to. */
  readonly returnId?: string | null | undefined;
  /** The stated rounding, above or below zero. */
  readonly roundingAmount?: string | null | undefined;
  /** The day it is due as the document says. */
  readonly statedDueDate?: string | null | undefined;
  /** The supplier's number of it. */
  readonly supplierNumber: string;
};

/** What invoiceImport needs. */
export type InvoiceImportInput = {
  /** The day it counts for; its own, or the first whose books are open, when left out. */
  readonly bookingDate?: string | null | undefined;
  /** The file, uploaded for an invoice. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The order; the one the document names when left out. */
  readonly orderId?: string | null | undefined;
  /** A picture of the document, uploaded for an invoice. */
  readonly pdfFileId?: string | null | undefined;
};

/** One line as it stands on paper. */
export type InvoiceLineInput = {
  /** A charge on the line, or below zero an allowance. */
  readonly adjustmentAmount?: string | null | undefined;
  /** What is invoiced; the order line's words when left out. */
  readonly description?: string | null | undefined;
  /** The order line; without one nothing is compared. */
  readonly orderLineId?: string | null | undefined;
  /** How much, above zero, in the order line's unit. */
  readonly quantity: string;
  /** The tax rate as a percentage; the order line's when left out. */
  readonly taxRate?: string | null | undefined;
  /** The price of one unit, zero or more. */
  readonly unitPrice: string;
};

/** What invoiceMatch needs. */
export type InvoiceMatchInput = {
  /** The invoice. */
  readonly invoiceId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What invoiceReject needs. */
export type InvoiceRejectInput = {
  /** The invoice. */
  readonly invoiceId: string;
  /** Why, for the supplier to read. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What invoiceResolve needs. */
export type InvoiceResolveInput = {
  /** The differences. */
  readonly exceptionIds: ReadonlyArray<string>;
  /** The invoice. */
  readonly invoiceId: string;
  /** Why. */
  readonly reason: string;
  /** accepted or credit_asked. */
  readonly resolution: string;
  /** The version that was read. */
  readonly version: number;
};

/** What invoiceSubmit needs. */
export type InvoiceSubmitInput = {
  /** The invoice. */
  readonly invoiceId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What invoiceWithdraw needs. */
export type InvoiceWithdrawInput = {
  /** The invoice. */
  readonly invoiceId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
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

/** What itemTermsRemove needs. */
export type ItemTermsRemoveInput = {
  /** The terms. */
  readonly itemTermsId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What itemTermsSet needs. */
export type ItemTermsSetInput = {
  /** The price's currency (ISO 4217). */
  readonly currency: string;
  /** The item. */
  readonly itemId: string;
  /** Days from order to delivery, 0 to 1,000. */
  readonly leadDays?: number | null | undefined;
  /** The supplier. */
  readonly supplierOrgId: string;
  /** The supplier's own number. */
  readonly supplierPartNo?: string | null | undefined;
  /** The price of one of the item's unit of measure. */
  readonly unitPrice?: string | null | undefined;
  /** The version that was read, 0 for none. */
  readonly version: number;
};

/** What is answered on one line. */
export type LineAnswerInput = {
  /** accept (when left out), change, split, back_order or reject. */
  readonly answer?: string | null | undefined;
  /** The line. */
  readonly lineId: string;
  /** What the line is to become in all, when that is proposed. */
  readonly quantity?: string | null | undefined;
  /** Why; needed to reject. */
  readonly reason?: string | null | undefined;
  /** How much comes when; what they leave open stays as it was. */
  readonly schedules?: ReadonlyArray<PromiseInput> | null | undefined;
  /** The price of one unit, when another is proposed. */
  readonly unitPrice?: string | null | undefined;
};

/** How much of one requisition line to order, from whom, at what price. */
export type LineToOrderInput = {
  /** The requisition line. */
  readonly lineId: string;
  /** How much; all that is open when left out. */
  readonly quantity?: string | null | undefined;
  /** The supplier; the suggested one when left out. */
  readonly supplierOrgId?: string | null | undefined;
  /** The tax rate as a percentage from 0 to 100; 0 when left out. */
  readonly taxRate?: string | null | undefined;
  /** The price of one unit; the estimate when left out. */
  readonly unitPrice?: string | null | undefined;
};

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

/** What modelFollowGroup needs. */
export type ModelFollowGroupInput = {
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What modelPublish needs. */
export type ModelPublishInput = {
  /** The coverage below which a supplier is unrated. */
  readonly leastCoverage: string;
  /** The total from which a supplier counts as a quality supplier. */
  readonly qualityBar: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
  /** One for each dimension; they sum to 100. */
  readonly weights: ReadonlyArray<DimensionWeightInput>;
};

/** What mrpDeliveryApply needs. */
export type MrpDeliveryApplyInput = {
  /** The delivery. */
  readonly deliveryId: string;
  /** Whether rows with problems are left out. */
  readonly onlyGood?: boolean | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on channel of MrpDelivery. */
export type MrpDeliveryChannelFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on createdAt of MrpDelivery. */
export type MrpDeliveryCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** What mrpDeliveryDiscard needs. */
export type MrpDeliveryDiscardInput = {
  /** The delivery. */
  readonly deliveryId: string;
};

/** Conditions on MrpDelivery; a row must meet all that are given. */
export type MrpDeliveryFilter = {
  /** Conditions on channel. */
  readonly channel?: MrpDeliveryChannelFilter | null | undefined;
  /** Conditions on createdAt. */
  readonly createdAt?: MrpDeliveryCreatedAtFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: MrpDeliveryStatusFilter | null | undefined;
};

/** What mrpDeliveryMap needs. */
export type MrpDeliveryMapInput = {
  /** How days are written; %Y-%m-%d when left out. */
  readonly dateFormat?: string | null | undefined;
  /** A point or a comma; a point when left out. */
  readonly decimalMark?: string | null | undefined;
  /** The delivery. */
  readonly deliveryId: string;
  /** The column of each field. */
  readonly mapping: ReadonlyArray<MrpDemandColumnInput>;
  /** The version that was read. */
  readonly version: number;
};

/** Orders of MrpDelivery. */
export type MrpDeliveryOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC';

/** What mrpDeliveryPull needs. */
export type MrpDeliveryPullInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The source. */
  readonly sourceId: string;
};

/** What mrpDeliveryReport needs. */
export type MrpDeliveryReportInput = {
  /** The delivery. */
  readonly deliveryId: string;
};

/** Conditions on status of MrpDelivery. */
export type MrpDeliveryStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What mrpDeliveryUpload needs. */
export type MrpDeliveryUploadInput = {
  /** Whether open demand of the source that is not named is cancelled. */
  readonly complete?: boolean | null | undefined;
  /** The file, uploaded for an mrp_delivery. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The source. */
  readonly sourceId: string;
};

/** Conditions on changedAt of MrpDemand. */
export type MrpDemandChangedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Which column of the file is which field. */
export type MrpDemandColumnInput = {
  /** The column's place, counted from 0. */
  readonly column: number;
  /** The field, e.g. key or quantity. */
  readonly field: string;
};

/** What mrpDemandDecide needs. */
export type MrpDemandDecideInput = {
  /** apply to try once more, keep to leave the line as it is. */
  readonly decision: string;
  /** The demand. */
  readonly demandId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
};

/** Conditions on exception of MrpDemand. */
export type MrpDemandExceptionFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on MrpDemand; a row must meet all that are given. */
export type MrpDemandFilter = {
  /** Conditions on changedAt. */
  readonly changedAt?: MrpDemandChangedAtFilter | null | undefined;
  /** Conditions on exception. */
  readonly exception?: MrpDemandExceptionFilter | null | undefined;
  /** Conditions on needByDate. */
  readonly needByDate?: MrpDemandNeedByDateFilter | null | undefined;
  /** Conditions on sourceId. */
  readonly sourceId?: MrpDemandSourceIdFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: MrpDemandStatusFilter | null | undefined;
};

/** Conditions on needByDate of MrpDemand. */
export type MrpDemandNeedByDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Orders of MrpDemand. */
export type MrpDemandOrder =
  /** By changedAt, ascending. */
  | 'CHANGED_AT_ASC'
  /** By changedAt, descending. */
  | 'CHANGED_AT_DESC'
  /** By mrpKey, ascending. */
  | 'MRP_KEY_ASC'
  /** By mrpKey, descending. */
  | 'MRP_KEY_DESC'
  /** By needByDate, ascending. */
  | 'NEED_BY_DATE_ASC'
  /** By needByDate, descending. */
  | 'NEED_BY_DATE_DESC';

/** Conditions on sourceId of MrpDemand. */
export type MrpDemandSourceIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on status of MrpDemand. */
export type MrpDemandStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What mrpSourceCreate needs. */
export type MrpSourceCreateInput = {
  /** The cost centre of demand that names none. */
  readonly costCentre?: string | null | undefined;
  /** Minutes between pulls, 15 to a week; 0 for on demand alone. */
  readonly everyMinutes?: number | null | undefined;
  /** What lines of one requisition share: supplier, category, week or all. */
  readonly grouping?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name. */
  readonly name: string;
  /** The requester its requisitions belong to. */
  readonly ownerId: string;
  /** The user's password; kept encrypted and never shown. */
  readonly password?: string | null | undefined;
  /** purchase_requisition or planned_order, to pull it; empty otherwise. */
  readonly shape?: string | null | undefined;
  /** The https address of its OData service, without the entity set. */
  readonly url?: string | null | undefined;
  /** The user it is asked as. */
  readonly userName?: string | null | undefined;
};

/** What mrpSourceEdit needs. */
export type MrpSourceEditInput = {
  /** Whether it takes deliveries. */
  readonly active?: boolean | null | undefined;
  /** The cost centre of demand that names none. */
  readonly costCentre?: string | null | undefined;
  /** Minutes between pulls, 15 to a week; 0 for on demand alone. */
  readonly everyMinutes?: number | null | undefined;
  /** What lines of one requisition share: supplier, category, week or all. */
  readonly grouping?: string | null | undefined;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** The requester its requisitions belong to. */
  readonly ownerId?: string | null | undefined;
  /** The user's password, when it changes; needed with another host. */
  readonly password?: string | null | undefined;
  /** purchase_requisition or planned_order, to pull it; empty not to. */
  readonly shape?: string | null | undefined;
  /** The source. */
  readonly sourceId: string;
  /** The https address of its OData service, without the entity set. */
  readonly url?: string | null | undefined;
  /** The user it is asked as. */
  readonly userName?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** How and when the goods travel. */
export type NoticeHeaderInput = {
  /** Who carries them. */
  readonly carrierName?: string | null | undefined;
  /** The day they are expected. */
  readonly expectedDate?: string | null | undefined;
  /** Its number in the supplier's system. */
  readonly externalRef?: string | null | undefined;
  /** The gross weight in kilograms. */
  readonly grossWeightKg?: string | null | undefined;
  /** A note to the buyer. */
  readonly note?: string | null | undefined;
  /** The day the goods leave; today when it is sent without one. */
  readonly shippedDate?: string | null | undefined;
  /** The carrier's number. */
  readonly trackingNo?: string | null | undefined;
  /** road, rail, sea, air or post. */
  readonly transportMode?: string | null | undefined;
};

/** How much of an order line goes. */
export type NoticeLineInput = {
  /** The day it expires. */
  readonly expiryDate?: string | null | undefined;
  /** The line of the order. */
  readonly lineId: string;
  /** The lot or batch. */
  readonly lotNo?: string | null | undefined;
  /** The package it is in, counted from 1. */
  readonly packageNo?: number | null | undefined;
  /** How much, above zero. */
  readonly quantity: string;
  /** The schedule it fulfils, when known. */
  readonly scheduleId?: string | null | undefined;
};

/** One transport handling unit. */
export type NoticePackageInput = {
  /** The gross weight in kilograms. */
  readonly grossWeightKg?: string | null | undefined;
  /** The GS1 serial shipping container code: 18 digits. */
  readonly sscc?: string | null | undefined;
  /** The kind of package: a code of UN/ECE Recommendation 21. */
  readonly typeCode?: string | null | undefined;
};

/** What orderAcknowledge needs. */
export type OrderAcknowledgeInput = {
  /** The order. */
  readonly orderId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderCancel needs. */
export type OrderCancelInput = {
  /** The order. */
  readonly orderId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderChangeAccept needs. */
export type OrderChangeAcceptInput = {
  /** The proposed change. */
  readonly changeId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderChangePropose needs. */
export type OrderChangeProposeInput = {
  /** When the proposal ends by itself. */
  readonly expiresAt?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What changes. */
  readonly lines: ReadonlyArray<OrderLineChangeInput>;
  /** The order. */
  readonly orderId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What orderChangeReject needs. */
export type OrderChangeRejectInput = {
  /** The proposed change. */
  readonly changeId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderChangeWithdraw needs. */
export type OrderChangeWithdrawInput = {
  /** The proposed change. */
  readonly changeId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderClose needs. */
export type OrderCloseInput = {
  /** The order. */
  readonly orderId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** Whether the rest is no longer expected; then say why. */
  readonly short?: boolean | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** Which column of the file is which field. */
export type OrderColumnInput = {
  /** The column's place, counted from 0. */
  readonly column: number;
  /** The field, e.g. order.number or line.quantity. */
  readonly field: string;
};

/** What orderConfirmationAccept needs. */
export type OrderConfirmationAcceptInput = {
  /** The supplier's answer. */
  readonly confirmationId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderConfirmationDecline needs. */
export type OrderConfirmationDeclineInput = {
  /** The supplier's answer. */
  readonly confirmationId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderConfirmationSend needs. */
export type OrderConfirmationSendInput = {
  /** The buyer's change that is answered. */
  readonly changeId?: string | null | undefined;
  /** Its number in the supplier's system. */
  readonly externalRef?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The answers; lines left out stay as they were. */
  readonly lines?: ReadonlyArray<LineAnswerInput> | null | undefined;
  /** A note to the buyer. */
  readonly note?: string | null | undefined;
  /** The order. */
  readonly orderId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderCreate needs. */
export type OrderCreateInput = {
  /** The code of the cost centre that pays. */
  readonly costCentre?: string | null | undefined;
  /** The currency of all amounts; the unit's own when left out. */
  readonly currency?: string | null | undefined;
  /** A blanket's ceiling and period, or a call-off's blanket. */
  readonly frame?: OrderFrameInput | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** An Incoterm of 2020. */
  readonly incoterm?: string | null | undefined;
  /** What is ordered. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  /** A note to the supplier. */
  readonly note?: string | null | undefined;
  /** 220 order (when left out), 221, 226 or 227. */
  readonly orderTypeCode?: string | null | undefined;
  /** When and how it is paid. */
  readonly paymentTerms?: string | null | undefined;
  /** Where the goods go. */
  readonly shipTo?: string | null | undefined;
  /** The supplier. */
  readonly supplierOrgId: string;
};

/** What orderEdit needs. */
export type OrderEditInput = {
  /** The code of the cost centre that pays. */
  readonly costCentre?: string | null | undefined;
  /** The currency of all amounts. */
  readonly currency?: string | null | undefined;
  /** A blanket's ceiling and period, or a call-off's blanket. */
  readonly frame?: OrderFrameInput | null | undefined;
  /** An Incoterm of 2020. */
  readonly incoterm?: string | null | undefined;
  /** What is ordered, in the place of all lines. */
  readonly lines?: ReadonlyArray<OrderLineInput> | null | undefined;
  /** A note to the supplier. */
  readonly note?: string | null | undefined;
  /** The order. */
  readonly orderId: string;
  /** When and how it is paid. */
  readonly paymentTerms?: string | null | undefined;
  /** Where the goods go. */
  readonly shipTo?: string | null | undefined;
  /** Another supplier. */
  readonly supplierOrgId?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What makes an order a blanket (221) or a call-off (226). */
export type OrderFrameInput = {
  /** The blanket order that a call-off draws on. */
  readonly blanketId?: string | null | undefined;
  /** What may be called off a blanket order, without tax. */
  readonly ceilingAmount?: string | null | undefined;
  /** The first day of a blanket order. */
  readonly validFromDate?: string | null | undefined;
  /** The last day of a blanket order. */
  readonly validUntilDate?: string | null | undefined;
};

/** What orderHold needs. */
export type OrderHoldInput = {
  /** The order. */
  readonly orderId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderImportApply needs. */
export type OrderImportApplyInput = {
  /** The import. */
  readonly importId: string;
  /** Whether orders with problems are left out. */
  readonly onlyGood?: boolean | null | undefined;
  /** The version of the import that was read. */
  readonly version: number;
};

/** What orderImportCreate needs. */
export type OrderImportCreateInput = {
  /** The file, uploaded for an order_import. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What orderImportMap needs. */
export type OrderImportMapInput = {
  /** How days are written; %Y-%m-%d when left out. */
  readonly dateFormat?: string | null | undefined;
  /** A point or a comma; a point when left out. */
  readonly decimalMark?: string | null | undefined;
  /** Fields that are the same in every row. */
  readonly fixed?: ReadonlyArray<FixedValueInput> | null | undefined;
  /** The import. */
  readonly importId: string;
  /** The column of each field. */
  readonly mapping: ReadonlyArray<OrderColumnInput>;
  /** The version of the import that was read. */
  readonly version: number;
};

/** What orderImportReport needs. */
export type OrderImportReportInput = {
  /** The import. */
  readonly importId: string;
};

/** What orderIssue needs. */
export type OrderIssueInput = {
  /** The order. */
  readonly orderId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What one line is to become; what is left out stays. */
export type OrderLineChangeInput = {
  /** The line. */
  readonly lineId: string;
  /** How much is to be ordered, above zero. */
  readonly quantity?: string | null | undefined;
  /** The day its open part is asked for. */
  readonly requestedDate?: string | null | undefined;
  /** The price of one unit, zero or more. */
  readonly unitPrice?: string | null | undefined;
};

/** One line of an order. */
export type OrderLineInput = {
  /** A charge on the line, or below zero an allowance. */
  readonly adjustmentAmount?: string | null | undefined;
  /** The category, when the item has none of its own. */
  readonly categoryId?: string | null | undefined;
  /** What is ordered; the item's name when left out. */
  readonly description?: string | null | undefined;
  /** The item; without one the description says what is meant. */
  readonly itemId?: string | null | undefined;
  /** When editing: the line that this one replaces, to stay on its requisition. */
  readonly lineId?: string | null | undefined;
  /** How much, above zero, with at most six decimals. */
  readonly quantity: string;
  /** The day the goods are asked for, when the line is not split. */
  readonly requestedDate?: string | null | undefined;
  /** Splits the quantity over days; the parts add up to the quantity. */
  readonly schedules?: ReadonlyArray<ScheduleInput> | null | undefined;
  /** The tax rate as a percentage from 0 to 100; 0 when left out. */
  readonly taxRate?: string | null | undefined;
  /** The unit of measure (UN/ECE Rec. 20); the item's own when left out. */
  readonly unit?: string | null | undefined;
  /** The price of one unit, zero or more, up to six decimals. */
  readonly unitPrice: string;
};

/** What orderMessageImport needs. */
export type OrderMessageImportInput = {
  /** The uploaded file. */
  readonly fileId: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What orderPrint needs. */
export type OrderPrintInput = {
  /** en or zh. */
  readonly locale: string;
  /** The order. */
  readonly orderId: string;
};

/** What orderRelease needs. */
export type OrderReleaseInput = {
  /** The order. */
  readonly orderId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderSubmit needs. */
export type OrderSubmitInput = {
  /** The order. */
  readonly orderId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What orderWithdraw needs. */
export type OrderWithdrawInput = {
  /** The order. */
  readonly orderId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What paymentCancel needs. */
export type PaymentCancelInput = {
  /** Why. */
  readonly reason: string;
  /** The payment run. */
  readonly runId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What paymentConfirm needs. */
export type PaymentConfirmInput = {
  /** The payment run. */
  readonly runId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What paymentPropose needs. */
export type PaymentProposeInput = {
  /** The currency; the unit's own when left out. */
  readonly currency?: string | null | undefined;
  /** Invoices due until this day are chosen. */
  readonly dueUntilDate: string;
  /** The day the bank is to pay. */
  readonly executionDate: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
};

/** What paymentRelease needs. */
export type PaymentReleaseInput = {
  /** The payment run. */
  readonly runId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on createdAt of PaymentRun. */
export type PaymentRunCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on currency of PaymentRun. */
export type PaymentRunCurrencyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on executionDate of PaymentRun. */
export type PaymentRunExecutionDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on PaymentRun; a row must meet all that are given. */
export type PaymentRunFilter = {
  /** Conditions on createdAt. */
  readonly createdAt?: PaymentRunCreatedAtFilter | null | undefined;
  /** Conditions on currency. */
  readonly currency?: PaymentRunCurrencyFilter | null | undefined;
  /** Conditions on executionDate. */
  readonly executionDate?: PaymentRunExecutionDateFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: PaymentRunStatusFilter | null | undefined;
};

/** Orders of PaymentRun. */
export type PaymentRunOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By executionDate, ascending. */
  | 'EXECUTION_DATE_ASC'
  /** By executionDate, descending. */
  | 'EXECUTION_DATE_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC';

/** Conditions on status of PaymentRun. */
export type PaymentRunStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What periodClose needs. */
export type PeriodCloseInput = {
  /** The first day after it. */
  readonly endDate: string;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The first day. */
  readonly startDate: string;
};

/** A part of a line's open quantity with the day it will come. */
export type PromiseInput = {
  /** Whether it is out of stock. */
  readonly isBackOrder?: boolean | null | undefined;
  /** The day; a back order may leave it open. */
  readonly promisedDate?: string | null | undefined;
  /** How much, above zero. */
  readonly quantity: string;
};

/** Conditions on buyerHold of PurchaseOrder. */
export type PurchaseOrderBuyerHoldFilter = {
  /** The value equals this value. */
  readonly eq?: boolean | null | undefined;
};

/** Conditions on confirmation of PurchaseOrder. */
export type PurchaseOrderConfirmationFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on costCentre of PurchaseOrder. */
export type PurchaseOrderCostCentreFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on createdAt of PurchaseOrder. */
export type PurchaseOrderCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on currency of PurchaseOrder. */
export type PurchaseOrderCurrencyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on externalRef of PurchaseOrder. */
export type PurchaseOrderExternalRefFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on PurchaseOrder; a row must meet all that are given. */
export type PurchaseOrderFilter = {
  /** Conditions on buyerHold. */
  readonly buyerHold?: PurchaseOrderBuyerHoldFilter | null | undefined;
  /** Conditions on confirmation. */
  readonly confirmation?: PurchaseOrderConfirmationFilter | null | undefined;
  /** Conditions on costCentre. */
  readonly costCentre?: PurchaseOrderCostCentreFilter | null | undefined;
  /** Conditions on createdAt. */
  readonly createdAt?: PurchaseOrderCreatedAtFilter | null | undefined;
  /** Conditions on currency. */
  readonly currency?: PurchaseOrderCurrencyFilter | null | undefined;
  /** Conditions on externalRef. */
  readonly externalRef?: PurchaseOrderExternalRefFilter | null | undefined;
  /** Conditions on invoice. */
  readonly invoice?: PurchaseOrderInvoiceFilter | null | undefined;
  /** Conditions on issuedAt. */
  readonly issuedAt?: PurchaseOrderIssuedAtFilter | null | undefined;
  /** Conditions on number. */
  readonly number?: PurchaseOrderNumberFilter | null | undefined;
  /** Conditions on orderDate. */
  readonly orderDate?: PurchaseOrderOrderDateFilter | null | undefined;
  /** Conditions on orderTypeCode. */
  readonly orderTypeCode?: PurchaseOrderOrderTypeCodeFilter | null | undefined;
  /** Conditions on origin. */
  readonly origin?: PurchaseOrderOriginFilter | null | undefined;
  /** Conditions on payment. */
  readonly payment?: PurchaseOrderPaymentFilter | null | undefined;
  /** Conditions on receipt. */
  readonly receipt?: PurchaseOrderReceiptFilter | null | undefined;
  /** Conditions on sanctionHold. */
  readonly sanctionHold?: PurchaseOrderSanctionHoldFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: PurchaseOrderStatusFilter | null | undefined;
  /** Conditions on supplierOrgGid. */
  readonly supplierOrgGid?: PurchaseOrderSupplierOrgGidFilter | null | undefined;
  /** Conditions on totalAmount. */
  readonly totalAmount?: PurchaseOrderTotalAmountFilter | null | undefined;
};

/** Conditions on invoice of PurchaseOrder. */
export type PurchaseOrderInvoiceFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on issuedAt of PurchaseOrder. */
export type PurchaseOrderIssuedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on number of PurchaseOrder. */
export type PurchaseOrderNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of PurchaseOrder. */
export type PurchaseOrderOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By issuedAt, ascending. */
  | 'ISSUED_AT_ASC'
  /** By issuedAt, descending. */
  | 'ISSUED_AT_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC'
  /** By orderDate, ascending. */
  | 'ORDER_DATE_ASC'
  /** By orderDate, descending. */
  | 'ORDER_DATE_DESC'
  /** By supplierName, ascending. */
  | 'SUPPLIER_NAME_ASC'
  /** By supplierName, descending. */
  | 'SUPPLIER_NAME_DESC'
  /** By totalAmount, ascending. */
  | 'TOTAL_AMOUNT_ASC'
  /** By totalAmount, descending. */
  | 'TOTAL_AMOUNT_DESC';

/** Conditions on orderDate of PurchaseOrder. */
export type PurchaseOrderOrderDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on orderTypeCode of PurchaseOrder. */
export type PurchaseOrderOrderTypeCodeFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on origin of PurchaseOrder. */
export type PurchaseOrderOriginFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on payment of PurchaseOrder. */
export type PurchaseOrderPaymentFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on receipt of PurchaseOrder. */
export type PurchaseOrderReceiptFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on sanctionHold of PurchaseOrder. */
export type PurchaseOrderSanctionHoldFilter = {
  /** The value equals this value. */
  readonly eq?: boolean | null | undefined;
};

/** Conditions on status of PurchaseOrder. */
export type PurchaseOrderStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierOrgGid of PurchaseOrder. */
export type PurchaseOrderSupplierOrgGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on totalAmount of PurchaseOrder. */
export type PurchaseOrderTotalAmountFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** What purchasingSettingEdit needs. */
export type PurchasingSettingEditInput = {
  /** Closes the books up to and including a day that is over; an earlier day opens them again. */
  readonly closedUntilDate?: string | null | undefined;
  /** Or by how much, whichever is larger. */
  readonly matchPriceAmount?: string | null | undefined;
  /** By how many per cent a price may differ. */
  readonly matchPricePercent?: string | null | undefined;
  /** By how many per cent a quantity may differ. */
  readonly matchQuantityPercent?: string | null | undefined;
  /** By how much the tax may differ. */
  readonly matchTaxAmount?: string | null | undefined;
  /** Or by how much, whichever is larger. */
  readonly matchTotalAmount?: string | null | undefined;
  /** By how many per cent a total may differ. */
  readonly matchTotalPercent?: string | null | undefined;
  /** two_way or three_way. */
  readonly matchWay?: string | null | undefined;
  /** By how many per cent it may exceed them. */
  readonly overApprovedPercent?: string | null | undefined;
  /** By how many per cent more than ordered may be received. */
  readonly overDeliveryPercent?: string | null | undefined;
  /** Days to pay in, where nothing else was agreed. */
  readonly paymentDays?: number | null | undefined;
  /** Whether an order within its requisition's approved amounts needs no second approval. */
  readonly requisitionCoversOrder?: boolean | null | undefined;
  /** By how many per cent less a line still counts as received in full. */
  readonly underDeliveryPercent?: string | null | undefined;
  /** The version of the setting that was read. */
  readonly version: number;
};

/** What receiptCancel needs. */
export type ReceiptCancelInput = {
  /** Why. */
  readonly reason: string;
  /** The receipt. */
  readonly receiptId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What receiptCreate needs. */
export type ReceiptCreateInput = {
  /** The number of the supplier's delivery note. */
  readonly deliveryNoteRef?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What came in. */
  readonly lines: ReadonlyArray<ReceiptLineInput>;
  /** A note. */
  readonly note?: string | null | undefined;
  /** The order. */
  readonly orderId: string;
  /** Whether it is posted at once. */
  readonly post?: boolean | null | undefined;
  /** The day it came in; today when left out. */
  readonly receivedDate?: string | null | undefined;
  /** The ship notice that announced it. */
  readonly shipNoticeId?: string | null | undefined;
};

/** What receiptDecide needs. */
export type ReceiptDecideInput = {
  /** What is decided. */
  readonly lines: ReadonlyArray<DecisionInput>;
  /** Why. */
  readonly reason: string;
  /** The receipt. */
  readonly receiptId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What receiptEdit needs. */
export type ReceiptEditInput = {
  /** The number of the supplier's delivery note. */
  readonly deliveryNoteRef?: string | null | undefined;
  /** What came in, in the place of all lines. */
  readonly lines?: ReadonlyArray<ReceiptLineInput> | null | undefined;
  /** A note. */
  readonly note?: string | null | undefined;
  /** The receipt. */
  readonly receiptId: string;
  /** The day it came in. */
  readonly receivedDate?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** What receiptInspect needs. */
export type ReceiptInspectInput = {
  /** The receipt. */
  readonly receiptId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What came in for one order line; what is not rejected or put into quarantine is accepted. */
export type ReceiptLineInput = {
  /** The day until which the goods are good. */
  readonly expiryDate?: string | null | undefined;
  /** The lot or batch. */
  readonly lot?: string | null | undefined;
  /** The order line. */
  readonly orderLineId: string;
  /** How much of it is put into quarantine. */
  readonly quarantinedQuantity?: string | null | undefined;
  /** Why it is rejected or put into quarantine, in words. */
  readonly reason?: string | null | undefined;
  /** damaged, wrong_item, quality, expired, documents, excess or other. */
  readonly reasonCode?: string | null | undefined;
  /** How much came, in the order line's unit. */
  readonly receivedQuantity: string;
  /** How much of it is rejected. */
  readonly rejectedQuantity?: string | null | undefined;
};

/** What receiptPost needs. */
export type ReceiptPostInput = {
  /** The receipt. */
  readonly receiptId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What receiptReverse needs. */
export type ReceiptReverseInput = {
  /** Why. */
  readonly reason: string;
  /** The receipt. */
  readonly receiptId: string;
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

/** What relationDecide needs. */
export type RelationDecideInput = {
  /** approved, declined or open. */
  readonly decision: string;
  /** Why. */
  readonly reason: string;
  /** The supplier. */
  readonly supplierOrgId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What requisitionCancel needs. */
export type RequisitionCancelInput = {
  /** Why. */
  readonly reason: string;
  /** The requisition. */
  readonly requisitionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What requisitionCopy needs. */
export type RequisitionCopyInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The requisition. */
  readonly requisitionId: string;
};

/** Conditions on costCentre of Requisition. */
export type RequisitionCostCentreFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What requisitionCreate needs. */
export type RequisitionCreateInput = {
  /** The code of the cost centre that pays. */
  readonly costCentre?: string | null | undefined;
  /** The currency of the estimates; the unit's own when left out. */
  readonly currency?: string | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why it is needed. */
  readonly justification?: string | null | undefined;
  /** What is needed. */
  readonly lines: ReadonlyArray<RequisitionLineInput>;
  /** The day by which it is needed. */
  readonly needByDate?: string | null | undefined;
  /** What it is for, in a few words. */
  readonly title?: string | null | undefined;
};

/** Conditions on createdAt of Requisition. */
export type RequisitionCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on currency of Requisition. */
export type RequisitionCurrencyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What requisitionEdit needs. */
export type RequisitionEditInput = {
  /** The code of the cost centre that pays. */
  readonly costCentre?: string | null | undefined;
  /** The currency of the estimates. */
  readonly currency?: string | null | undefined;
  /** Why it is needed. */
  readonly justification?: string | null | undefined;
  /** What is needed, in the place of all lines. */
  readonly lines?: ReadonlyArray<RequisitionLineInput> | null | undefined;
  /** The day by which it is needed; null clears it. */
  readonly needByDate?: string | null | undefined;
  /** The requisition. */
  readonly requisitionId: string;
  /** What it is for, in a few words. */
  readonly title?: string | null | undefined;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on Requisition; a row must meet all that are given. */
export type RequisitionFilter = {
  /** Conditions on costCentre. */
  readonly costCentre?: RequisitionCostCentreFilter | null | undefined;
  /** Conditions on createdAt. */
  readonly createdAt?: RequisitionCreatedAtFilter | null | undefined;
  /** Conditions on currency. */
  readonly currency?: RequisitionCurrencyFilter | null | undefined;
  /** Conditions on needByDate. */
  readonly needByDate?: RequisitionNeedByDateFilter | null | undefined;
  /** Conditions on number. */
  readonly number?: RequisitionNumberFilter | null | undefined;
  /** Conditions on requesterGid. */
  readonly requesterGid?: RequisitionRequesterGidFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: RequisitionStatusFilter | null | undefined;
  /** Conditions on submittedAt. */
  readonly submittedAt?: RequisitionSubmittedAtFilter | null | undefined;
  /** Conditions on totalAmount. */
  readonly totalAmount?: RequisitionTotalAmountFilter | null | undefined;
};

/** One line of a requisition: an item, or words. */
export type RequisitionLineInput = {
  /** The category, when the item has none of its own. */
  readonly categoryId?: string | null | undefined;
  /** What is meant; the item's name when left out. */
  readonly description?: string | null | undefined;
  /** The item; without one the description says what is meant. */
  readonly itemId?: string | null | undefined;
  /** When editing: the line that this one replaces, to stay with its demand. */
  readonly lineId?: string | null | undefined;
  /** The day by which it is needed. */
  readonly needByDate?: string | null | undefined;
  /** How much, above zero, with at most six decimals. */
  readonly quantity: string;
  /** The supplier you suggest. */
  readonly supplierOrgId?: string | null | undefined;
  /** The unit of measure (UN/ECE Rec. 20); the item's own when left out. */
  readonly unit?: string | null | undefined;
  /** The estimated price of one unit, zero or more. */
  readonly unitPrice: string;
};

/** Conditions on needByDate of Requisition. */
export type RequisitionNeedByDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on number of Requisition. */
export type RequisitionNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of Requisition. */
export type RequisitionOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By needByDate, ascending. */
  | 'NEED_BY_DATE_ASC'
  /** By needByDate, descending. */
  | 'NEED_BY_DATE_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC'
  /** By status, ascending. */
  | 'STATUS_ASC'
  /** By status, descending. */
  | 'STATUS_DESC'
  /** By totalAmount, ascending. */
  | 'TOTAL_AMOUNT_ASC'
  /** By totalAmount, descending. */
  | 'TOTAL_AMOUNT_DESC';

/** What requisitionOrder needs. */
export type RequisitionOrderInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to order, from whom. */
  readonly lines: ReadonlyArray<LineToOrderInput>;
  /** The requisition. */
  readonly requisitionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on requesterGid of Requisition. */
export type RequisitionRequesterGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on status of Requisition. */
export type RequisitionStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What requisitionSubmit needs. */
export type RequisitionSubmitInput = {
  /** The requisition. */
  readonly requisitionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on submittedAt of Requisition. */
export type RequisitionSubmittedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** What requisitionTemplateDelete needs. */
export type RequisitionTemplateDeleteInput = {
  /** The template. */
  readonly templateId: string;
};

/** What requisitionTemplateSave needs. */
export type RequisitionTemplateSaveInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The template's name. */
  readonly name: string;
  /** The requisition. */
  readonly requisitionId: string;
  /** Whether the whole unit may use it. */
  readonly shared?: boolean | null | undefined;
};

/** What requisitionTemplateUse needs. */
export type RequisitionTemplateUseInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The template. */
  readonly templateId: string;
};

/** Conditions on totalAmount of Requisition. */
export type RequisitionTotalAmountFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** What requisitionWithdraw needs. */
export type RequisitionWithdrawInput = {
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The requisition. */
  readonly requisitionId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What requisitionsSubmit needs. */
export type RequisitionsSubmitInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The drafts. */
  readonly requisitions: ReadonlyArray<ToSubmitInput>;
};

/** What returnCreate needs. */
export type ReturnCreateInput = {
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What goes back. */
  readonly lines: ReadonlyArray<ReturnLineInput>;
  /** Why. */
  readonly reason: string;
  /** The receipt. */
  readonly receiptId: string;
  /** The day it goes back; today when left out. */
  readonly returnedDate?: string | null | undefined;
};

/** How much of a receipt line goes back. */
export type ReturnLineInput = {
  /** What the goods had been: rejected (when left out), accepted or quarantined. */
  readonly disposition?: string | null | undefined;
  /** How much, in the receipt line's unit. */
  readonly quantity: string;
  /** The receipt line. */
  readonly receiptLineId: string;
};

/** What returnWaive needs. */
export type ReturnWaiveInput = {
  /** Why. */
  readonly reason: string;
  /** The return. */
  readonly returnId: string;
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

/** Conditions on imposedAt of Sanction. */
export type SanctionImposedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
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

/** A part of a line's quantity, asked for by a day. */
export type ScheduleInput = {
  /** How much, in the line's unit. */
  readonly quantity: string;
  /** The day it is asked for. */
  readonly requestedDate?: string | null | undefined;
};

/** What shipNoticeArrive needs. */
export type ShipNoticeArriveInput = {
  /** The ship notice. */
  readonly noticeId: string;
  /** The version that was read. */
  readonly version: number;
};

/** What shipNoticeCancel needs. */
export type ShipNoticeCancelInput = {
  /** The ship notice. */
  readonly noticeId: string;
  /** Why. */
  readonly reason: string;
  /** The version that was read. */
  readonly version: number;
};

/** What shipNoticeCreate needs. */
export type ShipNoticeCreateInput = {
  /** How and when it travels. */
  readonly header?: NoticeHeaderInput | null | undefined;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** What goes. */
  readonly lines: ReadonlyArray<NoticeLineInput>;
  /** The order. */
  readonly orderId: string;
  /** The packages, in order. */
  readonly packages?: ReadonlyArray<NoticePackageInput> | null | undefined;
};

/** What shipNoticeDepart needs. */
export type ShipNoticeDepartInput = {
  /** The ship notice. */
  readonly noticeId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on expectedDate of ShipNotice. */
export type ShipNoticeExpectedDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on ShipNotice; a row must meet all that are given. */
export type ShipNoticeFilter = {
  /** Conditions on expectedDate. */
  readonly expectedDate?: ShipNoticeExpectedDateFilter | null | undefined;
  /** Conditions on number. */
  readonly number?: ShipNoticeNumberFilter | null | undefined;
  /** Conditions on orderId. */
  readonly orderId?: ShipNoticeOrderIdFilter | null | undefined;
  /** Conditions on sentAt. */
  readonly sentAt?: ShipNoticeSentAtFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: ShipNoticeStatusFilter | null | undefined;
  /** Conditions on supplierOrgGid. */
  readonly supplierOrgGid?: ShipNoticeSupplierOrgGidFilter | null | undefined;
};

/** Conditions on number of ShipNotice. */
export type ShipNoticeNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of ShipNotice. */
export type ShipNoticeOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By expectedDate, ascending. */
  | 'EXPECTED_DATE_ASC'
  /** By expectedDate, descending. */
  | 'EXPECTED_DATE_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC'
  /** By sentAt, ascending. */
  | 'SENT_AT_ASC'
  /** By sentAt, descending. */
  | 'SENT_AT_DESC';

/** Conditions on orderId of ShipNotice. */
export type ShipNoticeOrderIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** What shipNoticeSend needs. */
export type ShipNoticeSendInput = {
  /** The ship notice. */
  readonly noticeId: string;
  /** The version that was read. */
  readonly version: number;
};

/** Conditions on sentAt of ShipNotice. */
export type ShipNoticeSentAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on status of ShipNotice. */
export type ShipNoticeStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierOrgGid of ShipNotice. */
export type ShipNoticeSupplierOrgGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
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

/** Conditions on createdAt of SupplierInvoice. */
export type SupplierInvoiceCreatedAtFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is less than this value. */
  readonly lt?: string | null | undefined;
};

/** Conditions on currency of SupplierInvoice. */
export type SupplierInvoiceCurrencyFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on dueDate of SupplierInvoice. */
export type SupplierInvoiceDueDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on SupplierInvoice; a row must meet all that are given. */
export type SupplierInvoiceFilter = {
  /** Conditions on createdAt. */
  readonly createdAt?: SupplierInvoiceCreatedAtFilter | null | undefined;
  /** Conditions on currency. */
  readonly currency?: SupplierInvoiceCurrencyFilter | null | undefined;
  /** Conditions on dueDate. */
  readonly dueDate?: SupplierInvoiceDueDateFilter | null | undefined;
  /** Conditions on issueDate. */
  readonly issueDate?: SupplierInvoiceIssueDateFilter | null | undefined;
  /** Conditions on kind. */
  readonly kind?: SupplierInvoiceKindFilter | null | undefined;
  /** Conditions on number. */
  readonly number?: SupplierInvoiceNumberFilter | null | undefined;
  /** Conditions on orderId. */
  readonly orderId?: SupplierInvoiceOrderIdFilter | null | undefined;
  /** Conditions on payableAmount. */
  readonly payableAmount?: SupplierInvoicePayableAmountFilter | null | undefined;
  /** Conditions on status. */
  readonly status?: SupplierInvoiceStatusFilter | null | undefined;
  /** Conditions on supplierNumber. */
  readonly supplierNumber?: SupplierInvoiceSupplierNumberFilter | null | undefined;
  /** Conditions on supplierOrgGid. */
  readonly supplierOrgGid?: SupplierInvoiceSupplierOrgGidFilter | null | undefined;
};

/** Conditions on issueDate of SupplierInvoice. */
export type SupplierInvoiceIssueDateFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on kind of SupplierInvoice. */
export type SupplierInvoiceKindFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on number of SupplierInvoice. */
export type SupplierInvoiceNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Orders of SupplierInvoice. */
export type SupplierInvoiceOrder =
  /** By createdAt, ascending. */
  | 'CREATED_AT_ASC'
  /** By createdAt, descending. */
  | 'CREATED_AT_DESC'
  /** By dueDate, ascending. */
  | 'DUE_DATE_ASC'
  /** By dueDate, descending. */
  | 'DUE_DATE_DESC'
  /** By issueDate, ascending. */
  | 'ISSUE_DATE_ASC'
  /** By issueDate, descending. */
  | 'ISSUE_DATE_DESC'
  /** By number, ascending. */
  | 'NUMBER_ASC'
  /** By number, descending. */
  | 'NUMBER_DESC'
  /** By payableAmount, ascending. */
  | 'PAYABLE_AMOUNT_ASC'
  /** By payableAmount, descending. */
  | 'PAYABLE_AMOUNT_DESC'
  /** By supplierName, ascending. */
  | 'SUPPLIER_NAME_ASC'
  /** By supplierName, descending. */
  | 'SUPPLIER_NAME_DESC';

/** Conditions on orderId of SupplierInvoice. */
export type SupplierInvoiceOrderIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on payableAmount of SupplierInvoice. */
export type SupplierInvoicePayableAmountFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on status of SupplierInvoice. */
export type SupplierInvoiceStatusFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on supplierNumber of SupplierInvoice. */
export type SupplierInvoiceSupplierNumberFilter = {
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on supplierOrgGid of SupplierInvoice. */
export type SupplierInvoiceSupplierOrgGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
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

/** Conditions on country of SupplierScore. */
export type SupplierScoreCountryFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on endDate of SupplierScore. */
export type SupplierScoreEndDateFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** Conditions on SupplierScore; a row must meet all that are given. */
export type SupplierScoreFilter = {
  /** Conditions on country. */
  readonly country?: SupplierScoreCountryFilter | null | undefined;
  /** Conditions on endDate. */
  readonly endDate?: SupplierScoreEndDateFilter | null | undefined;
  /** Conditions on periodId. */
  readonly periodId?: SupplierScorePeriodIdFilter | null | undefined;
  /** Conditions on supplierOrgGid. */
  readonly supplierOrgGid?: SupplierScoreSupplierOrgGidFilter | null | undefined;
  /** Conditions on tier. */
  readonly tier?: SupplierScoreTierFilter | null | undefined;
  /** Conditions on total. */
  readonly total?: SupplierScoreTotalFilter | null | undefined;
};

/** Orders of SupplierScore. */
export type SupplierScoreOrder =
  /** By cost, ascending. */
  | 'COST_ASC'
  /** By cost, descending. */
  | 'COST_DESC'
  /** By endDate, ascending. */
  | 'END_DATE_ASC'
  /** By endDate, descending. */
  | 'END_DATE_DESC'
  /** By onTime, ascending. */
  | 'ON_TIME_ASC'
  /** By onTime, descending. */
  | 'ON_TIME_DESC'
  /** By quality, ascending. */
  | 'QUALITY_ASC'
  /** By quality, descending. */
  | 'QUALITY_DESC'
  /** By supplierName, ascending. */
  | 'SUPPLIER_NAME_ASC'
  /** By supplierName, descending. */
  | 'SUPPLIER_NAME_DESC'
  /** By total, ascending. */
  | 'TOTAL_ASC'
  /** By total, descending. */
  | 'TOTAL_DESC';

/** Conditions on periodId of SupplierScore. */
export type SupplierScorePeriodIdFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
};

/** Conditions on supplierOrgGid of SupplierScore. */
export type SupplierScoreSupplierOrgGidFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on tier of SupplierScore. */
export type SupplierScoreTierFilter = {
  /** The value equals this value. */
  readonly eq?: string | null | undefined;
  /** The value equals one of these values. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on total of SupplierScore. */
export type SupplierScoreTotalFilter = {
  /** The value is this value or greater. */
  readonly gte?: string | null | undefined;
  /** The value has no value (true) or has one (false). */
  readonly isNull?: boolean | null | undefined;
  /** The value is this value or less. */
  readonly lte?: string | null | undefined;
};

/** What supplierSettingEdit needs. */
export type SupplierSettingEditInput = {
  /** allow, warn or refuse. */
  readonly unqualified: string;
  /** The version that was read. */
  readonly version: number;
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

/** What taskDecide needs. */
export type TaskDecideInput = {
  /** Why; needed to reject or return. */
  readonly comment?: string | null | undefined;
  /** The content that was shown; another is refused. */
  readonly contentHash?: string | null | undefined;
  /** What is decided. */
  readonly decision: Decision;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The task. */
  readonly taskId: string;
};

/** What tasksDecide needs. */
export type TasksDecideInput = {
  /** Why; needed to reject or return. */
  readonly comment?: string | null | undefined;
  /** What is decided. */
  readonly decision: Decision;
  /** A key of the caller's own; a repeated call with it acts once. */
  readonly idempotencyKey?: string | null | undefined;
  /** The tasks. */
  readonly taskIds: ReadonlyArray<string>;
};

/** What termsEdit needs. */
export type TermsEditInput = {
  /** From when they hold; now when left out. */
  readonly fromAt?: string | null | undefined;
  /** 1 to 99; 1 is paid first. */
  readonly payOrder: number;
  /** 0 to 365. */
  readonly paymentDays: number;
  /** Why. */
  readonly reason: string;
  /** strategic, preferred or watch. */
  readonly tier: string;
};

/** A draft requisition to submit. */
export type ToSubmitInput = {
  /** The requisition. */
  readonly requisitionId: string;
  /** The version that was read. */
  readonly version: number;
};

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
  /** The value contains this text, in any case. */
  readonly contains?: string | null | undefined;
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

export type DeliveryDocumentsQueryVariables = Exact<{
  start: string;
  end: string;
  supplierId?: string | null | undefined;
  itemId?: string | null | undefined;
}>;


export type DeliveryDocumentsQuery = { readonly deliveryDocuments: ReadonlyArray<{ readonly receiptId: string | null, readonly receiptNumber: string | null, readonly orderId: string, readonly orderNumber: string, readonly description: string, readonly dueDate: string | null, readonly receivedDate: string, readonly quantity: string, readonly unit: string, readonly inTime: boolean | null }> };

export type CycleDocumentsQueryVariables = Exact<{
  start: string;
  end: string;
  categoryId?: string | null | undefined;
}>;


export type CycleDocumentsQuery = { readonly cycleDocuments: ReadonlyArray<{ readonly requisitionId: string, readonly number: string, readonly title: string, readonly description: string, readonly submittedDate: string, readonly receivedDate: string, readonly days: number }> };

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

export type ApprovalFiguresQueryVariables = Exact<{
  since: string;
  until: string;
  documentType?: string | null | undefined;
}>;


export type ApprovalFiguresQuery = { readonly approvalFigures: { readonly documents: number, readonly meanDays: string | null, readonly medianDays: string | null, readonly p90Days: string | null, readonly months: ReadonlyArray<{ readonly month: string, readonly documents: number, readonly meanDays: string }>, readonly steps: ReadonlyArray<{ readonly step: number, readonly decisions: number, readonly meanHours: string }> } };

export type ApprovalFlowDetailQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalFlowDetailQuery = { readonly approvalFlow: { readonly id: string, readonly documentType: string, readonly number: number, readonly name: string, readonly status: string, readonly graph: unknown, readonly version: number, readonly publishedAt: string | null, readonly publishedByName: string } | null };

export type ApprovalFlowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ApprovalFlowFilter | null | undefined;
  orderBy?: ApprovalFlowOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type ApprovalFlowsQuery = { readonly approvalFlows: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly documentType: string, readonly number: number, readonly name: string, readonly status: string, readonly createdAt: string, readonly editedByName: string, readonly publishedAt: string | null, readonly publishedByName: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ApprovalPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type ApprovalPeopleQuery = { readonly flowVocabulary: { readonly documentTypes: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }>, readonly people: ReadonlyArray<{ readonly id: string, readonly name: string, readonly roles: ReadonlyArray<string> }> } };

export type ApprovalRunDetailQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalRunDetailQuery = { readonly approvalRun: { readonly id: string, readonly documentType: string, readonly documentId: string, readonly documentNumber: string, readonly title: string, readonly lines: unknown, readonly requesterName: string, readonly status: string, readonly isBlocked: boolean, readonly flowNumber: number, readonly plan: unknown, readonly stepIndex: number, readonly contentHash: string, readonly startedAt: string, readonly endedAt: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly tasks: ReadonlyArray<{ readonly id: string, readonly stepId: string, readonly stepIndex: number, readonly assigneeId: string, readonly assigneeName: string, readonly onBehalfOfName: string, readonly status: string, readonly openedAt: string, readonly endedAt: string | null, readonly reminders: number }>, readonly decisions: ReadonlyArray<{ readonly id: string, readonly stepId: string, readonly stepIndex: number, readonly actorName: string, readonly onBehalfOfName: string, readonly decision: string, readonly comment: string, readonly decidedAt: string }> } | null };

export type CalendarEditMutationVariables = Exact<{
  input: CalendarEditInput;
}>;


export type CalendarEditMutation = { readonly calendarEdit: { readonly version: number | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CostCentreCreateMutationVariables = Exact<{
  input: CostCentreCreateInput;
}>;


export type CostCentreCreateMutation = { readonly costCentreCreate: { readonly costCentre: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CostCentreEditMutationVariables = Exact<{
  input: CostCentreEditInput;
}>;


export type CostCentreEditMutation = { readonly costCentreEdit: { readonly costCentre: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CostCentreDetailQueryVariables = Exact<{
  id: string;
}>;


export type CostCentreDetailQuery = { readonly costCentre: { readonly id: string, readonly code: string, readonly name: string, readonly ownerId: string | null, readonly ownerName: string, readonly isActive: boolean, readonly version: number } | null };

export type CostCentresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: CostCentreFilter | null | undefined;
  orderBy?: CostCentreOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type CostCentresQuery = { readonly costCentres: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly ownerName: string, readonly isActive: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DelegationCreateMutationVariables = Exact<{
  input: DelegationCreateInput;
}>;


export type DelegationCreateMutation = { readonly delegationCreate: { readonly delegation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type DelegationEndMutationVariables = Exact<{
  input: DelegationEndInput;
}>;


export type DelegationEndMutation = { readonly delegationEnd: { readonly delegation: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type DelegationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ApprovalDelegationFilter | null | undefined;
  orderBy?: ApprovalDelegationOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type DelegationsQuery = { readonly approvalDelegations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly fromName: string, readonly toName: string, readonly documentTypes: unknown, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly endedAt: string | null, readonly isOpen: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FlowCategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type FlowCategoriesQuery = { readonly categories: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } }> } };

export type FlowCreateMutationVariables = Exact<{
  input: FlowCreateInput;
}>;


export type FlowCreateMutation = { readonly flowCreate: { readonly flow: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FlowEditMutationVariables = Exact<{
  input: FlowEditInput;
}>;


export type FlowEditMutation = { readonly flowEdit: { readonly flow: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FlowFindingsQueryVariables = Exact<{
  documentType: string;
  graph: unknown;
}>;


export type FlowFindingsQuery = { readonly flowFindings: ReadonlyArray<{ readonly code: string, readonly severity: string, readonly nodeIds: ReadonlyArray<string>, readonly path: ReadonlyArray<string>, readonly en: string, readonly zh: string }> };

export type FlowPublishMutationVariables = Exact<{
  input: FlowPublishInput;
}>;


export type FlowPublishMutation = { readonly flowPublish: { readonly flow: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FlowReplayQueryVariables = Exact<{
  flowId: string;
  since: string;
  until: string;
}>;


export type FlowReplayQuery = { readonly flowReplay: { readonly total: number, readonly differing: number, readonly withoutApprover: number, readonly paths: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly documents: number, readonly steps: ReadonlyArray<{ readonly nameEn: string, readonly nameZh: string }> }>, readonly documents: ReadonlyArray<{ readonly runId: string, readonly documentNumber: string, readonly startedAt: string, readonly differs: boolean, readonly findsApprovers: boolean, readonly isAutomatic: boolean, readonly stuckAt: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly then: ReadonlyArray<{ readonly nameEn: string, readonly nameZh: string, readonly people: ReadonlyArray<string> }>, readonly now: ReadonlyArray<{ readonly nameEn: string, readonly nameZh: string, readonly people: ReadonlyArray<string>, readonly isManned: boolean }> }> } };

export type FlowRetireMutationVariables = Exact<{
  input: FlowRetireInput;
}>;


export type FlowRetireMutation = { readonly flowRetire: { readonly flow: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FlowSimulateQueryVariables = Exact<{
  flowId: string;
  facts?: unknown;
  requesterId?: string | null | undefined;
}>;


export type FlowSimulateQuery = { readonly flowSimulate: { readonly given: { readonly path: ReadonlyArray<string>, readonly isAutomatic: boolean, readonly stuckAt: string | null, readonly steps: ReadonlyArray<{ readonly nodeId: string, readonly nameEn: string, readonly nameZh: string, readonly mode: string, readonly people: ReadonlyArray<string>, readonly isManned: boolean }> } | null } };

export type FlowVocabularyWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type FlowVocabularyWordsQuery = { readonly flowVocabulary: { readonly roles: ReadonlyArray<string>, readonly maxHumanSteps: number, readonly documentTypes: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly facts: ReadonlyArray<{ readonly name: string, readonly kind: string, readonly nameEn: string, readonly nameZh: string, readonly multiple: boolean }> }>, readonly people: ReadonlyArray<{ readonly id: string, readonly name: string, readonly roles: ReadonlyArray<string> }> } };

export type MyTasksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: InboxTaskFilter | null | undefined;
  orderBy?: InboxTaskOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type MyTasksQuery = { readonly myTasks: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly taskId: string, readonly runId: string, readonly documentType: string, readonly documentNumber: string, readonly title: string, readonly requesterName: string, readonly onBehalfOfName: string, readonly openedAt: string, readonly reminders: number, readonly contentHash: string, readonly total: { readonly amount: string, readonly currency: string }, readonly step: { readonly nameEn: string, readonly nameZh: string, readonly number: number, readonly of: number } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TaskDecideMutationVariables = Exact<{
  input: TaskDecideInput;
}>;


export type TaskDecideMutation = { readonly taskDecide: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type TasksDecideMutationVariables = Exact<{
  input: TasksDecideInput;
}>;


export type TasksDecideMutation = { readonly tasksDecide: { readonly decisions: ReadonlyArray<{ readonly taskId: string, readonly status: string | null, readonly error: { readonly message: string } | null }> | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type WorkingCalendarQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkingCalendarQuery = { readonly workingCalendar: { readonly weekdays: ReadonlyArray<number>, readonly opens: string, readonly closes: string, readonly holidays: ReadonlyArray<string>, readonly extraDays: ReadonlyArray<string>, readonly version: number } };

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

export type ModulesQueryVariables = Exact<{
  unitId?: string | null | undefined;
}>;


export type ModulesQuery = { readonly modules: ReadonlyArray<{ readonly code: string, readonly name: string, readonly about: string, readonly needs: ReadonlyArray<string>, readonly neededBy: ReadonlyArray<string>, readonly alwaysOn: boolean, readonly enabled: boolean, readonly chosenIn: string, readonly changedAt: string | null, readonly changedBy: string }> };

export type UnitOverviewQueryVariables = Exact<{
  tasks: boolean;
  requisitions: boolean;
  orders: boolean;
  prices: boolean;
}>;


export type UnitOverviewQuery = { readonly desk: ReadonlyArray<{ readonly code: string, readonly count: number }>, readonly myTasks?: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly runId: string, readonly documentType: string, readonly documentNumber: string, readonly title: string, readonly requesterName: string, readonly openedAt: string, readonly total: { readonly amount: string, readonly currency: string } }> }, readonly requisitionsOpen?: { readonly totalCount: number }, readonly requisitions?: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly title: string, readonly status: string, readonly createdAt: string, readonly total: { readonly amount: string, readonly currency: string } }> }, readonly ordersOpen?: { readonly totalCount: number }, readonly purchaseOrders?: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly supplierName: string, readonly status: string, readonly createdAt: string, readonly total?: { readonly amount: string, readonly currency: string } }> } };

export type CategoriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CategoriesQuery = { readonly categories: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly status: string, readonly parentId: string | null, readonly version: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FxRatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: FxRateFilter | null | undefined;
  orderBy?: FxRateOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type FxRatesQuery = { readonly fxRates: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly base: string, readonly quote: string, readonly rate: string, readonly rateDate: string, readonly source: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ItemTermsRemoveMutationVariables = Exact<{
  input: ItemTermsRemoveInput;
}>;


export type ItemTermsRemoveMutation = { readonly itemTermsRemove: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemTermsSetMutationVariables = Exact<{
  input: ItemTermsSetInput;
}>;


export type ItemTermsSetMutation = { readonly itemTermsSet: { readonly itemTerms: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ItemTermsOfItemQueryVariables = Exact<{
  item: string;
}>;


export type ItemTermsOfItemQuery = { readonly itemTerms: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly supplierId: string, readonly supplierPartNo: string, readonly unitPrice: string | null, readonly currency: string, readonly leadDays: number | null, readonly setByName: string, readonly setAt: string, readonly version: number, readonly supplier: { readonly id: string, readonly legalName: string } | null }> } };

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

export type SanctionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SanctionFilter | null | undefined;
  orderBy?: SanctionOrder | null | undefined;
}>;


export type SanctionsQuery = { readonly sanctions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: string, readonly binding: boolean, readonly actions: ReadonlyArray<string>, readonly allCategories: boolean, readonly allUnits: boolean, readonly openDocumentPolicy: string, readonly reason: string, readonly fromAt: string | null, readonly untilAt: string | null, readonly imposedAt: string, readonly endedAt: string | null, readonly version: number, readonly supplier: { readonly id: string, readonly legalName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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

export type ExchangeDocumentQueryVariables = Exact<{
  id: string;
  format: string;
}>;


export type ExchangeDocumentQuery = { readonly exchangeDocument: { readonly name: string, readonly contentType: string, readonly content: string } | null };

export type OrderAcknowledgeMutationVariables = Exact<{
  input: OrderAcknowledgeInput;
}>;


export type OrderAcknowledgeMutation = { readonly orderAcknowledge: { readonly order: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderChangeAcceptMutationVariables = Exact<{
  input: OrderChangeAcceptInput;
}>;


export type OrderChangeAcceptMutation = { readonly orderChangeAccept: { readonly change: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderChangeProposeMutationVariables = Exact<{
  input: OrderChangeProposeInput;
}>;


export type OrderChangeProposeMutation = { readonly orderChangePropose: { readonly change: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderChangeRejectMutationVariables = Exact<{
  input: OrderChangeRejectInput;
}>;


export type OrderChangeRejectMutation = { readonly orderChangeReject: { readonly change: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderChangeWithdrawMutationVariables = Exact<{
  input: OrderChangeWithdrawInput;
}>;


export type OrderChangeWithdrawMutation = { readonly orderChangeWithdraw: { readonly change: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderCollaborationQueryVariables = Exact<{
  id: string;
  prices: boolean;
}>;


export type OrderCollaborationQuery = { readonly purchaseOrder: { readonly id: string, readonly number: string, readonly version: number, readonly status: string, readonly confirmation: string, readonly currency: string, readonly issuedAt: string | null, readonly buyerName: string, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly description: string, readonly quantity: string, readonly unit: string, readonly unitPrice?: string, readonly schedules: ReadonlyArray<{ readonly id: string, readonly quantity: string, readonly requestedDate: string | null, readonly promisedDate: string | null, readonly deliveredQuantity: string, readonly confirmation: string }> }>, readonly changes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly side: string, readonly status: string, readonly reason: string, readonly isMaterial: boolean, readonly confirmationId: string | null, readonly proposerName: string, readonly deciderName: string, readonly decisionReason: string, readonly proposedAt: string, readonly sharedAt: string | null, readonly expiresAt: string | null, readonly decidedAt: string | null, readonly version: number, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineId: string, readonly oldQuantity: string, readonly newQuantity: string, readonly oldUnitPrice?: string, readonly newUnitPrice?: string, readonly oldRequestedDate: string | null, readonly newRequestedDate: string | null }> }>, readonly confirmations: ReadonlyArray<{ readonly id: string, readonly number: string, readonly changeId: string | null, readonly side: string, readonly response: string, readonly status: string, readonly note: string, readonly senderName: string, readonly deciderName: string, readonly decisionReason: string, readonly sentAt: string, readonly decidedAt: string | null, readonly version: number, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineId: string, readonly answer: string, readonly quantity: string | null, readonly unitPrice?: string | null, readonly deviates: boolean, readonly reason: string, readonly schedules: ReadonlyArray<{ readonly id: string, readonly quantity: string, readonly promisedDate: string | null, readonly isBackOrder: boolean }> }> }>, readonly shipNotices: ReadonlyArray<{ readonly id: string, readonly number: string, readonly side: string, readonly status: string, readonly shippedDate: string | null, readonly expectedDate: string | null, readonly carrierName: string, readonly senderName: string, readonly sentAt: string | null, readonly arrivedAt: string | null, readonly endedAt: string | null, readonly createdAt: string, readonly version: number, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineId: string, readonly quantity: string }> }> } | null };

export type OrderConfirmationAcceptMutationVariables = Exact<{
  input: OrderConfirmationAcceptInput;
}>;


export type OrderConfirmationAcceptMutation = { readonly orderConfirmationAccept: { readonly confirmation: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderConfirmationDeclineMutationVariables = Exact<{
  input: OrderConfirmationDeclineInput;
}>;


export type OrderConfirmationDeclineMutation = { readonly orderConfirmationDecline: { readonly confirmation: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderConfirmationSendMutationVariables = Exact<{
  input: OrderConfirmationSendInput;
}>;


export type OrderConfirmationSendMutation = { readonly orderConfirmationSend: { readonly confirmation: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderMessageImportMutationVariables = Exact<{
  input: OrderMessageImportInput;
}>;


export type OrderMessageImportMutation = { readonly orderMessageImport: { readonly order: { readonly id: string } | null, readonly change: { readonly id: string, readonly orderId: string } | null, readonly confirmation: { readonly id: string, readonly orderId: string } | null, readonly notice: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ShipNoticeArriveMutationVariables = Exact<{
  input: ShipNoticeArriveInput;
}>;


export type ShipNoticeArriveMutation = { readonly shipNoticeArrive: { readonly notice: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ShipNoticeCancelMutationVariables = Exact<{
  input: ShipNoticeCancelInput;
}>;


export type ShipNoticeCancelMutation = { readonly shipNoticeCancel: { readonly notice: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ShipNoticeCreateMutationVariables = Exact<{
  input: ShipNoticeCreateInput;
}>;


export type ShipNoticeCreateMutation = { readonly shipNoticeCreate: { readonly notice: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ShipNoticeDepartMutationVariables = Exact<{
  input: ShipNoticeDepartInput;
}>;


export type ShipNoticeDepartMutation = { readonly shipNoticeDepart: { readonly notice: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ShipNoticeSendMutationVariables = Exact<{
  input: ShipNoticeSendInput;
}>;


export type ShipNoticeSendMutation = { readonly shipNoticeSend: { readonly notice: { readonly id: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ShipNoticeDetailQueryVariables = Exact<{
  id: string;
}>;


export type ShipNoticeDetailQuery = { readonly shipNotice: { readonly id: string, readonly number: string, readonly side: string, readonly status: string, readonly orderId: string, readonly externalRef: string, readonly shippedDate: string | null, readonly expectedDate: string | null, readonly carrierName: string, readonly trackingNo: string, readonly transportMode: string, readonly grossWeightKg: string | null, readonly note: string, readonly senderName: string, readonly exceptionReason: string, readonly sentAt: string | null, readonly arrivedAt: string | null, readonly endedAt: string | null, readonly createdAt: string, readonly version: number, readonly order: { readonly id: string, readonly number: string, readonly supplierName: string } | null, readonly packages: ReadonlyArray<{ readonly id: string, readonly packageNo: number, readonly sscc: string, readonly typeCode: string, readonly grossWeightKg: string | null }>, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly packageId: string | null, readonly quantity: string, readonly lotNo: string, readonly expiryDate: string | null, readonly line: { readonly id: string, readonly lineNo: number, readonly description: string, readonly unit: string } | null }> } | null };

export type ShipNoticesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: ShipNoticeFilter | null | undefined;
  orderBy?: ShipNoticeOrder | null | undefined;
}>;


export type ShipNoticesQuery = { readonly shipNotices: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string, readonly status: string, readonly expectedDate: string | null, readonly carrierName: string, readonly sentAt: string | null, readonly createdAt: string, readonly order: { readonly id: string, readonly number: string, readonly supplierName: string } | null } }> } };

export type MrpDeliveriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MrpDeliveryFilter | null | undefined;
  orderBy?: MrpDeliveryOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type MrpDeliveriesQuery = { readonly mrpDeliveries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly channel: string, readonly status: string, readonly fileName: string, readonly deliveredByName: string, readonly counts: unknown, readonly total: number, readonly createdAt: string, readonly source: { readonly id: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MrpDeliveryApplyMutationVariables = Exact<{
  input: MrpDeliveryApplyInput;
}>;


export type MrpDeliveryApplyMutation = { readonly mrpDeliveryApply: { readonly delivery: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDeliveryDiscardMutationVariables = Exact<{
  input: MrpDeliveryDiscardInput;
}>;


export type MrpDeliveryDiscardMutation = { readonly mrpDeliveryDiscard: { readonly delivery: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDeliveryMapMutationVariables = Exact<{
  input: MrpDeliveryMapInput;
}>;


export type MrpDeliveryMapMutation = { readonly mrpDeliveryMap: { readonly delivery: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDeliveryPullMutationVariables = Exact<{
  input: MrpDeliveryPullInput;
}>;


export type MrpDeliveryPullMutation = { readonly mrpDeliveryPull: { readonly delivery: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDeliveryReportMutationVariables = Exact<{
  input: MrpDeliveryReportInput;
}>;


export type MrpDeliveryReportMutation = { readonly mrpDeliveryReport: { readonly url: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDeliveryUploadMutationVariables = Exact<{
  input: MrpDeliveryUploadInput;
}>;


export type MrpDeliveryUploadMutation = { readonly mrpDeliveryUpload: { readonly delivery: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDeliveryDetailQueryVariables = Exact<{
  id: string;
}>;


export type MrpDeliveryDetailQuery = { readonly mrpDelivery: { readonly id: string, readonly channel: string, readonly status: string, readonly complete: boolean, readonly fileName: string, readonly columns: ReadonlyArray<string>, readonly preview: unknown, readonly mapping: unknown, readonly dateFormat: string, readonly decimalMark: string, readonly counts: unknown, readonly problems: unknown, readonly progress: number, readonly total: number, readonly failureEn: string, readonly failureZh: string, readonly deliveredByName: string, readonly version: number, readonly createdAt: string, readonly appliedAt: string | null, readonly source: { readonly id: string, readonly name: string, readonly ownerName: string } | null } | null };

export type MrpDemandDecideMutationVariables = Exact<{
  input: MrpDemandDecideInput;
}>;


export type MrpDemandDecideMutation = { readonly mrpDemandDecide: { readonly demand: { readonly id: string, readonly exception: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpDemandsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MrpDemandFilter | null | undefined;
  orderBy?: MrpDemandOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type MrpDemandsQuery = { readonly mrpDemands: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly mrpKey: string, readonly status: string, readonly itemCode: string, readonly description: string, readonly quantity: string, readonly unit: string, readonly needByDate: string | null, readonly supplier: string, readonly cancelled: boolean, readonly exception: string, readonly changedAt: string, readonly source: { readonly id: string, readonly name: string } | null, readonly line: { readonly id: string, readonly quantity: string, readonly unit: string, readonly status: string, readonly requisition: { readonly id: string, readonly number: string, readonly status: string } | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MrpSourceCreateMutationVariables = Exact<{
  input: MrpSourceCreateInput;
}>;


export type MrpSourceCreateMutation = { readonly mrpSourceCreate: { readonly source: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpSourceEditMutationVariables = Exact<{
  input: MrpSourceEditInput;
}>;


export type MrpSourceEditMutation = { readonly mrpSourceEdit: { readonly source: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MrpSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type MrpSourcesQuery = { readonly mrpSources: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly ownerId: string, readonly ownerName: string, readonly grouping: string, readonly costCentre: string, readonly active: boolean, readonly shape: string, readonly url: string, readonly userName: string, readonly everyMinutes: number, readonly deliveredAt: string | null, readonly version: number } }> } };

export type BankAccountSetMutationVariables = Exact<{
  input: BankAccountSetInput;
}>;


export type BankAccountSetMutation = { readonly bankAccountSet: { readonly account: { readonly id: string, readonly accountNo: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type BankAccountsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: BankAccountFilter | null | undefined;
  orderBy?: BankAccountOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type BankAccountsQuery = { readonly bankAccounts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly supplierId: string | null, readonly holderName: string, readonly accountNo: string, readonly country: string, readonly currency: string, readonly bankName: string, readonly bic: string, readonly changedByName: string, readonly createdAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type InvoiceAssignMutationVariables = Exact<{
  input: InvoiceAssignInput;
}>;


export type InvoiceAssignMutation = { readonly invoiceAssign: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceCreateMutationVariables = Exact<{
  input: InvoiceCreateInput;
}>;


export type InvoiceCreateMutation = { readonly invoiceCreate: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceImportMutationVariables = Exact<{
  input: InvoiceImportInput;
}>;


export type InvoiceImportMutation = { readonly invoiceImport: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceMatchMutationVariables = Exact<{
  input: InvoiceMatchInput;
}>;


export type InvoiceMatchMutation = { readonly invoiceMatch: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceRejectMutationVariables = Exact<{
  input: InvoiceRejectInput;
}>;


export type InvoiceRejectMutation = { readonly invoiceReject: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceResolveMutationVariables = Exact<{
  input: InvoiceResolveInput;
}>;


export type InvoiceResolveMutation = { readonly invoiceResolve: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceSubmitMutationVariables = Exact<{
  input: InvoiceSubmitInput;
}>;


export type InvoiceSubmitMutation = { readonly invoiceSubmit: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type InvoiceWithdrawMutationVariables = Exact<{
  input: InvoiceWithdrawInput;
}>;


export type InvoiceWithdrawMutation = { readonly invoiceWithdraw: { readonly invoice: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderToInvoiceQueryVariables = Exact<{
  id: string;
  returns: boolean;
}>;


export type OrderToInvoiceQuery = { readonly purchaseOrder: { readonly id: string, readonly number: string, readonly status: string, readonly supplierName: string, readonly currency: string, readonly returns?: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly credit: { readonly amount: string, readonly currency: string } }>, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly description: string, readonly quantity: string, readonly unit: string, readonly unitPrice: string, readonly taxRate: string, readonly progress: { readonly acceptedQuantity: string, readonly returnedQuantity: string, readonly invoicedQuantity: string } | null }> } | null };

export type PaymentCancelMutationVariables = Exact<{
  input: PaymentCancelInput;
}>;


export type PaymentCancelMutation = { readonly paymentCancel: { readonly run: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PaymentConfirmMutationVariables = Exact<{
  input: PaymentConfirmInput;
}>;


export type PaymentConfirmMutation = { readonly paymentConfirm: { readonly run: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PaymentProposeMutationVariables = Exact<{
  input: PaymentProposeInput;
}>;


export type PaymentProposeMutation = { readonly paymentPropose: { readonly skipped: ReadonlyArray<string> | null, readonly run: { readonly id: string, readonly number: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PaymentReleaseMutationVariables = Exact<{
  input: PaymentReleaseInput;
}>;


export type PaymentReleaseMutation = { readonly paymentRelease: { readonly run: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PaymentRunDetailQueryVariables = Exact<{
  id: string;
  file: boolean;
}>;


export type PaymentRunDetailQuery = { readonly paymentRun: { readonly id: string, readonly number: string, readonly status: string, readonly currency: string, readonly transferCount: number, readonly executionDate: string, readonly dueUntilDate: string, readonly creatorName: string, readonly releaserName: string, readonly cancelReason: string, readonly version: number, readonly releasedAt: string | null, readonly paidAt: string | null, readonly fileUrl?: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly payerAccount: { readonly id: string, readonly holderName: string, readonly accountNo: string } | null, readonly items: ReadonlyArray<{ readonly id: string, readonly place: number, readonly transferNo: number, readonly status: string, readonly priority: number, readonly dueDate: string, readonly amount: { readonly amount: string, readonly currency: string }, readonly invoice: { readonly id: string, readonly number: string, readonly supplierNumber: string, readonly supplierName: string, readonly order: { readonly id: string, readonly number: string } | null } | null }> } | null };

export type PaymentRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PaymentRunFilter | null | undefined;
  orderBy?: PaymentRunOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type PaymentRunsQuery = { readonly paymentRuns: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string, readonly status: string, readonly transferCount: number, readonly executionDate: string, readonly creatorName: string, readonly releaserName: string, readonly total: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SupplierInvoiceDetailQueryVariables = Exact<{
  id: string;
  prices: boolean;
  inside: boolean;
}>;


export type SupplierInvoiceDetailQuery = { readonly supplierInvoice: { readonly id: string, readonly number: string, readonly supplierNumber: string, readonly kind: string, readonly status: string, readonly answerCode: string, readonly orderId: string | null, readonly orderRef: string, readonly supplierId: string, readonly supplierName: string, readonly issueDate: string, readonly bookingDate?: string | null, readonly statedDueDate: string | null, readonly dueDate: string | null, readonly currency: string, readonly paymentRef: string, readonly note: string, readonly creditedNumber: string, readonly rejectReason: string, readonly senderName: string, readonly approvalRunId?: string | null, readonly version: number, readonly approvedAt: string | null, readonly paidAt: string | null, readonly createdAt: string, readonly fileUrl?: string | null, readonly pdfUrl?: string | null, readonly pdfScan?: string | null, readonly net?: { readonly amount: string, readonly currency: string }, readonly tax?: { readonly amount: string, readonly currency: string }, readonly payable?: { readonly amount: string, readonly currency: string }, readonly order: { readonly id: string, readonly number: string } | null, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly description: string, readonly quantity: string, readonly unit: string, readonly unitPrice?: string, readonly lineAmount?: string, readonly taxRate?: string }>, readonly matches?: ReadonlyArray<{ readonly id: string, readonly runNo: number, readonly way: string, readonly outcome: string, readonly isCurrent: boolean, readonly matchedAt: string, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly orderedQuantity: string | null, readonly acceptedQuantity: string | null, readonly invoicedBeforeQuantity: string | null, readonly invoiceQuantity: string, readonly bookedQuantity: string, readonly orderPrice?: string | null, readonly invoicePrice?: string, readonly expectedAmount?: string | null, readonly invoiceAmount?: string, readonly invoiceLine: { readonly id: string, readonly description: string, readonly unit: string } | null }>, readonly exceptions: ReadonlyArray<{ readonly id: string, readonly place: number, readonly matchLineId: string | null, readonly reasonCode: string, readonly subject: string, readonly expected?: string, readonly actual?: string, readonly resolution: string, readonly resolutionReason: string, readonly resolverName: string }> }> } | null };

export type SupplierInvoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SupplierInvoiceFilter | null | undefined;
  orderBy?: SupplierInvoiceOrder | null | undefined;
  search?: string | null | undefined;
  prices: boolean;
}>;


export type SupplierInvoicesQuery = { readonly supplierInvoices: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string, readonly supplierNumber: string, readonly kind: string, readonly status: string, readonly answerCode: string, readonly supplierName: string, readonly issueDate: string, readonly dueDate: string | null, readonly payable?: { readonly amount: string, readonly currency: string }, readonly order: { readonly id: string, readonly number: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AttachmentAddMutationVariables = Exact<{
  input: AttachmentAddInput;
}>;


export type AttachmentAddMutation = { readonly attachmentAdd: { readonly attachment: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AttachmentOpenMutationVariables = Exact<{
  input: AttachmentOpenInput;
}>;


export type AttachmentOpenMutation = { readonly attachmentOpen: { readonly url: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AttachmentRemoveMutationVariables = Exact<{
  input: AttachmentRemoveInput;
}>;


export type AttachmentRemoveMutation = { readonly attachmentRemove: { readonly name: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AttachmentsQueryVariables = Exact<{
  id: string;
}>;


export type AttachmentsQuery = { readonly node:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly byteSize: number, readonly scan: string, readonly threat: string, readonly addedByName: string, readonly createdAt: string }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly byteSize: number, readonly scan: string, readonly threat: string, readonly addedByName: string, readonly createdAt: string }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly byteSize: number, readonly scan: string, readonly threat: string, readonly addedByName: string, readonly createdAt: string }> }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
   | null };

export type AttachmentFileFragment = { readonly id: string, readonly name: string, readonly byteSize: number, readonly scan: string, readonly threat: string, readonly addedByName: string, readonly createdAt: string };

export type OrderCallOffsQueryVariables = Exact<{
  id: string;
  prices: boolean;
}>;


export type OrderCallOffsQuery = { readonly purchaseOrder: { readonly id: string, readonly callOffs: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly orderDate: string | null, readonly total?: { readonly amount: string, readonly currency: string } }> } | null };

export type OrderCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type OrderCancelMutation = { readonly orderCancel: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderCloseMutationVariables = Exact<{
  input: OrderCloseInput;
}>;


export type OrderCloseMutation = { readonly orderClose: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderCreateMutationVariables = Exact<{
  input: OrderCreateInput;
}>;


export type OrderCreateMutation = { readonly orderCreate: { readonly order: { readonly id: string, readonly number: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderDocumentsQueryVariables = Exact<{
  id: string;
}>;


export type OrderDocumentsQuery = { readonly purchaseOrder: { readonly id: string, readonly documents: ReadonlyArray<{ readonly id: string, readonly locale: string, readonly orderVersion: number, readonly status: string, readonly url: string | null }> } | null };

export type OrderEditMutationVariables = Exact<{
  input: OrderEditInput;
}>;


export type OrderEditMutation = { readonly orderEdit: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderHoldMutationVariables = Exact<{
  input: OrderHoldInput;
}>;


export type OrderHoldMutation = { readonly orderHold: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderImportDetailQueryVariables = Exact<{
  id: string;
}>;


export type OrderImportDetailQuery = { readonly orderImport: { readonly id: string, readonly status: string, readonly fileName: string, readonly columns: ReadonlyArray<string>, readonly preview: unknown, readonly mapping: unknown, readonly fixed: unknown, readonly dateFormat: string, readonly decimalMark: string, readonly counts: unknown, readonly problems: unknown, readonly progress: number, readonly total: number, readonly failureEn: string, readonly failureZh: string, readonly version: number } | null };

export type OrderImportCreateMutationVariables = Exact<{
  input: OrderImportCreateInput;
}>;


export type OrderImportCreateMutation = { readonly orderImportCreate: { readonly orderImport: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderImportMapMutationVariables = Exact<{
  input: OrderImportMapInput;
}>;


export type OrderImportMapMutation = { readonly orderImportMap: { readonly orderImport: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderImportApplyMutationVariables = Exact<{
  input: OrderImportApplyInput;
}>;


export type OrderImportApplyMutation = { readonly orderImportApply: { readonly orderImport: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderImportReportMutationVariables = Exact<{
  input: OrderImportReportInput;
}>;


export type OrderImportReportMutation = { readonly orderImportReport: { readonly url: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderIssueMutationVariables = Exact<{
  input: OrderIssueInput;
}>;


export type OrderIssueMutation = { readonly orderIssue: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderPrintMutationVariables = Exact<{
  input: OrderPrintInput;
}>;


export type OrderPrintMutation = { readonly orderPrint: { readonly order: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderReleaseMutationVariables = Exact<{
  input: OrderReleaseInput;
}>;


export type OrderReleaseMutation = { readonly orderRelease: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderStandingQueryVariables = Exact<{
  supplier: string;
  categories?: ReadonlyArray<string> | string | null | undefined;
}>;


export type OrderStandingQuery = { readonly supplierStanding: { readonly reasons: ReadonlyArray<{ readonly code: string }> }, readonly supplierRule: { readonly unqualified: string } };

export type OrderSubmitMutationVariables = Exact<{
  input: OrderSubmitInput;
}>;


export type OrderSubmitMutation = { readonly orderSubmit: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OrderWithdrawMutationVariables = Exact<{
  input: OrderWithdrawInput;
}>;


export type OrderWithdrawMutation = { readonly orderWithdraw: { readonly order: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PurchaseOrderDetailQueryVariables = Exact<{
  id: string;
  prices: boolean;
  inside: boolean;
}>;


export type PurchaseOrderDetailQuery = { readonly purchaseOrder: { readonly id: string, readonly number: string, readonly orderTypeCode: string, readonly origin?: string, readonly status: string, readonly confirmation: string, readonly receipt: string, readonly invoice: string, readonly payment: string, readonly buyerHold?: boolean, readonly sanctionHold?: boolean, readonly supplierId: string, readonly supplierName: string, readonly supplierAddress: string, readonly buyerName: string, readonly costCentre?: string, readonly currency: string, readonly incoterm: string, readonly paymentTerms: string, readonly shipTo: string, readonly note: string, readonly approvalBasis?: string, readonly approvalRunId?: string | null, readonly externalRef: string, readonly version: number, readonly blanketId: string | null, readonly ceilingAmount?: string | null, readonly calledOffAmount?: string, readonly validFromDate: string | null, readonly validUntilDate: string | null, readonly orderDate: string | null, readonly issuedAt: string | null, readonly closedAt: string | null, readonly createdAt: string, readonly total?: { readonly amount: string, readonly currency: string }, readonly tax?: { readonly amount: string, readonly currency: string }, readonly payable?: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly itemId: string | null, readonly description: string, readonly categoryId: string | null, readonly quantity: string, readonly unit: string, readonly unitPrice?: string, readonly adjustmentAmount?: string, readonly lineExtensionAmount?: string, readonly taxRate?: string, readonly externalRef: string, readonly requisitionLine?: { readonly id: string, readonly requisition: { readonly id: string, readonly number: string } | null } | null, readonly schedules: ReadonlyArray<{ readonly id: string, readonly scheduleNo: number, readonly quantity: string, readonly requestedDate: string | null, readonly promisedDate: string | null, readonly deliveredDate: string | null, readonly deliveredQuantity: string, readonly daysLate: number | null }> }> } | null };

export type PurchaseOrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PurchaseOrderFilter | null | undefined;
  orderBy?: PurchaseOrderOrder | null | undefined;
  search?: string | null | undefined;
  prices: boolean;
  inside: boolean;
}>;


export type PurchaseOrdersQuery = { readonly purchaseOrders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string, readonly status: string, readonly supplierName: string, readonly orderDate: string | null, readonly issuedAt: string | null, readonly createdAt: string, readonly receipt: string, readonly buyerHold?: boolean, readonly sanctionHold?: boolean, readonly origin?: string, readonly externalRef: string, readonly total?: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PurchasingChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type PurchasingChoicesQuery = { readonly purchasingSetting: { readonly currency: string, readonly requisitionCoversOrder: boolean, readonly overApprovedPercent: string, readonly overDeliveryPercent: string, readonly underDeliveryPercent: string, readonly matchWay: string, readonly matchPricePercent: string, readonly matchPriceAmount: string, readonly matchQuantityPercent: string, readonly matchTaxAmount: string, readonly matchTotalPercent: string, readonly matchTotalAmount: string, readonly paymentDays: number, readonly closedUntilDate: string | null, readonly version: number } };

export type PurchasingSettingEditMutationVariables = Exact<{
  input: PurchasingSettingEditInput;
}>;


export type PurchasingSettingEditMutation = { readonly purchasingSettingEdit: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type PurchasingSettingQueryVariables = Exact<{ [key: string]: never; }>;


export type PurchasingSettingQuery = { readonly purchasingSetting: { readonly currency: string } };

export type RequisitionCancelMutationVariables = Exact<{
  input: RequisitionCancelInput;
}>;


export type RequisitionCancelMutation = { readonly requisitionCancel: { readonly requisition: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionCopyMutationVariables = Exact<{
  input: RequisitionCopyInput;
}>;


export type RequisitionCopyMutation = { readonly requisitionCopy: { readonly requisition: { readonly id: string, readonly number: string } | null, readonly leftOut: ReadonlyArray<{ readonly description: string, readonly reason: string }> | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionCreateMutationVariables = Exact<{
  input: RequisitionCreateInput;
}>;


export type RequisitionCreateMutation = { readonly requisitionCreate: { readonly requisition: { readonly id: string, readonly number: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionEditMutationVariables = Exact<{
  input: RequisitionEditInput;
}>;


export type RequisitionEditMutation = { readonly requisitionEdit: { readonly requisition: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionOrderMutationVariables = Exact<{
  input: RequisitionOrderInput;
}>;


export type RequisitionOrderMutation = { readonly requisitionOrder: { readonly requisition: { readonly id: string, readonly number: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionRecommendationsQueryVariables = Exact<{
  costCentre?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type RequisitionRecommendationsQuery = { readonly requisitionRecommendations: { readonly lines: ReadonlyArray<{ readonly itemId: string, readonly sku: string, readonly name: string, readonly quantity: string, readonly unit: string, readonly supplierId: string | null, readonly supplierName: string, readonly times: number, readonly ownTimes: number, readonly lastDate: string, readonly lastPrice: { readonly amount: string, readonly currency: string } | null }>, readonly leftOut: ReadonlyArray<{ readonly itemId: string, readonly name: string, readonly reason: string }> } };

export type RequisitionSubmitMutationVariables = Exact<{
  input: RequisitionSubmitInput;
}>;


export type RequisitionSubmitMutation = { readonly requisitionSubmit: { readonly requisition: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionTemplateDeleteMutationVariables = Exact<{
  input: RequisitionTemplateDeleteInput;
}>;


export type RequisitionTemplateDeleteMutation = { readonly requisitionTemplateDelete: { readonly name: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionTemplateSaveMutationVariables = Exact<{
  input: RequisitionTemplateSaveInput;
}>;


export type RequisitionTemplateSaveMutation = { readonly requisitionTemplateSave: { readonly template: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionTemplateUseMutationVariables = Exact<{
  input: RequisitionTemplateUseInput;
}>;


export type RequisitionTemplateUseMutation = { readonly requisitionTemplateUse: { readonly requisition: { readonly id: string } | null, readonly leftOut: ReadonlyArray<{ readonly description: string, readonly reason: string }> | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionTemplatesQueryVariables = Exact<{
  first: number;
  search?: string | null | undefined;
}>;


export type RequisitionTemplatesQuery = { readonly requisitionTemplates: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly shared: boolean, readonly isOwn: boolean, readonly ownerName: string, readonly title: string, readonly lineCount: number, readonly usedAt: string | null } }> } };

export type RequisitionWithdrawMutationVariables = Exact<{
  input: RequisitionWithdrawInput;
}>;


export type RequisitionWithdrawMutation = { readonly requisitionWithdraw: { readonly requisition: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionDetailQueryVariables = Exact<{
  id: string;
  orders: boolean;
}>;


export type RequisitionDetailQuery = { readonly requisition: { readonly id: string, readonly number: string, readonly title: string, readonly status: string, readonly requesterId: string | null, readonly requesterName: string, readonly costCentre: string, readonly currency: string, readonly needByDate: string | null, readonly justification: string, readonly approvalRunId: string | null, readonly version: number, readonly submittedAt: string | null, readonly approvedAt: string | null, readonly closedAt: string | null, readonly createdAt: string, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly itemId: string | null, readonly description: string, readonly categoryId: string | null, readonly quantity: string, readonly unit: string, readonly unitPrice: string, readonly lineAmount: string, readonly needByDate: string | null, readonly suggestedSupplierId: string | null, readonly orderedQuantity: string, readonly openQuantity: string, readonly status: string, readonly orderLines?: ReadonlyArray<{ readonly id: string, readonly quantity: string, readonly order: { readonly id: string, readonly number: string, readonly status: string } | null }> }> } | null };

export type RequisitionsSubmitMutationVariables = Exact<{
  input: RequisitionsSubmitInput;
}>;


export type RequisitionsSubmitMutation = { readonly requisitionsSubmit: { readonly submissions: ReadonlyArray<{ readonly requisitionId: string, readonly error: { readonly code: string, readonly message: string } | null }> | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RequisitionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RequisitionFilter | null | undefined;
  orderBy?: RequisitionOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type RequisitionsQuery = { readonly requisitions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string, readonly title: string, readonly status: string, readonly version: number, readonly requesterName: string, readonly costCentre: string, readonly needByDate: string | null, readonly createdAt: string, readonly total: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DocumentChainQueryVariables = Exact<{
  id: string;
  inside: boolean;
  prices: boolean;
  payments: boolean;
}>;


export type DocumentChainQuery = { readonly purchaseOrder: { readonly id: string, readonly number: string, readonly status: string, readonly issuedAt: string | null, readonly lines: ReadonlyArray<{ readonly id: string, readonly requisitionLine?: { readonly id: string, readonly requisition: { readonly id: string, readonly number: string, readonly status: string } | null } | null }>, readonly confirmations: ReadonlyArray<{ readonly id: string, readonly number: string, readonly response: string }>, readonly shipNotices: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string }>, readonly receipts: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly receivedDate: string }>, readonly returns: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string }>, readonly invoices: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly supplierNumber: string, readonly payable?: { readonly amount: string, readonly currency: string }, readonly payments?: ReadonlyArray<{ readonly id: string, readonly status: string, readonly run: { readonly id: string, readonly number: string, readonly status: string } | null }> }> } | null };

export type GoodsReceiptDetailQueryVariables = Exact<{
  id: string;
}>;


export type GoodsReceiptDetailQuery = { readonly goodsReceipt: { readonly id: string, readonly number: string, readonly status: string, readonly orderId: string, readonly deliveryNoteRef: string, readonly receivedDate: string, readonly receiverName: string, readonly note: string, readonly reversalReason: string, readonly version: number, readonly postedAt: string | null, readonly order: { readonly id: string, readonly number: string, readonly supplierName: string } | null, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly receivedQuantity: string, readonly acceptedQuantity: string, readonly rejectedQuantity: string, readonly quarantinedQuantity: string, readonly unit: string, readonly reasonCode: string, readonly reason: string, readonly lot: string, readonly expiryDate: string | null, readonly orderLine: { readonly id: string, readonly lineNo: number, readonly description: string } | null, readonly decisions: ReadonlyArray<{ readonly id: string, readonly acceptedQuantity: string, readonly rejectedQuantity: string, readonly reasonCode: string, readonly reason: string, readonly deciderName: string, readonly decidedAt: string }> }>, readonly returns: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly returnedDate: string, readonly reason: string, readonly waiveReason: string, readonly version: number, readonly lines: ReadonlyArray<{ readonly id: string, readonly quantity: string, readonly unit: string, readonly disposition: string, readonly receiptLineId: string }> }> } | null };

export type GoodsReceiptsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: GoodsReceiptFilter | null | undefined;
  orderBy?: GoodsReceiptOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type GoodsReceiptsQuery = { readonly goodsReceipts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string, readonly status: string, readonly receivedDate: string, readonly deliveryNoteRef: string, readonly receiverName: string, readonly order: { readonly id: string, readonly number: string, readonly supplierName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type OrderToReceiveQueryVariables = Exact<{
  id: string;
}>;


export type OrderToReceiveQuery = { readonly purchaseOrder: { readonly id: string, readonly number: string, readonly status: string, readonly supplierName: string, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineNo: number, readonly description: string, readonly quantity: string, readonly unit: string, readonly progress: { readonly acceptedQuantity: string, readonly quarantinedQuantity: string, readonly returnedQuantity: string } | null }>, readonly shipNotices: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: string, readonly expectedDate: string | null, readonly lines: ReadonlyArray<{ readonly id: string, readonly lineId: string, readonly quantity: string, readonly lotNo: string }> }> } | null };

export type ReceiptCancelMutationVariables = Exact<{
  input: ReceiptCancelInput;
}>;


export type ReceiptCancelMutation = { readonly receiptCancel: { readonly receipt: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReceiptCreateMutationVariables = Exact<{
  input: ReceiptCreateInput;
}>;


export type ReceiptCreateMutation = { readonly receiptCreate: { readonly receipt: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReceiptDecideMutationVariables = Exact<{
  input: ReceiptDecideInput;
}>;


export type ReceiptDecideMutation = { readonly receiptDecide: { readonly receipt: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReceiptEditMutationVariables = Exact<{
  input: ReceiptEditInput;
}>;


export type ReceiptEditMutation = { readonly receiptEdit: { readonly receipt: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReceiptInspectMutationVariables = Exact<{
  input: ReceiptInspectInput;
}>;


export type ReceiptInspectMutation = { readonly receiptInspect: { readonly receipt: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReceiptPostMutationVariables = Exact<{
  input: ReceiptPostInput;
}>;


export type ReceiptPostMutation = { readonly receiptPost: { readonly receipt: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReceiptReverseMutationVariables = Exact<{
  input: ReceiptReverseInput;
}>;


export type ReceiptReverseMutation = { readonly receiptReverse: { readonly receipt: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReturnCreateMutationVariables = Exact<{
  input: ReturnCreateInput;
}>;


export type ReturnCreateMutation = { readonly returnCreate: { readonly supplierReturn: { readonly id: string, readonly number: string, readonly status: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ReturnWaiveMutationVariables = Exact<{
  input: ReturnWaiveInput;
}>;


export type ReturnWaiveMutation = { readonly returnWaive: { readonly supplierReturn: { readonly id: string, readonly status: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AuditChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditChoicesQuery = { readonly auditChoices: { readonly actions: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }>, readonly subjectTypes: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }>, readonly actors: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string }> } };

export type AuditChoiceWordsFragment = { readonly code: string, readonly nameEn: string, readonly nameZh: string };

export type UnitAuditEntriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: UnitAuditEntryFilter | null | undefined;
  orderBy?: UnitAuditEntryOrder | null | undefined;
  search?: string | null | undefined;
}>;


export type UnitAuditEntriesQuery = { readonly auditEntries: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly actorKey: string, readonly actorEn: string, readonly actorZh: string, readonly action: string, readonly actionEn: string, readonly actionZh: string, readonly subjectType: string, readonly subjectTypeEn: string, readonly subjectTypeZh: string, readonly subjectLabel: string, readonly old: unknown, readonly new: unknown, readonly reason: string, readonly ipAddress: string, readonly requestId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FirstOrderQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstOrderQuery = { readonly purchaseOrders: { readonly totalCount: number } };

export type AssessmentEnterMutationVariables = Exact<{
  input: AssessmentEnterInput;
}>;


export type AssessmentEnterMutation = { readonly assessmentEnter: { readonly supplierAssessment: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CertificateSubmitMutationVariables = Exact<{
  input: CertificateSubmitInput;
}>;


export type CertificateSubmitMutation = { readonly certificateSubmit: { readonly certificate: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ModelFollowGroupMutationVariables = Exact<{
  input: ModelFollowGroupInput;
}>;


export type ModelFollowGroupMutation = { readonly modelFollowGroup: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type ModelPublishMutationVariables = Exact<{
  input: ModelPublishInput;
}>;


export type ModelPublishMutation = { readonly modelPublish: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type OwnScorecardQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnScorecardQuery = { readonly ownSupplierId: string | null, readonly supplierScores: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly periodId: string, readonly supplierName: string, readonly startDate: string, readonly endDate: string, readonly total: string | null, readonly coverage: string, readonly rank: number | null, readonly tier: string, readonly quality: string | null, readonly onTime: string | null, readonly cost: string | null, readonly innovation: string | null, readonly environment: string | null }> }, readonly supplierMeasures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly periodId: string, readonly dimension: string, readonly value: string, readonly part: string | null, readonly whole: string | null, readonly sourceCount: number, readonly sources: ReadonlyArray<{ readonly docType: string, readonly docId: string, readonly docNumber: string, readonly day: string, readonly part: string, readonly whole: string }> | null }> }, readonly certificates: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly number: string, readonly expiresDate: string | null, readonly daysLeft: number | null, readonly status: string, readonly fileName: string, readonly decisionReason: string }> }, readonly supplierQualifications: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly region: string, readonly categoryName: string | null, readonly status: string, readonly grade: string, readonly counts: boolean, readonly endDate: string | null, readonly daysLeft: number | null }> } };

export type PeriodCloseMutationVariables = Exact<{
  input: PeriodCloseInput;
}>;


export type PeriodCloseMutation = { readonly periodClose: { readonly scorePeriod: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type QualitySuppliersQueryVariables = Exact<{
  period: string;
  bar: string;
}>;


export type QualitySuppliersQuery = { readonly supplierScores: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly supplierId: string, readonly supplierName: string, readonly total: string | null, readonly tier: string }> } };

export type RegistrationInviteMutationVariables = Exact<{
  input: RegistrationInviteInput;
}>;


export type RegistrationInviteMutation = { readonly registrationInvite: { readonly sentTo: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type RelationDecideMutationVariables = Exact<{
  input: RelationDecideInput;
}>;


export type RelationDecideMutation = { readonly relationDecide: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type UnitScoreModelQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitScoreModelQuery = { readonly scoreModelInForce: { readonly name: string, readonly version: number, readonly qualityBar: string, readonly leastCoverage: string, readonly tiers: { readonly strategic: string, readonly preferred: string, readonly watch: string, readonly hysteresis: string }, readonly weights: ReadonlyArray<{ readonly dimension: string, readonly weight: string }> } };

export type ScorePeriodsQueryVariables = Exact<{ [key: string]: never; }>;


export type ScorePeriodsQuery = { readonly scorePeriods: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startDate: string, readonly endDate: string, readonly status: string, readonly modelName: string, readonly suppliers: number, readonly done: number, readonly rated: number, readonly reached: number, readonly qualityPercent: string | null, readonly qualityBar: string, readonly tiers: unknown }> } };

export type ScorecardQueryVariables = Exact<{
  supplier: string;
}>;


export type ScorecardQuery = { readonly supplierScores: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly periodId: string, readonly supplierName: string, readonly startDate: string, readonly endDate: string, readonly total: string | null, readonly coverage: string, readonly rank: number | null, readonly tier: string, readonly quality: string | null, readonly onTime: string | null, readonly cost: string | null, readonly innovation: string | null, readonly environment: string | null }> }, readonly supplierMeasures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly periodId: string, readonly dimension: string, readonly value: string, readonly part: string | null, readonly whole: string | null, readonly sourceCount: number, readonly sources: ReadonlyArray<{ readonly docType: string, readonly docId: string, readonly docNumber: string, readonly day: string, readonly part: string, readonly whole: string }> | null }> }, readonly groupScores: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startDate: string, readonly endDate: string, readonly total: string | null, readonly rank: number | null, readonly tier: string, readonly quality: string | null, readonly onTime: string | null, readonly cost: string | null, readonly innovation: string | null, readonly environment: string | null }> }, readonly supplierAlerts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly raisedAt: string, readonly details: unknown }> } };

export type SupplierFileQueryVariables = Exact<{
  id: string;
}>;


export type SupplierFileQuery = { readonly supplier: { readonly id: string, readonly legalName: string, readonly country: string, readonly status: string, readonly sanctioned: boolean, readonly riskClass: number | null, readonly qualifications: ReadonlyArray<{ readonly id: string, readonly region: string, readonly status: string, readonly grade: string, readonly counts: boolean, readonly startDate: string | null, readonly endDate: string | null, readonly daysLeft: number | null, readonly certificateIds: ReadonlyArray<string>, readonly decisionReason: string, readonly version: number, readonly categoryId: string, readonly category: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } | null }>, readonly certificates: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly number: string, readonly issuer: string, readonly expiresDate: string | null, readonly daysLeft: number | null, readonly status: string, readonly fileName: string, readonly decisionReason: string, readonly version: number }> } | null, readonly providerChecks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly provider: string, readonly status: string, readonly riskClass: number | null, readonly problem: string, readonly attempts: number, readonly fields: unknown, readonly responseSha256: string, readonly requestedByName: string, readonly requestedAt: string, readonly answeredAt: string | null, readonly expiresAt: string | null }> }, readonly supplierAlerts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly raisedAt: string, readonly details: unknown }> } };

export type SupplierQualificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: SupplierQualificationFilter | null | undefined;
  orderBy?: SupplierQualificationOrder | null | undefined;
}>;


export type SupplierQualificationsQuery = { readonly supplierQualifications: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly supplierId: string, readonly supplierName: string, readonly region: string, readonly status: string, readonly grade: string, readonly counts: boolean, readonly endDate: string | null, readonly daysLeft: number | null, readonly category: { readonly id: string, readonly code: string, readonly nameEn: string, readonly nameZh: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SupplierRuleOfUnitQueryVariables = Exact<{ [key: string]: never; }>;


export type SupplierRuleOfUnitQuery = { readonly supplierRule: { readonly unqualified: string, readonly version: number } };

export type SupplierScoresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: SupplierScoreFilter | null | undefined;
  orderBy?: SupplierScoreOrder | null | undefined;
}>;


export type SupplierScoresQuery = { readonly supplierScores: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly supplierId: string, readonly supplierName: string, readonly country: string, readonly endDate: string, readonly total: string | null, readonly coverage: string, readonly rank: number | null, readonly tier: string, readonly quality: string | null, readonly onTime: string | null, readonly cost: string | null, readonly innovation: string | null, readonly environment: string | null, readonly sourceCount: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SupplierSettingEditMutationVariables = Exact<{
  input: SupplierSettingEditInput;
}>;


export type SupplierSettingEditMutation = { readonly supplierSettingEdit: { readonly done: boolean | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupplierStandingQueryVariables = Exact<{
  supplier: string;
}>;


export type SupplierStandingQuery = { readonly supplierStanding: { readonly tier: string | null, readonly paymentDays: number | null, readonly payOrder: number | null, readonly reasons: ReadonlyArray<{ readonly code: string, readonly about: string }> }, readonly supplierRelations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly decision: string, readonly reason: string, readonly decidedByName: string, readonly decidedAt: string, readonly version: number }> }, readonly supplierRule: { readonly unqualified: string, readonly version: number } };

export type TermsEditMutationVariables = Exact<{
  input: TermsEditInput;
}>;


export type TermsEditMutation = { readonly termsEdit: { readonly tierTerms: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type TierTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type TierTermsQuery = { readonly tierTerms: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly tier: string, readonly paymentDays: number, readonly payOrder: number, readonly fromAt: string, readonly reason: string }> } };

export type LiveStreamQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveStreamQuery = { readonly liveStream: { readonly url: string } };

export type CostCentreOptionsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type CostCentreOptionsQuery = { readonly costCentres: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly ownerName: string } }> } };

export type ItemNameQueryVariables = Exact<{
  id: string;
}>;


export type ItemNameQuery = { readonly item: { readonly id: string, readonly sku: string, readonly name: string, readonly baseUom: string } | null };

export type ItemOptionsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ItemOptionsQuery = { readonly items: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sku: string, readonly name: string, readonly baseUom: string } }> } };

export type SupplierNameQueryVariables = Exact<{
  id: string;
}>;


export type SupplierNameQuery = { readonly supplier: { readonly id: string, readonly legalName: string } | null };

export type SupplierOptionsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type SupplierOptionsQuery = { readonly suppliers: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly legalName: string, readonly country: string, readonly city: string, readonly sanctioned: boolean, readonly status: string } }> } };

export type UomsQueryVariables = Exact<{ [key: string]: never; }>;


export type UomsQuery = { readonly uoms: ReadonlyArray<{ readonly code: string, readonly nameEn: string, readonly nameZh: string, readonly symbol: string, readonly dimension: string }> };

export type PermissionCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionCatalogueQuery = { readonly permissions: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kinds: ReadonlyArray<string>, readonly privileged: boolean, readonly keyScope: boolean }> };

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
export const AttachmentFileFragmentDoc = new TypedDocumentString(`
    fragment AttachmentFile on Attachment {
  id
  name
  byteSize
  scan
  threat
  addedByName
  createdAt
}
    `, {"fragmentName":"AttachmentFile"}) as unknown as TypedDocumentString<AttachmentFileFragment, unknown>;
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
export const DeliveryDocumentsDocument = new TypedDocumentString(`
    query DeliveryDocuments($start: Date!, $end: Date!, $supplierId: ID, $itemId: ID) {
  deliveryDocuments(
    start: $start
    end: $end
    supplierId: $supplierId
    itemId: $itemId
  ) {
    receiptId
    receiptNumber
    orderId
    orderNumber
    description
    dueDate
    receivedDate
    quantity
    unit
    inTime
  }
}
    `, {"hash":"sha256:10d08a2a63d15cd848e4aeb84a109a0b524c8041fb48f6445573dc760baa45d9"}) as unknown as TypedDocumentString<DeliveryDocumentsQuery, DeliveryDocumentsQueryVariables>;
export const CycleDocumentsDocument = new TypedDocumentString(`
    query CycleDocuments($start: Date!, $end: Date!, $categoryId: ID) {
  cycleDocuments(start: $start, end: $end, categoryId: $categoryId) {
    requisitionId
    number
    title
    description
    submittedDate
    receivedDate
    days
  }
}
    `, {"hash":"sha256:458e9317e5d211ba07cebb10a28a97ec5a73130235d7b29f116a7cac30ef1f44"}) as unknown as TypedDocumentString<CycleDocumentsQuery, CycleDocumentsQueryVariables>;
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
export const ApprovalFiguresDocument = new TypedDocumentString(`
    query ApprovalFigures($since: DateTime!, $until: DateTime!, $documentType: String) {
  approvalFigures(since: $since, until: $until, documentType: $documentType) {
    documents
    meanDays
    medianDays
    p90Days
    months {
      month
      documents
      meanDays
    }
    steps {
      step
      decisions
      meanHours
    }
  }
}
    `, {"hash":"sha256:378c897b645d8ea4026e249b9d8b618e2cd0ee8ac560b92fc9c76f601d5045ff"}) as unknown as TypedDocumentString<ApprovalFiguresQuery, ApprovalFiguresQueryVariables>;
export const ApprovalFlowDetailDocument = new TypedDocumentString(`
    query ApprovalFlowDetail($id: ID!) {
  approvalFlow(id: $id) {
    id
    documentType
    number
    name
    status
    graph
    version
    publishedAt
    publishedByName
  }
}
    `, {"hash":"sha256:0691142b7c606b5e5108d5b8d51531f1b493b45343e1bf61c05671389659432b"}) as unknown as TypedDocumentString<ApprovalFlowDetailQuery, ApprovalFlowDetailQueryVariables>;
export const ApprovalFlowsDocument = new TypedDocumentString(`
    query ApprovalFlows($first: Int, $after: String, $filter: ApprovalFlowFilter, $orderBy: ApprovalFlowOrder, $search: String) {
  approvalFlows(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        documentType
        number
        name
        status
        createdAt
        editedByName
        publishedAt
        publishedByName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:9ef316a2fc50d0975cf7e04bbea846ab851e1d29c9321cd28c204c4ec3dffd9a"}) as unknown as TypedDocumentString<ApprovalFlowsQuery, ApprovalFlowsQueryVariables>;
export const ApprovalPeopleDocument = new TypedDocumentString(`
    query ApprovalPeople {
  flowVocabulary {
    documentTypes {
      code
      nameEn
      nameZh
    }
    people {
      id
      name
      roles
    }
  }
}
    `, {"hash":"sha256:8fec7c9aeef428a32e78d550b6b70c6aaa2cc7cdaab2f1696eb27b8880921a55"}) as unknown as TypedDocumentString<ApprovalPeopleQuery, ApprovalPeopleQueryVariables>;
export const ApprovalRunDetailDocument = new TypedDocumentString(`
    query ApprovalRunDetail($id: ID!) {
  approvalRun(id: $id) {
    id
    documentType
    documentId
    documentNumber
    title
    total {
      amount
      currency
    }
    lines
    requesterName
    status
    isBlocked
    flowNumber
    plan
    stepIndex
    contentHash
    startedAt
    endedAt
    tasks {
      id
      stepId
      stepIndex
      assigneeId
      assigneeName
      onBehalfOfName
      status
      openedAt
      endedAt
      reminders
    }
    decisions {
      id
      stepId
      stepIndex
      actorName
      onBehalfOfName
      decision
      comment
      decidedAt
    }
  }
}
    `, {"hash":"sha256:c187781d3a52b67409cc2a57f613bbca48bac80bd71c479c2ae50eea643abd7c"}) as unknown as TypedDocumentString<ApprovalRunDetailQuery, ApprovalRunDetailQueryVariables>;
export const CalendarEditDocument = new TypedDocumentString(`
    mutation CalendarEdit($input: CalendarEditInput!) {
  calendarEdit(input: $input) {
    version
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b733159e940ec8d9204dcd346908a4274064767f37f778a30bb67b331854ae60"}) as unknown as TypedDocumentString<CalendarEditMutation, CalendarEditMutationVariables>;
export const CostCentreCreateDocument = new TypedDocumentString(`
    mutation CostCentreCreate($input: CostCentreCreateInput!) {
  costCentreCreate(input: $input) {
    costCentre {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:bbc744e0fe5197844f55ef81bbe54942ee3fcafd1264edcbff61f14f7f8b0934"}) as unknown as TypedDocumentString<CostCentreCreateMutation, CostCentreCreateMutationVariables>;
export const CostCentreEditDocument = new TypedDocumentString(`
    mutation CostCentreEdit($input: CostCentreEditInput!) {
  costCentreEdit(input: $input) {
    costCentre {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9be3113e04f2bd212ead6f1d17ed79d6f58a241a7517e3c644a1decf73ea3cd3"}) as unknown as TypedDocumentString<CostCentreEditMutation, CostCentreEditMutationVariables>;
export const CostCentreDetailDocument = new TypedDocumentString(`
    query CostCentreDetail($id: ID!) {
  costCentre(id: $id) {
    id
    code
    name
    ownerId
    ownerName
    isActive
    version
  }
}
    `, {"hash":"sha256:7240d49bbcab24ca7b038e748389e3a95fcf61b6f6249fd2a85333a4e4cf6ca1"}) as unknown as TypedDocumentString<CostCentreDetailQuery, CostCentreDetailQueryVariables>;
export const CostCentresDocument = new TypedDocumentString(`
    query CostCentres($first: Int, $after: String, $filter: CostCentreFilter, $orderBy: CostCentreOrder, $search: String) {
  costCentres(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        code
        name
        ownerName
        isActive
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:f21082318592a4d7a6beeb19ee75fc18b2b6711281771f15d814336e97e9a651"}) as unknown as TypedDocumentString<CostCentresQuery, CostCentresQueryVariables>;
export const DelegationCreateDocument = new TypedDocumentString(`
    mutation DelegationCreate($input: DelegationCreateInput!) {
  delegationCreate(input: $input) {
    delegation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:6d4216d73629f40eb8f7a91783eece5327e7de6918c9e623f19a21bd9f2c4073"}) as unknown as TypedDocumentString<DelegationCreateMutation, DelegationCreateMutationVariables>;
export const DelegationEndDocument = new TypedDocumentString(`
    mutation DelegationEnd($input: DelegationEndInput!) {
  delegationEnd(input: $input) {
    delegation {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:63db2e531ef386da54e814c66fe1bf7184c251f196afef73a39e769ef5a7871b"}) as unknown as TypedDocumentString<DelegationEndMutation, DelegationEndMutationVariables>;
export const DelegationsDocument = new TypedDocumentString(`
    query Delegations($first: Int, $after: String, $filter: ApprovalDelegationFilter, $orderBy: ApprovalDelegationOrder, $search: String) {
  approvalDelegations(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        fromName
        toName
        documentTypes
        reason
        startsAt
        endsAt
        endedAt
        isOpen
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:69742d3b49395e1ffb45ab042ac61f217858991436060bd60f36cd286a173bf5"}) as unknown as TypedDocumentString<DelegationsQuery, DelegationsQueryVariables>;
export const FlowCategoriesDocument = new TypedDocumentString(`
    query FlowCategories {
  categories(first: 500, filter: {status: {eq: "active"}}, orderBy: CODE_ASC) {
    edges {
      node {
        id
        code
        nameEn
        nameZh
      }
    }
  }
}
    `, {"hash":"sha256:eb4b4f40b00276a235d6b4edd6c0c6f251a2eed354000465e66b9e22749aa7b3"}) as unknown as TypedDocumentString<FlowCategoriesQuery, FlowCategoriesQueryVariables>;
export const FlowCreateDocument = new TypedDocumentString(`
    mutation FlowCreate($input: FlowCreateInput!) {
  flowCreate(input: $input) {
    flow {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9ae888cd547570e68e8f8a913bf8ea4e9d3bce3001697fcc877060a78a4e4026"}) as unknown as TypedDocumentString<FlowCreateMutation, FlowCreateMutationVariables>;
export const FlowEditDocument = new TypedDocumentString(`
    mutation FlowEdit($input: FlowEditInput!) {
  flowEdit(input: $input) {
    flow {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7bcf52854f82edaf2606345b9d712201868f9502a9f96b3f10fcf5dcd443d7d7"}) as unknown as TypedDocumentString<FlowEditMutation, FlowEditMutationVariables>;
export const FlowFindingsDocument = new TypedDocumentString(`
    query FlowFindings($documentType: String!, $graph: JSON!) {
  flowFindings(documentType: $documentType, graph: $graph) {
    code
    severity
    nodeIds
    path
    en
    zh
  }
}
    `, {"hash":"sha256:d26bb2bb8ee86c15dfe81b92df5b52500bc2be44f00a193785bb48f208b6e069"}) as unknown as TypedDocumentString<FlowFindingsQuery, FlowFindingsQueryVariables>;
export const FlowPublishDocument = new TypedDocumentString(`
    mutation FlowPublish($input: FlowPublishInput!) {
  flowPublish(input: $input) {
    flow {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e202f54748444472bfd26e2c7cdbe4d56433799cbef906cdc7df5c23244682f4"}) as unknown as TypedDocumentString<FlowPublishMutation, FlowPublishMutationVariables>;
export const FlowReplayDocument = new TypedDocumentString(`
    query FlowReplay($flowId: ID!, $since: DateTime!, $until: DateTime!) {
  flowReplay(flowId: $flowId, since: $since, until: $until) {
    total
    differing
    withoutApprover
    paths {
      path
      documents
      steps {
        nameEn
        nameZh
      }
    }
    documents {
      runId
      documentNumber
      startedAt
      total {
        amount
        currency
      }
      then {
        nameEn
        nameZh
        people
      }
      now {
        nameEn
        nameZh
        people
        isManned
      }
      differs
      findsApprovers
      isAutomatic
      stuckAt
    }
  }
}
    `, {"hash":"sha256:895e838bbd0410b6d9a6caa14b2bd01f0d3c06a4afc27b73273933a67d21d7ad"}) as unknown as TypedDocumentString<FlowReplayQuery, FlowReplayQueryVariables>;
export const FlowRetireDocument = new TypedDocumentString(`
    mutation FlowRetire($input: FlowRetireInput!) {
  flowRetire(input: $input) {
    flow {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:241deadfcb63b153acd6fa509ee9726b95a6d80405f99364bf68907465c5cc7f"}) as unknown as TypedDocumentString<FlowRetireMutation, FlowRetireMutationVariables>;
export const FlowSimulateDocument = new TypedDocumentString(`
    query FlowSimulate($flowId: ID!, $facts: JSON, $requesterId: ID) {
  flowSimulate(flowId: $flowId, facts: $facts, requesterId: $requesterId) {
    given {
      path
      steps {
        nodeId
        nameEn
        nameZh
        mode
        people
        isManned
      }
      isAutomatic
      stuckAt
    }
  }
}
    `, {"hash":"sha256:16486dc45d369867ad7c41185d0e0b9fb236465eec07c69f534dc969716f765f"}) as unknown as TypedDocumentString<FlowSimulateQuery, FlowSimulateQueryVariables>;
export const FlowVocabularyWordsDocument = new TypedDocumentString(`
    query FlowVocabularyWords {
  flowVocabulary {
    documentTypes {
      code
      nameEn
      nameZh
      facts {
        name
        kind
        nameEn
        nameZh
        multiple
      }
    }
    roles
    people {
      id
      name
      roles
    }
    maxHumanSteps
  }
}
    `, {"hash":"sha256:4a7d54817338ef85931b827632f334902860889f8757f63cd953ffd012c88e7c"}) as unknown as TypedDocumentString<FlowVocabularyWordsQuery, FlowVocabularyWordsQueryVariables>;
export const MyTasksDocument = new TypedDocumentString(`
    query MyTasks($first: Int, $after: String, $filter: InboxTaskFilter, $orderBy: InboxTaskOrder, $search: String) {
  myTasks(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        taskId
        runId
        documentType
        documentNumber
        title
        total {
          amount
          currency
        }
        requesterName
        onBehalfOfName
        step {
          nameEn
          nameZh
          number
          of
        }
        openedAt
        reminders
        contentHash
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:cdd1a74a55698bfb912032078236fb09906fa900446c45c05df0bf045d3df721"}) as unknown as TypedDocumentString<MyTasksQuery, MyTasksQueryVariables>;
export const TaskDecideDocument = new TypedDocumentString(`
    mutation TaskDecide($input: TaskDecideInput!) {
  taskDecide(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d5230cb609060e81ca8245ed956f2fdf7c86890376b76bd01ef74896305f1295"}) as unknown as TypedDocumentString<TaskDecideMutation, TaskDecideMutationVariables>;
export const TasksDecideDocument = new TypedDocumentString(`
    mutation TasksDecide($input: TasksDecideInput!) {
  tasksDecide(input: $input) {
    decisions {
      taskId
      status
      error {
        message
      }
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:14b4dd3929ec394e779faaedc263842f7a7a9f6075f9dc4cb79697032c12dc4f"}) as unknown as TypedDocumentString<TasksDecideMutation, TasksDecideMutationVariables>;
export const WorkingCalendarDocument = new TypedDocumentString(`
    query WorkingCalendar {
  workingCalendar {
    weekdays
    opens
    closes
    holidays
    extraDays
    version
  }
}
    `, {"hash":"sha256:2144c3addead4586386e6a6d2d4eacc0c096f31df42da561fb7743e202c4755d"}) as unknown as TypedDocumentString<WorkingCalendarQuery, WorkingCalendarQueryVariables>;
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
export const UnitOverviewDocument = new TypedDocumentString(`
    query UnitOverview($tasks: Boolean!, $requisitions: Boolean!, $orders: Boolean!, $prices: Boolean!) {
  desk {
    code
    count
  }
  myTasks(first: 6, orderBy: OPENED_AT_ASC) @include(if: $tasks) {
    nodes {
      id
      runId
      documentType
      documentNumber
      title
      requesterName
      openedAt
      total {
        amount
        currency
      }
    }
    totalCount
  }
  requisitionsOpen: requisitions(
    first: 1
    filter: {status: {in: ["draft", "submitted", "in_approval", "returned", "approved", "sourcing"]}}
  ) @include(if: $requisitions) {
    totalCount
  }
  requisitions(first: 6, orderBy: CREATED_AT_DESC) @include(if: $requisitions) {
    nodes {
      id
      number
      title
      status
      createdAt
      total {
        amount
        currency
      }
    }
  }
  ordersOpen: purchaseOrders(first: 1, filter: {status: {eq: "issued"}}) @include(if: $orders) {
    totalCount
  }
  purchaseOrders(first: 6, orderBy: CREATED_AT_DESC) @include(if: $orders) {
    nodes {
      id
      number
      supplierName
      status
      createdAt
      total @include(if: $prices) {
        amount
        currency
      }
    }
  }
}
    `, {"hash":"sha256:2c73c50e87c706e9af4b561345e331f72c13ebedecbbfc294123b81e92f5bb78"}) as unknown as TypedDocumentString<UnitOverviewQuery, UnitOverviewQueryVariables>;
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
export const ItemTermsRemoveDocument = new TypedDocumentString(`
    mutation ItemTermsRemove($input: ItemTermsRemoveInput!) {
  itemTermsRemove(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ffe22244affa3fe6ed6c4edae37820eb02029f52cc15ebc0b3bc9f86d0081624"}) as unknown as TypedDocumentString<ItemTermsRemoveMutation, ItemTermsRemoveMutationVariables>;
export const ItemTermsSetDocument = new TypedDocumentString(`
    mutation ItemTermsSet($input: ItemTermsSetInput!) {
  itemTermsSet(input: $input) {
    itemTerms {
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
    `, {"hash":"sha256:2fe538f5ffef9915084829d656e2c439391e537e04fef22dc7a4b92cfafa934b"}) as unknown as TypedDocumentString<ItemTermsSetMutation, ItemTermsSetMutationVariables>;
export const ItemTermsOfItemDocument = new TypedDocumentString(`
    query ItemTermsOfItem($item: ID!) {
  itemTerms(first: 50, filter: {itemGid: {eq: $item}}) {
    nodes {
      id
      supplierId
      supplierPartNo
      unitPrice
      currency
      leadDays
      setByName
      setAt
      version
      supplier {
        id
        legalName
      }
    }
  }
}
    `, {"hash":"sha256:f4f426d0091889f4504d1e69ad8f61ee5370ce1dcc8ad21f35f329fcf42303f5"}) as unknown as TypedDocumentString<ItemTermsOfItemQuery, ItemTermsOfItemQueryVariables>;
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
export const ExchangeDocumentDocument = new TypedDocumentString(`
    query ExchangeDocument($id: ID!, $format: String!) {
  exchangeDocument(id: $id, format: $format) {
    name
    contentType
    content
  }
}
    `, {"hash":"sha256:2fcf56b43cfbcbeb29f7980a93bb1cfca1f59a4c0875f06423115db7e047111b"}) as unknown as TypedDocumentString<ExchangeDocumentQuery, ExchangeDocumentQueryVariables>;
export const OrderAcknowledgeDocument = new TypedDocumentString(`
    mutation OrderAcknowledge($input: OrderAcknowledgeInput!) {
  orderAcknowledge(input: $input) {
    order {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b451f6c9cb5556bfef710ee20258fb6236f350ba3be169429bb576ed1e5ce545"}) as unknown as TypedDocumentString<OrderAcknowledgeMutation, OrderAcknowledgeMutationVariables>;
export const OrderChangeAcceptDocument = new TypedDocumentString(`
    mutation OrderChangeAccept($input: OrderChangeAcceptInput!) {
  orderChangeAccept(input: $input) {
    change {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a735de7b1a7531ac6d62ff01762dfb631fb30eef9beac0f90c414cca78d1482c"}) as unknown as TypedDocumentString<OrderChangeAcceptMutation, OrderChangeAcceptMutationVariables>;
export const OrderChangeProposeDocument = new TypedDocumentString(`
    mutation OrderChangePropose($input: OrderChangeProposeInput!) {
  orderChangePropose(input: $input) {
    change {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:00fbb6c8ab0a8f7344d97430f5056c1b8dbf0b3b9bc8b73807db90a1eb203962"}) as unknown as TypedDocumentString<OrderChangeProposeMutation, OrderChangeProposeMutationVariables>;
export const OrderChangeRejectDocument = new TypedDocumentString(`
    mutation OrderChangeReject($input: OrderChangeRejectInput!) {
  orderChangeReject(input: $input) {
    change {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b3355791964f15a533074b81279f69a6be4ebec878bd7c2c55143c983f6a38eb"}) as unknown as TypedDocumentString<OrderChangeRejectMutation, OrderChangeRejectMutationVariables>;
export const OrderChangeWithdrawDocument = new TypedDocumentString(`
    mutation OrderChangeWithdraw($input: OrderChangeWithdrawInput!) {
  orderChangeWithdraw(input: $input) {
    change {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b3dec7d2ffa44586b6416b1402844b4a9d76bb70d4efa9b7df165a7e8c3d569c"}) as unknown as TypedDocumentString<OrderChangeWithdrawMutation, OrderChangeWithdrawMutationVariables>;
export const OrderCollaborationDocument = new TypedDocumentString(`
    query OrderCollaboration($id: ID!, $prices: Boolean!) {
  purchaseOrder(id: $id) {
    id
    number
    version
    status
    confirmation
    currency
    issuedAt
    buyerName
    lines {
      id
      lineNo
      description
      quantity
      unit
      unitPrice @include(if: $prices)
      schedules {
        id
        quantity
        requestedDate
        promisedDate
        deliveredQuantity
        confirmation
      }
    }
    changes {
      id
      number
      side
      status
      reason
      isMaterial
      confirmationId
      proposerName
      deciderName
      decisionReason
      proposedAt
      sharedAt
      expiresAt
      decidedAt
      version
      lines {
        id
        lineId
        oldQuantity
        newQuantity
        oldUnitPrice @include(if: $prices)
        newUnitPrice @include(if: $prices)
        oldRequestedDate
        newRequestedDate
      }
    }
    confirmations {
      id
      number
      changeId
      side
      response
      status
      note
      senderName
      deciderName
      decisionReason
      sentAt
      decidedAt
      version
      lines {
        id
        lineId
        answer
        quantity
        unitPrice @include(if: $prices)
        deviates
        reason
        schedules {
          id
          quantity
          promisedDate
          isBackOrder
        }
      }
    }
    shipNotices {
      id
      number
      side
      status
      shippedDate
      expectedDate
      carrierName
      senderName
      sentAt
      arrivedAt
      endedAt
      createdAt
      version
      lines {
        id
        lineId
        quantity
      }
    }
  }
}
    `, {"hash":"sha256:3e45ce9d2b8157eadd4f657ecaa7d78e0cfe5ed21867a5b04b4494baa0dd32d8"}) as unknown as TypedDocumentString<OrderCollaborationQuery, OrderCollaborationQueryVariables>;
export const OrderConfirmationAcceptDocument = new TypedDocumentString(`
    mutation OrderConfirmationAccept($input: OrderConfirmationAcceptInput!) {
  orderConfirmationAccept(input: $input) {
    confirmation {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fd284b615eec9e8e4b1936829ddedafd3c32dacaedec3abee65ac444db07ae8a"}) as unknown as TypedDocumentString<OrderConfirmationAcceptMutation, OrderConfirmationAcceptMutationVariables>;
export const OrderConfirmationDeclineDocument = new TypedDocumentString(`
    mutation OrderConfirmationDecline($input: OrderConfirmationDeclineInput!) {
  orderConfirmationDecline(input: $input) {
    confirmation {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:adc1a096f06c466c9e1a3cce0e4005addfe2582986b3913c011572ffbc123ec9"}) as unknown as TypedDocumentString<OrderConfirmationDeclineMutation, OrderConfirmationDeclineMutationVariables>;
export const OrderConfirmationSendDocument = new TypedDocumentString(`
    mutation OrderConfirmationSend($input: OrderConfirmationSendInput!) {
  orderConfirmationSend(input: $input) {
    confirmation {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:97b3a79d1c07ee2908167b9484ec1ee9fddcd89999e2a18296644cc0da24e8a7"}) as unknown as TypedDocumentString<OrderConfirmationSendMutation, OrderConfirmationSendMutationVariables>;
export const OrderMessageImportDocument = new TypedDocumentString(`
    mutation OrderMessageImport($input: OrderMessageImportInput!) {
  orderMessageImport(input: $input) {
    order {
      id
    }
    change {
      id
      orderId
    }
    confirmation {
      id
      orderId
    }
    notice {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e9168cd7831f75563eaeb60cb28352b8ea87972a7928b2a635f9a54718dcf7e5"}) as unknown as TypedDocumentString<OrderMessageImportMutation, OrderMessageImportMutationVariables>;
export const ShipNoticeArriveDocument = new TypedDocumentString(`
    mutation ShipNoticeArrive($input: ShipNoticeArriveInput!) {
  shipNoticeArrive(input: $input) {
    notice {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:cb83513fe6a46ab937f03f6d1c34367129c780724383eb7e3a4e7ed0775d361c"}) as unknown as TypedDocumentString<ShipNoticeArriveMutation, ShipNoticeArriveMutationVariables>;
export const ShipNoticeCancelDocument = new TypedDocumentString(`
    mutation ShipNoticeCancel($input: ShipNoticeCancelInput!) {
  shipNoticeCancel(input: $input) {
    notice {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:cb4433530c56464ba47107facf8397e302963b66f7f50de18235133b29946578"}) as unknown as TypedDocumentString<ShipNoticeCancelMutation, ShipNoticeCancelMutationVariables>;
export const ShipNoticeCreateDocument = new TypedDocumentString(`
    mutation ShipNoticeCreate($input: ShipNoticeCreateInput!) {
  shipNoticeCreate(input: $input) {
    notice {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:77afdfd8852f0479d215a2c7059b1a2e8a612beafeaa9ad65ddb073a1027541c"}) as unknown as TypedDocumentString<ShipNoticeCreateMutation, ShipNoticeCreateMutationVariables>;
export const ShipNoticeDepartDocument = new TypedDocumentString(`
    mutation ShipNoticeDepart($input: ShipNoticeDepartInput!) {
  shipNoticeDepart(input: $input) {
    notice {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c690ed137460e8a128acd451a5ead791a7fc42f89cc6d544f07fa969aa474570"}) as unknown as TypedDocumentString<ShipNoticeDepartMutation, ShipNoticeDepartMutationVariables>;
export const ShipNoticeSendDocument = new TypedDocumentString(`
    mutation ShipNoticeSend($input: ShipNoticeSendInput!) {
  shipNoticeSend(input: $input) {
    notice {
      id
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fe22d4e9decec282b5f4997e179c5b442332b08ed3d2fcecf2a3e5e67e28750f"}) as unknown as TypedDocumentString<ShipNoticeSendMutation, ShipNoticeSendMutationVariables>;
export const ShipNoticeDetailDocument = new TypedDocumentString(`
    query ShipNoticeDetail($id: ID!) {
  shipNotice(id: $id) {
    id
    number
    side
    status
    orderId
    externalRef
    shippedDate
    expectedDate
    carrierName
    trackingNo
    transportMode
    grossWeightKg
    note
    senderName
    exceptionReason
    sentAt
    arrivedAt
    endedAt
    createdAt
    version
    order {
      id
      number
      supplierName
    }
    packages {
      id
      packageNo
      sscc
      typeCode
      grossWeightKg
    }
    lines {
      id
      lineNo
      packageId
      quantity
      lotNo
      expiryDate
      line {
        id
        lineNo
        description
        unit
      }
    }
  }
}
    `, {"hash":"sha256:3c0af110d1ce2a1b08ee5dcb64ee7df879655f615332f6c9d536fd38c8101c50"}) as unknown as TypedDocumentString<ShipNoticeDetailQuery, ShipNoticeDetailQueryVariables>;
export const ShipNoticesDocument = new TypedDocumentString(`
    query ShipNotices($first: Int, $after: String, $search: String, $filter: ShipNoticeFilter, $orderBy: ShipNoticeOrder) {
  shipNotices(
    first: $first
    after: $after
    search: $search
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        number
        status
        expectedDate
        carrierName
        sentAt
        createdAt
        order {
          id
          number
          supplierName
        }
      }
    }
  }
}
    `, {"hash":"sha256:31908a3d19a2baf41be327eed4035226b3c9d3a54674d58150b7c8b8f5fc353f"}) as unknown as TypedDocumentString<ShipNoticesQuery, ShipNoticesQueryVariables>;
export const MrpDeliveriesDocument = new TypedDocumentString(`
    query MrpDeliveries($first: Int, $after: String, $filter: MrpDeliveryFilter, $orderBy: MrpDeliveryOrder, $search: String) {
  mrpDeliveries(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        channel
        status
        fileName
        deliveredByName
        counts
        total
        createdAt
        source {
          id
          name
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
    `, {"hash":"sha256:2c85cf7a93e67d91e16be443f8a173496fda27e5d1cdd8228d1226572d89ffe7"}) as unknown as TypedDocumentString<MrpDeliveriesQuery, MrpDeliveriesQueryVariables>;
export const MrpDeliveryApplyDocument = new TypedDocumentString(`
    mutation MrpDeliveryApply($input: MrpDeliveryApplyInput!) {
  mrpDeliveryApply(input: $input) {
    delivery {
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
    `, {"hash":"sha256:aa581ea4f31714be5ca9947519ccbd9c6b4827b1145a83eaaf34fc6565a0a14b"}) as unknown as TypedDocumentString<MrpDeliveryApplyMutation, MrpDeliveryApplyMutationVariables>;
export const MrpDeliveryDiscardDocument = new TypedDocumentString(`
    mutation MrpDeliveryDiscard($input: MrpDeliveryDiscardInput!) {
  mrpDeliveryDiscard(input: $input) {
    delivery {
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
    `, {"hash":"sha256:b847bc4feadce7977a5d72d1f0ace480dda851b0fdf910fa4ce738febbe82bef"}) as unknown as TypedDocumentString<MrpDeliveryDiscardMutation, MrpDeliveryDiscardMutationVariables>;
export const MrpDeliveryMapDocument = new TypedDocumentString(`
    mutation MrpDeliveryMap($input: MrpDeliveryMapInput!) {
  mrpDeliveryMap(input: $input) {
    delivery {
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
    `, {"hash":"sha256:e0de715864231624a2e30e9c9c78215b2f7baac3941a3f036eea20f4b649f25b"}) as unknown as TypedDocumentString<MrpDeliveryMapMutation, MrpDeliveryMapMutationVariables>;
export const MrpDeliveryPullDocument = new TypedDocumentString(`
    mutation MrpDeliveryPull($input: MrpDeliveryPullInput!) {
  mrpDeliveryPull(input: $input) {
    delivery {
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
    `, {"hash":"sha256:551dbb9cd4f9febbbf113055df12828024644a1c643a75cf31898fd5c438a1ff"}) as unknown as TypedDocumentString<MrpDeliveryPullMutation, MrpDeliveryPullMutationVariables>;
export const MrpDeliveryReportDocument = new TypedDocumentString(`
    mutation MrpDeliveryReport($input: MrpDeliveryReportInput!) {
  mrpDeliveryReport(input: $input) {
    url
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:82940e5e61dfe879081a667572563c04e9ae4e70eeb98e64c8f7b3da2724206d"}) as unknown as TypedDocumentString<MrpDeliveryReportMutation, MrpDeliveryReportMutationVariables>;
export const MrpDeliveryUploadDocument = new TypedDocumentString(`
    mutation MrpDeliveryUpload($input: MrpDeliveryUploadInput!) {
  mrpDeliveryUpload(input: $input) {
    delivery {
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
    `, {"hash":"sha256:62ee300ac9107c5d5fd3be500a0486d96e1b5a84186f083659b8bc13337559dd"}) as unknown as TypedDocumentString<MrpDeliveryUploadMutation, MrpDeliveryUploadMutationVariables>;
export const MrpDeliveryDetailDocument = new TypedDocumentString(`
    query MrpDeliveryDetail($id: ID!) {
  mrpDelivery(id: $id) {
    id
    channel
    status
    complete
    fileName
    columns
    preview
    mapping
    dateFormat
    decimalMark
    counts
    problems
    progress
    total
    failureEn
    failureZh
    deliveredByName
    version
    createdAt
    appliedAt
    source {
      id
      name
      ownerName
    }
  }
}
    `, {"hash":"sha256:0c4a185dfc3c173592dd99d123b8ff6ce84e75f5126a0277c5d728c967fa2adc"}) as unknown as TypedDocumentString<MrpDeliveryDetailQuery, MrpDeliveryDetailQueryVariables>;
export const MrpDemandDecideDocument = new TypedDocumentString(`
    mutation MrpDemandDecide($input: MrpDemandDecideInput!) {
  mrpDemandDecide(input: $input) {
    demand {
      id
      exception
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e577a9fba1055296158ca50e9e72c90ba10c32db9d7f1e6d4ec2c614354cb212"}) as unknown as TypedDocumentString<MrpDemandDecideMutation, MrpDemandDecideMutationVariables>;
export const MrpDemandsDocument = new TypedDocumentString(`
    query MrpDemands($first: Int, $after: String, $filter: MrpDemandFilter, $orderBy: MrpDemandOrder, $search: String) {
  mrpDemands(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        mrpKey
        status
        itemCode
        description
        quantity
        unit
        needByDate
        supplier
        cancelled
        exception
        changedAt
        source {
          id
          name
        }
        line {
          id
          quantity
          unit
          status
          requisition {
            id
            number
            status
          }
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
    `, {"hash":"sha256:a5c45c946fe0cf28af6949ce5a6a3387b7fc917997c65581230eb1a9c12bfe02"}) as unknown as TypedDocumentString<MrpDemandsQuery, MrpDemandsQueryVariables>;
export const MrpSourceCreateDocument = new TypedDocumentString(`
    mutation MrpSourceCreate($input: MrpSourceCreateInput!) {
  mrpSourceCreate(input: $input) {
    source {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:44060ba8598a58a295e98bf50559330584f794db914e8a6510fc328b41d657ce"}) as unknown as TypedDocumentString<MrpSourceCreateMutation, MrpSourceCreateMutationVariables>;
export const MrpSourceEditDocument = new TypedDocumentString(`
    mutation MrpSourceEdit($input: MrpSourceEditInput!) {
  mrpSourceEdit(input: $input) {
    source {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:5fa4ae92f443feca49b7db6f761940412721f2819653659f3fcc8b913a67c61f"}) as unknown as TypedDocumentString<MrpSourceEditMutation, MrpSourceEditMutationVariables>;
export const MrpSourcesDocument = new TypedDocumentString(`
    query MrpSources {
  mrpSources(first: 100) {
    edges {
      node {
        id
        name
        ownerId
        ownerName
        grouping
        costCentre
        active
        shape
        url
        userName
        everyMinutes
        deliveredAt
        version
      }
    }
  }
}
    `, {"hash":"sha256:d63fb39d6ceb879f89b6c01dc4b900d9cb295a6bdc5270bce3df3ea30a32801f"}) as unknown as TypedDocumentString<MrpSourcesQuery, MrpSourcesQueryVariables>;
export const BankAccountSetDocument = new TypedDocumentString(`
    mutation BankAccountSet($input: BankAccountSetInput!) {
  bankAccountSet(input: $input) {
    account {
      id
      accountNo
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b4e16373253a3349bf765a8a56f6cc039e8620a794fda4b178ba9305d5360d66"}) as unknown as TypedDocumentString<BankAccountSetMutation, BankAccountSetMutationVariables>;
export const BankAccountsDocument = new TypedDocumentString(`
    query BankAccounts($first: Int, $after: String, $filter: BankAccountFilter, $orderBy: BankAccountOrder, $search: String) {
  bankAccounts(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        supplierId
        holderName
        accountNo
        country
        currency
        bankName
        bic
        changedByName
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
    `, {"hash":"sha256:17af28e32f37843ea535b3e46256da35ee65f0c844ba6b632cfb6cae71d9a47e"}) as unknown as TypedDocumentString<BankAccountsQuery, BankAccountsQueryVariables>;
export const InvoiceAssignDocument = new TypedDocumentString(`
    mutation InvoiceAssign($input: InvoiceAssignInput!) {
  invoiceAssign(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9546503fc000f5202f56801c95cf4781316cb88c36bcaec8909f376a233d1ac3"}) as unknown as TypedDocumentString<InvoiceAssignMutation, InvoiceAssignMutationVariables>;
export const InvoiceCreateDocument = new TypedDocumentString(`
    mutation InvoiceCreate($input: InvoiceCreateInput!) {
  invoiceCreate(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:44fe4c691f85d0c8de40d7bb23a92d20e357416fa10526627b42570564c2256f"}) as unknown as TypedDocumentString<InvoiceCreateMutation, InvoiceCreateMutationVariables>;
export const InvoiceImportDocument = new TypedDocumentString(`
    mutation InvoiceImport($input: InvoiceImportInput!) {
  invoiceImport(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4844bc34cc0a77f2d3354ebf725325fdd26e49d84f28f948317b5822549b10e9"}) as unknown as TypedDocumentString<InvoiceImportMutation, InvoiceImportMutationVariables>;
export const InvoiceMatchDocument = new TypedDocumentString(`
    mutation InvoiceMatch($input: InvoiceMatchInput!) {
  invoiceMatch(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c708c6b8f81a1b8b1df528cc20f70c89b0015cab07e357f5b3a46aaf7835ac90"}) as unknown as TypedDocumentString<InvoiceMatchMutation, InvoiceMatchMutationVariables>;
export const InvoiceRejectDocument = new TypedDocumentString(`
    mutation InvoiceReject($input: InvoiceRejectInput!) {
  invoiceReject(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d1733422e5f35bae84bf9e75a58e5b992a159f971a928ed80820e40cf64bfd59"}) as unknown as TypedDocumentString<InvoiceRejectMutation, InvoiceRejectMutationVariables>;
export const InvoiceResolveDocument = new TypedDocumentString(`
    mutation InvoiceResolve($input: InvoiceResolveInput!) {
  invoiceResolve(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:437151be57ec441d5e2b2c553738a38b84cdad279219a6b2284f3631bdcebb94"}) as unknown as TypedDocumentString<InvoiceResolveMutation, InvoiceResolveMutationVariables>;
export const InvoiceSubmitDocument = new TypedDocumentString(`
    mutation InvoiceSubmit($input: InvoiceSubmitInput!) {
  invoiceSubmit(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:602bd74bc8bae5e65dd79dbaa60be13bd169170127e00a4584c70a4431245f2e"}) as unknown as TypedDocumentString<InvoiceSubmitMutation, InvoiceSubmitMutationVariables>;
export const InvoiceWithdrawDocument = new TypedDocumentString(`
    mutation InvoiceWithdraw($input: InvoiceWithdrawInput!) {
  invoiceWithdraw(input: $input) {
    invoice {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a4c27b7341c5f4a75a427d917cb68d0fd58970e68f59549cf7b0542bf7a23650"}) as unknown as TypedDocumentString<InvoiceWithdrawMutation, InvoiceWithdrawMutationVariables>;
export const OrderToInvoiceDocument = new TypedDocumentString(`
    query OrderToInvoice($id: ID!, $returns: Boolean!) {
  purchaseOrder(id: $id) {
    id
    number
    status
    supplierName
    currency
    returns @include(if: $returns) {
      id
      number
      status
      credit {
        amount
        currency
      }
    }
    lines {
      id
      lineNo
      description
      quantity
      unit
      unitPrice
      taxRate
      progress {
        acceptedQuantity
        returnedQuantity
        invoicedQuantity
      }
    }
  }
}
    `, {"hash":"sha256:6a661d11be210c6ea2e0d8875a0ad9e302a3a6f3abc02021988bc3ea73a0fb79"}) as unknown as TypedDocumentString<OrderToInvoiceQuery, OrderToInvoiceQueryVariables>;
export const PaymentCancelDocument = new TypedDocumentString(`
    mutation PaymentCancel($input: PaymentCancelInput!) {
  paymentCancel(input: $input) {
    run {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:72a2f9f146035b81d68997718e0a0b970bbed399d7dbc3976d25d64d0beb1841"}) as unknown as TypedDocumentString<PaymentCancelMutation, PaymentCancelMutationVariables>;
export const PaymentConfirmDocument = new TypedDocumentString(`
    mutation PaymentConfirm($input: PaymentConfirmInput!) {
  paymentConfirm(input: $input) {
    run {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e0c030e9abe6454367bf572ae8c2c1e3b10cf0db0b19156fd07929394d0b209d"}) as unknown as TypedDocumentString<PaymentConfirmMutation, PaymentConfirmMutationVariables>;
export const PaymentProposeDocument = new TypedDocumentString(`
    mutation PaymentPropose($input: PaymentProposeInput!) {
  paymentPropose(input: $input) {
    run {
      id
      number
    }
    skipped
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c0886458830f3ea60aeb06a0aa0a952400cdbb4183e4d51480c9a3396438234e"}) as unknown as TypedDocumentString<PaymentProposeMutation, PaymentProposeMutationVariables>;
export const PaymentReleaseDocument = new TypedDocumentString(`
    mutation PaymentRelease($input: PaymentReleaseInput!) {
  paymentRelease(input: $input) {
    run {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:66e0b9c396ea98f0c8f3db16fb5418f790bdc0747cbdf989a6d76890c2c059b2"}) as unknown as TypedDocumentString<PaymentReleaseMutation, PaymentReleaseMutationVariables>;
export const PaymentRunDetailDocument = new TypedDocumentString(`
    query PaymentRunDetail($id: ID!, $file: Boolean!) {
  paymentRun(id: $id) {
    id
    number
    status
    currency
    total {
      amount
      currency
    }
    transferCount
    executionDate
    dueUntilDate
    creatorName
    releaserName
    cancelReason
    version
    releasedAt
    paidAt
    fileUrl @include(if: $file)
    payerAccount {
      id
      holderName
      accountNo
    }
    items {
      id
      place
      transferNo
      status
      priority
      dueDate
      amount {
        amount
        currency
      }
      invoice {
        id
        number
        supplierNumber
        supplierName
        order {
          id
          number
        }
      }
    }
  }
}
    `, {"hash":"sha256:431734737ab1be276d54d4ef91173654d2ce2094f39d4b65fd40131728920aeb"}) as unknown as TypedDocumentString<PaymentRunDetailQuery, PaymentRunDetailQueryVariables>;
export const PaymentRunsDocument = new TypedDocumentString(`
    query PaymentRuns($first: Int, $after: String, $filter: PaymentRunFilter, $orderBy: PaymentRunOrder, $search: String) {
  paymentRuns(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        number
        status
        total {
          amount
          currency
        }
        transferCount
        executionDate
        creatorName
        releaserName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:221db1584c41de2a1d1994d6bc08756f4c7f2539e09680abd9d8bf3cfbbb6f98"}) as unknown as TypedDocumentString<PaymentRunsQuery, PaymentRunsQueryVariables>;
export const SupplierInvoiceDetailDocument = new TypedDocumentString(`
    query SupplierInvoiceDetail($id: ID!, $prices: Boolean!, $inside: Boolean!) {
  supplierInvoice(id: $id) {
    id
    number
    supplierNumber
    kind
    status
    answerCode
    orderId
    orderRef
    supplierId
    supplierName
    issueDate
    bookingDate @include(if: $inside)
    statedDueDate
    dueDate
    currency
    net @include(if: $prices) {
      amount
      currency
    }
    tax @include(if: $prices) {
      amount
      currency
    }
    payable @include(if: $prices) {
      amount
      currency
    }
    paymentRef
    note
    creditedNumber
    rejectReason
    senderName
    approvalRunId @include(if: $inside)
    version
    approvedAt
    paidAt
    createdAt
    fileUrl @include(if: $prices)
    pdfUrl @include(if: $prices)
    pdfScan @include(if: $prices)
    order {
      id
      number
    }
    lines {
      id
      lineNo
      description
      quantity
      unit
      unitPrice @include(if: $prices)
      lineAmount @include(if: $prices)
      taxRate @include(if: $prices)
    }
    matches @include(if: $inside) {
      id
      runNo
      way
      outcome
      isCurrent
      matchedAt
      lines {
        id
        lineNo
        orderedQuantity
        acceptedQuantity
        invoicedBeforeQuantity
        invoiceQuantity
        bookedQuantity
        orderPrice @include(if: $prices)
        invoicePrice @include(if: $prices)
        expectedAmount @include(if: $prices)
        invoiceAmount @include(if: $prices)
        invoiceLine {
          id
          description
          unit
        }
      }
      exceptions {
        id
        place
        matchLineId
        reasonCode
        subject
        expected @include(if: $prices)
        actual @include(if: $prices)
        resolution
        resolutionReason
        resolverName
      }
    }
  }
}
    `, {"hash":"sha256:b4eb276e324e3203b517fd689999b07d195402eb668049d850de59047d3ec15e"}) as unknown as TypedDocumentString<SupplierInvoiceDetailQuery, SupplierInvoiceDetailQueryVariables>;
export const SupplierInvoicesDocument = new TypedDocumentString(`
    query SupplierInvoices($first: Int, $after: String, $filter: SupplierInvoiceFilter, $orderBy: SupplierInvoiceOrder, $search: String, $prices: Boolean!) {
  supplierInvoices(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        number
        supplierNumber
        kind
        status
        answerCode
        supplierName
        issueDate
        dueDate
        payable @include(if: $prices) {
          amount
          currency
        }
        order {
          id
          number
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
    `, {"hash":"sha256:7ae6aa95617298f9ec8572ead6cae1c19058fe96082585433c6bbed66b1eafac"}) as unknown as TypedDocumentString<SupplierInvoicesQuery, SupplierInvoicesQueryVariables>;
export const AttachmentAddDocument = new TypedDocumentString(`
    mutation AttachmentAdd($input: AttachmentAddInput!) {
  attachmentAdd(input: $input) {
    attachment {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:36a4f32d35b94237aa42316fafdd90a91d047040414c9b791217c795ae7b220d"}) as unknown as TypedDocumentString<AttachmentAddMutation, AttachmentAddMutationVariables>;
export const AttachmentOpenDocument = new TypedDocumentString(`
    mutation AttachmentOpen($input: AttachmentOpenInput!) {
  attachmentOpen(input: $input) {
    url
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9da23b04dd037a6fe35466062e93212b8526d3aa514a7b720866f7dd3b9892d9"}) as unknown as TypedDocumentString<AttachmentOpenMutation, AttachmentOpenMutationVariables>;
export const AttachmentRemoveDocument = new TypedDocumentString(`
    mutation AttachmentRemove($input: AttachmentRemoveInput!) {
  attachmentRemove(input: $input) {
    name
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fd8be8143649a6fbbc40d7125009e33455af55ad3cc9e5be34e6956d2af4d907"}) as unknown as TypedDocumentString<AttachmentRemoveMutation, AttachmentRemoveMutationVariables>;
export const AttachmentsDocument = new TypedDocumentString(`
    query Attachments($id: ID!) {
  node(id: $id) {
    id
    ... on Requisition {
      attachments {
        ...AttachmentFile
      }
    }
    ... on PurchaseOrder {
      attachments {
        ...AttachmentFile
      }
    }
    ... on GoodsReceipt {
      attachments {
        ...AttachmentFile
      }
    }
  }
}
    fragment AttachmentFile on Attachment {
  id
  name
  byteSize
  scan
  threat
  addedByName
  createdAt
}`, {"hash":"sha256:322bfb5100d3c3794eb6deffd0a887afb964ee5be655b0df28fada1204ddaf24"}) as unknown as TypedDocumentString<AttachmentsQuery, AttachmentsQueryVariables>;
export const OrderCallOffsDocument = new TypedDocumentString(`
    query OrderCallOffs($id: ID!, $prices: Boolean!) {
  purchaseOrder(id: $id) {
    id
    callOffs {
      id
      number
      status
      orderDate
      total @include(if: $prices) {
        amount
        currency
      }
    }
  }
}
    `, {"hash":"sha256:45c1d68f785e0e5e25c4ed6e6855ce60cc9a2d3be30977f0a01d6f26bcd2e3ff"}) as unknown as TypedDocumentString<OrderCallOffsQuery, OrderCallOffsQueryVariables>;
export const OrderCancelDocument = new TypedDocumentString(`
    mutation OrderCancel($input: OrderCancelInput!) {
  orderCancel(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:dd8d5a0d7c63985372a42879c686aef73a3b663817c084bf2d1e7daa24e91fd0"}) as unknown as TypedDocumentString<OrderCancelMutation, OrderCancelMutationVariables>;
export const OrderCloseDocument = new TypedDocumentString(`
    mutation OrderClose($input: OrderCloseInput!) {
  orderClose(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c6b5d04a6a7d110983497cec7c38ae36f121764fdebde542f107e9b81b9c02e7"}) as unknown as TypedDocumentString<OrderCloseMutation, OrderCloseMutationVariables>;
export const OrderCreateDocument = new TypedDocumentString(`
    mutation OrderCreate($input: OrderCreateInput!) {
  orderCreate(input: $input) {
    order {
      id
      number
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7bff66976810a013c110adf77db9e97d2955e42b46e3e2cab3ac765d2abd6ba4"}) as unknown as TypedDocumentString<OrderCreateMutation, OrderCreateMutationVariables>;
export const OrderDocumentsDocument = new TypedDocumentString(`
    query OrderDocuments($id: ID!) {
  purchaseOrder(id: $id) {
    id
    documents {
      id
      locale
      orderVersion
      status
      url
    }
  }
}
    `, {"hash":"sha256:24d2f9e5c73e3a281cdb7c55f47d0cfc2613ddce6ecfea56e38dade9fcbb4963"}) as unknown as TypedDocumentString<OrderDocumentsQuery, OrderDocumentsQueryVariables>;
export const OrderEditDocument = new TypedDocumentString(`
    mutation OrderEdit($input: OrderEditInput!) {
  orderEdit(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d28b5a83b34dc8e83ff461744c5d6f3639cbd474ee86d41ae2360b0b1e7166af"}) as unknown as TypedDocumentString<OrderEditMutation, OrderEditMutationVariables>;
export const OrderHoldDocument = new TypedDocumentString(`
    mutation OrderHold($input: OrderHoldInput!) {
  orderHold(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:aabb61b1ed6d4d17fdcc4d1c96826eae782240e49aee6e41aaefb3ef6e587947"}) as unknown as TypedDocumentString<OrderHoldMutation, OrderHoldMutationVariables>;
export const OrderImportDetailDocument = new TypedDocumentString(`
    query OrderImportDetail($id: ID!) {
  orderImport(id: $id) {
    id
    status
    fileName
    columns
    preview
    mapping
    fixed
    dateFormat
    decimalMark
    counts
    problems
    progress
    total
    failureEn
    failureZh
    version
  }
}
    `, {"hash":"sha256:20a7f8ba32a71ec82f938253ba72e4c5b227468320582914061060d29ae69bca"}) as unknown as TypedDocumentString<OrderImportDetailQuery, OrderImportDetailQueryVariables>;
export const OrderImportCreateDocument = new TypedDocumentString(`
    mutation OrderImportCreate($input: OrderImportCreateInput!) {
  orderImportCreate(input: $input) {
    orderImport {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:dc7953f50034f45ead6c281665333555800751063f96229c2a5be43bf5203373"}) as unknown as TypedDocumentString<OrderImportCreateMutation, OrderImportCreateMutationVariables>;
export const OrderImportMapDocument = new TypedDocumentString(`
    mutation OrderImportMap($input: OrderImportMapInput!) {
  orderImportMap(input: $input) {
    orderImport {
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
    `, {"hash":"sha256:170d1ad742067aa8b26e6889dae315aa6b657d3e6aed37f1e125d4d9b8fccf1f"}) as unknown as TypedDocumentString<OrderImportMapMutation, OrderImportMapMutationVariables>;
export const OrderImportApplyDocument = new TypedDocumentString(`
    mutation OrderImportApply($input: OrderImportApplyInput!) {
  orderImportApply(input: $input) {
    orderImport {
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
    `, {"hash":"sha256:77587b8f0004300df96f9177dd63e28b5cc7f5ffe03fbc0938d365315b55ee45"}) as unknown as TypedDocumentString<OrderImportApplyMutation, OrderImportApplyMutationVariables>;
export const OrderImportReportDocument = new TypedDocumentString(`
    mutation OrderImportReport($input: OrderImportReportInput!) {
  orderImportReport(input: $input) {
    url
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0eca4feafa73ebe5aba25df1932c58406a13397859adbfe1a4acf5edf0d521d5"}) as unknown as TypedDocumentString<OrderImportReportMutation, OrderImportReportMutationVariables>;
export const OrderIssueDocument = new TypedDocumentString(`
    mutation OrderIssue($input: OrderIssueInput!) {
  orderIssue(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a10012f539c3470ce68edbf4de714e34eeb6dd0555eae1cdb0a4abf395bc1e03"}) as unknown as TypedDocumentString<OrderIssueMutation, OrderIssueMutationVariables>;
export const OrderPrintDocument = new TypedDocumentString(`
    mutation OrderPrint($input: OrderPrintInput!) {
  orderPrint(input: $input) {
    order {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f7eeb78d9ebd53005b4dd7360bfeba47b0ed3ed61bde0a5315250775be789796"}) as unknown as TypedDocumentString<OrderPrintMutation, OrderPrintMutationVariables>;
export const OrderReleaseDocument = new TypedDocumentString(`
    mutation OrderRelease($input: OrderReleaseInput!) {
  orderRelease(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a87b67957e3aec6aa70b86493381ceea1b704d4d530702920d9c11697725ba7a"}) as unknown as TypedDocumentString<OrderReleaseMutation, OrderReleaseMutationVariables>;
export const OrderStandingDocument = new TypedDocumentString(`
    query OrderStanding($supplier: ID!, $categories: [ID!]) {
  supplierStanding(supplierId: $supplier, categoryIds: $categories) {
    reasons {
      code
    }
  }
  supplierRule {
    unqualified
  }
}
    `, {"hash":"sha256:f62fd4c3b2ba351e3f972d3bcead02c7da9c749bf6aacf888f72354551c0c27b"}) as unknown as TypedDocumentString<OrderStandingQuery, OrderStandingQueryVariables>;
export const OrderSubmitDocument = new TypedDocumentString(`
    mutation OrderSubmit($input: OrderSubmitInput!) {
  orderSubmit(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7f48d1966b0e1e4d9eac6524195f812a07cea58cb8cb441204a815c7fd969aa2"}) as unknown as TypedDocumentString<OrderSubmitMutation, OrderSubmitMutationVariables>;
export const OrderWithdrawDocument = new TypedDocumentString(`
    mutation OrderWithdraw($input: OrderWithdrawInput!) {
  orderWithdraw(input: $input) {
    order {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1ebc3ab98c22a01c30fbb9380ea9079dd94fc4c45e95a24734d5bbeb1836bfae"}) as unknown as TypedDocumentString<OrderWithdrawMutation, OrderWithdrawMutationVariables>;
export const PurchaseOrderDetailDocument = new TypedDocumentString(`
    query PurchaseOrderDetail($id: ID!, $prices: Boolean!, $inside: Boolean!) {
  purchaseOrder(id: $id) {
    id
    number
    orderTypeCode
    origin @include(if: $inside)
    status
    confirmation
    receipt
    invoice
    payment
    buyerHold @include(if: $inside)
    sanctionHold @include(if: $inside)
    supplierId
    supplierName
    supplierAddress
    buyerName
    costCentre @include(if: $inside)
    currency
    incoterm
    paymentTerms
    shipTo
    note
    total @include(if: $prices) {
      amount
      currency
    }
    tax @include(if: $prices) {
      amount
      currency
    }
    payable @include(if: $prices) {
      amount
      currency
    }
    approvalBasis @include(if: $inside)
    approvalRunId @include(if: $inside)
    externalRef
    version
    blanketId
    ceilingAmount @include(if: $prices)
    calledOffAmount @include(if: $prices)
    validFromDate
    validUntilDate
    orderDate
    issuedAt
    closedAt
    createdAt
    lines {
      id
      lineNo
      itemId
      description
      categoryId
      quantity
      unit
      unitPrice @include(if: $prices)
      adjustmentAmount @include(if: $prices)
      lineExtensionAmount @include(if: $prices)
      taxRate @include(if: $prices)
      externalRef
      requisitionLine @include(if: $inside) {
        id
        requisition {
          id
          number
        }
      }
      schedules {
        id
        scheduleNo
        quantity
        requestedDate
        promisedDate
        deliveredDate
        deliveredQuantity
        daysLate
      }
    }
  }
}
    `, {"hash":"sha256:844a270e4a626ab465dab642d53fdcd124495eb57fd1e527f71fe839d10e9e34"}) as unknown as TypedDocumentString<PurchaseOrderDetailQuery, PurchaseOrderDetailQueryVariables>;
export const PurchaseOrdersDocument = new TypedDocumentString(`
    query PurchaseOrders($first: Int, $after: String, $filter: PurchaseOrderFilter, $orderBy: PurchaseOrderOrder, $search: String, $prices: Boolean!, $inside: Boolean!) {
  purchaseOrders(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        number
        status
        supplierName
        total @include(if: $prices) {
          amount
          currency
        }
        orderDate
        issuedAt
        createdAt
        receipt
        buyerHold @include(if: $inside)
        sanctionHold @include(if: $inside)
        origin @include(if: $inside)
        externalRef
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `, {"hash":"sha256:0ae8fc4dbb1ff917e05e16adc5f604d960ea54cd8364d63e5ac937ac2cb5313e"}) as unknown as TypedDocumentString<PurchaseOrdersQuery, PurchaseOrdersQueryVariables>;
export const PurchasingChoicesDocument = new TypedDocumentString(`
    query PurchasingChoices {
  purchasingSetting {
    currency
    requisitionCoversOrder
    overApprovedPercent
    overDeliveryPercent
    underDeliveryPercent
    matchWay
    matchPricePercent
    matchPriceAmount
    matchQuantityPercent
    matchTaxAmount
    matchTotalPercent
    matchTotalAmount
    paymentDays
    closedUntilDate
    version
  }
}
    `, {"hash":"sha256:dc92d06239929e4ca8540538f25b7632f8db644f1bd0c94907ccc4d9e344f434"}) as unknown as TypedDocumentString<PurchasingChoicesQuery, PurchasingChoicesQueryVariables>;
export const PurchasingSettingEditDocument = new TypedDocumentString(`
    mutation PurchasingSettingEdit($input: PurchasingSettingEditInput!) {
  purchasingSettingEdit(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:eab30cdf76ee35b911fc9046a0d31e9b2fb9745ef121a3d56675de6c30708d71"}) as unknown as TypedDocumentString<PurchasingSettingEditMutation, PurchasingSettingEditMutationVariables>;
export const PurchasingSettingDocument = new TypedDocumentString(`
    query PurchasingSetting {
  purchasingSetting {
    currency
  }
}
    `, {"hash":"sha256:a7fe6c3e77214346d544c425aa64521e91e89d25174cbd1669d73acff561d7ca"}) as unknown as TypedDocumentString<PurchasingSettingQuery, PurchasingSettingQueryVariables>;
export const RequisitionCancelDocument = new TypedDocumentString(`
    mutation RequisitionCancel($input: RequisitionCancelInput!) {
  requisitionCancel(input: $input) {
    requisition {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:6fdc69dc23c0090d5bcb3d1f11046634ccca0c5be7392d6a1019d9b6099b04cd"}) as unknown as TypedDocumentString<RequisitionCancelMutation, RequisitionCancelMutationVariables>;
export const RequisitionCopyDocument = new TypedDocumentString(`
    mutation RequisitionCopy($input: RequisitionCopyInput!) {
  requisitionCopy(input: $input) {
    requisition {
      id
      number
    }
    leftOut {
      description
      reason
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b4d13cc8f12e50117b0ff6097b1485604e98b5481646cf9c2709bc6a3770d885"}) as unknown as TypedDocumentString<RequisitionCopyMutation, RequisitionCopyMutationVariables>;
export const RequisitionCreateDocument = new TypedDocumentString(`
    mutation RequisitionCreate($input: RequisitionCreateInput!) {
  requisitionCreate(input: $input) {
    requisition {
      id
      number
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:02cd8d793505adb331a4b7b78de549c8e37d0e0d41307d355d410d565906d435"}) as unknown as TypedDocumentString<RequisitionCreateMutation, RequisitionCreateMutationVariables>;
export const RequisitionEditDocument = new TypedDocumentString(`
    mutation RequisitionEdit($input: RequisitionEditInput!) {
  requisitionEdit(input: $input) {
    requisition {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c3b4b711a4552f804ecf58ab6e02136b72dd423b9ecc3e7bc3a26ad7d0d20a10"}) as unknown as TypedDocumentString<RequisitionEditMutation, RequisitionEditMutationVariables>;
export const RequisitionOrderDocument = new TypedDocumentString(`
    mutation RequisitionOrder($input: RequisitionOrderInput!) {
  requisitionOrder(input: $input) {
    requisition {
      id
      number
      status
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:365a69e991d90d5fcb0ac853cda8a5b1cd5e1621997752f664c6d29430e78dfb"}) as unknown as TypedDocumentString<RequisitionOrderMutation, RequisitionOrderMutationVariables>;
export const RequisitionRecommendationsDocument = new TypedDocumentString(`
    query RequisitionRecommendations($costCentre: String, $first: Int) {
  requisitionRecommendations(costCentre: $costCentre, first: $first) {
    lines {
      itemId
      sku
      name
      quantity
      unit
      lastPrice {
        amount
        currency
      }
      supplierId
      supplierName
      times
      ownTimes
      lastDate
    }
    leftOut {
      itemId
      name
      reason
    }
  }
}
    `, {"hash":"sha256:a59c84e30d903bbe70ce562434fe9c472db44a03e0111419d134453ea6c3bb72"}) as unknown as TypedDocumentString<RequisitionRecommendationsQuery, RequisitionRecommendationsQueryVariables>;
export const RequisitionSubmitDocument = new TypedDocumentString(`
    mutation RequisitionSubmit($input: RequisitionSubmitInput!) {
  requisitionSubmit(input: $input) {
    requisition {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7c401f7e7e4b929348834fb0f123512d2c771737d9bd46d42281dd74a4c60439"}) as unknown as TypedDocumentString<RequisitionSubmitMutation, RequisitionSubmitMutationVariables>;
export const RequisitionTemplateDeleteDocument = new TypedDocumentString(`
    mutation RequisitionTemplateDelete($input: RequisitionTemplateDeleteInput!) {
  requisitionTemplateDelete(input: $input) {
    name
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:374ba9e7fffda248040c43de76edc8a65eadbfd00a481ebe17a44eb41d782ecc"}) as unknown as TypedDocumentString<RequisitionTemplateDeleteMutation, RequisitionTemplateDeleteMutationVariables>;
export const RequisitionTemplateSaveDocument = new TypedDocumentString(`
    mutation RequisitionTemplateSave($input: RequisitionTemplateSaveInput!) {
  requisitionTemplateSave(input: $input) {
    template {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1bbe1bb29ad21a2b861e3f5b801703382906a676db15f8028d64d0f6ae6b7e58"}) as unknown as TypedDocumentString<RequisitionTemplateSaveMutation, RequisitionTemplateSaveMutationVariables>;
export const RequisitionTemplateUseDocument = new TypedDocumentString(`
    mutation RequisitionTemplateUse($input: RequisitionTemplateUseInput!) {
  requisitionTemplateUse(input: $input) {
    requisition {
      id
    }
    leftOut {
      description
      reason
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7a49cd2647ff46bbb1ff452bd31ae6778e466ba04542a6910a16caba1074b7a5"}) as unknown as TypedDocumentString<RequisitionTemplateUseMutation, RequisitionTemplateUseMutationVariables>;
export const RequisitionTemplatesDocument = new TypedDocumentString(`
    query RequisitionTemplates($first: Int!, $search: String) {
  requisitionTemplates(first: $first, search: $search) {
    edges {
      node {
        id
        name
        shared
        isOwn
        ownerName
        title
        lineCount
        usedAt
      }
    }
  }
}
    `, {"hash":"sha256:717a32ce6d36a31d2b503d836c1414cbb247779c1b4694e08573081e5202072b"}) as unknown as TypedDocumentString<RequisitionTemplatesQuery, RequisitionTemplatesQueryVariables>;
export const RequisitionWithdrawDocument = new TypedDocumentString(`
    mutation RequisitionWithdraw($input: RequisitionWithdrawInput!) {
  requisitionWithdraw(input: $input) {
    requisition {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:bcd8313f663464865b1475b0c5572d89f1d6792f2e4b6e39465ea14fccbb5a6d"}) as unknown as TypedDocumentString<RequisitionWithdrawMutation, RequisitionWithdrawMutationVariables>;
export const RequisitionDetailDocument = new TypedDocumentString(`
    query RequisitionDetail($id: ID!, $orders: Boolean!) {
  requisition(id: $id) {
    id
    number
    title
    status
    requesterId
    requesterName
    costCentre
    currency
    total {
      amount
      currency
    }
    needByDate
    justification
    approvalRunId
    version
    submittedAt
    approvedAt
    closedAt
    createdAt
    lines {
      id
      lineNo
      itemId
      description
      categoryId
      quantity
      unit
      unitPrice
      lineAmount
      needByDate
      suggestedSupplierId
      orderedQuantity
      openQuantity
      status
      orderLines @include(if: $orders) {
        id
        quantity
        order {
          id
          number
          status
        }
      }
    }
  }
}
    `, {"hash":"sha256:4e32b042a40b014a7be57379780cf505815bed8a27a6e9166d79718820b28091"}) as unknown as TypedDocumentString<RequisitionDetailQuery, RequisitionDetailQueryVariables>;
export const RequisitionsSubmitDocument = new TypedDocumentString(`
    mutation RequisitionsSubmit($input: RequisitionsSubmitInput!) {
  requisitionsSubmit(input: $input) {
    submissions {
      requisitionId
      error {
        code
        message
      }
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:dc261d151c5157398c21a1de98c1ed01eff7e19ab8e816c466da15e15930e30a"}) as unknown as TypedDocumentString<RequisitionsSubmitMutation, RequisitionsSubmitMutationVariables>;
export const RequisitionsDocument = new TypedDocumentString(`
    query Requisitions($first: Int, $after: String, $filter: RequisitionFilter, $orderBy: RequisitionOrder, $search: String) {
  requisitions(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        number
        title
        status
        version
        requesterName
        costCentre
        total {
          amount
          currency
        }
        needByDate
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
    `, {"hash":"sha256:b67fae3da3b02c8a040bad4d3616cd02fac1bc1b677dd0caae0960517728b42e"}) as unknown as TypedDocumentString<RequisitionsQuery, RequisitionsQueryVariables>;
export const DocumentChainDocument = new TypedDocumentString(`
    query DocumentChain($id: ID!, $inside: Boolean!, $prices: Boolean!, $payments: Boolean!) {
  purchaseOrder(id: $id) {
    id
    number
    status
    issuedAt
    lines {
      id
      requisitionLine @include(if: $inside) {
        id
        requisition {
          id
          number
          status
        }
      }
    }
    confirmations {
      id
      number
      response
    }
    shipNotices {
      id
      number
      status
    }
    receipts {
      id
      number
      status
      receivedDate
    }
    returns {
      id
      number
      status
    }
    invoices {
      id
      number
      status
      supplierNumber
      payable @include(if: $prices) {
        amount
        currency
      }
      payments @include(if: $payments) {
        id
        status
        run {
          id
          number
          status
        }
      }
    }
  }
}
    `, {"hash":"sha256:ef7ac3418106d0ba493c1b0d667aceaa879919ab7deb614b8de1c09714340108"}) as unknown as TypedDocumentString<DocumentChainQuery, DocumentChainQueryVariables>;
export const GoodsReceiptDetailDocument = new TypedDocumentString(`
    query GoodsReceiptDetail($id: ID!) {
  goodsReceipt(id: $id) {
    id
    number
    status
    orderId
    deliveryNoteRef
    receivedDate
    receiverName
    note
    reversalReason
    version
    postedAt
    order {
      id
      number
      supplierName
    }
    lines {
      id
      lineNo
      receivedQuantity
      acceptedQuantity
      rejectedQuantity
      quarantinedQuantity
      unit
      reasonCode
      reason
      lot
      expiryDate
      orderLine {
        id
        lineNo
        description
      }
      decisions {
        id
        acceptedQuantity
        rejectedQuantity
        reasonCode
        reason
        deciderName
        decidedAt
      }
    }
    returns {
      id
      number
      status
      returnedDate
      reason
      waiveReason
      version
      lines {
        id
        quantity
        unit
        disposition
        receiptLineId
      }
    }
  }
}
    `, {"hash":"sha256:5c5ad782c5725052ba094f993132793ede3580fbe4db50897f85e1c2ac598a6f"}) as unknown as TypedDocumentString<GoodsReceiptDetailQuery, GoodsReceiptDetailQueryVariables>;
export const GoodsReceiptsDocument = new TypedDocumentString(`
    query GoodsReceipts($first: Int, $after: String, $filter: GoodsReceiptFilter, $orderBy: GoodsReceiptOrder, $search: String) {
  goodsReceipts(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    search: $search
  ) {
    edges {
      node {
        id
        number
        status
        receivedDate
        deliveryNoteRef
        receiverName
        order {
          id
          number
          supplierName
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
    `, {"hash":"sha256:3d30eef14453890592431e5f2bda6c0c64ee1bbca4b442ffc9e2b3c17206422a"}) as unknown as TypedDocumentString<GoodsReceiptsQuery, GoodsReceiptsQueryVariables>;
export const OrderToReceiveDocument = new TypedDocumentString(`
    query OrderToReceive($id: ID!) {
  purchaseOrder(id: $id) {
    id
    number
    status
    supplierName
    lines {
      id
      lineNo
      description
      quantity
      unit
      progress {
        acceptedQuantity
        quarantinedQuantity
        returnedQuantity
      }
    }
    shipNotices {
      id
      number
      status
      expectedDate
      lines {
        id
        lineId
        quantity
        lotNo
      }
    }
  }
}
    `, {"hash":"sha256:07af6968f84913fddada61fac1a553df89feac7da0234ba0027f5198c0a41147"}) as unknown as TypedDocumentString<OrderToReceiveQuery, OrderToReceiveQueryVariables>;
export const ReceiptCancelDocument = new TypedDocumentString(`
    mutation ReceiptCancel($input: ReceiptCancelInput!) {
  receiptCancel(input: $input) {
    receipt {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0584ec08f651b6ef8da7843e9094b859e5b49572dd965f1d50e8ac568bb2ee04"}) as unknown as TypedDocumentString<ReceiptCancelMutation, ReceiptCancelMutationVariables>;
export const ReceiptCreateDocument = new TypedDocumentString(`
    mutation ReceiptCreate($input: ReceiptCreateInput!) {
  receiptCreate(input: $input) {
    receipt {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:dee238644466f59a424b86fc6924a586468c22616aa2f31e12ecbab66b4cc166"}) as unknown as TypedDocumentString<ReceiptCreateMutation, ReceiptCreateMutationVariables>;
export const ReceiptDecideDocument = new TypedDocumentString(`
    mutation ReceiptDecide($input: ReceiptDecideInput!) {
  receiptDecide(input: $input) {
    receipt {
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
    `, {"hash":"sha256:0cf0956981ddea76f653a9ae698c846163f51f0c611c127373c52d811dc8a6b8"}) as unknown as TypedDocumentString<ReceiptDecideMutation, ReceiptDecideMutationVariables>;
export const ReceiptEditDocument = new TypedDocumentString(`
    mutation ReceiptEdit($input: ReceiptEditInput!) {
  receiptEdit(input: $input) {
    receipt {
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
    `, {"hash":"sha256:42db9447af9e4985e695d7e0e857e4c23bc14c9698b35ff52527ea5abe19ae82"}) as unknown as TypedDocumentString<ReceiptEditMutation, ReceiptEditMutationVariables>;
export const ReceiptInspectDocument = new TypedDocumentString(`
    mutation ReceiptInspect($input: ReceiptInspectInput!) {
  receiptInspect(input: $input) {
    receipt {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1c7a518d7a6af9813b4314be1deeb693de321e75242657e3eeabc4bd51df0324"}) as unknown as TypedDocumentString<ReceiptInspectMutation, ReceiptInspectMutationVariables>;
export const ReceiptPostDocument = new TypedDocumentString(`
    mutation ReceiptPost($input: ReceiptPostInput!) {
  receiptPost(input: $input) {
    receipt {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:cb8fcefb3f567bd214d910fb2585175eedc7e713f4e9cf6b862ba7d53e2e45c0"}) as unknown as TypedDocumentString<ReceiptPostMutation, ReceiptPostMutationVariables>;
export const ReceiptReverseDocument = new TypedDocumentString(`
    mutation ReceiptReverse($input: ReceiptReverseInput!) {
  receiptReverse(input: $input) {
    receipt {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:fde947b28e3634d14d278c8db6ef38162640a6c18e720dc9ad3e29c481e45fac"}) as unknown as TypedDocumentString<ReceiptReverseMutation, ReceiptReverseMutationVariables>;
export const ReturnCreateDocument = new TypedDocumentString(`
    mutation ReturnCreate($input: ReturnCreateInput!) {
  returnCreate(input: $input) {
    supplierReturn {
      id
      number
      status
      version
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9409af961da5a490373fc783f3598df2d4f63bbec17b41b4b67de0df7e6127f9"}) as unknown as TypedDocumentString<ReturnCreateMutation, ReturnCreateMutationVariables>;
export const ReturnWaiveDocument = new TypedDocumentString(`
    mutation ReturnWaive($input: ReturnWaiveInput!) {
  returnWaive(input: $input) {
    supplierReturn {
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
    `, {"hash":"sha256:c8d091e3c3309a49293572d6f341e11273a08af152b73831fc935a8609e98b02"}) as unknown as TypedDocumentString<ReturnWaiveMutation, ReturnWaiveMutationVariables>;
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
    `, {"hash":"sha256:78826669eb20a9e0637a276ebdee2b0ea5fb01efd6b926e4e55975abb67153b1"}) as unknown as TypedDocumentString<UnitAuditEntriesQuery, UnitAuditEntriesQueryVariables>;
export const FirstOrderDocument = new TypedDocumentString(`
    query FirstOrder {
  purchaseOrders(first: 1) {
    totalCount
  }
}
    `, {"hash":"sha256:56c1fa8eef40e19af116bfcda3022deabc78f3840c31a7f9461fd9fff48c2088"}) as unknown as TypedDocumentString<FirstOrderQuery, FirstOrderQueryVariables>;
export const AssessmentEnterDocument = new TypedDocumentString(`
    mutation AssessmentEnter($input: AssessmentEnterInput!) {
  assessmentEnter(input: $input) {
    supplierAssessment {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:68291ff15bcc88b0371822a5443a6a0e8ae3020e2472d0294f87392a3b978a95"}) as unknown as TypedDocumentString<AssessmentEnterMutation, AssessmentEnterMutationVariables>;
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
export const ModelFollowGroupDocument = new TypedDocumentString(`
    mutation ModelFollowGroup($input: ModelFollowGroupInput!) {
  modelFollowGroup(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:71b0c6ab85d2e2f75b43c87cba53611ec59dec8efb986f71ec877a473f0f4564"}) as unknown as TypedDocumentString<ModelFollowGroupMutation, ModelFollowGroupMutationVariables>;
export const ModelPublishDocument = new TypedDocumentString(`
    mutation ModelPublish($input: ModelPublishInput!) {
  modelPublish(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8f1e36e67cccb21bdfd24160f5b71ee2e043a99d06aabd83b41c11afd761e60f"}) as unknown as TypedDocumentString<ModelPublishMutation, ModelPublishMutationVariables>;
export const OwnScorecardDocument = new TypedDocumentString(`
    query OwnScorecard {
  ownSupplierId
  supplierScores(first: 24, orderBy: END_DATE_DESC) {
    nodes {
      id
      periodId
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
    }
  }
  supplierMeasures(first: 60) {
    nodes {
      id
      periodId
      dimension
      value
      part
      whole
      sourceCount
      sources {
        docType
        docId
        docNumber
        day
        part
        whole
      }
    }
  }
  certificates(first: 20) {
    nodes {
      id
      kind
      number
      expiresDate
      daysLeft
      status
      fileName
      decisionReason
    }
  }
  supplierQualifications(first: 50) {
    nodes {
      id
      region
      categoryName
      status
      grade
      counts
      endDate
      daysLeft
    }
  }
}
    `, {"hash":"sha256:5dc1f9dc90dda4b49b5d0b677de7edcc5cdaa6e4fd36e1b6a19769e97a7ee1b4"}) as unknown as TypedDocumentString<OwnScorecardQuery, OwnScorecardQueryVariables>;
export const PeriodCloseDocument = new TypedDocumentString(`
    mutation PeriodClose($input: PeriodCloseInput!) {
  periodClose(input: $input) {
    scorePeriod {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f98a8157a2cb51c150915b197e2b63a37fb9c4a3bbd2aac4e4d6d74f6df93e4f"}) as unknown as TypedDocumentString<PeriodCloseMutation, PeriodCloseMutationVariables>;
export const QualitySuppliersDocument = new TypedDocumentString(`
    query QualitySuppliers($period: ID!, $bar: Decimal!) {
  supplierScores(
    first: 200
    filter: {periodId: {eq: $period}, total: {gte: $bar}}
    orderBy: TOTAL_DESC
  ) {
    nodes {
      id
      supplierId
      supplierName
      total
      tier
    }
    totalCount
  }
}
    `, {"hash":"sha256:4f0980c4a5b3312b4e7bf2a2cf8a3e64425ab0f70eba5b409adcd507951b7d10"}) as unknown as TypedDocumentString<QualitySuppliersQuery, QualitySuppliersQueryVariables>;
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
export const RelationDecideDocument = new TypedDocumentString(`
    mutation RelationDecide($input: RelationDecideInput!) {
  relationDecide(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:feff1d5ac2fd152d98c737acedcb85701ef8602e05ec162b933a5d3b9aae029f"}) as unknown as TypedDocumentString<RelationDecideMutation, RelationDecideMutationVariables>;
export const UnitScoreModelDocument = new TypedDocumentString(`
    query UnitScoreModel {
  scoreModelInForce {
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
    `, {"hash":"sha256:ef545ad3a4e42af50f3ea49fd9f53a9963b47c521bd4c25549ccc685f59f1f7d"}) as unknown as TypedDocumentString<UnitScoreModelQuery, UnitScoreModelQueryVariables>;
export const ScorePeriodsDocument = new TypedDocumentString(`
    query ScorePeriods {
  scorePeriods(first: 12) {
    nodes {
      id
      startDate
      endDate
      status
      modelName
      suppliers
      done
      rated
      reached
      qualityPercent
      qualityBar
      tiers
    }
  }
}
    `, {"hash":"sha256:6464ac0f2b774e29d020f4958d3acb509db9d845970787cd19824b65e722ebe3"}) as unknown as TypedDocumentString<ScorePeriodsQuery, ScorePeriodsQueryVariables>;
export const ScorecardDocument = new TypedDocumentString(`
    query Scorecard($supplier: ID!) {
  supplierScores(
    first: 24
    filter: {supplierOrgGid: {eq: $supplier}}
    orderBy: END_DATE_DESC
  ) {
    nodes {
      id
      periodId
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
    }
  }
  supplierMeasures(first: 60, filter: {supplierOrgGid: {eq: $supplier}}) {
    nodes {
      id
      periodId
      dimension
      value
      part
      whole
      sourceCount
      sources {
        docType
        docId
        docNumber
        day
        part
        whole
      }
    }
  }
  groupScores(
    first: 1
    filter: {supplierOrgId: {eq: $supplier}}
    orderBy: END_DATE_DESC
  ) {
    nodes {
      id
      startDate
      endDate
      total
      rank
      tier
      quality
      onTime
      cost
      innovation
      environment
    }
  }
  supplierAlerts(
    first: 20
    filter: {supplierOrgId: {eq: $supplier}, seenAt: {isNull: true}}
  ) {
    nodes {
      id
      kind
      raisedAt
      details
    }
  }
}
    `, {"hash":"sha256:e150ce38e864e62d559978a2394cb3ddaa7396fb4e375b44f05b2005e56f49d7"}) as unknown as TypedDocumentString<ScorecardQuery, ScorecardQueryVariables>;
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
export const SupplierRuleOfUnitDocument = new TypedDocumentString(`
    query SupplierRuleOfUnit {
  supplierRule {
    unqualified
    version
  }
}
    `, {"hash":"sha256:91693ae1898de7c21578e71b1a082b915f502b51e3fbd5d1a0f6f21383488fdc"}) as unknown as TypedDocumentString<SupplierRuleOfUnitQuery, SupplierRuleOfUnitQueryVariables>;
export const SupplierScoresDocument = new TypedDocumentString(`
    query SupplierScores($first: Int, $after: String, $search: String, $filter: SupplierScoreFilter, $orderBy: SupplierScoreOrder) {
  supplierScores(
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
        country
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
        sourceCount
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
    `, {"hash":"sha256:cbe047e5f2296df52fd9eb08254357bda204f25507b65792908f98279637675a"}) as unknown as TypedDocumentString<SupplierScoresQuery, SupplierScoresQueryVariables>;
export const SupplierSettingEditDocument = new TypedDocumentString(`
    mutation SupplierSettingEdit($input: SupplierSettingEditInput!) {
  supplierSettingEdit(input: $input) {
    done
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f00df9ce7ac6891a23b3f9ef764914439e48dc837cdbeccaff52a6dde21fa7b9"}) as unknown as TypedDocumentString<SupplierSettingEditMutation, SupplierSettingEditMutationVariables>;
export const SupplierStandingDocument = new TypedDocumentString(`
    query SupplierStanding($supplier: ID!) {
  supplierStanding(supplierId: $supplier) {
    reasons {
      code
      about
    }
    tier
    paymentDays
    payOrder
  }
  supplierRelations(first: 1, filter: {supplierOrgGid: {eq: $supplier}}) {
    nodes {
      id
      decision
      reason
      decidedByName
      decidedAt
      version
    }
  }
  supplierRule {
    unqualified
    version
  }
}
    `, {"hash":"sha256:9b54bf15cf0ef6185fce5cd62f9e9cde3c1085c18731c0b780a5ca283ffa7b25"}) as unknown as TypedDocumentString<SupplierStandingQuery, SupplierStandingQueryVariables>;
export const TermsEditDocument = new TypedDocumentString(`
    mutation TermsEdit($input: TermsEditInput!) {
  termsEdit(input: $input) {
    tierTerms {
      id
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:98d85d8ceb3ac65eb3b374f8aacf0ea82314017e08457c740d7b8201f3faf58a"}) as unknown as TypedDocumentString<TermsEditMutation, TermsEditMutationVariables>;
export const TierTermsDocument = new TypedDocumentString(`
    query TierTerms {
  tierTerms(first: 50) {
    nodes {
      id
      tier
      paymentDays
      payOrder
      fromAt
      reason
    }
  }
}
    `, {"hash":"sha256:13352b99e14802471f2033c096a91ee010cf6b31f2a78255fa4d842957844e20"}) as unknown as TypedDocumentString<TierTermsQuery, TierTermsQueryVariables>;
export const LiveStreamDocument = new TypedDocumentString(`
    query LiveStream {
  liveStream {
    url
  }
}
    `, {"hash":"sha256:f1183526712b6f210827400a26f8063e6a8260fea43dc469394ca91c78c120b2"}) as unknown as TypedDocumentString<LiveStreamQuery, LiveStreamQueryVariables>;
export const CostCentreOptionsDocument = new TypedDocumentString(`
    query CostCentreOptions($search: String) {
  costCentres(first: 20, search: $search, filter: {isActive: {eq: true}}) {
    edges {
      node {
        id
        code
        name
        ownerName
      }
    }
  }
}
    `, {"hash":"sha256:39ad05aac56691f855c40c2051ef029ea82f5816294083b5efdf42fbe9054050"}) as unknown as TypedDocumentString<CostCentreOptionsQuery, CostCentreOptionsQueryVariables>;
export const ItemNameDocument = new TypedDocumentString(`
    query ItemName($id: ID!) {
  item(id: $id) {
    id
    sku
    name
    baseUom
  }
}
    `, {"hash":"sha256:2cf054e2d32b5305dc4ea749b63b20d8a8d30b70cb5eab5d75464934b8a408f7"}) as unknown as TypedDocumentString<ItemNameQuery, ItemNameQueryVariables>;
export const ItemOptionsDocument = new TypedDocumentString(`
    query ItemOptions($search: String) {
  items(first: 20, search: $search, filter: {status: {eq: "active"}}) {
    edges {
      node {
        id
        sku
        name
        baseUom
      }
    }
  }
}
    `, {"hash":"sha256:4988ff39d848993b54e956b1c51daf4506420836fe0560905b193570ebc243c3"}) as unknown as TypedDocumentString<ItemOptionsQuery, ItemOptionsQueryVariables>;
export const SupplierNameDocument = new TypedDocumentString(`
    query SupplierName($id: ID!) {
  supplier(id: $id) {
    id
    legalName
  }
}
    `, {"hash":"sha256:4fb5b389dcb6259c17a6cd791687f0de4d490dcb3c06587fd44bef2e8673a8a3"}) as unknown as TypedDocumentString<SupplierNameQuery, SupplierNameQueryVariables>;
export const SupplierOptionsDocument = new TypedDocumentString(`
    query SupplierOptions($search: String) {
  suppliers(first: 20, search: $search) {
    edges {
      node {
        id
        legalName
        country
        city
        sanctioned
        status
      }
    }
  }
}
    `, {"hash":"sha256:8c0cde9fd96370e0f4ba97b6b64c01b47ae450a12256f6b25715f9ced95c2cfe"}) as unknown as TypedDocumentString<SupplierOptionsQuery, SupplierOptionsQueryVariables>;
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