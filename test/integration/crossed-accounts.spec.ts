import { problemSentence } from '../../src/glossary/sentences';
import { DomainError } from '../../src/domain/shared/domain-error';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { openOldBooks } from '../support/old-chart';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, servicesOn } from '../support/village';

/** Accounts that mean another thing now, and those that may have gone to either of two. */
describeOnEachEngine('the accounts on which a voucher of the chart before is taken back', (open) => {
  let opened: OpenDatabase;
  let services: ReturnType<typeof servicesOn>;
  let id: string;

  beforeEach(async () => {
    opened = await open();
    services = servicesOn(opened.database, new SetClock('2024-01-05'));
    id = await openOldBooks(services);
    const bank = [{ pool: 'other' as const, amount: 900n }];
    await services.openings.recordShort(id, { on: '2023-11-01', bank, receivables: [] }, ACCOUNTANT);
    await post(['154', 40n], ['153', -40n]);
    await post(['502', 30n], ['311', -30n]);
  });
  afterEach(() => opened.close());

  const post = (...lines: readonly (readonly [account: string, signed: bigint, flow?: 'deducted'])[]) =>
    opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', postedOn: '2023-11-20', aboutPeriod: '2023-11', statementOn: '2023-11-20' },
        ...{ summary: 's', source: { kind: 'test', id: '1' }, preparedBy: 'accountant' },
        postings: lines.map(([ledgerAccount, signed, poolFlow]) => ({
          ...(poolFlow === undefined ? {} : { poolFlow }),
          ...{ ledgerAccount, pool: 'other' as const, amount: signed > 0n ? signed : -signed },
          side: signed > 0n ? 'debit' : 'credit',
        })),
      }),
    );
  const change = async (choices: Readonly<Record<string, string>> = {}) => {
    await services.months.holdMonth(id, '2023-11', ACCOUNTANT);
    for (const step of ['income', 'surplus'] as const) {
      const form = { step, explanation: 'under way' };
      await services.yearEnd.closeStep({ collectiveId: id, year: 2023 }, form, ACCOUNTANT);
    }
    await services.chartChange.changeChart(id, { year: 2024, chart: '2023', choices }, ACCOUNTANT);
  };
  const reverse = async (entryId: string) => {
    const form = { entryId, reason: 'wrongAmount', postedOn: '2024-01-05' };
    const back = await services.reversing.reverseVoucher(id, form, ACCOUNTANT);
    const { postings } = await services.books.requireEntry(id, back.entryId);
    return postings.map(({ ledgerAccount, side, amount }) => `${ledgerAccount} ${side} ${String(amount)}`);
  };
  const refusal = (reversed: Promise<unknown>): Promise<string> =>
    reversed.then(
      () => 'booked',
      (error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
        return problemSentence({ code: error.code, field: '', facts: error.facts });
      },
    );
  const breaks = async () => ownPasses(await services.check.checkBooks(id)).breaks.map(({ code }) => code);

  it('are those of the same meaning, whatever their codes', async () => {
    const { entryId } = await post(
      ...([
        ['154', 40n],
        ['153', -40n],
        ['541', 25n, 'deducted'],
        ['211', -20n],
        ['212', -5n],
      ] as const),
    );
    await change();
    expect(await reverse(entryId)).toEqual([
      ...['153 debit -40', '154 credit -40', '32201 debit -25', '212 credit -20', '211 credit -5'],
    ]);
    expect(await breaks()).toEqual([]);
  });

  it('are chosen with the change, where several were possible', async () => {
    const { entryId } = await post(['131', 5n], ['154', -5n]);
    await change({ '131': '132' });
    expect(await reverse(entryId)).toEqual(['132 debit -5', '153 credit -5']);
    expect(await breaks()).toEqual([]);
  });

  it('are told by name where nobody chose, because nothing stood on one', async () => {
    const { entryId } = await post(['131', 5n], ['154', -5n]);
    await post(['131', -5n], ['154', 5n]);
    await change();
    expect(await refusal(reverse(entryId))).toBe(
      '换科目表时，2004年的“131 牲畜(禽)资产”可以转入几个新科目（132 生产性生物资产、131 消耗性生物资产），' +
        '这一张转到了哪一个，账上看不出来，不能冲销。请用现在的科目另记一张，改掉差额；收入、支出用“更正以前年度”改。',
    );
    expect(await breaks()).toEqual([]);
  });

  it('are told by name where the two vouchers of the change split one', async () => {
    const { entryId } = await post(['131', 5n], ['154', -5n]);
    await change({ '131': '132' });
    const hand = await Tampering.on(opened);
    const into = '(SELECT opening_entry_id FROM chart_changes)';
    const out = '(SELECT closing_entry_id FROM chart_changes)';
    for (const [entry, account] of [
      [out, '131'],
      [into, '131'],
    ] as const) {
      await hand.run(`INSERT INTO ledger_lines (collective_id, entry_id, line_number, ledger_account, side,
        amount_fen, pool, statement_on) SELECT collective_id, id, 99, '${account}', 'debit', 1, 'other',
        statement_on FROM ledger_entries WHERE id = ${entry}`);
    }
    await hand.close();
    expect(await refusal(reverse(entryId))).toContain('（131 消耗性生物资产、132 生产性生物资产）');
  });
});
