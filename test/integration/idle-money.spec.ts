import type { IdleNoteForm } from '../../src/domain/oversight/idle-money';
import { FormProblems } from '../../src/domain/shared/problem';
import type { IdleMoneyService } from '../../src/features/oversight/idle-money.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { idleOn } from '../support/idle';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** A village that began with money, was paid by the grid, and granted and paid some of it. */
describeOnEachEngine('money that lies still', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let idle: IdleMoneyService;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    const station = await village.addStation();
    await village.settle(station, '2025-02', { kwh: 2_000 });
    await village.receive(await village.owed(), '2025-04-20');
    idle = idleOn(village);
  });
  afterAll(() => opened.close());

  const told = async (): Promise<string[]> =>
    (await idle.tell(village.id)).money.map(
      ({ arrivedOn, amount, free, owed, stays, isExplained }) =>
        `${arrivedOn}: ${String(amount)}, ${String(free)} free, ${String(owed)} owed, ` +
        stays.map(({ hop, days, isOver }) => `${hop} ${String(days)}${isOver ? ' over' : ''}`).join(', ') +
        (isExplained ? ', explained' : ''),
    );
  const say = async (wish: Partial<IdleNoteForm>, at = 0): Promise<string> => {
    const { money } = await idle.tell(village.id);
    const form = { countyOn: '', townshipOn: '', idleWhy: '', idleUntil: '', ...wish };
    return idle
      .note({ collectiveId: village.id, entryId: money[at]?.entryId ?? 'none' }, form, ACCOUNTANT)
      .then(
        ({ number }) => `noted ${String(number)}`,
        (error: unknown) =>
          error instanceof FormProblems
            ? error.problems.map(({ code, field }) => `${field} ${code}`).join()
            : (error as { code: string }).code,
      );
  };

  it('is told with how long it lay: 91 days since April are too long', async () => {
    expect(await told()).toEqual([
      '2025-01-01: 100000, 100000 free, 0 owed, village 200 over',
      '2025-04-20: 150000, 150000 free, 0 owed, village 91 over',
    ]);
    const { lying, over, unexplained } = await idle.tell(village.id);
    expect([lying, over, unexplained]).toEqual([250_000n, 250_000n, 250_000n]);
  });

  it('has its reason for a time, and what it says of the hops before', async () => {
    expect(await say({})).toBe('idleWhy idle.nothingSaid');
    expect(await say({ idleWhy: '等补贴', idleUntil: '2025-08-31' })).toBe('idleWhy policy.reasonTooShort');
    expect(await say({ idleWhy: '等下半年一起分' })).toBe('idleUntil form.missing');
    expect(await say({ idleWhy: '等下半年一起分', idleUntil: '2025-07-19' })).toBe('idleUntil idle.untilDay');
    expect(await say({ idleWhy: '等下半年一起分', idleUntil: '2026-01-17' })).toBe('idleUntil idle.untilDay');
    expect(await say({ idleWhy: '等下半年一起分', idleUntil: '2026-01-16' })).toBe('noted 1');
    expect(await say({ countyOn: '2025-03-02', townshipOn: '2025-04-21' }, 1)).toBe(
      'townshipOn idle.afterArrival',
    );
    expect(await say({ countyOn: '2025-04-06', townshipOn: '2025-04-05' }, 1)).toBe(
      'countyOn idle.countyFirst',
    );
    expect(await say({ countyOn: '2025-03-02', townshipOn: '2025-04-05' }, 1)).toBe('noted 1');
    expect(await say({ countyOn: '2025-03-02', townshipOn: '2025-04-05' }, 1)).toBe('idle.nothingChanged');
    expect(await told()).toEqual([
      '2025-01-01: 100000, 100000 free, 0 owed, village 200 over, explained',
      '2025-04-20: 150000, 150000 free, 0 owed, county 34 over, township 15, village 91 over',
    ]);
    expect((await idle.tell(village.id)).unexplained).toBe(150_000n);
    expect(await say({ idleWhy: '名单在公示' }, 9)).toBe('idle.unknown');
  });

  it('has one reason for all that has none, and keeps what was said of its hops', async () => {
    const all = (idleWhy: string) =>
      idle.explainAll(village.id, { idleWhy, idleUntil: '2025-09-30' }, ACCOUNTANT).then(
        ({ count }) => count,
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await all('好')).toBe('form.problems');
    // 两个人同时说,只记一次
    const both = await Promise.all([all('等年底一起分给岗位'), all('等年底一起分给岗位')]);
    expect(both.map(String).sort()).toEqual(['1', 'idle.allExplained']);
    expect(await all('等年底一起分给岗位')).toBe('idle.allExplained');
    expect((await told())[1]).toMatch(/county 34 over, township 15, village 91 over, explained$/);
    expect((await idle.tell(village.id)).unexplained).toBe(0n);
  });

  it('goes by what is granted, the oldest money first', async () => {
    const plan = await village.approvedPlan([claimOf(120_000n)]);
    await village.grant(plan.id, plan.claimIds[0] ?? '');
    expect(await told()).toEqual([
      '2025-01-01: 100000, 0 free, 100000 owed, village 200 over, explained',
      '2025-04-20: 150000, 130000 free, 20000 owed, county 34 over, township 15, village 91 over, explained',
    ]);
  });

  it('stays too long when it was paid late, and what left has a reason without an end', async () => {
    // 1,200.00 of posts, 1,000.00 of it from the money of the first day.
    await village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount: '213', debit: '1200.00', pool: 'pv' }),
          typedLine({ ledgerAccount: '102', credit: '1200.00' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
    expect(await told()).toEqual([
      '2025-01-01: 100000, 0 free, 0 owed, village 200 over, explained',
      '2025-04-20: 150000, 130000 free, 0 owed, county 34 over, township 15, ' +
        'village 91 over, village 91 over, explained',
    ]);
    // What was said ends with the day; nothing of the first lies any more, so that no last day is asked.
    expect(await say({ townshipOn: '2024-12-01' })).toBe('noted 2');
    const found = async () => {
      const { over, unexplained } = await idle.tell(village.id);
      return [over, unexplained].map(String);
    };
    expect((await told())[0]).toMatch(/township 31 over, village 200 over$/);
    expect(await found()).toEqual(['250000', '100000']);
    expect(
      await idle.explainAll(village.id, { idleWhy: '名单公示完了才发', idleUntil: '' }, ACCOUNTANT),
    ).toEqual({
      count: 1,
    });
    expect(await found()).toEqual(['250000', '0']);
  });

  it('keeps what was said on record', async () => {
    const found = async (): Promise<string[]> => {
      const { breaks } = await village.services.check.checkBooks(village.id);
      return breaks.map(({ code }) => code);
    };
    expect(await found()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run("UPDATE idle_notes SET why = 'other' WHERE why IS NOT NULL AND note_number = 1");
    await hand.close();
    expect(await found()).toEqual(['check.rowChanged']);
  });
});
