/** What the command of a county's accounts says. */
export function accountToldText(username: string, password: string): string {
  return `用户名 ${username}，第一次用的密码 ${password}，只显示这一次。登录以后要先改密码。\n`;
}

/** That a second factor was ended. */
export function codeEndedText(username: string): string {
  return `用户名 ${username} 的登录验证码取消了，已经记下原因。\n`;
}

/** How the command is called, and for whom. */
export function accountUsageText(): string {
  return (
    '开县里的账号：npm run county-account -- --office 单位名称 --name 姓名 --username 用户名\n' +
    '重设密码：npm run county-account -- --anew --username 用户名\n' +
    '取消登录验证码：npm run county-account -- --end-code 原因 --username 用户名\n' +
    '只管上面没有单位的账号；别的由上一级单位在“账号”里办。\n'
  );
}
