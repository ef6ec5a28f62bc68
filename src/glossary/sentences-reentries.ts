/** Sentences of what is entered anew. */
export const REENTRY_SENTENCES: Readonly<Record<string, string>> = {
  'reentry.ofReversal': '这张本身就是冲销凭证，不能重记；要重记的是被它冲销的那张。',
  'reentry.notReversed': '这张凭证没有冲销，还算数。先冲销，再重记。',
  'reentry.done': '这张凭证已经重记过，一张只能重记一次。重记的那张又记错了，就冲销它再重记。',
  'reentry.otherKind': '这次记的和被冲销的不是一类事，不能算是重记它。请从被冲销的那张凭证上点“重记”。',
  'reentry.notByHand': '这张凭证是系统随别的事记的，没有单独的登记表，不能在这里重记。',
  'reentry.waits':
    '{year} 年的{number}冲销了，还没有重记。这一笔就是它的，请在那张凭证上点“改正后重记”，收入、费用算回 {back} 年；是另一件事，也请先在那张凭证上把它重记。',
  'reentry.otherYear': '这一笔代替的是 {year} 年的凭证，所属月份请填 {year} 年的。',
  'reentry.takenElsewhere':
    '这一期冲销以后，已经在“更正以前年度”里重记过（{year} 年{number}），再记就重了。合同还列着这一期的，写明不登记的原因。',
  'reentry.otherClaim': '被冲销的那张列支的不是这种用途，不能算是重填它。',
  'reentry.placeAsked':
    '这一项还有冲销以后没有重填的：{places}。请选这次是重填其中的哪一张，还是另外一份。重填的，费用算回原来那一年；另外一份算今年的。',
  'reentry.placeUnknown':
    '选的那张凭证不等着重填：没有冲销，已经重填过，或者不是这一项的。请重新打开这一页再选。',
  'reentry.placeOwn':
    '这就是 {places} 那一份，冲销以后重填的算回原来那一年，不能算另外一份，也不能算重填别的。真是另外一份的，请另填一份，那一份撤回。',
  'reentry.placeTwice': '一处说重填的是这一张，一处说是另一张或者另外一份。请只说一处，或者两处说成一样。',
  'reentry.otherPeriod':
    '被冲销的 {year} 年{number}是这份合同另一期的（{from} 至 {to}），这一期不能算是重记它。那一期请从那张凭证上点“改正后重记”；这一期照常登记。',
  'check.reentryLost': '重记的凭证或者被它重记的凭证不在账里。',
  'check.reentryStands': '重记的凭证不在冲销之后：被它重记的那张没有先冲销。',
  'check.grantPlace': '重新列支的凭证占了另一种用途的凭证的位置，费用可能算进了别的年度。',
  'check.reentryDay': '重记的凭证和被它重记的不算在同一期。',
};
