import { PLACED } from './sentences-check';

/** Sentences of what a village keeps or runs for other owners. */
export const CUSTODY_SENTENCES: Readonly<Record<string, string>> = {
  'custody.unknown': '没有这份代管协议。',
  'custody.notForKind':
    '“{asset}”是{kind:assetKind}，不能登记代管协议：卖电的照结算单和份额分，股权照分红记。',
  'custody.overlaps': '{from} 至 {to} 已经有一份代管协议，日子不能重。',
  'custody.bookedBefore': '{from} 至 {to} 的收入已经全记成村集体的。先冲销那张凭证，再登记协议。',
  'custody.endedBefore': '这份协议已经提前结束过。',
  'custody.endNotEarlier': '协议本来到 {lastOn} 为止，提前结束要更早。',
  'custody.bookedAfter': '{from} 至 {to} 的收入或费用已经照这份协议记了，协议不能在那以前结束。',
  'custody.notInForce': '这项资产是农户的，{from} 至 {to} 没有代管协议，收入不能记到村里。',
  'custody.costNotInForce': '这项资产是农户的，{from} 至 {to} 没有代管协议，费用不是村集体的。',
  'custody.crosses':
    '收入是 {from} 至 {to} 的，代管协议是 {firstOn} 至 {lastOn} 的：有的日子在协议里，有的不在，分不了。合同分期和协议的日子要对上。',
  'custody.rightElsewhere':
    '“{asset}”的收益权从 {since} 起登记在“{body}”，这笔收入不能全记成村里的：先登记代管协议，写明业主得几成。收益权就是本村的，先在资产情况里改成本村的名称。',
  'custody.notCovering': '这项资产是农户的，代管协议要盖住合同的全部日子：{from} 至 {to}。',
  'custody.taxed':
    '这项资产是代管的，单据另列了税额，代管协议里还没有登记这些日子的税额由谁承担：先在代管页登记。',
  'custody.taxAboveOwner': '税额 {tax} 元由业主承担，业主的一份只有 {part} 元，不够：协议要改由谁承担。',
  'custody.taxAboveVillage':
    '税额 {tax} 元由村集体承担，村集体的一份只有 {part} 元，不够：协议要改由谁承担。',
  'custody.bearersOutside': '协议是 {firstOn} 至 {lastOn} 的，要从其中一天起。',
  'custody.bearersUsed':
    '{from} 至 {to} 的收入已经照原来登记的分了税额，要从那以后起；登错的先冲销那张凭证。',
  'custody.taxOfNoKind': '税额不分哪种费用，请选全部。',
  'custody.costsUsed':
    '{from} 至 {to} 的费用已经照原来登记的由业主承担了，要从那以后起；登错的先冲销那张凭证。',
  'custody.costUnknown': '这笔费用没有业主还要承担的。',
  'custody.costSplit':
    '这笔费用里业主承担的已经扣了或者交了。先在代管页看是哪张凭证，冲销它，再记退回，然后照退回后的数重新登记。',
  'custody.aboveCost': '这笔费用里业主还要承担的只有 {open} 元。',
  'custody.costAboveOwed':
    '替业主收着、那天起能扣的只有 {most} 元；其余的等他的收入到账再扣，或者由他自己交来。',
  'custody.beforeBill': '这笔费用 {earliest} 才记账，不能早于那天。',
  'custody.costUnpaid': '这张账单还没付清，付清以后才能从应付给业主的钱里扣；他自己交来的，现在就能记。',
  'custody.beforeCost': '这笔费用 {earliest} 才付清，不能早于那天。',
  'custody.costsFirst': '替业主收着 {most} 元，他承担的费用还有 {toBear} 元没扣：先扣费用，再付其余的。',
  'custody.bearerChanges': '收入是 {from} 至 {to} 的，{on} 起税额换了人承担，分不了：分开两次记。',
  'custody.aboveOwed': '替业主收着、那天起能付的只有 {most} 元。',
  'custody.paidOut': '这笔到账里业主的一份已经付给业主，或者抵了他承担的费用，请先冲销那张凭证。',
  'check.custodyDiffers': `${PLACED}：业主的一份，分录变动 {foundFen} 元，登记的变动 {keptFen} 元。`,
  'check.custodyPart': '凭证（编号 {entryId}）里业主的一份记着 {keptFen} 元，照协议应该是 {dueFen} 元。',
  'check.custodyBearer': '凭证（编号 {entryId}）里的税额，不是照那天登记的承担人分的。',
  'check.custodyCostPart':
    '凭证（编号 {entryId}）扣的费用里，业主的一份记着 {keptFen} 元，照协议应该是 {dueFen} 元。',
  'check.custodyCostAbove': '到凭证（编号 {entryId}）为止一共扣了 {keptFen} 元，业主的一份只有 {dueFen} 元。',
  'check.custodyCostOther': '凭证（编号 {entryId}）扣的费用，和费用本身的登记不一致。',
  'check.custodyCostBearer': '凭证（编号 {entryId}）扣的费用，不是照那天登记的承担人分的。',
  'check.custodyOverpaid': '付给业主和替他抵费用的一共 {keptFen} 元，替他收到的只有 {dueFen} 元。',
};
