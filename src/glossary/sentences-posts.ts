/** What is said about public-welfare posts. No sentence repeats a name. */
export const POST_SENTENCES: Readonly<Record<string, string>> = {
  'post.unknown': '没有这个岗位。',
  'post.nameTaken': '已经有叫“{value}”的岗位，换个名字，才分得清是哪一个。',
  'post.seats': '{field}要填 1 到 {most} 的整数。',
  'post.standardBeforePost': '{field} {value} 早于设岗的 {first}。',
  'post.aboveMost': '补贴 {value} 元，高于县里定的最高 {most} 元。',
  'post.aboveMostWhy':
    '补贴 {value} 元，高于这一带说的最高 {most} 元（县里还没有确认）。确实要这样定，写明理由。',
  'post.aboveMostByDays':
    '补贴一个月合 {value} 元（按天的按 {days} 天折一个月），高于县里定的最高 {most} 元。',
  'post.aboveMostByDaysWhy':
    '补贴一个月合 {value} 元（按天的按 {days} 天折一个月），高于这一带说的最高 {most} 元（县里还没有确认）。确实要这样定，写明理由。',
  'post.tooManyHeavier': '高于 {usual} 元的岗会有 {count} 个，占 {all} 个岗的比例超过 {percent}%。',
  'post.tooManyHeavierWhy':
    '高于 {usual} 元的岗会有 {count} 个，占 {all} 个岗的比例超过 {percent}%（县里还没有确认）。确实要这样定，写明理由。',
  'post.unlikePay':
    '同样的岗“{name}”是 {other} 元，这里定 {value} 元。同样的活要同样的补贴；不一样要写明为什么。',
  'post.unlikePayByDays':
    '同样的岗“{name}”一个月合 {other} 元，这里一个月合 {value} 元（按天的按 {days} 天折一个月）。同样的活要同样的补贴；不一样要写明为什么。',
  'post.muchPay':
    '{value} 元的标准一个月合 {monthly} 元，超过 {most} 元，看看是不是多写了零。确实是这么多，写明理由。',
  'post.personUnknown': '名册上那天没有这个人。写名册上的全名，或者成员编号。',
  'post.personSeveral': '名册上叫这个名字的有几个人，编号 {numbers}。写编号。',
  'post.shownBackwards': '{field} {value} 早于公示开始的 {shownFrom}。',
  'post.shownTooShort': '公示了 {shown} 天，不到 {wanted} 天。',
  'post.shownTooShortWhy': '公示了 {shown} 天，不到 {wanted} 天。公示够了再聘；确实要这样，写明理由。',
  'post.beforeShown': '{field} {value} 不晚于公示结束的 {shownTo}：公示完了才能上岗。',
  'post.beforePost': '{field} {value} 早于设岗的 {openedOn}。',
  'post.appointedBackwards': '{field} {value} 早于聘期开始的 {from}。',
  'post.barred': '名册上登记这个人是村干部或村干部的近亲属，不能聘。',
  'post.cannotWork': '名册上登记这个人没有劳动能力。能做的先去改登记。',
  'post.tooYoung': '这个人那天 {value} 岁，不满 {least} 岁，不能聘。',
  'post.tooOld': '这个人那天 {value} 岁，超过 {most} 岁。',
  'post.tooOldWhy': '这个人那天 {value} 岁，超过 {most} 岁。能做这份活，写明理由。',
  'post.notHelped': '这一户那天没有适用文件说的帮扶身份。岗位原则上给帮扶对象；确实要聘，写明理由。',
  'post.onPost': '这个人 {from} 起已经在岗，一个人只能有一个岗。先退岗。',
  'post.closed': '这个岗 {day} 起撤了，聘期不能到那天。',
  'post.barredSince':
    '名册上 {from} 起登记为村干部或村干部的近亲属，那天起不能再在岗。请登记退岗，最后在岗日写前一天。',
  'post.seatsOrNone': '{field}要填 0 到 {most} 的整数；0 就是撤岗。',
  'post.seatsBeforeLast': '{field} {value} 早于上一次改定员的 {last}，以前的不改。',
  'post.sameSeats': '那天起的定员本来就是这么多，没有要改的。',
  'post.seatsTaken': '{from} 以后最多有 {most} 人在岗，定员不能改成 {seats}。先登记退岗，再改。',
  'attendance.barred':
    '名册上 {from} 起登记这个人是村干部或村干部的近亲属，那天起的不能领。先到岗位登记退岗，最后在岗日写前一天，再填考勤。',
  'post.full': '聘期里这个岗的 {seats} 个人已经满了。',
  'post.leftOutside': '{field} {value} 不在聘期 {from} 到 {to} 里。',
  'post.appointmentUnknown': '没有这一次聘用。',
  'attendance.unknown': '没有这张考勤。',
  'attendance.otherMonth': '这张考勤是 {month} 的，不是网址上那个月的。请到 {month} 的页上验收。',
  'attendance.notAMonth': '考勤按月填，月份写成 2025-06，不能是以后的月份。',
  'attendance.nobody': '这个月没有人在岗，没有考勤可填。',
  'attendance.days': '天数“{value}”不对：写几天，最小半天，如 20 或 19.5；这个月聘期里只有 {most} 天。',
  'attendance.ahead':
    '今天是 {today}，这个月到今天最多 {most} 天，写了 {value} 天：没有到的日子不能先记考勤。',
  'attendance.notInMonth': '写了“{value}”天的这个人这个月不在岗，没有记：看看聘期，或者去掉这一行。',
  'attendance.noStandard': '这个岗这个月没有补贴标准。先去定标准。',
  'attendance.owed': '{month} 的考勤已经验收、记了应付。要改，先冲销那张凭证，再重新填。',
  'attendance.notWaiting': '这张考勤不在等验收，可能已经验收、撤回，或者后来又填过。请刷新页面再看。',
  'attendance.stale': '填考勤以后有人上岗、退岗，标准或者名册改了，这张考勤不对了。请会计重新填，再验收。',
  'attendance.changedMeanwhile':
    '您填的时候别人已经存过这个月的考勤。您填的还在这里，请看清哪些不一样；再存一次，就以您填的为准。',
  'attendance.otherDays': '别人存的是 {days} 天，您填的是“{value}”。',
  'attendance.alsoWorked':
    '{from} 至 {to}，考勤和工单合起来是 {days} 天，这几天只有 {most} 天：有的天付了两份钱。',
  'attendance.bothWhy': '上面有人同一天又在岗又做工，写明为什么，才能存。',
  'attendance.acceptedEarly': '{field} {value} 早于这个月的最后一天 {last}：做完了才验收。',
  'attendance.acceptedAhead': '{field} {value} 还没有到，今天是 {today}。',
  'attendance.ownSheet': '这张考勤是您填的，要另一个人验收。',
  'attendance.notPosts': '考勤只能用方案里安排给岗位的钱列支，选的这一笔是“{use}”的。',
  'attendance.owedOtherwise': '“{forWhat}”已经整笔列支，或者按工单、清单、阶段列支，考勤请另选一笔。',
  'attendance.nothing': '这张考勤一分钱也没有，不用验收。',
  'check.attendanceDiffers':
    '{month} 第 {number} 张考勤记的是 {kept} 元，照天数和标准算是 {found} 元，或者加起来对不上。',
  'check.attendanceGrantDiffers':
    '{month} 第 {number} 张考勤（{amountFen} 元）和它的应付对不上：没有那笔应付、数不一样、自己验收自己的，或者一个月欠了两次。',
  'post.leftPaid':
    '{month} 已经按 {days} 天记了应付，照这个日期最多 {possible} 天。先冲销那个月的凭证，再登记退岗。',
  'post.standardPaid': '{month} 已经按原来的标准记了应付。先冲销那个月的凭证，或者从以后的月份起改。',
  'post.hasLeft': '这个人已经退岗了。',
};
