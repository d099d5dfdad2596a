import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './words.en';

export const zhCN: Mirror<typeof en> = {
  many: '附件',
  add: '上传附件',
  added: '{{name}} 已上传，正在进行病毒扫描',
  none: '暂无附件。可上传报价单、图纸、规格书等：PDF、图片、Office 文档、CSV，每个不超过 10 MB。',
  size: '{{size}} kB',
  threat: '含有恶意程序（{{threat}}），已被销毁。请上传安全的文件。',
  remove: '移除',
  removeOne: '移除 {{name}}',
  removeAsk: '移除 {{name}}？文件将被删除。',
  scan: { waiting: '扫描中', clean: '安全', infected: '已感染' },
};
