const PRODUCT = '本系统';

/** Words of users and their accounts. */
export const USER_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'field.sessionId': ['登录', PRODUCT],
  'page.ownSessions': ['在哪里登录着', PRODUCT],
  'page.ownPassword': ['改密码', PRODUCT],
  'page.accounts': ['账号', PRODUCT],
  'page.newAccount': ['开账号', PRODUCT],
  'field.userId': ['用户', PRODUCT],
  'field.currentPassword': ['现在的密码', PRODUCT],
  'field.passwordAgain': ['再输一遍', PRODUCT],
  'field.officeId': ['单位', PRODUCT],
  'field.role': ['岗位', PRODUCT],
  'field.placeId': ['单位', PRODUCT],
  'field.lastDay': ['最后一天', PRODUCT],
  'field.onPaper': ['依据', PRODUCT],
  'page.givenPost': ['岗位', PRODUCT],
  'accountAct.made': ['开账号', PRODUCT],
  'accountAct.ended': ['停用', PRODUCT],
  'accountAct.password': ['重设密码', PRODUCT],
  'accountAct.ownPassword': ['本人改密码', PRODUCT],
  'accountAct.roles': ['改岗位', PRODUCT],
  'stepTable.account_events': ['账号的变动', PRODUCT],
  'stepTable.role_grants': ['谁在什么岗位', PRODUCT],
  'stepTable.role_ends': ['岗位的交接和免去', PRODUCT],
};
