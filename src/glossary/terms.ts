import { ASSET_FILE_TERMS } from './terms-asset-files';
import { ASSET_LIFE_TERMS } from './terms-asset-life';
import { BANK_TERMS } from './terms-bank';
import { BOOKS_TERMS } from './terms-books';
import { LEASE_TERMS } from './terms-leases';
import { YEAR_END_TERMS } from './terms-yearend';
import { VOUCHER_TERMS } from './terms-vouchers';
import { PACK_TERMS } from './terms-packs';
import { PEOPLE_TERMS } from './terms-people';
import { RECORD_TERMS } from './terms-records';
import { REGISTER_TERMS } from './terms-register';
import { REPORT_TERMS } from './terms-reports';
import { CHECK_TERMS } from './terms-check';
import { SLIP_TERMS } from './terms-slips';
import { TAX_TERMS } from './terms-tax';
import { ASSET_MATTER_TERMS } from './terms-asset-matters';
import { HANDOVER_TERMS } from './terms-handover';
import { IDLE_TERMS } from './terms-idle';
import { COLOUR_TERMS } from './terms-colours';
import { GOAL_TERMS } from './terms-goals';
import { REENTRY_TERMS } from './terms-reentries';
import { RESERVE_TERMS } from './terms-reserves';
import { STOCKTAKING_TERMS } from './terms-stocktaking';
import { SPLIT_TERMS } from './terms-split';
import { AID_TERMS } from './terms-aid';
import { WORKS_TERMS } from './terms-works';
import { PLAN_TERMS } from './terms-plans';
import { COMMAND_TERMS } from './terms-commands';
import { PAYOUT_TERMS } from './terms-payouts';
import { YEAR_PLAN_TERMS } from './terms-year-plans';
import { APPROVAL_TERMS } from './terms-approvals';
import { USER_TERMS } from './terms-users';
import { PAGE_TERMS } from './terms-pages';

/** One word of the field: how it reads on a page or sheet, and where it is used so. */
export interface Term {
  readonly label: string;
  readonly source: string;
}

const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';
const ASSISTANCE = '国办函〔2021〕51号';
const POVERTY_PV = '国开办发〔2017〕61号';
const FUYANG = '阜阳市促进脱贫人口增收工作方案';
const GRID = '电网电费结算单';
const ORGANIZATION = '农村集体经济组织法';
const PRODUCT = '本系统';

/** Every term by its id, `area.name`; ids are the codes of the domain after the dot. */
const TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'pool.pv': ['光伏收益', POVERTY_PV],
  'pool.other': ['其他经营性资产收益', FUYANG],
  'pool.members': ['集体自有资金', RULES],
  'pool.earmarked': ['专项资金', RULES],

  'stream.energy': ['电费', GRID],
  'stream.subsidy': ['国家补贴', GRID],
  'stream.rent': ['租金', RULES],
  'stream.dividend': ['分红', RULES],
  'stream.other': ['其他收入', RULES],

  'deductionKind.land_rent': ['土地租金', FUYANG],
  'deductionKind.o_and_m': ['运维管理', FUYANG],
  'deductionKind.insurance': ['保险', FUYANG],
  'deductionKind.other': ['其他必要费用', FUYANG],

  'bucket.posts': ['公益性岗位', FUYANG],
  'bucket.labour': ['小型公益事业劳务', FUYANG],
  'bucket.reward': ['奖励补助', FUYANG],
  'bucket.industry': ['产业发展', FUYANG],
  'bucket.other': ['其他用途', FUYANG],
  'bucket.decided': ['村里议定的用途', FUYANG],

  'unit.person': ['人', PRODUCT],
  'unit.household': ['户', PRODUCT],
  'unit.none': ['不计人数', PRODUCT],
  'unit.kilowatt': ['千瓦', GRID],
  'unit.yuanPerKwh': ['元/度', GRID],

  'monthState.open': ['未结账', PRODUCT],
  'monthState.held': ['已结账', PRODUCT],

  'reversalReason.wrongAmount': ['金额记错', PRODUCT],
  'reversalReason.wrongAsset': ['资产记错', PRODUCT],
  'reversalReason.wrongDate': ['日期记错', PRODUCT],
  'reversalReason.bookedTwice': ['重复入账', PRODUCT],
  'reversalReason.notOurs': ['不是本村的账', PRODUCT],

  'side.debit': ['借', RULES],
  'side.credit': ['贷', RULES],
  'poolFlow.opening': ['期初', PRODUCT],
  'poolFlow.received': ['到账', PRODUCT],
  'poolFlow.deducted': ['必要费用', PRODUCT],
  'poolFlow.granted': ['已发', PRODUCT],

  'chart.2023': ['2023年农村集体经济组织会计科目', RULES],
  'counterparty.grid': ['电网', GRID],
  'counterparty.transit': ['在途（各村还没入账）', PRODUCT],
  'counterparty.unsplit': ['太少还没分的', PRODUCT],
  'source.opening': ['期初余额表', RULES],
  'source.settlement': ['电费结算单', GRID],
  'source.incomeDue': ['租赁合同', RULES],
  'source.receipt': ['银行回单', RULES],
  'source.deduction': ['费用单据', RULES],
  'source.lease': ['租赁合同', RULES],
  'source.jointPart': ['联村电站结算单', PRODUCT],
  'source.jointCut': ['联村电站补贴核减', PRODUCT],
  'source.jointPayment': ['银行回单', RULES],
  'source.grant': ['分配方案', FUYANG],
  'sum.carriedOver': ['上期结转', PRODUCT],
  'sum.unspent': ['上期未用完退回', PRODUCT],
  'sum.distributable': ['可分配收益', PRODUCT],
  'targetGroup.others': ['其他人', PRODUCT],
  'targetGroup.unknown': ['还没弄清', PRODUCT],

  'field.username': ['用户名', PRODUCT],
  'field.password': ['密码', PRODUCT],
  'field.displayName': ['姓名', PRODUCT],
  'field.commandKey': ['提交编号', PRODUCT],
  'field.returnTo': ['登录后的页面', PRODUCT],
  'field.collectiveId': ['村或单位', PRODUCT],
  'field.code': ['验证码', PRODUCT],
  'field.kind': ['类别', PRODUCT],
  'field.name': ['名称', PRODUCT],
  'field.cost': ['原值', RULES],
  'field.titleHolder': ['所有权人', ASSISTANCE],
  'field.acquiredOn': ['取得日期', RULES],
  'field.capacityKw': ['装机容量', GRID],
  'field.meterMultiplier': ['倍率', GRID],
  'field.keeper': ['记账单位', PRODUCT],
  'field.ownShareKey': ['本村所占的一行', PRODUCT],
  'field.funds': ['资金来源', ASSISTANCE],
  'field.level': ['资金级次', ASSISTANCE],
  'field.year': ['年度', ASSISTANCE],
  'field.chart': ['会计科目版本', PRODUCT],
  'field.shares': ['份额表', PRODUCT],
  'field.shareTable': ['份额表', PRODUCT],
  'field.share': ['份额', PRODUCT],
  'field.owner': ['份额归谁', PRODUCT],
  'field.key': ['份额行', PRODUCT],
  'field.paidOn': ['付款日期', PRODUCT],
  'field.rows': ['份额', PRODUCT],
  'field.cutsMonth': ['月中换表，知道了', PRODUCT],
  'field.keepsBills': ['付过的费用照原来的分，看过了', PRODUCT],
  'field.slipId': ['结算单编号', PRODUCT],
  'field.upTo': ['收到哪一期', PRODUCT],
  'field.knownFrom': ['资产详情起用日期', PRODUCT],
  'field.joint': ['联村电站', POVERTY_PV],
  'field.validFrom': ['起用日期', PRODUCT],
  'field.assetId': ['资产', PRODUCT],
  'field.generationMonth': ['发电月份', GRID],
  'field.postedOn': ['记账日期', RULES],
  'field.readingFrom': ['上期示数', GRID],
  'field.readingTo': ['本期示数', GRID],
  'field.energy': ['上网电量', GRID],
  'field.energyKwh': ['上网电量', GRID],
  'field.energyUnit': ['电量单位', GRID],
  'field.energyPrice': ['上网电价', GRID],
  'field.priceUnit': ['电价单位', GRID],
  'field.energyAmount': ['电费', GRID],
  'field.subsidyPrice': ['补贴单价', GRID],
  'field.subsidyAmount': ['补贴', GRID],
  'field.receivedOn': ['到账日期', RULES],
  'field.excessReason': ['银行多付的理由', PRODUCT],
  'field.fromAdvance': ['用预收款抵', RULES],
  'field.amount': ['金额', RULES],
  'field.amounts': ['各项到账金额', PRODUCT],
  'field.stream': ['收入种类', PRODUCT],
  'field.payer': ['付款人', RULES],
  'field.servedFrom': ['服务期起', PRODUCT],
  'field.servedTo': ['服务期止', PRODUCT],
  'field.otherYear': ['跨年的理由', PRODUCT],
  'field.aboveCap': ['超上限的理由', PRODUCT],
  'field.paysPromised': ['动用待发款的理由', PRODUCT],
  'field.coversFrom': ['所属期起', PRODUCT],
  'field.coversTo': ['所属期止', PRODUCT],
  'field.dueOn': ['应收日期', PRODUCT],
  'field.contractId': ['合同', PRODUCT],
  'field.reckoning': ['计算说明', PRODUCT],
  'field.reason': ['理由', PRODUCT],
  'field.bucket': ['用途', FUYANG],
  'field.forWhat': ['用在哪里', PRODUCT],
  'field.beneficiaries': ['人数或户数', PRODUCT],
  'field.unit': ['单位', PRODUCT],
  'field.targetGroup': ['是否帮扶对象', FUYANG],
  'field.due': ['应到人数', ORGANIZATION],
  'field.present': ['实到人数', ORGANIZATION],
  'field.inFavour': ['赞成票', ORGANIZATION],
  'field.against': ['反对票', ORGANIZATION],
  'field.abstained': ['弃权票', ORGANIZATION],
  'field.decidedBy': ['经办人', PRODUCT],
  'field.heldOn': ['哪一天', ORGANIZATION],
  'field.displayedOn': ['张贴日期', PRODUCT],
  'field.leftOverNote': ['留着做什么', PRODUCT],
  'field.costId': ['分担的费用', PRODUCT],
  'field.note': ['单据说明', PRODUCT],
  'field.month': ['月份', PRODUCT],
  'field.claims': ['用途', FUYANG],
  'field.reasons': ['理由', PRODUCT],
  'field.decidedOn': ['议定日期', PRODUCT],
  'field.planId': ['方案', FUYANG],
  'field.claim': ['用途', FUYANG],
  'field.claimId': ['方案里的一项', PRODUCT],
  'field.grantedOn': ['列支日期', RULES],
  'field.outcome': ['审核结果', PRODUCT],
  'field.digest': ['看到的版本', PRODUCT],
  'field.periodFrom': ['分配期起', PRODUCT],
  'field.periodTo': ['分配期止', PRODUCT],
  'field.pool': ['资金类别', PRODUCT],
  'field.from': ['起始日期', PRODUCT],
  'field.to': ['截止日期', PRODUCT],
  'field.first': ['起始月份', PRODUCT],
  'field.last': ['截止月份', PRODUCT],
  'field.asset': ['资产', PRODUCT],
  'field.contract': ['合同', PRODUCT],
  ...REGISTER_TERMS,
  ...ASSET_FILE_TERMS,
  ...STOCKTAKING_TERMS,
  ...ASSET_MATTER_TERMS,
  ...HANDOVER_TERMS,
  ...IDLE_TERMS,
  ...COLOUR_TERMS,
  ...GOAL_TERMS,
  ...REENTRY_TERMS,
  ...RESERVE_TERMS,
  ...ASSET_LIFE_TERMS,
  ...LEASE_TERMS,
  ...BANK_TERMS,
  ...BOOKS_TERMS,
  ...YEAR_END_TERMS,
  ...VOUCHER_TERMS,
  ...REPORT_TERMS,
  ...CHECK_TERMS,
  ...RECORD_TERMS,
  ...SLIP_TERMS,
  ...SPLIT_TERMS,
  ...PACK_TERMS,
  ...TAX_TERMS,
  ...PEOPLE_TERMS,
  ...WORKS_TERMS,
  ...AID_TERMS,
  ...PAGE_TERMS,
  ...PLAN_TERMS,
  ...PAYOUT_TERMS,
  ...YEAR_PLAN_TERMS,
  ...APPROVAL_TERMS,
  ...COMMAND_TERMS,
  ...USER_TERMS,
};

/** The term of an id, or undefined when there is none. */
export function findTerm(id: string): Term | undefined {
  const found = TERMS[id];
  return found === undefined ? undefined : { label: found[0], source: found[1] };
}

/**
 * How an id reads on a page; the id itself where the glossary has no word for it, so that nothing is
 * lost.
 */
export function labelOf(id: string): string {
  return findTerm(id)?.label ?? id;
}

/**
 * How a field of a form is called: `funds.2.amount` is the amount of the third row of funds. A path that
 * begins with no field of a form (a place in a policy file) stays as it is.
 */
export function fieldLabel(path: string): string {
  const parts = path.replace(/\[([^\]]*)\]/g, '.$1').split('.');
  const named = parts.flatMap((part, index) => {
    const label = findTerm(`field.${part}`)?.label;
    const row = /^\d{1,4}$/.test(parts[index + 1] ?? '') ? `第${String(Number(parts[index + 1]) + 1)}行` : '';
    return label === undefined ? [] : [`${label}${row}`];
  });
  return TERMS[`field.${parts[0] ?? ''}`] === undefined ? path : named.join('');
}
