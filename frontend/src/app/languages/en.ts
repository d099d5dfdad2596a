import { en as common } from '@/shared/locales/en';
import { en as accounts } from '@/features/accounts/locales/en';
import { en as analytics } from '@/features/analytics/locales/en';
import { en as approvals } from '@/features/approvals/locales/en';
import { en as billing } from '@/features/billing/locales/en';
import { en as calculators } from '@/features/calculators/locales/en';
import { en as departure } from '@/features/departure/locales/en';
import { en as developers } from '@/features/developers/locales/en';
import { en as directory } from '@/features/directory/locales/en';
import { en as home } from '@/features/home/locales/en';
import { en as masterdata } from '@/features/masterdata/locales/en';
import { en as operations } from '@/features/operations/locales/en';
import { en as procurement } from '@/features/procurement/locales/en';
import { en as runtime } from '@/features/runtime/locales/en';
import { en as start } from '@/features/start/locales/en';
import { en as suppliers } from '@/features/suppliers/locales/en';

/** All words at once: for the types and the tests. A page fetches those it needs (see `index.ts`). */
export const en = { common, accounts, analytics, approvals, billing, calculators, departure, developers, directory, home, masterdata, operations, procurement, runtime, start, suppliers } as const;
