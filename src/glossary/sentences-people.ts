import { POST_SENTENCES } from './sentences-posts';

/** What is said about households and who belongs to them. No sentence repeats a number or a name. */
export const PEOPLE_SENTENCES: Readonly<Record<string, string>> = {
  ...POST_SENTENCES,
  'config.tablesOlder': '数据库的表比程序旧，先运行 npm run migrate，再来一次。',
  'config.tablesUnseen':
    '这个数据库用户看不到表是哪一版的，什么都没有查。请给出 DATABASE_OWNER_URL，或者由建表的用户运行一次 npm run migrate，再来一次。',
  'config.notAKey': '{name} 里每把钥匙要 64 位十六进制数字（0-9、a-f），几把用逗号隔开，不能重复。',
  'config.keyMissing':
    '成员的登记是用钥匙 {missing} 加密的，PERSONAL_KEYS（或 DATA_FOLDER/keys）里没有这把钥匙，没有启动。请把它找回来放回去：没有它，谁的号码都看不了。',
  'person.unknown': '名册上没有这个人。',
  'person.name': '姓名里只能有文字、间隔点和空格，不写数字和括号。',
  'person.identityLength': '身份证号要 18 位，填了 {length} 位。',
  'person.identityBirth': '身份证号第 7 到 14 位的出生日期不存在或者还没有到，请对着证件再看一遍。',
  'person.identityCheck': '身份证号的最后一位和前面的对不上，有一位填错了，请对着证件再看一遍。',
  'person.identityTaken':
    '这个身份证号已经在名册上，是第 {memberNumber} 号。同一个人不登记两次：去改他原来的登记。',
  'person.onOtherList':
    '县里另一个村的名册上有这个号。一个人只能是一个集体的成员：“为什么到本村”要写结婚到本村、迁入本村或者那边登记错了；那边的登记，由那个村办离开。',
  'person.onNoOtherList': '县里别的村的名册上没有这个号，{field}要空着。',
  'person.mobile': '手机号要 11 位，以 1 开头，请再看一遍。',
  'person.cardLength': '银行卡号要 16 到 19 位，请再看一遍。',
  'person.cardCheck': '银行卡号的最后一位和前面的对不上，有一位填错了，请对着卡再看一遍。',
  'person.passbookLength': '存折账号要 8 到 32 位数字，请再看一遍。',
  'person.dayAhead': '{field} {value} 还没有到。',
  'person.beforeBirth': '{field} {value} 早于身份证上的出生日期。',
  'person.beforeLast': '{field} {value} 早于上一次登记的 {last}；以前的登记不改，新的从那天或以后起。',
  'person.secondHead': '这一户已经有户主，一户只有一个户主。先改原来的户主。',
  'person.nothingChanges': '填的和现在登记的一样，没有要改的。空着的号码就是不改。',
  'person.hasLeft': '这个人已经离开名册。',
  'person.nothingToRead': '没有登记这个号码。',
  'roster.wordUnknown': '没有“{value}”这个说法，要写成：{known}。',
  'roster.identityTwice': '这个身份证号第 {row} 行已经有了，一个人只写一行。',
  'roster.withoutHead': '这一户没有户主，要有一个人的“与户主关系”写户主。',
  'roster.twoHouseholds': '这一户里有人已经登记在名册的另一户里。先在名册上改那个人的登记，或者分成两户写。',
  'household.unknown': '没有这一户。',
  'householdStatus.unknown': '没有这个身份。',
  'household.statusEnded': '这个身份已经结束了。',
  'household.noWords':
    '那天没有可用的说法：比建档立卡还早，或者同时有几份政策文件、县里还没选用哪一份。请核对从哪天起。',
  'household.statusUnknown':
    '那天适用的政策文件里没有这个身份，它的说法是：{known}。别的文件的叫法不能代替。',
  'household.sameGroup': '这一户现在登记的就是这个组，没有要改的。',
  'household.statusStands': '这一户那天已经是这个身份，不用再登记。',
  'household.endBeforeStatus': '{field} {value} 早于身份开始的 {fromDay}。',
  'household.measuresLeft':
    '这个身份还有 {count} 条措施（{last} 起的在内）落在身份以外。措施记错了先撤掉；身份止于哪天写错了就改。',
  'measure.notMonitored': '{field} {value} 那天，这一户不是监测对象。先登记监测对象的身份。',
  'measure.withdrawn': '这条措施已经撤过了。',
  'householdMeasure.unknown': '没有这条措施。',
  'circumstance.noWords': '本地的政策文件没有写要先照顾、重点关注哪些困难情况，不用登记。',
  'circumstance.unknown': '本地的政策文件里没有这个说法，它的说法是：{known}。',
  'circumstance.stands': '这一户那天已经有这个情况，不用再登记。',
  'circumstance.ended': '这个情况已经结束了。',
  'circumstance.endBeforeStart': '{field} {value} 早于情况开始的 {fromDay}。',
  'householdCircumstance.unknown': '没有这个情况。',
  'household.incomeBelowPaid':
    '{year} 年账上已经付给这一户 {paid} 元，{people} 个人，人均 {least} 元，填的人均 {perHead} 元比这还少。填错了就改；没有填错（如扣了自家经营的成本），写明为什么。',
  'household.incomeNotBelow': '填的收入不比账上付给这一户的少，不用写为什么；写在依据里也可以。',
  'household.incomeYear': '{field}要填 {earliest} 到 {latest} 之间的年份。',
  'review.nobody': '一户也没有勾。还符合的勾上；不符合的到那一户去结束身份。',
  'review.unknown': '勾的里面有身份已经结束的，请刷新页面再勾。',
  'review.sameDay': '勾的里面有 {twice} 个身份在 {value} 已经复核过，同一天不重复记：去掉它们再记。',
  'review.beforeStatus': '{field} {value} 早于其中一户身份开始的 {fromDay}，那天还没有这个身份。',
  'shareRoll.lineUnread':
    '第 {line} 行看不懂：先写号，空一格，再写份额，如 12 3.5；份额最多两位小数，不超过 10 万。',
  'shareRoll.holderUnknown': '第 {line} 行：没有 {holder} 号。',
  'shareRoll.mayNotHold': '第 {line} 行：{holder} 号那天不在名册上，或者不是成员，不能有份额。',
  'shareRoll.beforeLast':
    '第 {line} 行：{holder} 号的份额 {last} 已经登记过一次，以前的不改，新的从那天或以后起。',
  'shareRoll.twice': '第 {line} 行：{holder} 号前面已经写过。',
  'shareRoll.nothingChanges': '这张表和现在的份额一样，没有要登记的。',
  'shareRoll.issuedAlready': '登记的总数已经是 {value} 份，没有要改的。',
  'shareRoll.rowUnknown': '没有第 {value} 号变动，照表里的序号填。',
  'shareRoll.rowWithdrawn': '第 {value} 号变动已经撤过：{why}。',
  'shareRoll.laterStands': '同一个持有人后面还有第 {later} 号变动，是接着这一行记的。要撤，先撤后面的。',
  'shareRoll.rollUsed':
    '第 {number} 次分红已经按 {rollOn} 的份额分了，到那天为止的份额不能再变。' +
    '以后的变动从第二天或更晚起登记；那次分错了，先冲销那次分红。',
  'shareRoll.othersHold': '撤了这一行，{day} 按户的和按人的会同时有份额，同一个人会分两次。先改另一种的。',
  'shareRoll.otherKind':
    '份额已经给了另一种持有人。按户的和按人的不能同时有：同一个人会分两次。先把原来的改成 0。',
};
