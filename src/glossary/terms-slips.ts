const GRID = '电网电费结算单';
const PRODUCT = '本系统';

/** The words of the grid's settlement slips and their tables. */
export const SLIP_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.slipImport': ['导入电费结算单', GRID],
  'slipPart.component': ['成分明细', GRID],
  'slipPart.customerNumber': ['发电客户编号', GRID],
  'slipPart.station': ['名称', GRID],
  'slipPart.generationMonth': ['年月', GRID],
  'slipPart.readingFrom': ['上期示数', GRID],
  'slipPart.readingTo': ['本期示数', GRID],
  'slipPart.multiplier': ['倍率', GRID],
  'slipPart.energy': ['电量', GRID],
  'slipPart.energyPrice': ['电价', GRID],
  'slipPart.energyAmount': ['电费', GRID],
  'slipPart.subsidyPrice': ['补贴标准', GRID],
  'slipPart.subsidyEnergy': ['补贴电量', GRID],
  'slipPart.subsidyAmount': ['补贴金额', GRID],
  'slipPart.tax': ['税额', GRID],
  'slipPart.paid': ['实付金额', GRID],
  'energyUnit.kWh': ['千瓦时（度）', GRID],
  'energyUnit.MWh': ['千千瓦时（兆瓦时）', GRID],
  'field.stations': ['电站', PRODUCT],
};
