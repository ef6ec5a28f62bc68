import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { codesOf } from './leases.fixture';

/** What was short when the books opened may still be made good by somebody. */
describeOnEachEngine('what the opening says is short', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const pool = 'members' as const;
    await village.services.openings.recordShort(
      village.id,
      {
        ...{ on: '2025-01-01', bank: [{ pool, amount: 900_00n }], receivables: [] },
        further: [
          { ledgerAccount: '181', side: 'debit', amount: 100_00n, pool },
          { ledgerAccount: '322', side: 'credit', amount: 100_00n, pool },
        ],
      },
      ACCOUNTANT,
    );
    const he = { kind: 'person', name: 'He' };
    await village.services.counterparties.addCounterparty(village.id, he, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  const write = (debit: string, credit: string, amount: string) => {
    const named = (account: string) => (account === '113' ? { counterparty: 'He' } : {});
    const lines = [
      typedLine({ ledgerAccount: debit, debit: amount, pool: 'members', ...named(debit) }),
      typedLine({ ledgerAccount: credit, credit: amount, pool: 'members', ...named(credit) }),
    ];
    const form = typedVoucher({ postedOn: '2025-02-10', lines });
    return village.services.manualVouchers.postVoucher(village.id, form, {
      ...{ preparedBy: 'ann', reviewedBy: 'ben' },
    });
  };

  it('is owed by who makes it good, to the fen, and once', async () => {
    expect(await codesOf(write('113', '181', '100.01'))).not.toEqual([]);
    await write('113', '181', '60.00');
    expect(await codesOf(write('113', '181', '40.01'))).not.toEqual([]);
    await write('113', '181', '40.00');
    expect(await codesOf(write('113', '181', '0.01'))).not.toEqual([]);
  });

  it('is owed by nobody where it was written off', async () => {
    await write('515', '181', '100.00');
    expect(await codesOf(write('113', '181', '0.01'))).not.toEqual([]);
  });
});
