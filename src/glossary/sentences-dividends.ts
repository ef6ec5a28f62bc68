/** What is said about members' dividends and the steps of a procedure. */
export const DIVIDEND_SENTENCES: Readonly<Record<string, string>> = {
  'approvals.stepBeforeGround': '{field} {value} 早于 {before}：分的是 {before} 那天的份额，那以前还议不了。',
  'approvals.objectionAhead': '{field} {value} 还没有到，今天是 {today}。',
  'approvals.objectionBefore': '{field} {value} 早于张贴的 {from}，那以前还没有公开。',
  'dividend.notHung': '决议还没有公开，还没有什么可以提意见的。',
  'dividend.objectionUnknown': '没有这一号意见。',
  'dividend.objectionAnswered': '第 {number} 号意见已经答复过了。看看下面。',
  'dividend.namesSomebody':
    '{field}里写了村民名册上的“{name}”。意见和答复一直留着，不写谁的姓名：写“这一户”或者“您问的那笔”。',
  'approvals.photoBefore': '照片是 {datedOn} 的，早于张贴的 {heldOn}，证明不了贴过。请存张贴以后拍的照片。',
  'approvals.photoOfStep': '这张照片已经是前面一步的张贴照片，证明不了这一步。请拍这一步的照片。',
  'approvals.stepBeforeLast': '{field} {value} 早于上一步的 {before}，各步要按次序办。',
  'approvals.publicityGoesOn': '公示要到 {until} 才满，满了以后再办下一步。',
  'dividend.unknown': '没有这一次分红。',
  'dividend.rollAhead': '{field} {value} 还没有到。',
  'dividend.roundOpen': '第 {number} 次分红还没有办完，办完或者不办了，再起草新的。',
  'dividend.noRoll': '{value} 那天没有登记成员份额，先登记份额，再按份额分。',
  'dividend.tooLittle': '份额最少的一户连一分钱都分不到，这次至少要分 {least} 元；钱先留着，下次一起分。',
  'dividend.tooLittleToLevel': '前面冲销过一次，这次的钱还不够把各户拉平，先留着，下次一起分。',
  'dividend.notNamed': '“{title}”写了这笔钱的用途，没有分给成员这一项，不能分。',
  'dividend.sharesUnsaid':
    '还定不了合不合规定（{rule}）：{says}。名下一共 {held} 份，一共量化多少份还没有登记，请先到“成员份额”登记。',
  'dividend.sharesDiffer':
    '不合规定（{rule}）：{says}。一共量化 {issued} 份，名下 {held} 份，对不上，请先到“成员份额”改对。',
  'dividend.changed': '起草以后份额或前面的分红变了，各户的数不一样了。请不办这一次，重新起草。',
  'approvals.stepTaken': '第 {number} 步已经记过了，是 {heldOn} 的，没有再记一遍。看看下面办到哪里。',
  'dividend.notNow': '这一次分红现在是“{state:roundState}”，不能这样办。看看下面办到哪里。',
  'dividend.notDecided': '“四议两公开”还没有走完、镇里还没有审核同意，不能入账。',
  'dividend.beforeDecision':
    '{field} {value} 早于大会决议的 {decidedOn}；只有年度没结账的，可以记在那年最后一天。',
  'check.dividendDiffers': '第 {number} 次分红（{amountFen} 元）和份额对不上：各户的数、份额或合计被改过。',
  'check.dividendStepsDiffer':
    '第 {number} 次分红（{amountFen} 元）的“四议两公开”对不上：少了一步、次序或日期不对，或者是自己审核自己的。',
  'check.dividendRollDiffers':
    '第 {number} 次分红（{amountFen} 元）是按 {rollOn} 的份额分的，现在那天的份额和分的时候不一样。',
  'check.dividendGroundDiffers':
    '第 {number} 次分红（{amountFen} 元）照着判断的数不对：记的是可分配 {keptFen} 元、{keptHouseholds} 户，' +
    '照当时的凭证和名册是 {foundFen} 元、{foundHouseholds} 户。',
  'check.dividendGroundGone':
    '第 {number} 次分红（{amountFen} 元）照着判断的文件或数不见了，当时能不能分算不出来。',
  'check.dividendJudgedOtherwise':
    '第 {number} 次分红（{amountFen} 元）照留存的文件和数重新判断，和当时记的结果不一样，或者不能分。',
  'check.dividendWithoutRound': '这张凭证记着欠各户的分红，却没有哪一次分红是凭它入账的。',
  'check.dividendBookedOtherwise':
    '第 {number} 次分红（{amountFen} 元）和它的凭证对不上：凭证上欠各户的不是这些数。',
  'dividend.nothingOwed': '没有要付的：这一户不在名单上，或者已经付过。',
};
