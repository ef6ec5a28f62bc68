const PRODUCT = '本系统';

/** The words of money that lies still. */
export const IDLE_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.idleMoney': ['放着没动的钱', PRODUCT],
  'page.idleSum': ['一笔放着的钱', PRODUCT],
  'page.officeIdleMoney': ['各村放着没动的钱', PRODUCT],
  'hop.county': ['县里', PRODUCT],
  'hop.township': ['镇里', PRODUCT],
  'hop.village': ['村里', PRODUCT],
  'idle.days': ['天', PRODUCT],
  'idle.daysThen': ['天、', PRODUCT],
  'idle.unconfirmed': ['以内（天数未核实）', PRODUCT],
  'field.entryId': ['到账的凭证', PRODUCT],
  'field.countyOn': ['到县里账上', PRODUCT],
  'field.townshipOn': ['到镇里账上', PRODUCT],
  'field.idleWhy': ['放久的原因', PRODUCT],
  'field.idleUntil': ['放到哪天', PRODUCT],
  'stepTable.idle_notes': ['钱为什么放着的说明', PRODUCT],
};
