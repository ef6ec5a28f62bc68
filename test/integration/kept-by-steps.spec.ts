import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { codesOf, HALL } from './leases.fixture';

type Written = readonly [side: 'debit' | 'credit', account: string, amount: string, counterparty?: string];

/** A tenant of 12,000.00 a year whose deposit of 500.00 is held, and 40.00 that he owes beside it. */
describeOnEachEngine('what a register keeps of somebody', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  let leaseId: string;

  const write = (...lines: readonly Written[]) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-02-10',
        lines: lines.map(([side, ledgerAccount, amount, counterparty = '']) =>
          typedLine({ ledgerAccount, [side]: amount, pool: 'other', counterparty }),
        ),
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
  const told = async (): Promise<string[]> => {
    const result: CheckResult = await village.services.check.checkBooks(village.id);
    return ownPasses(result)
      .breaks.filter(({ pass }) => pass === 'counterparties')
      .map(({ code, at, facts }) =>
        [
          code,
          at.ledgerAccount,
          at.pool,
          facts['counterparty'],
          facts['foundFen'],
          facts['keptFen'],
          facts['page'],
        ].join(' '),
      );
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(900_00n, 'other');
    const { services, id } = village;
    const hall = await services.assets.addAsset(id, HALL, ACCOUNTANT);
    const form = typedLease({ assetId: hall.id, deposit: '500.00', tenant: 'Weavers' });
    leaseId = (await services.leases.addLease(id, form, ACCOUNTANT)).id;
    for (const name of ['Potters', 'Weavers'])
      await services.counterparties
        .addCounterparty(id, { kind: 'organisation', name }, ACCOUNTANT)
        .catch(() => undefined);
    const due = { postedOn: '2025-02-01', attachments: '', fromAdvance: '' };
    await services.rentDues.bookDue(id, { leaseId, from: '2025-01-01', form: due }, ACCOUNTANT);
    const deposits = new LeaseDepositsService(
      opened.database,
      services.rents,
      services.receipts,
      services.ledger,
      services.books,
    );
    const deposit = { depositAct: 'received', depositOn: '2025-02-02', amount: '500', depositReason: '' };
    await deposits.book(id, { leaseId, form: { ...deposit, attachments: '' } }, ACCOUNTANT);
    await write(['debit', '112', '40.00', 'Weavers'], ['credit', '102', '40.00']);
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(async () => {
    await hand.close();
    await opened.close();
  });

  it.each<[what: string, lines: Written[]]>([
    [
      'the rent that came',
      [
        ['debit', '102', '40.01'],
        ['credit', '112', '40.01', 'Weavers'],
      ],
    ],
    [
      'the rent taken over by another',
      [
        ['debit', '112', '41.00', 'Potters'],
        ['credit', '112', '41.00', 'Weavers'],
      ],
    ],
    [
      'the rent in another’s name',
      [
        ['debit', '102', '1.00'],
        ['credit', '112', '1.00', 'Potters'],
      ],
    ],
    [
      'the deposit given back',
      [
        ['debit', '211', '0.01', 'Weavers'],
        ['credit', '102', '0.01'],
      ],
    ],
    [
      'the deposit set off against the rent',
      [
        ['debit', '211', '1.00', 'Weavers'],
        ['credit', '112', '1.00', 'Weavers'],
      ],
    ],
  ])('is not taken by hand: %s', async (_what, lines) => {
    expect(await codesOf(write(...lines))).toContain('voucher.keptByStep');
    expect(await told()).toEqual([]);
  });

  it('leaves to a hand what was written beside it', async () => {
    await write(['debit', '102', '40.00'], ['credit', '112', '40.00', 'Weavers']);
    expect(await told()).toEqual([]);
  });

  it('is there whole, says the check, whoever wrote past the program', async () => {
    const by = "source_kind = 'manual'";
    const ofHand = `entry_id IN (SELECT id FROM ledger_entries WHERE ${by})`;
    await hand.run(`UPDATE ledger_lines SET side = 'credit' WHERE ledger_account = '112' AND ${ofHand}`);
    expect(await told()).toEqual(['check.keptTaken 112 other Weavers 1196000 1200000 receipts']);
    await hand.putBack();
    await hand.run(
      `UPDATE ledger_lines SET side = 'debit', ledger_account = '211'
       WHERE ledger_account = '112' AND ${ofHand}`,
    );
    expect(await told()).toEqual(['check.keptTaken 211 other Weavers 46000 50000 deposits']);
    // Where the lines name nobody any more, that is what is said.
    await hand.putBack();
    await hand.run(
      `UPDATE ledger_lines SET counterparty = NULL WHERE ledger_account = '112'`,
      `UPDATE ledger_lines SET side = 'credit' WHERE ledger_account = '112' AND ${ofHand}`,
    );
    expect(await told()).toEqual(['check.keptTaken 112 other 没写是谁 1196000 1200000 receipts']);
  });
});
