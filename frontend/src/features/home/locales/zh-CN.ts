import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './en';

export const zhCN: Mirror<typeof en> = {
  title: '您的工作区',
  search: '搜索工作区',
  headOffice: '集团总部',
  none: '您尚未加入任何工作区',
  noneHint: '请联系管理员邀请 {{email}}，邀请将通过电子邮件送达；您也可以自行开设集团。',
  createGroup: '开设集团',
};
