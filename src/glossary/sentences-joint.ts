/** What is said of joint stations that an office keeps for their owners. */
export const JOINT_SENTENCES: Readonly<Record<string, string>> = {
  'joint.keptByOther': '“{asset}”由代管单位录入结算单，这里不用再填。',
  'joint.ownerLost':
    '份额表里的“{owner}”对不上镇里的一个村（找到 {villages} 个）。请核对份额表和村的名称，再录入。',
  'joint.ownerTwice':
    '份额表里的“{owner}”和“{other}”是同一个村，要写成一个名称。已经用着的表，请从它的第一天起换成写对的，再录入结算单。',
  'joint.taxPassedOn': '这张结算单里代管单位出的税已经付给“{owner}”了，请先冲销付款的凭证。',
  'joint.passedOn': '这笔到账已经转付给“{owner}”了，请先冲销转付的凭证。',
  'joint.receivedByOwner': '“{owner}”已经记了这笔钱到账。请村里先冲销到账的凭证，再冲销结算单。',
  'joint.noOpenMonth': '村里现在没有可以记账的月份，{from} 起才能记。到时候会自动再送。',
  'joint.slipThere': '“{owner}”自己已经录入了 {month} 的结算单。请村里先冲销那张凭证，再送一次。',
  'joint.reversedByKeeper': '这是代管单位送来的结算单，要由代管单位冲销。',
  'joint.cutByKeeper': '这是代管单位送来的核减，要由代管单位冲销。',
  'joint.partOfCut': '这张凭证跟着核减走：冲销核减的凭证，它会一起冲销。',
  'joint.cutBeforeSlip': '“{owner}”的账上还没有 {month} 的结算单。结算单入账以后，核减会自动再送。',
  'joint.cutAboveOwed':
    '“{owner}”要核减 {amount} 元，账上这一笔只剩 {outstanding} 元没到。请村里核对到账是不是记多了，冲销后再送。',
  'joint.partOfSlip': '这张凭证跟着结算单走：冲销结算单，它会一起冲销。',
  'joint.costAboveOwed':
    '{field}：{count} 家的钱不够分担，差得最多的是“{owner}”：要分担 {part} 元，替它收着的只有 {owed} 元。等钱到账再付。',
  'joint.costOwnerGone':
    '“{owner}”付款那天已经没有份额，要分担 {part} 元，替它收着的只有 {owed} 元，以后也不会再有。不填服务期（把那些天写进“怎么算的”），这笔就按付款那天的份额表由现在的各家分担。',
  'joint.partReturning':
    '代管单位已经冲销了{month}的结算单，村里那一笔跟着冲回，不能再记它到账。等代管单位重新录入结算单以后再记。',
  'joint.costTaken': '“{owner}”已经把分担的这笔费用记账了。请村里先冲销那张凭证，再冲销这一张。',
  'joint.costRefunded': '这笔费用有退回的钱，请先冲销退回的凭证，再冲销这一张。',
  'joint.refundBefore': '{field}：退的钱 {paidOn} 才到代管单位，不能记在它前面。',
  'joint.refundBeforeCost': '“{name}”分担的一份还没有记账，请先记那一份，再记退回。',
  'joint.costUnknown': '没有这笔代付的费用，或者已经记过账了。',
  'joint.costBefore': '{field}：代管单位 {paidOn} 才付这笔钱，不能记在它前面。',
  'joint.costCharged':
    '村里自己的合同这一期已经付过这笔地租。请和代管单位核对，付重了的先冲销；不是同一笔的，写明“不是重复入账的理由”，会印在公示上。',
  'joint.daysPaid':
    '{day} 已经替各村付过“{name}” {amount} 元，管 {from} 到 {to}，和这张账单的日子有重叠：是同一笔就不要再记；不是的，写“不是重复入账的理由”，各村都看得到。',
  'joint.costIsRent':
    '这一份记作合同“{contract}”这一期的租金，这一期还该付 {due} 元，{field}请空着。是另一块地的：先记合同自己这一期的租金，再记这一份，写明理由。',
  'deductions.rentCharged':
    '这份合同这一期的租金已经付过了，不能再记。其中有代管单位扣的、其实是另一块地的：先冲销那张凭证，记了这一期，再记代管单位扣的，写明“不是重复入账的理由”。',
  'joint.costAboveRent':
    '合同“{contract}”这一期还该付 {due} 元，这一份多出 {excess} 元。付重的先冲销，变了价的先改合同；确是合同以外的，写明“不是重复入账的理由”，会印在公示上，这一期照旧等合同的。',
  'joint.costByKeeper': '“{asset}”由代管单位记账，原值和资金按它的份额算，不在这里更正。',
  'joint.costNotOwed': '代管单位现在欠村里的电站收入不够 {amount} 元，扣不了。请核对到账是不是记多了。',
  'joint.twoNames': '“{value}”和“{owner}”是同一个村，填一处就行。',
  'shares.aboveWhole': '份额“{value}”比 100% 还多。',
  'joint.notOwed': '“{owner}”现在没有要转付的钱。',
  'joint.aboveOwed': '“{owner}”应转付 {owed} 元，多填了 {excess} 元。',
  'joint.nobody': '没有填任何一家的金额。',
  'joint.sharesSettled':
    '{field}：{month} 的结算单已经按原来的份额分了。新份额要从以后的月份起，或先冲销那些结算单。',
  'joint.cutsMonth':
    '{validFrom} 在月中：{month:spoken}的电费和补贴整月都按 {by} 起的份额表分，不按天拆开，新份额从下个月起。知道了就勾上再存。',
  'joint.billsBehind':
    '有 {bills} 笔付过的费用，账单的日子（没写的按付款那天）到 {validFrom} 以后：存了新表也照原来的分，不会自己重新分。下面列着各家会差多少；看过了就勾上再存，要改的存好以后冲销、重新录入。',
  'joint.sharesBilled':
    '{field}：“{name}”（{paidOn} 付）已经按这天起的份额表分了，这张表不能换成别的份额。请先冲销按它分的费用，换好以后重新录入。',
  'joint.sharesSame': '{validFrom} 起的份额表已经是这样了，没有要改的。',
  'joint.sharesNotLater': '{field}：现在这张份额表从 {validFrom} 起用，新表不能比它早。',
  'joint.unsplit':
    '{month} 的这 {amount} 元太少，不够每家分一分钱，还没有分。等下一张结算单连它一起分完，再记它到账。',
  'joint.splitLater':
    '这张结算单里太少没分的钱，已经和 {month} 的结算单一起分了。请先冲销那一张，再冲销这一张。',
  'joint.splitAlone': '这张结算单里太少没分的钱，{on} 已经单独分了。请先冲销那张凭证，再冲销这一张。',
  'joint.splitBefore': '{field}：结算单 {postedOn} 才入账，不能在那以前分。',
  'joint.nothingWaits': '这张结算单的钱都分完了，没有要单独分的。',
  'joint.cutUnsplit': '{month} 的补贴太少，和别的月份并在一起分的，不能单独核减。请和下达通知的单位核对。',
  'joint.taxTooSmall': '这张结算单的税 {tax} 元，有一家分到的税比电费还多，不能这样分。请核对单据上的税。',
  'joint.slipUnknown': '没有这张代管电站的结算单。',
  'shares.notARow': '第 {line} 行“{value}”要有四格：编号、原来的村、占比、现在归谁。',
  'joint.notKept': '“{asset}”不是这里代管的电站。',
  'months.partsOnTheWay': '“{station}”{generationMonth} 的结算单，“{owner}”的一份还没有入账。',
};
