import { linkageYears, standingReportsOf } from '../../src/domain/assets/linkage';
import { LinkageService } from '../../src/features/assets/linkage.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ACCOUNTANT } from '../support/village';
import { RuledVillage } from './asset-matters.fixture';
import { codesOf } from './leases.fixture';

/** A workshop let from 2018 on to a tenant who promised work for 12 and 200,000.00 of wages a year. */
describeOnEachEngine('what a tenant promised beside the rent', (open) => {
  let opened: OpenDatabase;
  let ruled: RuledVillage;
  let hall: string;
  let leaseId: string;

  beforeAll(async () => {
    opened = await open();
    ruled = await RuledVillage.start(opened.database, '411400', '2019-07-20');
    const answers = { 'asset.land': 'idle_ground', 'asset.invested_by': 'government' };
    hall = await ruled.addAsset({ acquiredOn: '2017-06-01' }, { answers, paper: 'map' });
    const days = { signedOn: '2017-12-20', firstOn: '2018-01-01', lastOn: '2020-12-31' };
    const promised = { jobs: '12', wages: '200000', linkageFor: 'villagers', deposit: '5000' };
    const form = {
      ...typedLease({ assetId: hall, ...days, ...promised }),
      matters: { answers: { 'contract.operator_refused': 'no' }, paper: 'inquiry', reason: '' },
    };
    leaseId = (await ruled.village.services.leases.addLease(ruled.village.id, form, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  it('is held against what was reported, and told to the document in force', async () => {
    const { services, id } = ruled.village;
    const linkage = new LinkageService(services.database, services.clock, services.leases);
    const report = (linkageFrom: string, linkageTo: string, jobsGiven = '10') => {
      const paid = { wagesGiven: '75000', helpedWages: '30000', linkagePaper: 'pay sheets' };
      const form = { linkageFrom, linkageTo, jobsGiven, helpedJobs: '3', ...paid };
      return linkage.report(id, { leaseId, form }, ACCOUNTANT);
    };
    const short = async () => {
      const lease = await services.leases.requireLease(id, leaseId);
      const years = linkageYears(lease, standingReportsOf(lease.reports), '2019-07-20');
      return years.map(({ year, unreported, jobsShort, wagesShort }) => [
        year,
        unreported,
        jobsShort,
        wagesShort,
      ]);
    };
    await ruled.answer({ kind: 'asset', id: hall }, { 'workshop_year.programme': 'poverty_workshop' });
    expect(await ruled.says({ id: hall }, 'SQ-A6a')).toContain('undecided');
    await report('2018-01-01', '2018-06-30', '14');
    expect(await codesOf(report('2018-06-01', '2018-12-31'))).toEqual(['linkage.reportedAlready']);
    const { reportNumber } = await report('2018-07-01', '2018-12-30');
    expect(await codesOf(report('2018-12-30', '2018-12-31'))).toEqual(['linkage.reportedAlready']);
    const withdraw = (reason: string) => linkage.withdraw(id, { leaseId, reportNumber, reason }, ACCOUNTANT);
    expect(await codesOf(withdraw(' '))).toEqual(['form.missing']);
    await withdraw('one day is missing');
    expect(await codesOf(withdraw('again'))).toEqual(['linkage.noSuchReport']);
    await report('2018-07-01', '2018-12-31');
    expect(await short()).toEqual([
      [2018, 0, 2, 5_000_000n],
      [2019, 201, 0, 0n],
    ]);
    // 3 of 10 are helped, and each of them got 60,000.00 / 3 in the year.
    const other = { kind: 'asset' as const, id: hall };
    await ruled.answer(other, { 'workshop_year.invested_by': 'government' });
    expect(await ruled.says({ id: hall }, 'SQ-A6a')).toBe('passed');
    const known = ruled.answer(other, { 'workshop_year.workers': '30' });
    expect(await codesOf(known)).toEqual(['matters.booksKnow']);
    const { reports } = await services.leases.requireLease(id, leaseId);
    expect(reports.map(({ to, withdrawn }) => [to, withdrawn])).toEqual([
      ['2018-06-30', undefined],
      ['2018-12-30', 'one day is missing'],
      ['2018-12-31', undefined],
    ]);
  });
});
