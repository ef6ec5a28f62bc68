/** What is wrong with a local standard, a choice between packs, or the confirmation of one. */
export const POLICY_REGISTER_SENTENCES: Readonly<Record<string, string>> = {
  'policy.otherRegion': '{field}“{value}”不归本单位管，要写 {region} 或它下面的代码（6、9 或 12 位数字）。',
  'policy.regionUnknown': '系统里没有代码是“{value}”的镇或村，请核对{field}；新的镇、村要先登记。',
  'policy.numberUnknown': '本地区的政策里没有“{value}”这个数，或者到那天已经不用了，请从列出的里面选。',
  'policy.notInUnit': '{field}“{value}”不对，这个数要写{unit:unitAsked}。',
  'policy.notStricter':
    '{field} {value:number} 比文件松，或者和文件一样：《{title}》写的是 {given:number}，本地只能{direction:strictness}。',
  'policy.strictnessUnclear':
    '这个数是文件自己定的（《{title}》写的是 {given:number}），改大改小哪样更严说不清，本地不能改。',
  'policy.villageDecides': '这个数由村里定，县里不能替它定；村里起草方案时填，随方案表决。',
  'policy.villageDecidesOnAssets': '这个数由村里定，县里不能替它定；村里在“资产”的“对照文件”里填。',
  'policy.villageDecidesLater': '这个数由村里定，县里不能替它定；现在还没有哪一步要用它。',
  'policy.looserThanAbove':
    '{field} {value:number} 比上级的松：《{title}》（{region}）定的是 {given:number}，下面只能{direction:strictness}，或者和它一样。',
  'policy.standardStands': '这个数从{field}“{value}”起的标准已经有了。写错了请先撤销原来的。',
  'policy.paperOfTomorrow': '{field}“{value}”还没有到。',
  'policy.reasonTooShort': '{field}太短，请写清楚，至少 {least} 个字。',
  'policy.nothingToChoose': '{field}“{value}”这一天，本地区没有两份同级的政策同时生效，不用选。',
  'policy.notToBeConfirmed': '“{value}”没有写到哪天以后要确认，不用确认。',
  'policy.confirmedForThePast': '{field}“{value}”已经过去，要写今天或以后的日期。',
  'policy.confirmedBeyondPack': '{field}“{value}”晚于文件的最后一天 {last}。',
  'policy.confirmedTooFar': '{field}“{value}”太远，一次最多确认两年，到 {last}；到时候再问一次。',
  'policy.standardUnknown': '没有这条本地标准，或者它不归本单位管。',
  'policy.standardWithdrawn': '这条本地标准已经撤销了。',
};
