import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './words.en';

export const zhCN: Mirror<typeof en> = {
  kind: '订单类型',
  kinds: { order: '普通订单', blanket: '框架订单', callOff: '调用订单', consignment: '寄售订单' },
  callOff: '调用下单',
  callOffOf: '本订单调用 {{number}}，供应商与币种以框架订单为准。',
  callOffs: '调用订单',
  noCallOffs: '尚无调用。',
  ceiling: '未税金额上限',
  ceilingHint: '调用金额不会超过该上限。',
  ceilingNeeded: '请填写可调用的未税总额。',
  calledOff: '已调用',
  left: '剩余',
  validity: '有效期',
  taxRate: '税率',
  taxNeeded: '请填写百分数，最多四位小数，例如 13',
  split: '分批交货',
  days: '第 {{no}} 行的交货计划',
  partQuantity: '第 {{no}} 批数量',
  partDay: '第 {{no}} 批日期',
  dayNeeded: '请选择日期。',
  addDay: '增加一批',
  removeDay: '删除第 {{no}} 批',
  sum: '合计 {{sum}} / {{quantity}}，以上日期取代“需求日期”',
  sumDiffers: '各批数量之和必须等于行数量。',
};
