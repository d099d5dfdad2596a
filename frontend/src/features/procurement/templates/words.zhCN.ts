import type { Mirror } from '@/shared/i18n/mirror';
import type { en } from './words.en';

export const zhCN: Mirror<typeof en> = {
  save: '存为模板',
  saveTitle: '存为模板',
  saveIntro: '保留各行供以后申请使用。每次使用时，已停用的物料和黑名单供应商会被自动剔除。',
  name: '名称',
  nameNeeded: '请填写模板名称。',
  shared: '本单元所有人可用',
  from: '使用模板',
  search: '搜索模板',
  none: '暂无模板。打开一张采购申请，选择“存为模板”。',
  noneFound: '没有匹配的模板。',
  lines_one: '{{count}} 行',
  lines_other: '{{count}} 行',
  ofUnit: '单元共享，由 {{owner}} 创建',
  ofOne: '个人模板',
  use: '使用',
  useOne: '使用 {{name}}',
  delete: '删除',
  deleteOne: '删除 {{name}}',
  deleteAsk: '删除 {{name}}？已生成的申请不受影响。',
  leftOut_one: '{{count}} 行未带入',
  leftOut_other: '{{count}} 行未带入',
  reason: {
    item_archived: '物料已停用',
    category_archived: '品类已停用',
    supplier_gone: '供应商已不在供应商库中',
    supplier_sanctioned: '供应商已被列入黑名单',
    unit_unknown: '计量单位未知',
  },
};
