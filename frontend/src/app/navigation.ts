import type { ComponentType } from 'react';
import AccountBookOutlined from '@ant-design/icons/es/icons/AccountBookOutlined';
import AlertOutlined from '@ant-design/icons/es/icons/AlertOutlined';
import ApiOutlined from '@ant-design/icons/es/icons/ApiOutlined';
import CodeOutlined from '@ant-design/icons/es/icons/CodeOutlined';
import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined';
import AppstoreOutlined from '@ant-design/icons/es/icons/AppstoreOutlined';
import ExportOutlined from '@ant-design/icons/es/icons/ExportOutlined';
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined';
import BankOutlined from '@ant-design/icons/es/icons/BankOutlined';
import BarChartOutlined from '@ant-design/icons/es/icons/BarChartOutlined';
import BarcodeOutlined from '@ant-design/icons/es/icons/BarcodeOutlined';
import CreditCardOutlined from '@ant-design/icons/es/icons/CreditCardOutlined';
import DashboardOutlined from '@ant-design/icons/es/icons/DashboardOutlined';
import LineChartOutlined from '@ant-design/icons/es/icons/LineChartOutlined';
import SettingOutlined from '@ant-design/icons/es/icons/SettingOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/es/icons/SafetyCertificateOutlined';
import SolutionOutlined from '@ant-design/icons/es/icons/SolutionOutlined';
import TrophyOutlined from '@ant-design/icons/es/icons/TrophyOutlined';
import SafetyOutlined from '@ant-design/icons/es/icons/SafetyOutlined';
import BranchesOutlined from '@ant-design/icons/es/icons/BranchesOutlined';
import CalculatorOutlined from '@ant-design/icons/es/icons/CalculatorOutlined';
import CarOutlined from '@ant-design/icons/es/icons/CarOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import CheckSquareOutlined from '@ant-design/icons/es/icons/CheckSquareOutlined';
import DropboxOutlined from '@ant-design/icons/es/icons/DropboxOutlined';
import FileDoneOutlined from '@ant-design/icons/es/icons/FileDoneOutlined';
import FileTextOutlined from '@ant-design/icons/es/icons/FileTextOutlined';
import PayCircleOutlined from '@ant-design/icons/es/icons/PayCircleOutlined';
import ShopOutlined from '@ant-design/icons/es/icons/ShopOutlined';
import ShoppingOutlined from '@ant-design/icons/es/icons/ShoppingOutlined';
import ScheduleOutlined from '@ant-design/icons/es/icons/ScheduleOutlined';
import NotificationOutlined from '@ant-design/icons/es/icons/NotificationOutlined';
import SecurityScanOutlined from '@ant-design/icons/es/icons/SecurityScanOutlined';
import StopOutlined from '@ant-design/icons/es/icons/StopOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import type { en } from '@/shared/locales/en';
import { contextPath, type ContextKind, type WorkContext } from '@/shared/session/viewer';

export interface NavItem {
  to: string;
  /** A key of the common language file, under `nav`. */
  label: NavLabel;
  /** Any one of these opens the page; none means every member may. */
  permissions?: readonly string[];
  icon: ComponentType;
  /** The first page of a workspace is active only on itself. */
  exact?: boolean;
}

/** Where the console of the people who run the service begins. */
export const CONSOLE_PATH = '/operator';

/** A word of the menu; a new page adds its own there. */
export type NavLabel = keyof (typeof en)['nav'];

export interface NavSection {
  label?: 'organisation' | 'buying' | 'administration';
  items: readonly NavItem[];
}

const register = (base: string): readonly NavItem[] => [
  { to: `${base}/suppliers`, label: 'suppliers', permissions: ['masterdata.supplier.read'], icon: ShopOutlined },
  { to: `${base}/qualifications`, label: 'qualifications', permissions: ['masterdata.qualification.read'], icon: SafetyCertificateOutlined },
  { to: `${base}/sanctions`, label: 'sanctions', permissions: ['masterdata.sanction.read'], icon: StopOutlined },
  { to: `${base}/items`, label: 'items', permissions: ['masterdata.item.read'], icon: BarcodeOutlined },
];

const spend = (base: string): NavItem => ({ to: `${base}/spend`, label: 'spend', permissions: ['analytics.spend.read'], icon: BarChartOutlined });

/** Figures open at the first tab that the reader may see. */
const insight = (base: string): readonly NavItem[] => [
  { to: `${base}/alerts`, label: 'alerts', permissions: ['accounts.alert.read'], icon: AlertOutlined },
  spend(base),
  { to: `${base}/insight`, label: 'insight', permissions: ['analytics.spend.read', 'analytics.cycle.read', 'analytics.delivery.read'], icon: LineChartOutlined },
];

const administration = (base: string, ...more: readonly NavItem[]): NavSection => ({
  label: 'administration',
  items: [
    { to: `${base}/members`, label: 'members', permissions: ['accounts.member.read'], icon: TeamOutlined },
    { to: `${base}/roles`, label: 'roles', permissions: ['accounts.role.read'], icon: SafetyOutlined },
    { to: `${base}/api-keys`, label: 'apiKeys', permissions: ['accounts.api_key.read'], icon: ApiOutlined },
    { to: `${base}/developers`, label: 'developers', permissions: ['accounts.api_key.read'], icon: CodeOutlined },
    { to: `${base}/modules`, label: 'modules', permissions: ['directory.module.read'], icon: AppstoreOutlined },
    { to: `${base}/audit`, label: 'audit', permissions: ['runtime.audit.read'], icon: AuditOutlined },
    ...more,
  ],
});

function groupSections(base: string): readonly NavSection[] {
  return [
    { items: [{ to: base, label: 'overview', icon: DashboardOutlined, exact: true }] },
    { label: 'organisation', items: [{ to: `${base}/units`, label: 'units', permissions: ['directory.unit.read'], icon: ApartmentOutlined }] },
    { label: 'buying', items: [...insight(base), ...register(base), { to: `${base}/applications`, label: 'applications', permissions: ['masterdata.application.read'], icon: SolutionOutlined }, { to: `${base}/scores`, label: 'scores', permissions: ['masterdata.group_score.read'], icon: TrophyOutlined }, { to: `${base}/screening`, label: 'screening', permissions: ['masterdata.screening.read'], icon: SecurityScanOutlined }] },
    administration(
      base,
      { to: `${base}/usage`, label: 'moduleUse', permissions: ['operations.usage.read'], icon: BarChartOutlined },
      { to: `${base}/service`, label: 'service', permissions: ['operations.service.read'], icon: DashboardOutlined },
      { to: `${base}/support-access`, label: 'supportAccess', permissions: ['accounts.support.read'], icon: SafetyOutlined },
      { to: `${base}/billing`, label: 'billing', permissions: ['billing.subscription.read'], icon: CreditCardOutlined },
      { to: `${base}/calculators`, label: 'calculators', permissions: ['billing.subscription.read'], icon: CalculatorOutlined },
      { to: `${base}/settings`, label: 'groupSettings', permissions: ['directory.group.edit'], icon: SettingOutlined },
      { to: `${base}/data-requests`, label: 'dataRequests', permissions: ['privacy.person_request.read', 'privacy.transfer.read', 'privacy.retention.read', 'privacy.legal_hold.read'], icon: SafetyOutlined },
      { to: `${base}/leaving`, label: 'leaving', permissions: ['departure.group_export.read'], icon: ExportOutlined },
    ),
  ];
}

const buying = (base: string): NavSection => ({
  label: 'buying',
  items: [
    { to: `${base}/approvals`, label: 'approvals', permissions: ['approvals.task.decide'], icon: CheckSquareOutlined },
    { to: `${base}/requisitions`, label: 'requisitions', permissions: ['procurement.requisition.read'], icon: FileTextOutlined },
    { to: `${base}/demand`, label: 'demand', permissions: ['procurement.mrp_demand.decide'], icon: ScheduleOutlined },
    { to: `${base}/orders`, label: 'orders', permissions: ['procurement.order.read'], icon: ShoppingOutlined },
    { to: `${base}/ship-notices`, label: 'shipNotices', permissions: ['procurement.ship_notice.read'], icon: CarOutlined },
    { to: `${base}/receipts`, label: 'receipts', permissions: ['procurement.receipt.read'], icon: DropboxOutlined },
    { to: `${base}/invoices`, label: 'invoices', permissions: ['procurement.invoice.read'], icon: FileDoneOutlined },
    { to: `${base}/payments`, label: 'payments', permissions: ['procurement.payment.propose', 'procurement.payment.release'], icon: PayCircleOutlined },
    ...register(base),
    { to: `${base}/scores`, label: 'scores', permissions: ['suppliers.score.read'], icon: TrophyOutlined },
    ...insight(base),
  ],
});

function unitSections(base: string): readonly NavSection[] {
  const more: readonly NavItem[] = [
    { to: `${base}/flows`, label: 'flows', permissions: ['approvals.flow.read'], icon: BranchesOutlined },
    { to: `${base}/bank-accounts`, label: 'bankAccounts', permissions: ['procurement.bank_account.read'], icon: BankOutlined },
    { to: `${base}/purchasing-settings`, label: 'purchasingSettings', permissions: ['procurement.setting.edit'], icon: SettingOutlined },
    { to: `${base}/cost-centres`, label: 'costCentres', permissions: ['approvals.cost_centre.read'], icon: AccountBookOutlined },
  ];
  return [{ items: [{ to: base, label: 'overview', icon: DashboardOutlined, exact: true }] }, buying(base), administration(base, ...more)];
}

const supplierSections = (base: string): readonly NavSection[] => [
  {
    items: [
      { to: `${base}/inbox`, label: 'inbox', permissions: ['procurement.order.read'], icon: InboxOutlined },
      { to: `${base}/orders`, label: 'orders', permissions: ['procurement.order.read'], icon: ShoppingOutlined },
      { to: `${base}/ship-notices`, label: 'shipNotices', permissions: ['procurement.ship_notice.read'], icon: CarOutlined },
      { to: `${base}/invoices`, label: 'invoices', permissions: ['procurement.invoice.read'], icon: FileDoneOutlined },
      { to: `${base}/scorecard`, label: 'scorecard', permissions: ['suppliers.score.read'], icon: TrophyOutlined },
    ],
  },
];

const distributorSections = (base: string): readonly NavSection[] => [{ items: [{ to: base, label: 'overview', icon: DashboardOutlined, exact: true }] }];

const SECTIONS: Record<ContextKind, (base: string) => readonly NavSection[]> = { GROUP: groupSections, UNIT: unitSections, SUPPLIER: supplierSections, DISTRIBUTOR: distributorSections };

const CONSOLE: readonly NavSection[] = [
  {
    items: [
      { to: CONSOLE_PATH, label: 'consoleGroups', icon: TeamOutlined, exact: true },
      { to: `${CONSOLE_PATH}/contracts`, label: 'consoleContracts', icon: CreditCardOutlined },
      { to: `${CONSOLE_PATH}/tasks`, label: 'consoleTasks', icon: CheckSquareOutlined },
      { to: `${CONSOLE_PATH}/support`, label: 'consoleSupport', permissions: ['accounts.support.read'], icon: SafetyOutlined },
      { to: `${CONSOLE_PATH}/features`, label: 'consoleFeatures', icon: AppstoreOutlined },
      { to: `${CONSOLE_PATH}/announcements`, label: 'consoleAnnouncements', icon: NotificationOutlined },
      { to: `${CONSOLE_PATH}/incidents`, label: 'consoleIncidents', icon: AlertOutlined },
      { to: `${CONSOLE_PATH}/outside`, label: 'consoleOutside', icon: ApiOutlined },
      { to: `${CONSOLE_PATH}/trail`, label: 'consoleTrail', icon: AuditOutlined },
    ],
  },
];

/** The menu of one workspace: only what the person may open. */
export const sectionsOf = (context: WorkContext): readonly NavSection[] => open(SECTIONS[context.kind](contextPath(context)), context.permissions);

/** The menu of the operator's console, which is no customer's workspace. */
export const consoleSections = (permissions: readonly string[]): readonly NavSection[] => open(CONSOLE, permissions);

function open(sections: readonly NavSection[], permissions: readonly string[]): readonly NavSection[] {
  return sections
    .map((section) => ({ ...section, items: section.items.filter((item) => item.permissions === undefined || item.permissions.some((code) => permissions.includes(code))) }))
    .filter((section) => section.items.length > 0);
}
