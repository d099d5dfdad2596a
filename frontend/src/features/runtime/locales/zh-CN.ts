import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './en';
import { words } from '../words.zhCN';

export const zhCN: Mirror<typeof en> = {
  ...words,
  audit: {
    title: '审计记录',
    intro: '每一次变更的原始记录，既不能修改，也不能删除。',
    at: '时间',
    actor: '操作人',
    action: '操作',
    code: '代码',
    subject: '对象',
    subjectType: '类型',
    change: '变更',
    reason: '原因',
    ip: '来源',
    request: '请求',
    field: '字段',
    before: '变更前',
    after: '变更后',
    empty: '尚无变更',
    emptyHint: '每次变更发生后会立即显示在此处。',
  },
};
