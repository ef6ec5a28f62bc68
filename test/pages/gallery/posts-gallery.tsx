import type { VNode } from 'preact';
import { optionsOf } from '../../../src/features/collectives/person-options';
import { PostPage } from '../../../src/features/uses/post.pages';
import { PostFormPage, PostsPage } from '../../../src/features/uses/posts.pages';
import { AttendancePage } from '../../../src/features/distribution/attendance.pages';
import { formOf, villageFrame } from './gallery-frame';

const FRAME = villageFrame('members');

/** A month's days as typed, one too many. */
const DAYS = formOf({ 'days[a1]': '30', 'days[a2]': '16' }, [
  { code: 'attendance.days', field: 'days[a2]', value: '16', facts: { most: 15 } },
]);

/** The posts of a village, the form of a new one, and one of them, by name. */
export const POSTS_GALLERY: Readonly<Record<string, VNode>> = {
  posts: (
    <PostsPage
      frame={FRAME}
      rosterHref="#roster"
      attendanceHref="#attendance"
      seats={3}
      taken={2}
      monthly={120_000n}
      rows={[
        {
          ...{ number: 1, name: '东片保洁', href: '#1', kind: '保洁', place: '东片一至三组', seats: 2 },
          ...{ people: ['张素芬', '阿卜杜热西提·买买提艾力'], pays: { amount: 60_000n, every: '按月' } },
        },
        {
          ...{ number: 2, name: '护林', href: '#2', kind: '护林', place: '后山', seats: 1 },
          ...{ people: [], pays: undefined },
        },
      ]}
      newHref="#new"
    />
  ),
  'post-form': (
    <PostFormPage
      frame={FRAME}
      form={formOf({ seats: '0' }, [
        { code: 'post.seats', field: 'seats', value: '0', facts: { most: 500 } },
      ])}
      kinds={optionsOf('postKind', ['cleaning', 'forest'])}
      action="#new"
      cancelHref="#posts"
    />
  ),
  post: (
    <PostPage
      frame={FRAME}
      postsHref="#posts"
      title="东片保洁"
      openWage={undefined}
      facts={[{ word: '做什么', text: '每天清扫东片三条巷道，每周清一次沟' }]}
      standards={[
        {
          ...{ from: '2025-07', amount: 60_000n, every: '按月', paper: '村民代表会议决议' },
          reasons: ['为什么同样的岗补贴不一样：巷道长一倍'],
        },
      ]}
      appointments={[
        {
          ...{ name: '张素芬', href: '#1', days: '2025-07-06 到 2026-07-05', state: '在岗' },
          ...{ shown: '2025-07-01 到 2025-07-05', agreement: '聘用协议 3 号', reasons: [] },
        },
      ]}
      everyOptions={optionsOf('paidEvery', ['month', 'day'])}
      onPost={[{ value: 'a', label: '张素芬，2025-07-06 起' }]}
      leavings={optionsOf('postLeaving', ['ownWish', 'mistaken'])}
      terms="公示不少于 5 天，头一天算在里面；县里还没有确认，少了要写理由"
      dayPay="按天的，按 30 天折成一个月，和以前的、同样的岗比；这个折法还没有确认"
      form={formOf({ shownTo: '2025-07-03' }, [
        {
          ...{ code: 'post.shownTooShortWhy', field: 'postReasons[shownTooShort]', value: '2025-07-03' },
          facts: { shown: 3, wanted: 5 },
        },
      ])}
      enters={{
        standardAction: '#standard',
        appointAction: '#appoint',
        leaveAction: '#leave',
        seatsAction: '#seats',
      }}
      seatChanges={[{ from: '2025-09-01', seats: 1, why: '沟渠硬化了', paper: '村民代表会议决议' }]}
      warnings={['张素芬：名册登记 2025-07-10 起是村干部的近亲属，请登记退岗。']}
    />
  ),
  attendance: (
    <AttendancePage
      frame={FRAME}
      postsHref="#posts"
      month="2025-06"
      places={[]}
      months={[
        { label: '2025-05', href: '#5', current: false },
        { label: '2025-06', href: '#6', current: true },
      ]}
      rows={[
        {
          ...{
            appointmentId: 'a1',
            name: '阿卜杜热西提·买买提艾力',
            post: '东片保洁',
            days: '',
          },
          ...{ most: '30', standard: '600.00 按月' },
          entered: { days: '30', reckoning: '600.00 ÷ 30 天 × 30 天', amount: 60_000n },
        },
        {
          ...{ appointmentId: 'a2', name: '张素芬', post: '护林', days: '16—30日' },
          ...{ most: '15', standard: '600.00 按月', entered: undefined },
        },
      ]}
      total={60_000n}
      state="已填，等另一个人验收"
      voucher={undefined}
      form={DAYS}
      summary={DAYS}
      enterAction="#enter"
      accept={{
        action: '#accept',
        sheetId: 's1',
        claims: [{ value: 'c', label: '岗位补贴，还剩 1,500.00 元' }],
      }}
      reasons={['为什么同一天又在岗又做工：夜里巡山，白天修渠']}
      barred={undefined}
    />
  ),
};
