import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './en';

export const zhCN: Mirror<typeof en> = {
  inbox: {
    title: '审批',
    empty: '没有待您处理的单据',
    emptyHint: '审批流到达您时,单据会出现在这里。',
    approveMany_one: '批准 {{count}} 张单据?',
    approveMany_other: '批准 {{count}} 张单据?',
    decided: '已处理',
    someRefused_one: '{{count}} 张单据未能批准',
    someRefused_other: '{{count}} 张单据未能批准',
  },
  documentType: { requisition: '采购申请', order: '采购订单' },
  section: { document: '单据', steps: '步骤', decision: '您的决定' },
  field: {
    document: '单据',
    title: '标题',
    total: '总额',
    requester: '申请人',
    step: '步骤',
    since: '等待时间',
    onBehalfOf: '代理',
    startedAt: '提交时间',
    endedAt: '结束时间',
    comment: '意见',
  },
  action: { approve: '批准', reject: '驳回', return: '退回', openDocument: '打开单据' },
  decision: {
    rejectTitle: '驳回此单据?',
    returnTitle: '退回给申请人?',
    commentNeeded: '请填写原因,以便申请人处理。',
  },
  decisionWord: { approve: '已批准', reject: '已驳回', return: '已退回' },
  taskStatus: { waiting: '未到', active: '等待处理', done: '已完成', skipped: '已跳过', delegated: '已委托', escalated: '已升级' },
  runStatus: {
    pending: '审批中',
    approved: '已批准',
    rejected: '已驳回',
    returned: '已退回',
    withdrawn: '已撤回',
    expired: '已过期',
    invalidated: '批准后已变更',
  },
  timeline: { noSteps: '此单据无需人工审批。', for: '(代 {{name}})' },
};
