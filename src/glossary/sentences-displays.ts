/** What is wrong with what is entered of a sheet on the wall. */
export const DISPLAY_SENTENCES: Readonly<Record<string, string>> = {
  'notices.displayBefore': '{field} {value} 早于公示上写的第一天 {from}。',
  'notices.displayLater': '{field} {value} 还没有到，今天是 {today}。',
  'notices.photoOfAnother':
    '这张照片已经存在别处了（日期 {shownOn}），证明不了这一张贴出去了。请拍这一张的照片。',
  'notices.hangsThere': '第 {number} 次就贴在“{place}”，还没有揭下。先登记揭下，再登记贴出。',
  'notices.beforeTornDown':
    '“{place}”那张 {takenDownOn} 提前揭下了，之后再记的贴出不能早于那天：公示的日子从再贴出那天重新数。',
  'notices.hungThere': '第 {number} 次贴在“{place}”，{takenDownOn} 才揭下，再贴出不能早于那天。',
  'notices.tooManyDisplays': '已经登记了 {max} 次张贴，不能再登记。',
  'notices.downBefore': '{field} {value} 早于贴出的那天 {displayedOn}。',
  'notices.notHanging': '第 {number} 次张贴没有登记，或者已经揭下了。',
};
