import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './en';

export const zhCN: Mirror<typeof en> = {};
