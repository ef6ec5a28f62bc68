/** Sentences of users, their log-ins and what they may do. */
export const USER_SENTENCES: Readonly<Record<string, string>> = {
  'users.notLoggedIn': '您还没有登录，或者登录已经过期。',
  'users.wrongLogIn': '用户名或密码不对。',
  'users.unknown': '没有这个用户。',
  'users.usernameTaken': '用户名“{username}”已经有人用，请换一个。',
  'users.notAUsername': '用户名“{value}”不行：要用 2 到 40 个英文字母、数字、点或横线，字母或数字开头。',
  'users.passwordTooShort': '密码太短，至少 {min} 位。',
  'users.ownRoles': '不能给自己加岗位，请别的人来办。',
  'access.otherRole': '这一页要由别的岗位办理。',
  'access.otherCollective': '您的岗位不管这本账。',
  'access.noLine': '这个地址还没有开放。',
  'access.formExpired': '这张表放得太久了，没有保存。请回到上一页，刷新后再提交。',
};
