import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT } from '../support/village';
import { ClosedYear, codeOf } from './prior-year-anew.fixture';

const TODAY = '2026-01-20';

/** A contract of 40.00 a year, charged by halves in 2025 and put right in 2026, each on its own place. */
describeOnEachEngine('a contract’s charge of a closed year that is put right', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;
  let contractId: string;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
  });
  afterEach(() => opened.close());

  const agreed = async (): Promise<void> => {
    const { services, id } = year.village;
    const days = { validFrom: '2025-01-01', validTo: '2026-12-31', reason: 'agreed' };
    const wish = { name: 'watch', assetId: year.workshop, amount: '20.00', yearPart: 'half-year', ...days };
    ({ id: contractId } = await services.contracts.addContract(id, typedContract(wish), ACCOUNTANT));
  };

  const charge = async (coversFrom: string, wish: { corrects?: string; otherYear?: string } = {}) => {
    const { corrects, ...typed } = wish;
    const bill = {
      ...{ kind: '', name: '', reason: '', amount: '20.00', contractId, coversFrom },
      ...{ postedOn: year.village.services.clock.today(), ...typed },
    };
    const command = { ...ACCOUNTANT, ...(corrects === undefined ? {} : { corrects }) };
    const { deductions } = year.village.services;
    return (await deductions.recordDeduction(year.village.id, bill, command)).voucher.entryId;
  };
  /** Both halves charged in December 2025. */
  const both = async (): Promise<{ first: string; second: string }> => {
    await agreed();
    year.village.services.clock.moveTo('2025-12-15');
    const [first, second] = [await charge('2025-01-01'), await charge('2025-07-01')];
    year.village.services.clock.moveTo(TODAY);
    await year.close();
    return { first, second };
  };

  it('is of its year, so nobody asks why it counts in another', async () => {
    const { second } = await both();
    await year.reverse(second);
    expect(await codeOf(charge('2025-07-01', { corrects: second, otherYear: 'late' }))).toBe(
      'deductions.noOtherYear',
    );
    const anew = await charge('2025-07-01', { corrects: second });
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 0n });
    const { aboutPeriod } = await year.village.services.books.requireEntry(year.village.id, anew);
    expect(aboutPeriod).toBe('2025-12');
    expect(await year.breaks()).toEqual([]);
  });

  it('is not taken for another half, whose place stays free', async () => {
    const { first, second } = await both();
    await year.reverse(first);
    await year.reverse(second);
    await expect(charge('2025-07-01', { corrects: first })).rejects.toMatchObject({
      code: 'reentry.otherPeriod',
      facts: { year: '2025', number: '记-0004', from: '2025-01-01', to: '2025-06-30' },
    });
    expect(await codeOf(charge('2026-01-01', { corrects: first }))).toBe('reentry.otherPeriod');
    await charge('2025-07-01', { corrects: second });
    await charge('2025-01-01', { corrects: first });
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 0n });
    expect(await year.breaks()).toEqual([]);
  });

  it('may be of another half where the day was wrong', async () => {
    const { first } = await both();
    await year.reverse(first, 'wrongDate');
    await charge('2026-01-01', { corrects: first });
    expect(await year.statement(TODAY)).toMatchObject({ net: -20_00n, transferredIn: 20_00n });
  });

  it('asks a bill for what is of yet another year than the one whose place it takes', async () => {
    await year.close();
    await year.reverse(year.cost);
    const of = (from: string, to: string) =>
      codeOf(year.pay('81.00', { servedFrom: from, servedTo: to, corrects: year.cost }));
    expect(await of('2024-07-01', '2025-06-30')).toBe('deductions.otherYearAnew');
    expect(await of('2025-01-01', '2025-12-31')).toBe('booked');
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: -1_00n });
  });
});
