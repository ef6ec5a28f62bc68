/** What is wrong with answers to what documents ask of assets, and what they keep from being entered. */
export const ASSET_MATTER_SENTENCES: Readonly<Record<string, string>> = {
  'matters.nothing': '一条也没有答。',
  'matters.notAsked': '适用的文件没有问这一条。',
  'matters.booksKnow': '这一条台账上已经有，不用答；台账不对的，先改台账。',
  'matters.notFlag': '要选“是”或“否”。',
  'matters.notWord': '要从文件的说法里选一种，都不是的选“文件说的都不是”。',
  'matters.notWords': '要从文件的说法里选。',
  'matters.notDay': '“{value}”不是日期，要写成 2025-06-24 这样。',
  'matters.notCount': '“{value}”不是一个数，要写不带单位的数。',
  'matters.notAmount': '“{value}”不是金额，要写元，最多两位小数。',
  'matters.notNeed': '“{value}”不是文件要的数。',
  'matters.notText': '要写文字。',
  'matters.noAssets': '台账上还没有资产。',
  'matters.unknown': '台账上没有这一处，或者它已经处置了。',
  'matters.noDocument': '{day} 没有适用的政策文件，或者有两份以上还没有选定，不能答。',
  'matters.unanswered': '还定不了合不合规定（{rule}）：{says}。要先答：{asked:matterFact}。',
  'matters.needOpen': '还定不了合不合规定（{rule}）：{says}。文件没有给的一个数（{need}）还没有人定。',
};
