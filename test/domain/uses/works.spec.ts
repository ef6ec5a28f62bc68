import { Findings } from '../../../src/domain/ledger/check-pass';
import { checkSheets, type KeptWorks } from '../../../src/domain/uses/check-sheets';
import { daysText, labourPay, readLabourRows, type Worker } from '../../../src/domain/uses/labour-rows';
import { owedOn } from '../../../src/domain/uses/owed-on';
import {
  claimFunds,
  readWork,
  togetherProblems,
  type Work,
  type WorkForm,
  workFigures,
} from '../../../src/domain/uses/work';
import { acceptanceProblems } from '../../../src/domain/uses/work-acceptance';
import { daysTwice, type WorkedSpan } from '../../../src/domain/uses/work-days';
import { readWorkSheet, type WorkSheetForm } from '../../../src/domain/uses/work-sheet';

const worker = (memberNumber: number, name: string, status?: string): Worker => ({
  ...{ memberId: `m${String(memberNumber)}`, memberNumber, name, status },
  ...{ age: 40, labour: 'able', officerRelation: 'none' },
});
const WORKERS = [worker(1, '李四', '脱贫人口'), worker(2, '王五'), worker(3, '赵六'), worker(4, '赵六')];
const GIVEN = { today: '2025-07-05', workers: WORKERS, onPosts: [] };
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

describe('what days at a rate come to', () => {
  it.each<[halfDays: number, rate: bigint, pay: bigint, days: string]>([
    [10, 12_000n, 60_000n, '5'],
    [1, 12_000n, 6_000n, '0.5'],
    [1, 12_001n, 6_001n, '0.5'],
    [3, 1n, 2n, '1.5'],
    [2, 1n, 1n, '1'],
  ])('%d half days at %d fen are %d fen', (halfDays, rate, pay, days) => {
    expect(labourPay(halfDays, rate)).toBe(pay);
    expect(daysText(halfDays)).toBe(days);
  });
});

describe('the rows of a labour sheet', () => {
  const read = (text: string) => readLabourRows(text, { workers: WORKERS, most: 5 });

  it('are read as they come out of a spreadsheet, whoever is named by number or name', () => {
    const { lines, problems } = read('李四\t5\t120\r\n\r\n ２  4.5, 120.00\n');
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      { memberId: 'm1', halfDays: 10, rate: 12_000n, amount: 60_000n, status: '脱贫人口' },
      { memberId: 'm2', halfDays: 9, rate: 12_000n, amount: 54_000n, status: undefined },
    ]);
  });

  it.each<[row: string, code: string]>([
    ['', 'form.missing'],
    ['李四 5', 'works.rowUnreadable'],
    ['李四 5 1,200.00', 'works.rowUnreadable'],
    ['钱七 5 120', 'works.rowNobody'],
    ['9 5 120', 'works.rowNobody'],
    ['赵六 5 120', 'works.rowSeveral'],
    ['1 0 120', 'works.rowDays'],
    ['1 -1 120', 'works.rowDays'],
    ['1 4.3 120', 'works.rowDays'],
    ['1 五 120', 'works.rowDays'],
    ['1 5.5 120', 'works.rowTooManyDays'],
    ['1 5 0', 'works.rowRate'],
    ['1 5 120.005', 'works.rowRate'],
    ['1 5 -3', 'works.rowRate'],
    ['1 2 120\n李四 1 120', 'works.rowTwice'],
  ])('"%s" is refused as %s', (row, code) => {
    expect(codes(read(row).problems)).toEqual([code]);
  });

  it('hold the days of the sheet and not half a day more', () => {
    expect(codes(read('1 5 120').problems)).toEqual([]);
    expect(codes(read('1 5.5 120').problems)).toEqual(['works.rowTooManyDays']);
  });
});

describe('days of work', () => {
  const span = (from: string, to: string, halfDays: number): WorkedSpan => ({
    ...{ memberId: 'm1', from: `2025-07-${from}`, to: `2025-07-${to}`, halfDays },
  });

  it.each<[what: string, spans: WorkedSpan[], found: number]>([
    ['one sheet that fills its days', [span('01', '05', 10)], 0],
    ['two sheets one after the other', [span('01', '05', 10), span('06', '10', 10)], 0],
    ['two sheets of the same days that fit', [span('01', '05', 5), span('01', '05', 5)], 0],
    ['two sheets of the same days, half a day too many', [span('01', '05', 5), span('01', '05', 6)], 1],
    ['sheets that overlap and fit', [span('01', '05', 10), span('04', '08', 6)], 0],
    ['sheets that overlap, half a day too many', [span('01', '05', 10), span('04', '08', 7)], 1],
    ['a short one within a long one', [span('01', '31', 60), span('10', '10', 2)], 0],
    ['a short one within a full one', [span('01', '31', 62), span('10', '10', 1)], 1],
    ['others', [{ ...span('01', '05', 10), memberId: 'm2' }, span('01', '05', 10)], 0],
  ])('%s', (_what, spans, found) => {
    expect(daysTwice(['m1'], spans)).toHaveLength(found);
  });

  it('fit exactly when somebody can lay them out day by day', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round += 1) {
      const spans = Array.from({ length: 1 + random(4) }, () => {
        const from = 1 + random(5);
        const to = from + random(6 - from);
        return { memberId: 'm1', from, to, halfDays: 1 + random(2 * (to - from + 1)) };
      });
      const dated = spans.map((each) => ({
        ...each,
        ...{ from: `2025-07-0${String(each.from)}`, to: `2025-07-0${String(each.to)}` },
      }));
      expect(daysTwice(['m1'], dated).length === 0).toBe(canBeLaidOut(spans));
    }
  });
});

/** Lays halves of days out, the sheet that ends first before the others. */
function canBeLaidOut(spans: readonly { from: number; to: number; halfDays: number }[]): boolean {
  const left = spans.map((each) => ({ ...each }));
  for (let day = 1; day <= 5; day += 1) {
    for (let half = 0; half < 2; half += 1) {
      const open = left.filter((each) => each.from <= day && each.to >= day && each.halfDays > 0);
      const [next] = open.sort((one, other) => one.to - other.to);
      if (next !== undefined) next.halfDays -= 1;
    }
  }
  return left.every(({ halfDays }) => halfDays === 0);
}

describe('a labour sheet', () => {
  const FORM: WorkSheetForm = {
    ...{ item: 'labour_pay', from: '2025-07-01', to: '2025-07-05' },
    ...{ labourRows: '1 5 120', paper: 'signed list' },
  };
  const terms = { leastAge: 16, mostAge: 60, dayAsksAbove: '500' };
  const read = (change: Partial<WorkSheetForm>, worked: WorkedSpan[] = []) =>
    readWorkSheet({ ...FORM, ...change }, { ...GIVEN, worked, terms });

  it.each<[change: Partial<WorkSheetForm>, found: string[]]>([
    [{}, []],
    [{ item: '' }, ['form.missing']],
    [{ item: 'food' }, ['form.notAllowed']],
    [{ item: 'materials' }, []],
    [{ to: '2025-07-06' }, ['works.notOver']],
    [{ from: '2025-06-30' }, ['works.acrossMonths']],
    [{ from: '2025-07-06' }, ['calendar.reversed']],
    [{ to: '5 July' }, ['calendar.notADay']],
    [{ paper: ' ' }, ['form.missing']],
    [{ paper: 'ask 13800138000' }, ['form.privateNumber']],
  ])('%j', (change, found) => {
    expect(codes(read(change).problems)).toEqual(found);
  });

  it('does not write down a day of somebody that stands on another sheet', () => {
    const other = { memberId: 'm1', from: '2025-07-03', to: '2025-07-03', halfDays: 1 };
    expect(codes(read({}, [other]).problems)).toEqual(['works.daysTwice']);
    expect(codes(read({ labourRows: '1 4.5 120' }, [other]).problems)).toEqual([]);
  });

  it.each<[acceptedOn: string, by: string, found: string[]]>([
    ['2025-07-06', 'ben', []],
    ['2025-07-20', 'ben', []],
    ['2025-07-05', 'ben', ['uses.acceptedBeforeEntry']],
    ['2025-07-04', 'ben', ['works.acceptedEarly']],
    ['2025-07-21', 'ben', ['works.acceptedAhead']],
    ['', 'ben', ['form.missing']],
    ['2025-07-06', 'ann', ['works.ownSheet']],
  ])('is accepted on %s by %s: %j', (acceptedOn, by, found) => {
    const sheet = { what: 'sheet', to: '2025-07-05', enteredBy: 'ann', enteredOn: '2025-07-06' } as const;
    const given = { acceptedOn, by, today: '2025-07-20' };
    expect(codes(acceptanceProblems(sheet, given))).toEqual(found);
    const said: Record<string, string> = {
      'works.acceptedEarly': 'industry.acceptedEarly',
      'works.ownSheet': 'industry.ownStage',
    };
    expect(codes(acceptanceProblems({ ...sheet, what: 'stage' }, given))).toEqual(
      found.map((code) => said[code] ?? code),
    );
  });

  it.each<[acceptedOn: string, approvedOn: string, open: string[], day: string]>([
    ['2025-07-11', '2025-07-08', ['2025-07'], '2025-07-11'],
    ['2025-08-03', '2025-07-08', ['2025-07', '2025-08'], '2025-07-31'],
    ['2025-08-03', '2025-07-08', ['2025-08'], '2025-08-03'],
    ['2025-08-03', '2025-07-31', ['2025-07'], '2025-07-31'],
    ['2025-08-03', '2025-08-01', ['2025-07', '2025-08'], '2025-08-03'],
  ])('accepted on %s under a plan of %s, %j open, is owed on %s', (acceptedOn, approvedOn, open, day) => {
    expect(owedOn({ month: '2025-07', acceptedOn, approvedOn, openMonths: open })).toBe(day);
  });
});

describe('a small public work', () => {
  const FORM: WorkForm = {
    ...{ claimId: 'c', workName: 'ditch', workInvestment: '', workCentral: '', workRegion: '' },
    projectId: '',
  };
  const read = (change: Partial<WorkForm>) =>
    readWork({ ...FORM, ...change }, { claims: ['c'], namesTaken: ['road'], projects: ['p'] });

  it.each<[change: Partial<WorkForm>, found: string[]]>([
    [{}, []],
    [{ claimId: '' }, ['form.missing']],
    [{ claimId: 'd' }, ['works.claimUnknown']],
    [{ workName: ' ' }, ['form.missing']],
    [{ workName: 'road' }, ['works.nameTaken']],
    [{ workName: 'ｒo  ad' }, ['works.nameTaken']],
    [{ workName: 'road.' }, ['works.nameTaken']],
    [{ projectId: 'p' }, []],
    [{ projectId: 'q' }, ['works.projectUnknown']],
    [{ workInvestment: '20' }, []],
    [{ workInvestment: '0' }, ['money.notPositive']],
    [{ workCentral: '5' }, ['works.fundsWithoutInvestment']],
    [{ workInvestment: '20', workCentral: '15', workRegion: '5' }, []],
    [{ workInvestment: '20', workCentral: '15', workRegion: '5.01' }, ['works.fundsAboveInvestment']],
  ])('%j', (change, found) => {
    expect(codes(read(change).problems)).toEqual(found);
  });

  it('counts everybody once and tells what went to those to be helped', () => {
    const line = (memberId: string, amount: bigint, status?: string) => ({ memberId, amount, status });
    const figures = workFigures([line('a', 60n, 'x'), line('b', 30n), line('a', 10n, 'x')]);
    expect(figures).toEqual({ labour: 100n, toHelped: 70n, workers: 2, helped: 1 });
  });

  type Part = Pick<Work, 'name' | 'relief'>;
  const part = (name: string, investment?: bigint): Part => {
    return { name, relief: investment === undefined ? undefined : { investment, central: 2n, region: 1n } };
  };

  it('is judged with the other works of its claim, once each says what it costs', () => {
    expect(claimFunds([part('a'), part('b')])).toBeUndefined();
    expect(claimFunds([part('a', 10n), part('b', 5n)])).toEqual({
      ...{ funds: { investment: 15n, central: 4n, region: 2n }, count: 2, missing: [] },
    });
    expect(claimFunds([part('a', 10n), part('b'), part('c')])?.missing).toEqual(['b', 'c']);
  });

  it.each<[what: string, work: Part, others: Part[], found: string[]]>([
    ['alone', part('a'), [], []],
    ['for relief, alone', part('a', 1n), [], []],
    ['beside its like', part('a'), [part('b')], []],
    ['for relief, beside its like', part('a', 1n), [part('b', 1n)], []],
    ['without a total, beside work for relief', part('a'), [part('b', 1n)], ['works.totalMissing']],
    ['for relief, beside a work without a total', part('a', 1n), [part('b')], ['works.totalsMissing']],
  ])('%s', (_what, work, others, found) => {
    expect(codes(togetherProblems(work, others))).toEqual(found);
  });
});

describe('the check of sheets', () => {
  const line = { memberId: 'm1', halfDays: 10, rate: 12_000n, amount: 60_000n, status: undefined };
  const sheet = {
    ...{ id: 's', sheetNumber: 1, to: '2025-07-05', amount: 60_000n, enteredBy: 'ann' },
    ...{ withdrawn: undefined, lines: [line] },
  };
  const acceptance = {
    ...{ sheetId: 's', grantId: 'g', entryId: 'e', acceptedOn: '2025-07-05', acceptedBy: 'ben' },
  };
  const grant = { id: 'g', claimId: 'c', entryId: 'e', amount: 60_000n };
  const DITCH = { name: 'ditch', claimId: 'c', acts: [], finished: undefined, withdrawn: undefined };
  const SOUND: KeptWorks = {
    works: [{ ...DITCH, sheets: [sheet] }],
    ...{ acceptances: [acceptance], grants: [grant], reversed: new Set() },
  };
  const withSheet = (change: Partial<typeof sheet> | { withdrawn: string }): KeptWorks => ({
    ...SOUND,
    works: [{ ...DITCH, sheets: [{ ...sheet, ...change }] }],
  });
  const again = { ...acceptance, grantId: 'h', entryId: 'f' };
  const twice = { acceptances: [acceptance, again], grants: [grant, { ...grant, id: 'h', entryId: 'f' }] };

  it.each<[what: string, kept: KeptWorks, found: string[]]>([
    ['what nobody touched', SOUND, []],
    ['a sheet that is not accepted', { ...SOUND, acceptances: [], grants: [] }, []],
    ['accepted anew after its reversal', { ...SOUND, ...twice, reversed: new Set(['e']) }, []],
    ['owed twice', { ...SOUND, ...twice }, ['check.sheetGrantDiffers']],
    ['a row of another amount', withSheet({ lines: [{ ...line, amount: 60_001n }] }), ['check.sheetDiffers']],
    ['fewer days', withSheet({ lines: [{ ...line, halfDays: 9 }] }), ['check.sheetDiffers']],
    ['a sum of its own', withSheet({ amount: 59_999n }), ['check.sheetDiffers', 'check.sheetGrantDiffers']],
    ['accepted by its own writer', withSheet({ enteredBy: 'ben' }), ['check.sheetGrantDiffers']],
    ['accepted before the work', withSheet({ to: '2025-07-06' }), ['check.sheetGrantDiffers']],
    ['withdrawn while it is owed', withSheet({ withdrawn: 'why' }), ['check.sheetGrantDiffers']],
    [
      'a grant of another claim',
      { ...SOUND, grants: [{ ...grant, claimId: 'd' }] },
      ['check.sheetGrantDiffers'],
    ],
    ['no acceptance of its grant', { ...SOUND, acceptances: [] }, ['check.grantWithoutSheet']],
    ['a grant taken back', { ...SOUND, acceptances: [], reversed: new Set(['e']) }, []],
  ])('%s', (_what, kept, found) => {
    const findings = new Findings('works');
    checkSheets(kept, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(found);
  });

  it('tells what the days come to, what the rows say and what the sheet says', () => {
    const findings = new Findings('works');
    checkSheets(withSheet({ lines: [{ ...line, amount: 60_001n }] }), findings);
    expect(findings.breaks[0]?.facts).toMatchObject({ found: '600.00', rows: '600.01', kept: '600.00' });
  });
});
