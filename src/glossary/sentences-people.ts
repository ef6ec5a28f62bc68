/** What is said about households and who belongs to them. No sentence repeats a number or a name. */
export const PEOPLE_SENTENCES: Readonly<Record<string, string>> = {
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
  'person.mobile': '手机号要 11 位，以 1 开头，请再看一遍。',
  'person.cardLength': '银行卡号要 16 到 19 位，请再看一遍。',
  'person.cardCheck': '银行卡号的最后一位和前面的对不上，有一位填错了，请对着卡再看一遍。',
  'person.passbookLength': '存折账号要 8 到 32 位数字，请再看一遍。',
  'person.dayAhead': '{field} {value} 还没有到。',
  'person.beforeBirth': '{field} {value} 早于身份证上的出生日期。',
  'person.beforeLast': '{field} {value} 早于上一次登记的 {last}；以前的登记不改，新的从那天或以后起。',
  'person.secondHead': '这一户已经有户主，一户只有一个户主。先改原来的户主。',
  'person.hasLeft': '这个人已经离开名册。',
  'person.nothingToRead': '没有登记这个号码。',
  'household.unknown': '没有这一户。',
  'householdStatus.unknown': '没有这个身份。',
  'household.statusEnded': '这个身份已经结束了。',
  'household.statusUnknown':
    '那天适用的政策文件里没有这个身份，它的说法是：{known}。别的文件的叫法不能代替。',
  'household.statusStands': '这一户那天已经是这个身份，不用再登记。',
  'household.endBeforeStatus': '{field} {value} 早于身份开始的 {fromDay}。',
  'household.incomeYear': '{field}要填 {earliest} 到 {latest} 之间的年份。',
};
