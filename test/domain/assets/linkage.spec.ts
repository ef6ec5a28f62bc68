import type { LeaseTerms, LinkageDuties } from '../../../src/domain/assets/lease';
import {
  type LinkageReport,
  type LinkageReportForm,
  linkageYears,
  readLinkageReport,
  workersOfYear,
} from '../../../src/domain/assets/linkage';

const TERMS: LeaseTerms = {
  ...{ firstOn: '2023-07-02', lastOn: '2025-12-31', type: 'fixed', rates: [], perMonths: 12 },
  ...{ everyMonths: 12, due: { rule: 'afterStart', days: 0 } },
};
const report = (from: string, to: string, wish: Partial<LinkageReport> = {}): LinkageReport => ({
  ...{ from, to, jobs: 10, helpedJobs: 4, wages: 1_000_000n, helpedWages: 400_000n },
  ...wish,
});
const FORM: LinkageReportForm = {
  ...{ linkageFrom: '2024-01-01', linkageTo: '2024-06-30', jobsGiven: '10', helpedJobs: '4' },
  ...{ wagesGiven: '10,000.00', helpedWages: '4000', linkagePaper: 'pay sheets' },
};

describe('a report of who worked for a tenant', () => {
  const read = (form: Partial<LinkageReportForm> = {}, reports: LinkageReport[] = []) =>
    readLinkageReport({ ...FORM, ...form }, { terms: TERMS, today: '2025-07-20', reports });

  it('says days, people and wages, and by which paper', () => {
    expect(read()).toEqual({
      ...{ report: report('2024-01-01', '2024-06-30'), paper: 'pay sheets', problems: [] },
    });
  });

  it.each<{ rule: string; form: Partial<LinkageReportForm>; reports?: LinkageReport[]; codes: string[] }>([
    {
      rule: 'ends after it begins',
      form: { linkageTo: '2023-12-31' },
      codes: ['calendar.reversed linkageTo'],
    },
    { rule: 'is of one year', form: { linkageTo: '2025-01-31' }, codes: ['linkage.twoYears linkageTo'] },
    {
      rule: 'is of days that are over',
      form: { linkageFrom: '2025-07-01', linkageTo: '2025-07-21' },
      codes: ['linkage.notOver linkageTo'],
    },
    {
      rule: 'may end today',
      form: { linkageFrom: '2025-07-01', linkageTo: '2025-07-20' },
      codes: [],
    },
    {
      rule: 'is of days of the contract',
      form: { linkageFrom: '2023-07-01', linkageTo: '2023-12-31' },
      codes: ['linkage.outside linkageTo'],
    },
    {
      rule: 'tells no day twice',
      form: {},
      reports: [report('2024-06-30', '2024-12-31')],
      codes: ['linkage.reportedAlready linkageTo'],
    },
    {
      rule: 'counts no more helped people than people',
      form: { helpedJobs: '11' },
      codes: ['linkage.moreThanAll helpedJobs'],
    },
    {
      rule: 'pays the helped out of the same wages',
      form: { helpedWages: '10000.01' },
      codes: ['linkage.moreThanAll helpedWages'],
    },
    {
      rule: 'pays nobody where nobody works',
      form: { jobsGiven: '0', helpedJobs: '0', helpedWages: '0' },
      codes: ['linkage.nobodyPaid wagesGiven'],
    },
    {
      rule: 'holds nothing against what cannot be read',
      form: { jobsGiven: '1.5', wagesGiven: 'x' },
      codes: ['form.notACount jobsGiven', 'money.notAnAmount wagesGiven'],
    },
    {
      rule: 'may say that nobody worked',
      form: { jobsGiven: '0', helpedJobs: '0', wagesGiven: '0', helpedWages: '0' },
      codes: [],
    },
    {
      rule: 'says everything at once',
      form: { linkageFrom: '', jobsGiven: '', helpedJobs: 'few', wagesGiven: '', linkagePaper: ' ' },
      codes: [
        ...['form.missing linkageFrom', 'form.missing jobsGiven', 'form.notACount helpedJobs'],
        ...['form.missing wagesGiven', 'form.missing linkagePaper'],
      ],
    },
    {
      rule: 'names no number of a person',
      form: { linkagePaper: '13812345678' },
      codes: ['form.privateNumber linkagePaper'],
    },
  ])('$rule', ({ form, reports, codes }) => {
    expect(read(form, reports).problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});

describe('what a tenant promised, held against what was reported', () => {
  const years = (duties: Partial<LinkageDuties>, reports: LinkageReport[], today = '2025-07-20') =>
    linkageYears(
      { terms: TERMS, duties: { jobs: undefined, wagesPerYear: undefined, ...duties } },
      reports,
      today,
    );

  it('is nothing where nothing was promised', () => {
    expect(years({}, [report('2024-01-01', '2024-12-31')])).toEqual([]);
  });

  it('is told year by year, of the days that are over', () => {
    expect(
      years({ jobs: 12 }, []).map(({ from, to, isOver, unreported, jobs, jobsShort }) => [
        from,
        to,
        isOver,
        unreported,
        jobs,
        jobsShort,
      ]),
    ).toEqual([
      ['2023-07-02', '2023-12-31', true, 183, undefined, 0],
      ['2024-01-01', '2024-12-31', true, 366, undefined, 0],
      ['2025-01-01', '2025-07-20', false, 201, undefined, 0],
    ]);
  });

  it.each<{
    rule: string;
    duties: Partial<LinkageDuties>;
    reports: LinkageReport[];
    short: (number | bigint)[];
  }>([
    {
      rule: 'the fewest of any report count',
      duties: { jobs: 12 },
      reports: [report('2024-01-01', '2024-06-30', { jobs: 14 }), report('2024-07-01', '2024-12-31')],
      short: [2, 0n],
    },
    {
      rule: 'enough is enough',
      duties: { jobs: 10 },
      reports: [report('2024-01-01', '2024-12-31')],
      short: [0, 0n],
    },
    {
      rule: 'of helped people the helped alone count',
      duties: { jobs: 10, for: 'helped' },
      reports: [report('2024-01-01', '2024-12-31')],
      short: [6, 0n],
    },
    {
      rule: 'wages of a whole year are held against the year',
      duties: { wagesPerYear: 1_000_001n },
      reports: [report('2024-01-01', '2024-12-31')],
      short: [0, 1n],
    },
    {
      rule: 'and those of the helped alone, where they were promised to them',
      duties: { wagesPerYear: 500_000n, for: 'helped' },
      reports: [report('2024-01-01', '2024-12-31')],
      short: [0, 100_000n],
    },
    {
      rule: 'what is not reported wholly is not short yet',
      duties: { wagesPerYear: 2_000_000n },
      reports: [report('2024-01-01', '2024-12-30')],
      short: [0, 0n],
    },
  ])('$rule', ({ duties, reports, short }) => {
    const found = years(duties, reports).find(({ year }) => year === 2024);
    expect([found?.jobsShort, found?.wagesShort]).toEqual(short);
  });

  it('promises for a part of a year the part by days, half up', () => {
    // 1,000.00 x 183 / 365 = 501.369…
    const [first] = years({ wagesPerYear: 100_000n }, [report('2023-07-02', '2023-12-31', { wages: 0n })]);
    expect(first?.wagesShort).toBe(50_137n);
  });
});

describe('who worked at an asset in a year', () => {
  it('is of no account where nothing was reported', () => {
    expect(workersOfYear([[report('2023-07-02', '2023-12-31')], []], 2024)).toBeUndefined();
  });

  it('adds the contracts up, each by its last report', () => {
    const east = [report('2024-07-01', '2024-12-31', { jobs: 8 }), report('2024-01-01', '2024-06-30')];
    const west = [report('2024-01-01', '2024-12-31', { helpedJobs: 1, helpedWages: 1n })];
    expect(workersOfYear([east, west], 2024)).toEqual({ jobs: 18, helpedJobs: 5, wagePerHelped: 160_000n });
  });

  it('says no yearly wage of a year that is reported in part, or where no helped one worked', () => {
    expect(workersOfYear([[report('2024-01-01', '2024-12-30')]], 2024)?.wagePerHelped).toBeUndefined();
    const none = report('2024-01-01', '2024-12-31', { helpedJobs: 0, helpedWages: 0n });
    expect(workersOfYear([[none]], 2024)?.wagePerHelped).toBeUndefined();
  });
});
