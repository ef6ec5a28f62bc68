import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, servicesOn } from '../support/village';
import { SetClock } from '../../src/platform/clock/clock';

const codesOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [(error as { code: string }).code];
    },
  );

const line = (ledgerAccount: string, signed: bigint, pool: 'pv' | 'other' = 'other') => ({
  ...{ ledgerAccount, pool },
  side: signed > 0n ? ('debit' as const) : ('credit' as const),
  amount: signed > 0n ? signed : -signed,
});

describeOnEachEngine('the change of the chart of accounts', (open) => {
  let opened: OpenDatabase;
  let services: ReturnType<typeof servicesOn>;
  let id: string;

  beforeEach(async () => {
    opened = await open();
    services = servicesOn(opened.database, new SetClock('2024-01-05'));
    const village = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: 'Donghe', organisationName: 'Donghe cooperative' },
      ...{ regionPath: ['341200'], noticeLabel: 'DH', routeId: null, contacts: [] },
      ...{ booksOpenOn: '2023-11-01', chart: '2004' },
    });
    id = village.id;
    await services.openings.recordShort(
      id,
      { on: '2023-11-01', bank: [{ pool: 'other', amount: 900n }], receivables: [] },
      ACCOUNTANT,
    );
    await post('2023-11-20', [line('154', 40n), line('153', -40n)]);
    await post('2023-11-21', [line('502', 30n), line('152', -30n)]);
  });
  afterEach(() => opened.close());

  const post = (postedOn: string, postings: ReturnType<typeof line>[]) =>
    opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', postedOn, aboutPeriod: postedOn.slice(0, 7), statementOn: postedOn },
        ...{ summary: 's', source: { kind: 'test', id: '1' }, postings, preparedBy: 'accountant' },
      }),
    );
  const closeYear = async () => {
    await services.months.holdMonth(id, '2023-11', ACCOUNTANT);
    for (const step of ['income', 'surplus'] as const) {
      const form = { step, explanation: 'a sale under way' };
      await services.yearEnd.closeStep({ collectiveId: id, year: 2023 }, form, ACCOUNTANT);
    }
  };
  const change = () =>
    services.chartChange.changeChart(id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
  const closingOf = async (first: string, last: string) => {
    const { rows } = await services.books.trialBalance(id, { first, last });
    return rows.map(({ account, closing }) => [account.code, account.name, closing]);
  };

  it('carries every balance by meaning, and the old codes read under their own chart', async () => {
    await closeYear();
    const money = () => services.surplus.undistributed(id, { pool: 'other', day: '2024-01-01' });
    const before = await money();
    await change();
    expect(await closingOf('2024-01', '2024-01')).toEqual([
      ['102', '银行存款', 900n],
      ['152', '累计折旧', -30n],
      ['153', '在建工程', 40n],
      ['154', '固定资产清理', -40n],
      ['32201', '未分配收益', -870n],
    ]);
    const old = await closingOf('2023-11', '2023-12');
    expect(old.every(([, , closing]) => closing === 0n)).toBe(true);
    expect(old.map(([code, name]) => `${String(code)} ${String(name)}`)).toContain('502 经营支出');
    expect(await money()).toBe(before);
    const chartsBooked = (await services.books.listVouchers(id, { first: '2023-12', last: '2024-01' })).map(
      ({ chart, postedOn }) => [chart, postedOn],
    );
    expect(chartsBooked.slice(-2)).toEqual([
      ['2004', '2023-12-31'],
      ['2023', '2024-01-01'],
    ]);
  });

  it('books nothing before its day any more, and mirrors nothing of the old chart', async () => {
    await closeYear();
    await change();
    expect(await codesOf(post('2023-12-31', [line('153', 1n), line('154', -1n)]))).toEqual([
      'period.otherChart',
    ]);
    const [first, ...rest] = await services.books.listVouchers(id, { first: '2023-11', last: '2024-01' });
    const reverse = (entryId: string) =>
      services.reversing.reverseVoucher(
        id,
        { entryId, reason: 'wrongAmount', postedOn: '2024-01-05' },
        ACCOUNTANT,
      );
    expect(await codesOf(reverse(rest[0]?.entryId ?? ''))).toEqual(['reversal.otherChart']);
    expect(await codesOf(reverse(rest.at(-1)?.entryId ?? ''))).toEqual(['reversal.ofChartChange']);
    expect(first?.source.kind).toBe('opening');
  });

  it('waits for the year to be closed, for its day, and for books that are not ahead of it', async () => {
    expect(await codesOf(change())).toEqual(['chartChange.yearNotClosed']);
    await closeYear();
    services.clock.moveTo('2023-12-31');
    expect(await codesOf(change())).toEqual(['chartChange.notYet']);
    services.clock.moveTo('2024-01-05');
    await post('2024-01-02', [line('154', 1n), line('153', -1n)]);
    expect(await codesOf(change())).toEqual(['chartChange.bookedAfter']);
  });

  it('is done once, and asks where several accounts may take a balance', async () => {
    await post('2023-11-22', [line('131', 5n), line('154', -5n)]);
    await closeYear();
    expect(await codesOf(change())).toEqual(['chartChange.choiceMissing']);
    const form = { year: 2024, chart: '2023', choices: { '131': '132' } };
    await services.chartChange.changeChart(id, form, ACCOUNTANT);
    expect(await closingOf('2024-01', '2024-01')).toContainEqual(['132', '生产性生物资产', 5n]);
    expect(await codesOf(change())).toEqual(['chartChange.notKnown']);
  });
});
