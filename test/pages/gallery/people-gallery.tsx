import type { VNode } from 'preact';
import { HouseholdPage } from '../../../src/features/collectives/household.pages';
import { MemberFormPage } from '../../../src/features/collectives/member-form.pages';
import { MemberPage } from '../../../src/features/collectives/member.pages';
import { optionsOf, personOptions } from '../../../src/features/collectives/person-options';
import { RosterPage } from '../../../src/features/collectives/roster.pages';
import { ShareRollPage } from '../../../src/features/collectives/share-roll.pages';
import { StatusReviewsPage } from '../../../src/features/collectives/status-reviews.pages';
import { formOf, villageFrame } from './gallery-frame';

const FRAME = villageFrame('members');
const LONG_NAME = '阿卜杜热西提·买买提艾力';

/** The list of households, one of them, one of its people and the form, by name. */
const MEASURES_ASKED = { says: '新识别监测对象纳入后10日内制定帮扶措施', clause: '《…工作方案》三(一)2' };
const RISK_ASKED = { says: '落实帮扶措施半年以上的监测户要做消除风险评估', clause: '《…实施方案》二(一)2' };

export const PEOPLE_GALLERY: Readonly<Record<string, VNode>> = {
  members: (
    <RosterPage
      frame={FRAME}
      on="2025-06-30"
      households={2}
      people={5}
      members={4}
      rows={[
        {
          ...{ number: 1, href: '#1', head: LONG_NAME, villageGroup: '三组', people: 4 },
          ...{ statuses: ['脱贫人口', '监测对象'], tags: ['人均纯收入低于1万元', '人均纯收入下降'] },
          income: { year: '2024', perHead: 999_999n },
        },
        {
          ...{ number: 2, href: '#2', head: undefined, villageGroup: '', people: 1 },
          ...{ statuses: [], tags: [], income: undefined },
        },
      ]}
      pages={[
        { number: 1, href: '#p1', current: true },
        { number: 2, href: '#p2', current: false },
      ]}
      newHref="#new"
      postsHref="#posts"
      owedHref="#owed"
      shareRollHref="#shares"
      reviewsHref="#reviews"
      reviewsDue={2}
      importHref="#import"
      findAction="#find"
      form={formOf({})}
      found={undefined}
    />
  ),
  household: (
    <HouseholdPage
      frame={FRAME}
      rosterHref="#roster"
      title={`第1户 ${LONG_NAME}家`}
      villageGroup="三组"
      groups={[{ group: '三组', why: '搬到三组了', on: '7月4日 09:15' }]}
      people={[
        {
          ...{ number: 1, name: LONG_NAME, href: '#1', relation: '户主', sexAndAge: '男 89岁' },
          ...{ identity: '341202********0014', labour: '弱劳动能力', belongs: '是成员' },
        },
      ]}
      statuses={[
        { words: '脱贫人口', from: '2021-01-01', end: undefined, paper: '全国防返贫系统名单' },
        { words: '监测对象', from: '2023-03-01', end: '2024-12-31', paper: '识别名单；退出公示和批复' },
      ]}
      incomes={[
        {
          ...{ year: '2025', perHead: 310_000n, paper: '收入核查表', paidAbove: 360_000n },
          belowPaidWhy: undefined,
        },
        {
          ...{ year: '2024', perHead: 999_999n, paper: '收入核查表', paidAbove: 1_234_567n },
          belowPaidWhy: '扣了养牛的饲料钱和雇工钱',
        },
      ]}
      tags={[{ says: '人均纯收入低于1万元', clause: '《阜阳市促进脱贫人口增收工作方案》三(一)2' }]}
      statusOptions={[{ value: 'monitored', label: '监测对象' }]}
      openStatuses={[{ value: '1', label: '脱贫人口' }]}
      ends={optionsOf('statusEnd', ['ended', 'mistaken'])}
      measures={{
        rows: [
          {
            from: '2023-03-08',
            measure: '安排公益性岗位',
            helper: '赵书记',
            lateReason: '',
            withdrawnWhy: undefined,
          },
          {
            from: '2023-04-01',
            measure: '危房改造',
            helper: '周会计',
            lateReason: '',
            withdrawnWhy: '记到了别的户',
          },
        ],
        open: [{ value: '1.1', label: '安排公益性岗位' }],
        isWatched: true,
        asked: [
          {
            ...{ dueOn: '2023-09-08', isOver: true, says: '落实帮扶措施半年以上的监测户要做消除风险评估' },
            clause: '《…实施方案》二(一)2',
          },
        ],
      }}
      circumstances={{
        rows: [
          {
            ...{ words: '丧失劳动能力', from: '2024-05-01', end: undefined },
            paper: '劳动能力鉴定，入户核查表 3 号',
          },
        ],
        open: [{ value: '1', label: '丧失劳动能力' }],
        options: [{ value: 'single_parent', label: '单亲有未成年子女' }],
        ends: optionsOf('statusEnd', ['ended', 'mistaken']),
      }}
      form={formOf({ endedOn: '2020-12-31' }, [
        {
          ...{ code: 'household.endBeforeStatus', field: 'endedOn', value: '2020-12-31' },
          facts: { fromDay: '2021-01-01' },
        },
      ])}
      enters={{
        ...{ newMemberHref: '#new', statusAction: '#status', endAction: '#end' },
        ...{ measureAction: '#measure', measureWithdrawalAction: '#measure-withdrawal' },
        ...{ circumstanceAction: '#circumstance', circumstanceEndAction: '#circumstance-end' },
        ...{ incomeAction: '#income', groupAction: '#group' },
      }}
    />
  ),
  member: (
    <MemberPage
      frame={FRAME}
      name="张素芬"
      number={2}
      householdHref="#household"
      household="第1户"
      facts={[{ word: '身份证号', text: '341202********009X' }]}
      history={[{ from: '2024-01-01', why: '第一次登记', by: '周会计' }]}
      reads={[{ at: '7月4日 09:15', by: '孙所长', field: '身份证号', why: '核对发放清单' }]}
      shown={undefined}
      form={formOf({})}
      readFields={optionsOf('readField', ['identity'])}
      readAction="#read"
      changeHref="#change"
      leaveAction="#leave"
      leavings={optionsOf('leftWhy', ['died', 'moved'])}
    />
  ),
  'member-form': (
    <MemberFormPage
      frame={FRAME}
      title="登记成员"
      kind="change"
      of="张素芬"
      options={personOptions()}
      households={[{ value: '1', label: '第1户' }]}
      form={formOf({ householdId: '1', fromDay: '' }, [{ code: 'person.identityCheck', field: 'identity' }])}
      action="#change"
      cancelHref="#back"
    />
  ),
  'share-roll': (
    <ShareRollPage
      frame={FRAME}
      rosterHref="#roster"
      on="2025-06-30"
      unit="户"
      holders={2}
      total="5.5"
      issued={{ shares: '6', from: '2025-01-01', paper: '折股量化决议', more: '0', less: '0.5' }}
      rows={[
        {
          ...{ number: 1, name: LONG_NAME, href: '#1', shares: '3.5', part: '63.64%', from: '2025-01-01' },
          gone: undefined,
        },
        {
          ...{ number: 2, name: '第2户', href: '#2', shares: '2', part: '36.36%', from: '2025-01-01' },
          gone: '这一户已经没有人',
        },
      ]}
      gone={1}
      pages={[]}
      changesHref="#changes"
      kinds={optionsOf('holderKind', ['household', 'member'])}
      form={formOf({ shareLines: '3 x' }, [
        { code: 'shareRoll.lineUnread', field: 'shareLines', facts: { line: 1 } },
      ])}
      action="#enter"
    />
  ),
  'status-reviews': (
    <StatusReviewsPage
      frame={FRAME}
      rosterHref="#roster"
      due={1}
      rows={[
        {
          ...{ key: 'a.1', household: `第1户 ${LONG_NAME}家`, href: '#1', words: '脱贫人口' },
          ...{ from: '2021-01-01', last: undefined, dueOn: '2022-01-01', due: true },
        },
        {
          ...{ key: 'b.1', household: '第2户 李四家', href: '#2', words: '监测对象' },
          ...{ from: '2024-03-01', last: '2025-03-01', dueOn: '2026-03-01', due: false },
        },
      ]}
      watched={[
        {
          ...{ household: '第2户 李四家', href: '#2', from: '2024-03-01', firstOn: '2024-03-08' },
          measures: { ...MEASURES_ASKED, dueOn: '2024-03-11', isDone: true, isDue: false },
          risk: { ...RISK_ASKED, dueOn: '2024-09-08', isDone: false, isDue: true },
        },
        {
          ...{ household: `第3户 ${LONG_NAME}家`, href: '#3', from: '2025-06-25', firstOn: undefined },
          measures: { ...MEASURES_ASKED, dueOn: '2025-07-05', isDone: false, isDue: false },
          risk: undefined,
        },
      ]}
      incomes={[
        {
          ...{ household: `第1户 ${LONG_NAME}家`, href: '#1', year: '2025', perHead: 310_000n },
          paidAbove: 1_234_567n,
        },
      ]}
      terms="按每年一次来提醒，县里还没有确认多久复核一次。"
      form={formOf({ reviewDay: '2025-06-30' })}
      action="#review"
    />
  ),
};
