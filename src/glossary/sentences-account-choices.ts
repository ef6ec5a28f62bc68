/** What is wrong with a county's choice of an account. */
export const ACCOUNT_CHOICE_SENTENCES: Readonly<Record<string, string>> = {
  'chart.accountNotOffered': '科目“{value}”不在可以选的里面。',
  'accountChoice.useUnknown': '没有这样的用途，或者没有这一版会计科目，请从列出的里面选。',
  'accountChoice.notOffered': '{field}“{value}”不能选，可以选的是{offered}。',
  'accountChoice.notCarried': '{field}“{value}”不能选：{why}。',
  'accountChoice.yearGone':
    '{field}“{value}”已经过去，要写 {first} 或以后的年份：会计年度中途和以前的年度不能改。',
  'accountChoice.yearFar': '{field}“{value}”太远，最远写到 {last}；到时候再选。',
  'accountChoice.yearBegun':
    '{field}“{value}”不行：本县 {posted} 年已经有这项用途的凭证，一个会计年度只用一个科目。最早从 {first} 年起。',
  'accountChoice.unchanged': '从 {year} 年起选的已经是 {account}，不用再选。',
};
