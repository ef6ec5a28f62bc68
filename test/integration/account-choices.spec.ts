import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from '../../src/domain/ledger/chart';
import { type Posting, signedAmount } from '../../src/domain/ledger/journal-entry';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LedgerService } from '../../src/features/ledger/ledger.service';
import { auditRecords } from '../../src/features/oversight/audit-records';
import { SetClock } from '../../src/platform/clock/clock';
import { FULL, OLD } from '../domain/ledger/entries.fixture';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { seedRegisters } from '../support/seed-registers';
import { tempFolder } from '../support/temp-folder';
import { ACCOUNTANT, claimOf, DEPUTY, type Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { Counties, refusalOf } from './account-choices.fixture';
import { rowsOf } from './audit-file.fixture';
import { PERSON, SHEET, WORK } from './works.fixture';

const BEGUN = [['accountChoice.yearBegun', { posted: 2025, first: 2026 }]];
const SUBSIDY = { ledgerAccount: '503', fromYear: '2026' };
const USES = ['postWages', 'worksLabour', 'rewards', 'industry'] as const;
/** What a plan calls them. */
const BUCKETS = ['posts', 'labour', 'reward', 'industry'];

/** Grants 1.00 on an account, as a voucher of before accounts were kept. */
function grantOn({ id, services }: Village, ledgerAccount: string, against: string): Promise<unknown> {
  const shared = { amount: 100n, pool: 'pv' } as const;
  const postings: Posting[] = [
    { ...shared, ledgerAccount, side: 'debit', poolFlow: 'granted' },
    { ...shared, ledgerAccount: against, side: 'credit' },
  ];
  return services.database.inTransaction(id, (tx) =>
    services.ledger.post(tx, id, {
      ...{ event: 'uses.granted', postedOn: '2025-06-30', statementOn: '2025-06-30', postings },
      ...{ aboutPeriod: '2025-06', summary: 'older', source: { kind: 'grant', id: 'g' }, attachments: 1 },
      preparedBy: ACCOUNTANT.by,
    }),
  );
}

/** The charts of 2023 with wages on another account. */
function changedCharts(): ChartService {
  const seeds = tempFolder();
  const folder = join(seeds, 'chart-of-accounts');
  cpSync(join(__dirname, '../../seeds/chart-of-accounts'), folder, { recursive: true });
  const file = join(folder, '2023.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('postWages: "514"', 'postWages: "322"'));
  return new ChartService(seeds);
}

describeOnEachEngine('the account of a use, as a county chooses it', (open) => {
  let opened: OpenDatabase;
  let counties: Counties;
  const clock = new SetClock('2025-07-20');

  const expectSound = async (...villages: Village[]): Promise<void> => {
    for (const { id, services } of villages)
      expect(await services.check.checkBooks(id)).toMatchObject({ breaks: [] });
  };

  beforeAll(async () => {
    opened = await open();
    counties = new Counties(opened, clock);
  });
  beforeEach(() => clock.moveTo('2025-07-20'));
  afterAll(() => opened.close());

  it('is what ships until a county chooses; one voucher fixes its year for all of the county', async () => {
    const { officeId, village, beside } = await counties.foundTwo();
    expect(await counties.grant(village, 'posts')).toEqual(['514']);
    expect(await counties.keptOf(village)).toEqual(['2025 postWages 514']);
    expect(await refusalOf(counties.choose(officeId, 'postWages'))).toEqual(BEGUN);
    await counties.choose(officeId, 'postWages', { fromYear: '2026' });
    expect(await counties.grant(beside, 'posts')).toEqual(['514']);
    clock.moveTo('2026-01-05');
    expect(await counties.accountFor(beside, 'postWages')).toBe('322');
    expect(await counties.keptOf(beside)).toEqual(['2025 postWages 514', '2026 postWages 322']);
    const back = counties.choose(officeId, 'postWages', { ledgerAccount: '514', fromYear: '2026' });
    expect(await refusalOf(back)).toEqual([['accountChoice.yearBegun', { posted: 2026, first: 2027 }]]);
  });

  it('is chosen for a year in which nothing of the use was booked yet, county by county', async () => {
    const [one, other] = [await counties.foundOne(), await counties.foundOne()];
    expect(await counties.accountFor(one.village, 'postWages')).toBe('514');
    // Another use of the same year is free, and so is another county.
    await counties.choose(one.officeId, 'rewards', { ledgerAccount: '515' });
    await counties.choose(other.officeId, 'postWages');
    expect(await counties.grant(one.village, 'posts', 'reward')).toEqual(['514', '515']);
    expect(await counties.grant(other.village, 'posts', 'reward')).toEqual(['322', '514']);
    await expectSound(one.village, other.village);
    const asked = { chart: '2023', useName: 'postWages' };
    const told = await counties.choices.requireUse(other.village.id, asked);
    expect(told).toMatchObject({ isFixed: true, firstYear: 2026, now: { ledgerAccount: '322' } });
  });

  it('is that of the subsidy of a slip, too', async () => {
    const { officeId, village, beside } = await counties.foundTwo();
    const station = await village.addStation();
    await counties.choose(officeId, 'subsidyIncome', { ledgerAccount: '503' });
    const { voucher } = await village.settle(station, '2025-06', { kwh: 1_000 });
    const { postings } = await village.services.books.requireEntry(village.id, voucher.entryId);
    expect(postings.map((line) => [line.ledgerAccount, signedAmount(line)])).toEqual([
      ['112', 40_000n],
      ['501', -40_000n],
      ['112', 35_000n],
      ['503', -35_000n],
    ]);
    const again = counties.choose(officeId, 'subsidyIncome', { ledgerAccount: '501' });
    expect(await refusalOf(again)).toEqual(BEGUN);
    expect(await counties.accountFor(beside, 'subsidyIncome')).toBe('503');
    await expectSound(village);
  });

  it('turns with the year: December’s sheet of a work and January’s stand on two', async () => {
    const { officeId, village } = await counties.foundOne();
    const { sheets, members } = workSheetsOn(opened.database, village.services);
    await addPerson(opened.database, village.id, DEPUTY.by);
    await members.enterHousehold(village.id, { villageGroup: '1', head: PERSON }, ACCOUNTANT);
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(50_000n, labour)]);
    const work = { ...WORK, claimId: plan.claimIds[0] ?? '' };
    clock.moveTo('2025-12-31');
    const { id: workId } = await sheets.openWork(village.id, work, ACCOUNTANT);
    const owe = async (from: string, to: string): Promise<string> => {
      const form = { ...SHEET, from, to, labourRows: '1 1 100' };
      const { id: sheetId } = await sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT);
      const accepted = { workId, sheetId, acceptedOn: clock.today() };
      return (await sheets.acceptSheet(village.id, accepted, DEPUTY)).voucher.entryId;
    };
    const december = await owe('2025-12-30', '2025-12-31');
    await counties.choose(officeId, 'worksLabour', { fromYear: '2026' });
    clock.moveTo('2026-01-05');
    const january = await owe('2026-01-02', '2026-01-03');
    expect(await counties.debitOf(village, december)).toBe('514');
    expect(await counties.debitOf(village, january)).toBe('322');
    // What is taken back stands where it stood, in whatever year.
    const { entryId } = await village.reverse(december, '2026-01-05');
    const { postings } = await village.services.books.requireEntry(village.id, entryId);
    expect(postings.map((line) => [line.ledgerAccount, signedAmount(line)])).toEqual([
      ['514', -10_000n],
      ['213', 10_000n],
    ]);
    await expectSound(village);
  });

  it('is not moved by a file of accounts that changes within the year', async () => {
    const { village, beside } = await counties.foundTwo();
    const { village: stranger } = await counties.foundOne();
    expect(await counties.grant(village, 'posts')).toEqual(['514']);
    const charts = changedCharts();
    const ledger = new LedgerService(clock, charts, new LedgerReadService(opened.database, charts));
    expect(await counties.accountFor(village, 'postWages', { ledger })).toBe('514');
    expect(await counties.accountFor(beside, 'postWages', { ledger })).toBe('514');
    expect(await counties.accountFor(stranger, 'postWages', { ledger })).toBe('322');
    // The next year begins with what then ships.
    expect(await counties.accountFor(village, 'postWages', { on: '2026-01-05', ledger })).toBe('322');
  });

  it('of a year begun before accounts were kept stands for all uses as it was', async () => {
    const { officeId, village, beside } = await counties.foundTwo();
    await grantOn(village, '514', '213');
    expect(await refusalOf(counties.choose(officeId, 'postWages'))).toEqual(BEGUN);
    expect(await counties.accountFor(village, 'worksLabour')).toBe('514');
    expect(await counties.keptOf(village)).toHaveLength(6);
    expect(await counties.accountFor(beside, 'worksLabour')).toBe('514');
    expect(await counties.keptOf(beside)).toEqual(['2025 worksLabour 514']);
  });

  it('is fixed by nothing that takes an earlier year back', async () => {
    const { officeId, village } = await counties.foundOne();
    const { voucher } = await village.settle(await village.addStation(), '2025-06', { kwh: 1_000 });
    clock.moveTo('2026-01-05');
    await village.reverse(voucher.entryId, '2026-01-05');
    expect(await refusalOf(counties.choose(officeId, 'subsidyIncome', SUBSIDY))).toEqual([]);
    expect(await counties.accountFor(village, 'postWages')).toBe('514');
    expect(await counties.keptOf(village)).toEqual(['2025 subsidyIncome 501', '2026 postWages 514']);
  });

  it('of an older chart is chosen for by itself', async () => {
    const { officeId, under } = await counties.found(0);
    const old = await counties.villageIn(under, '2004');
    await counties.choose(officeId, 'postWages', { chart: '2004' });
    expect(await counties.accountFor(old, 'postWages')).toBe('322');
    expect(await counties.accountFor(old, 'worksLabour')).toBe('551');
    const told = await counties.choices.listFor(officeId);
    expect(told.map(({ chart, uses }) => [chart.version, uses[0]?.now.ledgerAccount])).toEqual([
      ['2023', '514'],
      ['2004', '322'],
    ]);
    const unknown = counties.choose(officeId, 'postWages', { chart: '1999' });
    await expect(unknown).rejects.toMatchObject({ code: 'accountChoice.useUnknown' });
  });

  it('chosen while the first vouchers are booked ends in one order', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const { officeId, village, beside } = await counties.foundTwo();
      const book = (each: Village) => () => counties.accountFor(each, 'postWages');
      const chosen = () => counties.choose(officeId, 'postWages').then(() => 'chosen');
      const acts = [book(village), chosen, book(beside)];
      const tried = round % 2 === 0 ? acts : [chosen, book(village), book(beside)];
      const ended = await Promise.allSettled(tried.map((act) => act()));
      const said = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      const accounts = new Set(said.filter((each) => each !== 'chosen'));
      // One account in the county; the chosen one exactly where the choice was kept.
      expect([...accounts]).toEqual([said.includes('chosen') ? '322' : '514']);
      seen.add([...accounts].join());
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it.each<[string, Chart]>([
    ['2023', FULL],
    ['2004', OLD],
  ])('of %s is carried by the books, whichever is offered', async (version, chart) => {
    // The first account of each use, then the second; a use that has fewer keeps its last.
    for (const place of [0, 1, 2]) {
      const { officeId, under } = await counties.found(0);
      const village = await counties.villageIn(under, version);
      const wanted = USES.map((use) => chart.offers[use].accounts[place] ?? chart.choices[use]);
      for (const [at, use] of USES.entries())
        await counties.choose(officeId, use, { ledgerAccount: wanted[at] ?? '', chart: version });
      expect(await counties.grant(village, ...BUCKETS)).toEqual(wanted);
      await expectSound(village);
      for (const { entryId } of (await village.vouchers()).slice(-USES.length))
        await village.reverse(entryId);
      await expectSound(village);
    }
  });

  it('stands in the file for auditors as the year had it', async () => {
    const { officeId, village } = await counties.foundOne();
    expect(await counties.grant(village, 'posts')).toEqual(['514']);
    await counties.choose(officeId, 'postWages', { fromYear: '2026' });
    await counties.choose(officeId, 'rewards', { ledgerAccount: '515' });
    const ledger = new LedgerCheckService(seedRegisters().charts);
    const choicesIn = async (year: number) => {
      const asked = { version: '2023', year };
      const chart = await ledger.findChartIn(opened.database.reader, village.id, asked);
      return [chart?.choices.postWages, chart?.choices.rewards, chart?.choices.industry];
    };
    expect(await choicesIn(2025)).toEqual(['514', '515', '151']);
    expect(await choicesIn(2026)).toEqual(['322', '515', '151']);
    const { rows } = await auditRecords(opened.database.reader, village.id);
    const told = rowsOf(new Map([['rows.jsonl', Buffer.from(rows)]]), 'year_accounts');
    expect(
      told.map(({ says }) => [says?.['fiscal_year'], says?.['posting_use'], says?.['ledger_account']]),
    ).toEqual([['2025', 'postWages', '514']]);
  });

  it('under construction would be labour of no work: why it is not offered', async () => {
    const { village } = await counties.foundOne();
    await grantOn(village, '153', '211');
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.map(({ code }) => code)).toContain('check.projectLabourDiffers');
  });
});
