/** What is said about the steps of a route. */
export const APPROVAL_SENTENCES: Readonly<Record<string, string>> = {
  'approvals.papersLate': '{field} {value} 太晚：开会以前要先放 {days} 天给人看，最早 {earliest} 才能开会。',
  'approvals.papersBeforeGround': '{field} {value} 早于 {before}，那时方案还没有起草。',
  'approvals.paperMissing': '还缺{paper:evidence}：选存好的扫描件，或者写清名称、放在哪里、几页。',
  'approvals.photoMissing': '还缺{paper:evidence}：照片要先存进来，只写名称不算。',
  'approvals.notAPhoto': '{field}：选的不是照片。',
  'approvals.othersStep': '“{step}”由{role:stepRole}办，您不能办这一步。',
  'approvals.signersTooFew': '这一步要 {needed} 人签名，现在签了 {signed} 人，签够了再记。',
  'approvals.ownDraftSigned': '自己起草的方案不能自己签，请别的人签。',
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
  'approvals.signersMissing': '{field}：要签的人数不能多于可以签的人数。',
};
