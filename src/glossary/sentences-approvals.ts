/** What is said about the steps of a route. */
export const APPROVAL_SENTENCES: Readonly<Record<string, string>> = {
  'approvals.papersLate': '{field} {value} 太晚：开会以前要先放 {days} 天给人看，最早 {earliest} 才能开会。',
  'approvals.papersBeforeGround': '{field} {value} 早于 {before}，那时方案还没有起草。',
  'approvals.paperMissing': '还缺{paper:evidence}：选存好的扫描件，或者写清名称、放在哪里、几页。',
  'approvals.photoMissing': '还缺{paper:evidence}：照片要先存进来，只写名称不算。',
  'approvals.scanMissing':
    '还缺{paper:evidence}：监督委员会的意见由镇里代记，要选存好的扫描件，只写名称不算。',
  'approvals.photoTooSmall':
    '{field}：照片只有 {width}×{height} 点，看不清贴的是什么。短边至少要 {least} 点，用手机照原样的一张。',
  'approvals.notAPhoto': '{field}：选的不是照片。',
  'approvals.votePassed': '赞成 {inFavour} 票，够通过的票数，不能记成没有通过。请核对票数。',
  'approvals.reasonOfPassed': '写了没有通过的理由，结果却选了通过。没有通过就改选，通过了就删掉理由。',
  'approvals.refusalReasonMissing': '不同意要写明理由。',
  'approvals.othersStep': '“{step}”由{role:stepRole}办，您不能办这一步。',
  'approvals.signersTooFew': '这一步要 {needed} 人签名，现在签了 {signed} 人，签够了再记。',
  'approvals.ownDraftSigned': '自己起草的方案不能自己签，请别的人签。',
  'approvals.ownDraftNoted':
    '自己起草的方案，不能由自己登记别人的签名：请本人登录签，或请镇里、别的记账人登记。',
  'approvals.signedScanMissing': '纸上签的要有原件：先把签了名的那一页存进方案的材料，再选它。',
  'approvals.notASigner': '“{value}”不是能签的人：能签的人在村账里都有账号（{holders}），请他们自己登录签。',
  'approvals.otherPost':
    '“{value}”在村里担任的是别的岗位，不能签这一步。真有同名的人，请先给他开账号，由他本人登录签。',
  'approvals.ofOffice':
    '“{value}”是上级办公室的人，不能当村里的人在纸上签。村里真有同名的人，请先给他开账号，由他本人登录签。',
  'approvals.keepsBooks':
    '“{value}”管着账或者钱，不能在纸上签这一步。真有同名的人，请先给他开账号，由他本人登录签。',
  'approvals.signedBefore': '签字的日子早于上一步的 {since}：那时还没有这份东西可签。',
  'approvals.signedAlready': '这个人已经签过了，一人只签一次。',
  'approvals.allSigned': '能签的 {among} 人都签过了。',
  'approvals.signatureUnknown': '没有这个签名，或者这一步已经办完，签名不能再收回。',
  'approvals.othersSignature': '只能收回自己签的，或者自己代登的签名。',
  'approvals.noneTicked': '还没有勾方案：看过哪一份，就勾哪一份。',
  'approvals.notClean':
    '有一份勾上的方案现在不能在这里同意：它有要看的检查，或者已经不等审核了，请打开它看。',
  'approvals.batchRefused': '{village}没有同意成：{why}这一份没有动。',
  'approvals.filedBefore': '{field} {value} 太早：{number} 号是 {before} 备的案，后面的号不能更早。',
  'approvals.filedAlready': '这一份已经备过案，编号 {number}，没有再给号。',
  'approvals.filedByCounty': '县里在“备案”页登记，编号由程序接着给，不用填。',
  'approvals.notOfCounty': '这个村不归这个县的备案簿管。',
  'approvals.routeFromPast': '{field} {value} 已经过了，最早从今天 {today} 起：以前起草的照原来的流程走完。',
  'approvals.otherThanRoll':
    '应到填了 {value} 人，镇里登记的名册从 {from} 起是 {size} 人。名册变了请镇里先登记。',
  'approvals.rollAhead': '{field} {value} 还没有到，最晚填今天 {today}。',
  'approvals.rollSame': '到那天名册上已经是这个人数，不用再登记。',
  'approvals.routeSame': '这里到那天走的已经是这一种，不用再定。',
  'approvals.notProvenLast': '公示还没有登记张贴：没有照片，就没有凭据说它贴过。',
  'approvals.publicityGoesOnLast': '公示要到 {until} 才满。',
  'approvals.tornDownLast': '公示提前揭下了，只贴满 {hung} 天，要再贴出，贴满天数。',
  'approvals.objectionsOpenLast': '还有 {count} 条意见没有答复。',
  'approvals.signersMissing': '{field}：要签的人数不能多于可以签的人数。',
};
