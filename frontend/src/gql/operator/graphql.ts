/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What announcementPublish needs. */
export type AnnouncementPublishInput = {
  /** Until when. */
  readonly endsAt: string;
  /** The groups; all when left out. */
  readonly groupIds?: ReadonlyArray<string> | null | undefined;
  /** From when. */
  readonly startsAt: string;
  /** In English. */
  readonly textEn: string;
  /** In Chinese. */
  readonly textZh: string;
  /** info or warning. */
  readonly tone: string;
};

/** What announcementWithdraw needs. */
export type AnnouncementWithdrawInput = {
  /** The announcement. */
  readonly announcementId: string;
};

/** What careAssign needs. */
export type CareAssignInput = {
  /** The group. */
  readonly groupId: string;
  /** Who. */
  readonly operatorId: string;
};

/** What featureSwitch needs. */
export type FeatureSwitchInput = {
  /** The group; all when left out. */
  readonly groupId?: string | null | undefined;
  /** The code of the module. */
  readonly module: string;
  /** Why. */
  readonly reason: string;
  /** held, lent or free. */
  readonly state: string;
};

/** What incidentReport needs. */
export type IncidentReportInput = {
  /** minor, major or critical. */
  readonly impact: string;
  /** Since when; now when left out. */
  readonly startedAt?: string | null | undefined;
  /** The first word, in English. */
  readonly textEn: string;
  /** The first word, in Chinese. */
  readonly textZh: string;
  /** In English. */
  readonly titleEn: string;
  /** In Chinese. */
  readonly titleZh: string;
};

/** What incidentUpdate needs. */
export type IncidentUpdateInput = {
  /** The incident. */
  readonly incidentId: string;
  /** investigating, identified, monitoring or resolved. */
  readonly state: string;
  /** In English. */
  readonly textEn: string;
  /** In Chinese. */
  readonly textZh: string;
};

/** What maintenanceAnnounce needs. */
export type MaintenanceAnnounceInput = {
  /** Until when. */
  readonly endsAt: string;
  /** From when. */
  readonly startsAt: string;
  /** In English. */
  readonly titleEn: string;
  /** In Chinese. */
  readonly titleZh: string;
};

/** What maintenanceWithdraw needs. */
export type MaintenanceWithdrawInput = {
  /** The window. */
  readonly maintenanceId: string;
};

/** What provisioningRetry needs. */
export type ProvisioningRetryInput = {
  /** The job. */
  readonly jobId: string;
};

/** What successTaskClose needs. */
export type SuccessTaskCloseInput = {
  /** What was done. */
  readonly note: string;
  /** The task. */
  readonly taskId: string;
};

/** What supportEnd needs. */
export type SupportEndInput = {
  /** The session. */
  readonly sessionId: string;
};

/** What supportStart needs. */
export type SupportStartInput = {
  /** The consent. */
  readonly grantId: string;
  /** Why; the group sees it. */
  readonly reason: string;
};

export type ConsoleGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleGroupsQuery = { readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: string, readonly readOnly: boolean, readonly createdAt: string, readonly plan: string | null, readonly subscriptionStatus: string | null, readonly seatsPaid: number | null, readonly seatsUsed: number | null, readonly unitCount: number, readonly jobsOpen: number, readonly activePeople: number | null, readonly lastActiveAt: string | null, readonly health: number | null, readonly openTasks: number, readonly caredForBy: string | null }> };

export type ConsoleGroupQueryVariables = Exact<{
  id: string;
}>;


export type ConsoleGroupQuery = { readonly group: { readonly id: string, readonly name: string, readonly status: string, readonly createdAt: string, readonly plan: string | null, readonly subscriptionStatus: string | null, readonly seatsPaid: number | null, readonly seatsUsed: number | null, readonly activePeople: number | null, readonly lastActiveAt: string | null, readonly health: number | null, readonly usePoints: number | null, readonly errorPoints: number | null, readonly availabilityPoints: number | null, readonly caredForBy: string | null, readonly units: ReadonlyArray<{ readonly id: string, readonly name: string, readonly slug: string, readonly country: string, readonly status: string, readonly jobId: string | null, readonly jobStatus: string, readonly jobStep: string, readonly jobDone: number, readonly jobTotal: number, readonly jobError: string }> } | null, readonly milestones: ReadonlyArray<{ readonly code: string, readonly reachedAt: string | null }>, readonly availability: ReadonlyArray<{ readonly unitId: string, readonly unitName: string, readonly month: string, readonly percent: string | null, readonly failedMinutes: number, readonly excludedMinutes: number, readonly budgetMinutes: string, readonly budgetLeft: string, readonly closed: boolean }>, readonly operators: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: string }> };

export type ConsoleContractsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleContractsQuery = { readonly subscriptions: ReadonlyArray<{ readonly groupId: string, readonly groupName: string, readonly plan: string, readonly status: string, readonly interval: string, readonly seats: number, readonly trialEndsAt: string | null, readonly periodEndAt: string | null, readonly pastDueAt: string | null, readonly cancelAtPeriodEnd: boolean, readonly monthly: { readonly amount: string, readonly currency: string } }>, readonly cohorts: ReadonlyArray<{ readonly month: string, readonly currency: string, readonly groups: number, readonly alert: boolean, readonly start: { readonly amount: string, readonly currency: string }, readonly months: ReadonlyArray<{ readonly age: number, readonly groups: number, readonly gross: string, readonly net: string }> }> };

export type ConsoleTasksQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleTasksQuery = { readonly successTasks: ReadonlyArray<{ readonly id: string, readonly groupId: string | null, readonly groupName: string | null, readonly cause: string, readonly subject: string, readonly score: number | null, readonly assignedName: string, readonly openedAt: string }> };

export type ConsoleSupportQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleSupportQuery = { readonly supportGrants: ReadonlyArray<{ readonly id: string, readonly groupId: string, readonly groupName: string, readonly personName: string, readonly mayWrite: boolean, readonly reason: string, readonly grantedBy: string, readonly endsAt: string }>, readonly supportSessions: ReadonlyArray<{ readonly id: string, readonly groupId: string, readonly personName: string, readonly mayWrite: boolean, readonly endsAt: string }> };

export type ConsoleFeaturesQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleFeaturesQuery = { readonly features: ReadonlyArray<{ readonly module: string, readonly groupId: string | null, readonly groupName: string | null, readonly state: string, readonly reason: string, readonly changedBy: string, readonly changedAt: string }>, readonly modules: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type ConsoleAnnouncementsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleAnnouncementsQuery = { readonly announcements: ReadonlyArray<{ readonly id: string, readonly tone: string, readonly textEn: string, readonly textZh: string, readonly groupCount: number, readonly startsAt: string, readonly endsAt: string, readonly withdrawnAt: string | null }>, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type ConsoleStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleStatusQuery = { readonly status: { readonly state: string, readonly incidents: ReadonlyArray<{ readonly id: string, readonly title: string, readonly impact: string, readonly state: string, readonly startedAt: string, readonly resolvedAt: string | null }>, readonly maintenance: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly announcedBefore: boolean }> } };

export type ConsoleOutsideQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleOutsideQuery = { readonly outsideKinds: ReadonlyArray<{ readonly kind: string, readonly state: string, readonly troubled: number, readonly failures: number, readonly why: string, readonly failedAt: string | null, readonly triedAgainAt: string | null }> };

export type ConsoleTrailQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleTrailQuery = { readonly trail: ReadonlyArray<{ readonly id: string, readonly at: string, readonly actorName: string, readonly action: string, readonly actionName: string, readonly groupName: string | null, readonly details: unknown }> };

export type ProvisioningRetryMutationVariables = Exact<{
  input: ProvisioningRetryInput;
}>;


export type ProvisioningRetryMutation = { readonly provisioningRetry: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type CareAssignMutationVariables = Exact<{
  input: CareAssignInput;
}>;


export type CareAssignMutation = { readonly careAssign: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SuccessTaskCloseMutationVariables = Exact<{
  input: SuccessTaskCloseInput;
}>;


export type SuccessTaskCloseMutation = { readonly successTaskClose: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupportStartMutationVariables = Exact<{
  input: SupportStartInput;
}>;


export type SupportStartMutation = { readonly supportStart: { readonly session: { readonly id: string, readonly groupId: string, readonly personName: string, readonly mayWrite: boolean, readonly endsAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type SupportEndMutationVariables = Exact<{
  input: SupportEndInput;
}>;


export type SupportEndMutation = { readonly supportEnd: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type FeatureSwitchMutationVariables = Exact<{
  input: FeatureSwitchInput;
}>;


export type FeatureSwitchMutation = { readonly featureSwitch: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AnnouncementPublishMutationVariables = Exact<{
  input: AnnouncementPublishInput;
}>;


export type AnnouncementPublishMutation = { readonly announcementPublish: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type AnnouncementWithdrawMutationVariables = Exact<{
  input: AnnouncementWithdrawInput;
}>;


export type AnnouncementWithdrawMutation = { readonly announcementWithdraw: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type IncidentReportMutationVariables = Exact<{
  input: IncidentReportInput;
}>;


export type IncidentReportMutation = { readonly incidentReport: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type IncidentUpdateMutationVariables = Exact<{
  input: IncidentUpdateInput;
}>;


export type IncidentUpdateMutation = { readonly incidentUpdate: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MaintenanceAnnounceMutationVariables = Exact<{
  input: MaintenanceAnnounceInput;
}>;


export type MaintenanceAnnounceMutation = { readonly maintenanceAnnounce: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

export type MaintenanceWithdrawMutationVariables = Exact<{
  input: MaintenanceWithdrawInput;
}>;


export type MaintenanceWithdrawMutation = { readonly maintenanceWithdraw: { readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: string | null }> } | null };

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

export const ConsoleGroupsDocument = new TypedDocumentString(`
    query ConsoleGroups {
  groups {
    id
    name
    status
    readOnly
    createdAt
    plan
    subscriptionStatus
    seatsPaid
    seatsUsed
    unitCount
    jobsOpen
    activePeople
    lastActiveAt
    health
    openTasks
    caredForBy
  }
}
    `, {"hash":"sha256:c5d09c1bc7322e67a1b1ec44e9c204c68763d6e72c4fa17c47e90257dc8848a3"}) as unknown as TypedDocumentString<ConsoleGroupsQuery, ConsoleGroupsQueryVariables>;
export const ConsoleGroupDocument = new TypedDocumentString(`
    query ConsoleGroup($id: ID!) {
  group(id: $id) {
    id
    name
    status
    createdAt
    plan
    subscriptionStatus
    seatsPaid
    seatsUsed
    activePeople
    lastActiveAt
    health
    usePoints
    errorPoints
    availabilityPoints
    caredForBy
    units {
      id
      name
      slug
      country
      status
      jobId
      jobStatus
      jobStep
      jobDone
      jobTotal
      jobError
    }
  }
  milestones(groupId: $id) {
    code
    reachedAt
  }
  availability(groupId: $id) {
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
  operators {
    id
    name
    role
  }
}
    `, {"hash":"sha256:4ddbadeef588021986b89b083dffc5bf28f6227f0cee667173ecdeb2df8843b0"}) as unknown as TypedDocumentString<ConsoleGroupQuery, ConsoleGroupQueryVariables>;
export const ConsoleContractsDocument = new TypedDocumentString(`
    query ConsoleContracts {
  subscriptions {
    groupId
    groupName
    plan
    status
    interval
    seats
    monthly {
      amount
      currency
    }
    trialEndsAt
    periodEndAt
    pastDueAt
    cancelAtPeriodEnd
  }
  cohorts {
    month
    currency
    groups
    alert
    start {
      amount
      currency
    }
    months {
      age
      groups
      gross
      net
    }
  }
}
    `, {"hash":"sha256:8444581fb6d0c50e92838a5a0cdd57cf15487ab3fcc425e6390032dc333e94d2"}) as unknown as TypedDocumentString<ConsoleContractsQuery, ConsoleContractsQueryVariables>;
export const ConsoleTasksDocument = new TypedDocumentString(`
    query ConsoleTasks {
  successTasks {
    id
    groupId
    groupName
    cause
    subject
    score
    assignedName
    openedAt
  }
}
    `, {"hash":"sha256:5c88aa95b7aca84fb6542403410d6098573a2c5d71024bb137e01d2bb74fed26"}) as unknown as TypedDocumentString<ConsoleTasksQuery, ConsoleTasksQueryVariables>;
export const ConsoleSupportDocument = new TypedDocumentString(`
    query ConsoleSupport {
  supportGrants {
    id
    groupId
    groupName
    personName
    mayWrite
    reason
    grantedBy
    endsAt
  }
  supportSessions {
    id
    groupId
    personName
    mayWrite
    endsAt
  }
}
    `, {"hash":"sha256:c38f48e6c77b2d686f9fa0b90bf8a3f8c8c48f06c328511fb3561a14551e85f1"}) as unknown as TypedDocumentString<ConsoleSupportQuery, ConsoleSupportQueryVariables>;
export const ConsoleFeaturesDocument = new TypedDocumentString(`
    query ConsoleFeatures {
  features {
    module
    groupId
    groupName
    state
    reason
    changedBy
    changedAt
  }
  modules {
    code
    name
  }
  groups {
    id
    name
  }
}
    `, {"hash":"sha256:dea0539cff6a2d455d8d77a014b95f1b46bac1258154c2380e0a0dc5239b48ee"}) as unknown as TypedDocumentString<ConsoleFeaturesQuery, ConsoleFeaturesQueryVariables>;
export const ConsoleAnnouncementsDocument = new TypedDocumentString(`
    query ConsoleAnnouncements {
  announcements {
    id
    tone
    textEn
    textZh
    groupCount
    startsAt
    endsAt
    withdrawnAt
  }
  groups {
    id
    name
  }
}
    `, {"hash":"sha256:7239080135da2dcff76f3a8ddeb709f67ae5e26656305efc981b6f41bf4687ec"}) as unknown as TypedDocumentString<ConsoleAnnouncementsQuery, ConsoleAnnouncementsQueryVariables>;
export const ConsoleStatusDocument = new TypedDocumentString(`
    query ConsoleStatus {
  status {
    state
    incidents {
      id
      title
      impact
      state
      startedAt
      resolvedAt
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
    `, {"hash":"sha256:158cb1c71414a166175a4554967df457325f1cd685c58ac38444811afd8f01b0"}) as unknown as TypedDocumentString<ConsoleStatusQuery, ConsoleStatusQueryVariables>;
export const ConsoleOutsideDocument = new TypedDocumentString(`
    query ConsoleOutside {
  outsideKinds {
    kind
    state
    troubled
    failures
    why
    failedAt
    triedAgainAt
  }
}
    `, {"hash":"sha256:899f4a360ec97bedc2e37b755279b6fa2223436c70ec9c5912b646500f0bb819"}) as unknown as TypedDocumentString<ConsoleOutsideQuery, ConsoleOutsideQueryVariables>;
export const ConsoleTrailDocument = new TypedDocumentString(`
    query ConsoleTrail {
  trail(first: 200) {
    id
    at
    actorName
    action
    actionName
    groupName
    details
  }
}
    `, {"hash":"sha256:62a653d5fbcd4c64e84f3ad972f969712ff0cd13dfda2c175daacdd078289c20"}) as unknown as TypedDocumentString<ConsoleTrailQuery, ConsoleTrailQueryVariables>;
export const ProvisioningRetryDocument = new TypedDocumentString(`
    mutation ProvisioningRetry($input: ProvisioningRetryInput!) {
  provisioningRetry(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:efbe3458685bce36104335417786e63eb6af3b1b9addb99cf0812d6174fad6f3"}) as unknown as TypedDocumentString<ProvisioningRetryMutation, ProvisioningRetryMutationVariables>;
export const CareAssignDocument = new TypedDocumentString(`
    mutation CareAssign($input: CareAssignInput!) {
  careAssign(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:26e3800e1967adfa75942a7cb82f12e0e346709a56d57175f0e5d5bc6f646bb1"}) as unknown as TypedDocumentString<CareAssignMutation, CareAssignMutationVariables>;
export const SuccessTaskCloseDocument = new TypedDocumentString(`
    mutation SuccessTaskClose($input: SuccessTaskCloseInput!) {
  successTaskClose(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:743bbbdf788103655c527d015e51d64620c5589b54a006e0bff7bf6cbbd06637"}) as unknown as TypedDocumentString<SuccessTaskCloseMutation, SuccessTaskCloseMutationVariables>;
export const SupportStartDocument = new TypedDocumentString(`
    mutation SupportStart($input: SupportStartInput!) {
  supportStart(input: $input) {
    session {
      id
      groupId
      personName
      mayWrite
      endsAt
    }
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:59add4785a71601c35d319bb34859cb054f7ee776f4629668e6f41a29b57b665"}) as unknown as TypedDocumentString<SupportStartMutation, SupportStartMutationVariables>;
export const SupportEndDocument = new TypedDocumentString(`
    mutation SupportEnd($input: SupportEndInput!) {
  supportEnd(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e9d90270085895f6c231e9b91b570a7f013653fe9427ec06d02c2b15bb1b443f"}) as unknown as TypedDocumentString<SupportEndMutation, SupportEndMutationVariables>;
export const FeatureSwitchDocument = new TypedDocumentString(`
    mutation FeatureSwitch($input: FeatureSwitchInput!) {
  featureSwitch(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4cbe926c396a57e9a56d32a80f2e62cd5060a04a97caaf82c1076c8c16a89a2b"}) as unknown as TypedDocumentString<FeatureSwitchMutation, FeatureSwitchMutationVariables>;
export const AnnouncementPublishDocument = new TypedDocumentString(`
    mutation AnnouncementPublish($input: AnnouncementPublishInput!) {
  announcementPublish(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f7f6ad04b7c4d0ead55b7deabd517c2566f0cce9f9567cc1fb40fd51eb4eac3f"}) as unknown as TypedDocumentString<AnnouncementPublishMutation, AnnouncementPublishMutationVariables>;
export const AnnouncementWithdrawDocument = new TypedDocumentString(`
    mutation AnnouncementWithdraw($input: AnnouncementWithdrawInput!) {
  announcementWithdraw(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8a8c9a282b6fccc0b0d8d10d9b0a933f6636c0b8442a9a94f5cfd3b1a3209b3d"}) as unknown as TypedDocumentString<AnnouncementWithdrawMutation, AnnouncementWithdrawMutationVariables>;
export const IncidentReportDocument = new TypedDocumentString(`
    mutation IncidentReport($input: IncidentReportInput!) {
  incidentReport(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:06c36425201130b35a6df3bdacf80641349e94a036f63b696df79bdd60264977"}) as unknown as TypedDocumentString<IncidentReportMutation, IncidentReportMutationVariables>;
export const IncidentUpdateDocument = new TypedDocumentString(`
    mutation IncidentUpdate($input: IncidentUpdateInput!) {
  incidentUpdate(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2704e42ac159065b2de9dfefc723dfe0db4f717cb9af860d53d6d0b1b9d45d8e"}) as unknown as TypedDocumentString<IncidentUpdateMutation, IncidentUpdateMutationVariables>;
export const MaintenanceAnnounceDocument = new TypedDocumentString(`
    mutation MaintenanceAnnounce($input: MaintenanceAnnounceInput!) {
  maintenanceAnnounce(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c3c65b52db1e5194afb0bd58394319d7125027323702f2d4a095b5fd6b191597"}) as unknown as TypedDocumentString<MaintenanceAnnounceMutation, MaintenanceAnnounceMutationVariables>;
export const MaintenanceWithdrawDocument = new TypedDocumentString(`
    mutation MaintenanceWithdraw($input: MaintenanceWithdrawInput!) {
  maintenanceWithdraw(input: $input) {
    errors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f1ca26f8ff318ad91cc4aec0eb74dd04a5d1741fdadeb5ae2b5d3ba3187b7178"}) as unknown as TypedDocumentString<MaintenanceWithdrawMutation, MaintenanceWithdrawMutationVariables>;