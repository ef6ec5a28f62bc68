import { GivenVouchersService } from '../../src/features/ledger/given-vouchers.service';
import { PayingVouchersService } from '../../src/features/ledger/paying-vouchers.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedContract } from '../support/deductions';
import { typedLease } from '../support/leases';
import { ACCOUNTANT } from '../support/village';
import { typedLine } from '../support/vouchers';
import { ClosedYear, codeOf } from './prior-year-anew.fixture';

const TODAY = '2026-01-20';

/** What a step would book again, though the form for earlier years or a hand took its place. */
describeOnEachEngine('a fact of a closed year that was entered anew elsewhere', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
  });
  afterEach(() => opened.close());

  const correct = (corrects: string, wish: Record<string, string>) => {
    const form = {
      ...{ postedOn: TODAY, aboutPeriod: '2025-12', account: '511', change: 'more', pool: 'members' },
      ...{ amount: '80.00', counter: '102', counterparty: '', reason: 'was of another pool' },
      ...{ twiceReason: '', ...wish },
    };
    const command = { by: 'accountant', corrects };
    return year.village.services.priorYear.correct(year.village.id, form, command);
  };

  it('is not booked once more by the lease that made it due', async () => {
    const { services, id } = year.village;
    const form = typedLease({
      ...{ assetId: year.workshop, leasedPart: 'loft', tenant: 'Weavers', rent: '120.00' },
      ...{ firstOn: '2025-01-01', lastOn: '2025-12-31', signedOn: '2024-12-20' },
    });
    const { id: leaseId } = await services.leases.addLease(id, form, ACCOUNTANT);
    const book = async (postedOn: string) => {
      const due = { attachments: '', fromAdvance: '', postedOn };
      return (await services.rentDues.bookDue(id, { leaseId, from: '2025-01-01', form: due }, ACCOUNTANT))
        .voucher.entryId;
    };
    const booked = await book('2025-12-15');
    await year.close();
    await year.reverse(booked);
    await correct(booked, { account: '501', amount: '120.00', counter: '102', aboutPeriod: '2025-01' });
    expect(await codeOf(book(TODAY))).toBe('reentry.takenElsewhere');
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 0n });
    expect(await year.breaks()).toEqual([]);
  });

  it('is not charged once more by the contract that charged it', async () => {
    const { services, id } = year.village;
    const days = { validFrom: '2025-01-01', validTo: '2025-12-31', reason: 'agreed' };
    const contract = typedContract({ name: 'watch', assetId: year.workshop, amount: '50.00', ...days });
    const { id: contractId } = await services.contracts.addContract(id, contract, ACCOUNTANT);
    const charge = (postedOn: string, more = {}) => {
      const typed = { kind: '', name: '', reason: '', amount: '50.00', coversFrom: '2025-01-01' };
      const bill = { ...typed, contractId, postedOn, ...more };
      return services.deductions.recordDeduction(id, bill, ACCOUNTANT);
    };
    const { entryId } = (await charge('2025-12-15')).voucher;
    await year.close();
    await year.reverse(entryId);
    await correct(entryId, { amount: '50.00' });
    const again = { otherYear: 'the bill came late' };
    expect(await codeOf(charge(TODAY, again))).toBe('reentry.takenElsewhere');
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 0n });
  });

  describe('of a recurring voucher', () => {
    let hosting: string;
    let recurringId: string;
    const bookMonth = (month: string) =>
      year.village.services.recurring.bookRecurring(year.village.id, { id: recurringId, month }, ACCOUNTANT);
    const due = async () =>
      (await year.village.services.recurring.listDue(year.village.id, '2026-01')).map(({ month }) => month);

    beforeEach(async () => {
      const form = {
        ...{ name: 'hosting', every: 'month', fromMonth: '2025-11', toMonth: '2025-11', summary: 'fee' },
        lines: [
          typedLine({ ledgerAccount: '513', debit: '10.00', pool: 'members' }),
          typedLine({ ledgerAccount: '102', credit: '10.00', pool: 'members' }),
        ],
      };
      const { recurring } = year.village.services;
      ({ id: recurringId } = await recurring.addRecurring(year.village.id, form, ACCOUNTANT));
      hosting = (await bookMonth('2025-11')).entryId;
      await year.close();
      await year.reverse(hosting);
    });

    it('is typed by hand on a form that is filled with it', async () => {
      const { database, clock, ledger, books, desk } = year.village.services;
      const paying = new PayingVouchersService(database, ledger, books, clock, desk);
      const given = new GivenVouchersService(database, clock, ledger, books, paying);
      const form = await given.formFor(year.village.id, { corrects: hosting, pays: undefined });
      // Its own day lies in a closed year: it opens with one that may be used.
      const head = { postedOn: TODAY, aboutPeriod: '2025-11', summary: 'fee', attachments: '' };
      expect(form).toMatchObject(head);
      expect(form?.lines.map((line) => [line.ledgerAccount, line.debit, line.credit, line.pool])).toEqual([
        ['513', '10.00', '', 'members'],
        ['102', '', '10.00', 'members'],
      ]);
    });

    it('waits for what is typed by hand about it', async () => {
      const late = { aboutPeriod: '2025-11' };
      expect(await due()).toEqual(['2025-11']);
      expect(await codeOf(year.write('513 11.00, 102 -11.00', late))).toBe('reentry.waits');
      const anew = await year.write('513 11.00, 102 -11.00', { ...late, corrects: hosting });
      expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: -1_00n });
      expect(await due()).toEqual([]);
      expect(await codeOf(bookMonth('2025-11'))).toBe('voucher.recurringTwice');
      // Whatever becomes of that one, it is put right where it was written.
      await year.reverse(anew);
      expect(await codeOf(bookMonth('2025-11'))).toBe('voucher.recurringTwice');
      await year.write('513 12.00, 102 -12.00', { ...late, corrects: anew });
      expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: -2_00n });
      expect(await year.breaks()).toEqual([]);
    });

    it('is due no more once the form for earlier years took its place', async () => {
      await correct(hosting, { account: '513', amount: '11.00', aboutPeriod: '2025-11' });
      expect(await due()).toEqual([]);
      expect(await codeOf(bookMonth('2025-11'))).toBe('voucher.recurringTwice');
      expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: -1_00n });
    });
  });
});
