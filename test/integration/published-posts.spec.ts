import { daysInclusive, firstDayOf, lastDayOf, type Month } from '../../src/domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import { percentText, printedShare } from '../../src/domain/money/printed-share';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { attendanceOn } from '../support/attendance';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { appointForm, enterPerson, postForm, postsOf, standardForm } from '../support/posts';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';

const MONTHS: Month[] = Array.from(
  { length: 12 },
  (_, index) => `2025-${String(index + 1).padStart(2, '0')}`,
);

/** So many posts of a name, what each pays a month, and how many of them began in February. */
interface Posts {
  readonly name: string;
  /** Posts of one kind pay alike. */
  readonly kind: string;
  readonly count: number;
  readonly standard: string;
  readonly fromFebruary?: number;
}

interface Published {
  readonly town: string;
  /** Of everybody: nobody is on the lists of two villages. */
  readonly born: string;
  readonly received: Fen;
  readonly wages: Fen;
  readonly posts: readonly Posts[];
  /** Whoever was there half of April, by place among all. */
  readonly halfOfApril?: number;
  /** What the months come to, by hand. */
  readonly months: readonly Fen[];
  readonly share: string;
  /** On average of a post in the year, rounded to the yuan. */
  readonly average: Fen;
}

/**
 * A7: received 345,500.00, wages of 57 posts 267,400.00; the notice says no standard. Ours: 400.00 a month;
 * 42 x 12 + 15 x 11 = 669 months less 15 days of April's 30 are 668.5, x 400.00 = 267,400.00.
 * A19: about 120,000 a year, 80 % to 2 + 10 posts by attendance sheets: 2 x 700.00 + 10 x 660.00 =
 * 8,000.00 a month, x 12 = 96,000.00.
 */
const PUBLISHED: readonly Published[] = [
  {
    ...{
      town: 'Dongliuji 2023',
      born: '19800101',
      received: 34_550_000n,
      wages: 26_740_000n,
      halfOfApril: 0,
    },
    posts: [{ name: 'lanes', kind: 'cleaning', count: 57, standard: '400.00', fromFebruary: 15 }],
    months: [1_680_000n, ...MONTHS.slice(1).map((month) => (month === '2025-04' ? 2_260_000n : 2_280_000n))],
    ...{ share: '77.40%', average: 469_100n },
  },
  {
    ...{ town: 'Xinzhuang 2020', born: '19810101', received: 12_000_000n, wages: 9_600_000n },
    posts: [
      { name: 'station', kind: 'station', count: 2, standard: '700.00' },
      { name: 'lanes', kind: 'cleaning', count: 10, standard: '660.00' },
    ],
    months: MONTHS.map(() => 800_000n),
    ...{ share: '80.00%', average: 800_000n },
  },
];

describeOnEachEngine('wages of posts as they were published', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => (opened = await open()));
  afterAll(() => opened.close());

  it.each(PUBLISHED)(
    '$town: month by month, to the fen, and half a day less leaves its pay',
    async (published) => {
      const { town, received, wages, posts, halfOfApril, months } = published;
      const village = await Village.start(opened.database, { name: town });
      await village.openWith(received);
      await addPerson(opened.database, village.id, DEPUTY.by);
      const on = postsOf(opened.database, village);
      const { clock, plans, monthGrants } = village.services;
      const attendance = attendanceOn(opened.database, clock, village.services);
      const paying = new PostWagesService(opened.database, clock, attendance, monthGrants);
      let place = 0;
      for (const { name, kind, count, standard, fromFebruary = 0 } of posts) {
        const form = postForm({
          postKind: kind,
          postName: name,
          seats: String(count),
          postFrom: '2024-12-01',
        });
        const { id: postId } = await on.posts.openPost(village.id, form, ACCOUNTANT);
        const at = { collectiveId: village.id, postId };
        const pays = standardForm({ standardFrom: '2025-01', standardAmount: standard });
        await on.posts.setStandard(at, pays, ACCOUNTANT);
        for (let each = 0; each < count; each += 1) {
          place += 1;
          const identity = identityOf(place, published.born);
          const personName = `Li ${'ABCDEFGHIJ'[place % 10] ?? ''}`;
          await enterPerson(on, village.id, { personName, identity, status: 'lifted_out' });
          const from = each < fromFebruary ? '2025-02-01' : '2025-01-01';
          const shown = { shownFrom: '2024-12-20', shownTo: '2024-12-27', appointedFrom: from };
          const seat = appointForm({ appointee: String(place), ...shown, agreement: `no ${String(place)}` });
          await on.appointments.appoint(at, seat, ACCOUNTANT);
        }
      }
      const plan = await village.approvedPlan([claimOf(wages, { beneficiaries: String(place) })]);
      const claimId = plan.claimIds[0] ?? '';
      const granted = async (): Promise<Fen> =>
        sumFen((await plans.requirePlan(village.id, plan.id)).lines.map((line) => line.granted));
      clock.moveTo('2026-01-10');
      const enter = async (month: Month, last?: string) => {
        const rows = await attendance.listRows(village.id, month);
        const half = (index: number) => month === '2025-04' && index === halfOfApril;
        const days = rows.map(({ appointmentId, possible }, index): [string, string] => [
          appointmentId,
          last !== undefined && index === rows.length - 1 ? last : half(index) ? '15' : String(possible),
        ]);
        const form = { month, days: Object.fromEntries<string>(days), attendanceReason: '' };
        return (await attendance.enterSheet(village.id, form, ACCOUNTANT)).id;
      };
      const accept = (sheetId: string) =>
        paying.acceptSheet(village.id, { sheetId, claimId, acceptedOn: '2026-01-10' }, DEPUTY);
      let so: Fen = 0n;
      for (const [index, month] of MONTHS.entries()) {
        const sheetId = await enter(month);
        expect(await granted()).toBe(so);
        await accept(sheetId);
        so += months[index] ?? 0n;
        expect(await granted()).toBe(so);
      }
      expect(so).toBe(wages);
      expect(percentText(printedShare(so, received) ?? 0n)).toBe(published.share);
      // Rounded to the yuan: 267,400 / 57 = 4,691.23.
      expect(((so / BigInt(place) + 50n) / 100n) * 100n).toBe(published.average);
      // December taken back and entered with half a day less leaves what that half day is paid.
      const owed = (await attendance.listSheets(village.id, '2025-12')).find(({ state }) => state === 'owed');
      await village.reverse(owed?.acceptance?.entryId ?? '', '2026-01-10');
      await accept(await enter('2025-12', '30.5'));
      const monthDays = daysInclusive(firstDayOf('2025-12'), lastDayOf('2025-12'));
      const standard = posts.at(-1)?.standard === '400.00' ? 40_000n : 66_000n;
      const short = standard - (standard * 61n * 2n + BigInt(monthDays) * 2n) / (BigInt(monthDays) * 4n);
      expect(await granted()).toBe(wages - short);
      expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
    },
    120_000,
  );
});
