import { GivenVouchersService } from '../../src/features/ledger/given-vouchers.service';
import { PayingVouchersService } from '../../src/features/ledger/paying-vouchers.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { statementsOn } from '../support/statements';
import { ACCOUNTANT } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ClosedYear, codeOf } from './prior-year-anew.fixture';

const TODAY = '2026-01-20';

/**
 * Vouchers of November 2025 of 20.00, written by hand, by a recurring one or taken over, reversed in 2026
 * and typed anew: 2025 brought 100.00 without them.
 */
describeOnEachEngine('a voucher of a closed year that is typed anew', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
  });
  afterEach(() => opened.close());

  const byHand = () => year.write('513 20.00, 102 -20.00', { postedOn: '2025-11-20' });
  const recurring = async (): Promise<string> => {
    const form = {
      ...{ name: 'hosting', every: 'month', fromMonth: '2025-11', toMonth: '2025-11', summary: 'fee' },
      lines: [
        typedLine({ ledgerAccount: '513', debit: '20.00', pool: 'members' }),
        typedLine({ ledgerAccount: '102', credit: '20.00', pool: 'members' }),
      ],
    };
    const { recurring: of } = year.village.services;
    const { id } = await of.addRecurring(year.village.id, form, ACCOUNTANT);
    return (await of.bookRecurring(year.village.id, { id, month: '2025-11' }, ACCOUNTANT)).entryId;
  };
  const imported = async (): Promise<string> => {
    const { services, id } = year.village;
    const lines = [
      typedLine({ ledgerAccount: '513', debit: '20.00', pool: 'members' }),
      typedLine({ ledgerAccount: '102', credit: '20.00', pool: 'members' }),
    ];
    const form = typedVoucher({ postedOn: '2025-11-20', summary: 'fee', lines });
    await services.voucherImport.importVouchers(id, [{ line: 1, id: '2025-7', form }], ACCOUNTANT);
    return (await year.village.vouchers()).at(-1)?.entryId ?? '';
  };
  const reversed = async (entryId: string, reason = 'wrongAmount'): Promise<string> => {
    await year.close();
    await year.reverse(entryId, reason);
    return entryId;
  };
  const formOf = async (corrects: string) => {
    const { database, clock, ledger, books, desk } = year.village.services;
    const paying = new PayingVouchersService(database, ledger, books, clock, desk);
    const given = new GivenVouchersService(database, clock, ledger, books, paying);
    return given.formFor(year.village.id, { corrects, pays: undefined });
  };
  /** 净收益, 其他转入 and 年末未分配收益 of 2025 and 2026, by the month a voucher is about and by its day. */
  const told = async (by: 'aboutPeriod' | 'postedOn') => {
    const read = async (from: string, to: string) => {
      const scope = { collectiveId: year.village.id, from, to, by };
      const { thisYear } = await statementsOn(opened).incomeStatement(scope);
      return [12, 14, 19].map((line) => thisYear.find(({ row }) => row.line === line)?.amount);
    };
    return [await read('2025-01-01', '2025-12-31'), await read('2026-01-01', '2026-01-31')];
  };
  /** The year stands as it was closed, with the yuan that it got more, and 2026 has none of it. */
  const RIGHT = [
    [80_00n, 1_00n, 1_981_00n],
    [0n, 0n, 1_981_00n],
  ];
  const BOOKED = [
    [80_00n, 0n, 1_980_00n],
    [0n, 1_00n, 1_981_00n],
  ];

  it.each<[string, () => Promise<string>]>([
    ['by hand', byHand],
    ['of a recurring one', recurring],
    ['of an imported one', imported],
  ])('%s: is about its month, also where nobody typed one', async (_, book) => {
    const entryId = await reversed(await book());
    expect(await formOf(entryId)).toMatchObject({ postedOn: TODAY, aboutPeriod: '2025-11' });
    const lines = '513 19.00, 102 -19.00';
    const otherYear = { aboutPeriod: '2026-01', corrects: entryId };
    expect(await codeOf(year.write(lines, otherYear))).toBe('reentry.otherYear');
    const anew = await year.write(lines, { corrects: entryId });
    const { books } = year.village.services;
    expect(await books.requireEntry(year.village.id, anew)).toMatchObject({
      ...{ postedOn: TODAY, aboutPeriod: '2025-11' },
    });
    expect(await told('aboutPeriod')).toEqual(RIGHT);
    expect(await told('postedOn')).toEqual(BOOKED);
    // What was typed in its place is put right once more, in another month of that year.
    await year.reverse(anew);
    await year.write('513 19.00, 102 -19.00', { aboutPeriod: '2025-10', corrects: anew });
    expect(await told('aboutPeriod')).toEqual(RIGHT);
    expect(await told('postedOn')).toEqual(BOOKED);
    expect(await year.breaks()).toEqual([]);
  });

  it('says on its draft which month that is, and what is wrong with another', async () => {
    const corrects = await reversed(await byHand());
    const { voucherDrafts } = year.village.services;
    const draftOf = async (aboutPeriod: string) => {
      const lines = [
        typedLine({ ledgerAccount: '513', debit: '19.00', pool: 'members' }),
        typedLine({ ledgerAccount: '102', credit: '19.00', pool: 'members' }),
      ];
      const head = { postedOn: TODAY, aboutPeriod, summary: 'fee', attachments: '', redLetters: '' };
      const form = { ...head, lines };
      const { id } = await voucherDrafts.saveDraft(year.village.id, { form }, { by: 'ann', corrects });
      const draft = await voucherDrafts.requireDraft(year.village.id, id);
      return { problems: await voucherDrafts.problemsOf(draft), about: draft.form.aboutPeriod };
    };
    expect(await draftOf('')).toEqual({ problems: [], about: '2025-11' });
    const [problem] = (await draftOf('2026-01')).problems;
    expect(problem).toEqual({ code: 'reentry.otherYear', field: 'aboutPeriod', facts: { year: 2025 } });
  });

  it('is this year’s where its day was wrong', async () => {
    const corrects = await reversed(await byHand(), 'wrongDate');
    expect(await formOf(corrects)).toMatchObject({ postedOn: TODAY, aboutPeriod: '' });
    await year.write('513 20.00, 102 -20.00', { corrects });
    const right = [
      [80_00n, 20_00n, 2_000_00n],
      [-20_00n, 0n, 1_980_00n],
    ];
    expect(await told('aboutPeriod')).toEqual(right);
  });

  it('stays in the month of a fact that was late itself', async () => {
    const late = { postedOn: '2025-01-20', aboutPeriod: '2024-12' };
    const corrects = await reversed(await year.write('513 20.00, 102 -20.00', late));
    expect(await formOf(corrects)).toMatchObject({ aboutPeriod: '2024-12' });
    const anew = await year.write('513 19.00, 102 -19.00', { corrects });
    const { aboutPeriod } = await year.village.services.books.requireEntry(year.village.id, anew);
    expect(aboutPeriod).toBe('2024-12');
    expect(await told('postedOn')).toEqual(BOOKED);
  });
});
