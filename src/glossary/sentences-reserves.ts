/** What is said of money that is set aside. */
export const RESERVE_SENTENCES: Readonly<Record<string, string>> = {
  'reserve.ahead': '{field}“{value}”还没有到。',
  'reserve.aboveFree':
    '{pool:pool}到 {day} 只有 {left} 元还能动，留不了 {amount} 元，差 {excess} 元。少留一些，或者等有了收入再留。',
  'reserve.settled': '{pool:pool}到 {to} 为止已经分配定了，{field}“{value}”要填这以后的日期。',
  'reserve.releasedBefore': '{field}“{value}”在留存的日期 {setOn} 之前。',
  'reserve.aboveStanding': '{field}比还留着的 {standing} 元多 {excess} 元。',
  'reserve.unknown': '没有这笔留存，请在“放回哪一笔”里选一笔。',
  'money.reserved': [
    '要付 {amount} 元，{pool:pool}到 {day} 只有 {left} 元可以动，差 {excess} 元；另有 {reserved} 元是留存的。',
    '要用留存的钱，先到“收益”的“留存”里写明理由放回，或者等有了收入再付。',
  ].join(''),
  'plan.reservesChanged': '到起草那天（{day}）为止的留存，起草以后又变了。公示要写留存，请重新起草。',
  'plan.aboveFree': [
    '方案安排 {planned} 元，{pool:pool}到 {day} 只有 {left} 元还能动，差 {excess} 元：起草以后付过费用，或者钱另有安排。',
    '请减少安排重新起草，或者等有了收入再办。',
  ].join(''),
  'plan.reserved':
    '可分配收益 {distributable} 元里有 {reserved} 元是留存的，最多安排 {left} 元，现在多 {excess} 元。减少安排，或者先把留存放回。',
  'promise.granted': '这一项 {grantedOn} 已经列支，先冲销列支的凭证。',
  'promise.aboveOpen': '这一项还没发的只有 {left} 元，{field}多 {excess} 元。',
  'promise.beforeApproval': '方案 {promisedOn} 才同意，{field}“{value}”不能早于这一天。',
  'promise.ahead': '{field}“{value}”还没有到。',
  'promise.settled': '{pool:pool}到 {to} 为止已经分配定了，要填这以后的日期。',
  'promise.claimUnknown': '方案里没有这一项，请在“方案里的一项”里选。',
  'promise.unknown': '没有这笔放回，请在“收回哪一笔”里选。',
  'promise.withdrawn': '这笔放回 {withdrawnOn} 已经收回过了。',
  'promise.spent':
    '要收回 {amount} 元，{pool:pool}到 {day} 只有 {left} 元还能动，差 {excess} 元：放回的钱已经另有安排。',
  'grant.released': '这一项的 {released} 元已经全部放回，不再列支。',
  'notice.reserveBroken': '一笔留存期末应是 {found} 元，公示写的是 {stated} 元。',
  'notice.reservesAboveLeft': '留存合计 {reserved} 元，留到下期只有 {left} 元。',
};
