import type { Mirror } from '@/shared/i18n/mirror';
import { zhCN as common } from '@/shared/locales/zh-CN';
import { zhCN as accounts } from '@/features/accounts/locales/zh-CN';
import { zhCN as analytics } from '@/features/analytics/locales/zh-CN';
import { zhCN as approvals } from '@/features/approvals/locales/zh-CN';
import { zhCN as billing } from '@/features/billing/locales/zh-CN';
import { zhCN as calculators } from '@/features/calculators/locales/zh-CN';
import { zhCN as developers } from '@/features/developers/locales/zh-CN';
import { zhCN as directory } from '@/features/directory/locales/zh-CN';
import { zhCN as home } from '@/features/home/locales/zh-CN';
import { zhCN as masterdata } from '@/features/masterdata/locales/zh-CN';
import { zhCN as operations } from '@/features/operations/locales/zh-CN';
import { zhCN as procurement } from '@/features/procurement/locales/zh-CN';
import { zhCN as runtime } from '@/features/runtime/locales/zh-CN';
import { zhCN as start } from '@/features/start/locales/zh-CN';
import { zhCN as suppliers } from '@/features/suppliers/locales/zh-CN';
import type { en } from './en';

export const zhCN: Mirror<typeof en> = { common, accounts, analytics, approvals, billing, calculators, developers, directory, home, masterdata, operations, procurement, runtime, start, suppliers };
