import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { readWitnessedHead, type WitnessedHead } from '../../src/domain/ledger/witness';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { claimOf, Village } from '../support/village';

/** Where a break stands, in one line: pass, code, place in the chain or month. */
const told = ({ breaks }: CheckResult): string[] =>
  breaks.map(({ pass, code, at }) => [pass, code, at.position ?? at.month ?? ''].join(' ').trim());

describeOnEachEngine('the check of the books', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(1_000_000n); // 1
    await village.hold('2025-01');
    await village.seal('2025-01');
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 }); // 2
    await village.receive(await village.owed(), '2025-02-20'); // 3
    const { voucher } = await village.pay(70_000n, '2025-02-25'); // 4
    await village.settle(station, '2025-02', { kwh: 2_000 }); // 5
    await village.reverse(voucher.entryId, '2025-03-10'); // 6
    await village.pay(7_000n, '2025-03-11'); // 7
    const plan = await village.approvedPlan([claimOf(50_000n)]);
    await village.grant(plan.id, plan.claimIds[0] ?? ''); // 8
    const { services } = village;
    const refusals = new RefusedCommandsService(opened.database, services.clock);
    for (const code of ['period.held', 'form.missing', 'deductions.abovePool']) {
      await refusals.record(village.id, { actor: 'somebody', command: 'POST', codes: [code], input: code });
    }
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  const check = (...heads: WitnessedHead[]): Promise<CheckResult> =>
    village.services.check.checkBooks(village.id, { heads });
  const at = (position: number): string =>
    `collective_id = '${village.id}' AND chain_position = ${String(position)}`;
  const lineOf = (position: number): string =>
    `collective_id = '${village.id}' AND entry_id = (SELECT id FROM ledger_entries WHERE ${at(position)})`;
  const headRow = async (): Promise<{ chain_length: number; chain_head: string }> => {
    const { length, head } = await village.services.books.requireChain(village.id);
    return { chain_length: length, chain_head: head };
  };

  it('passes an untouched history with reversals, and says what it looked at', async () => {
    const result = await check();
    expect(told(result)).toEqual([]);
    expect(result.head).toEqual({ position: 8, hash: (await headRow()).chain_head });
    const looked = Object.fromEntries(result.passes.map((pass) => [pass.pass, pass.looked]));
    expect(looked).toMatchObject({ chain: 8, numbers: 8, colours: 8, pools: 8, reversals: 1, grants: 1 });
    expect(looked['balances']).toBeGreaterThan(14);
    expect(looked['receivables']).toBeGreaterThan(4);
    expect(looked['deductions']).toBe(2);
  });

  it.each<{ what: string; sql: (is: typeof at, lines: typeof lineOf) => string[]; found: string[] }>([
    {
      what: 'the amount of a voucher',
      sql: (_, lines) => [`UPDATE ledger_lines SET amount_fen = amount_fen + 100 WHERE ${lines(4)}`],
      found: [
        'chain check.entryChanged 4',
        'balances check.turnoverWrong 2025-02',
        'deductions check.factDiffers 4',
      ],
    },
    {
      what: 'one side of a voucher',
      sql: (_, lines) => [`UPDATE ledger_lines SET amount_fen = 1 WHERE ${lines(4)} AND line_number = 1`],
      found: ['colours check.unbalanced 4', 'pools check.poolFlow 4', 'reversals check.notMirrored 6'],
    },
    {
      what: 'the account of a line',
      sql: (_, lines) => [
        `UPDATE ledger_lines SET ledger_account = '999' WHERE ${lines(7)} AND line_number = 1`,
      ],
      found: ['chain check.entryChanged 7', 'pools check.accountUnknown 7'],
    },
    {
      what: 'the summary',
      sql: (is) => [`UPDATE ledger_entries SET summary = 'other' WHERE ${is(5)}`],
      found: ['chain check.entryChanged 5'],
    },
    ...[0, 3].map((version) => ({
      what: `a version of the text that is none, ${String(version)}`,
      sql: (is: typeof at) => [`UPDATE ledger_entries SET canonical = ${String(version)} WHERE ${is(5)}`],
      found: ['chain check.canonicalUnknown 5'],
    })),
    {
      what: 'the numbers of the lines',
      sql: (_, lines) => [`UPDATE ledger_lines SET line_number = line_number * 7 WHERE ${lines(5)}`],
      found: ['chain check.lineNumber 5'],
    },
    {
      what: 'the day',
      sql: (is) => [`UPDATE ledger_entries SET posted_on = '2025-12-01' WHERE ${is(7)}`],
      found: ['chain check.entryChanged 7', 'months check.monthUnknown 7'],
    },
    {
      what: 'the day by which a line is counted',
      sql: (_, lines) => [`UPDATE ledger_lines SET statement_on = '2025-01-01' WHERE ${lines(3)}`],
      found: ['pools check.lineDay 3'],
    },
    {
      what: 'a deleted voucher in the middle',
      sql: (is, lines) => [
        `DELETE FROM ledger_lines WHERE ${lines(4)}`,
        `DELETE FROM ledger_entries WHERE ${is(4)}`,
      ],
      found: [
        'chain check.entryMissing 4',
        'numbers check.numberMissing 5',
        'reversals check.reversedMissing 6',
      ],
    },
    {
      what: 'a deleted voucher whose lines stay',
      sql: (is) => [`DELETE FROM ledger_entries WHERE ${is(4)}`],
      found: ['balances check.lineAlone', 'deductions check.factWithoutEntry'],
    },
    {
      what: 'the last voucher deleted',
      sql: (is, lines) => [
        `DELETE FROM ledger_lines WHERE ${lines(8)}`,
        `DELETE FROM ledger_entries WHERE ${is(8)}`,
      ],
      found: ['chain check.lengthWrong 7', 'numbers check.counterWrong', 'grants check.factWithoutEntry'],
    },
    {
      what: 'two vouchers that changed places',
      sql: (is) => [
        `UPDATE ledger_entries SET chain_position = 1000 WHERE ${is(4)}`,
        `UPDATE ledger_entries SET chain_position = 4 WHERE ${is(5)}`,
        `UPDATE ledger_entries SET chain_position = 5 WHERE ${is(1000)}`,
      ],
      found: ['chain check.linkBroken 4', 'chain check.entryChanged 4', 'numbers check.numberMissing 4'],
    },
    {
      what: 'a turnover kept',
      sql: () => [
        `UPDATE ledger_turnovers SET debit_fen = debit_fen + 1
         WHERE month = '2025-03' AND ledger_account = '102'`,
      ],
      found: ['balances check.turnoverWrong 2025-03'],
    },
    {
      what: 'a sealed balance',
      sql: () => ["UPDATE month_balances SET debit_fen = debit_fen + 1 WHERE ledger_account = '102'"],
      found: ['balances check.sealDigest 2025-01', 'balances check.sealedBalance 2025-01'],
    },
    {
      what: 'a seal',
      sql: () => [`UPDATE month_seals SET chain_head = '${'e'.repeat(64)}'`],
      found: ['balances check.sealDigest 2025-01', 'months check.sealHead 2025-01'],
    },
    {
      what: 'a seal taken away',
      sql: () => ['DELETE FROM month_balances', 'DELETE FROM month_seals'],
      found: ['months check.monthState 2025-01'],
    },
    {
      what: 'a voucher put into a sealed month',
      sql: (is) => [`UPDATE ledger_entries SET posted_on = '2025-01-31' WHERE ${is(2)}`],
      found: ['chain check.entryChanged 2', 'months check.afterSeal 2'],
    },
    {
      what: 'a receivable',
      sql: () => ["UPDATE receivables SET amount_fen = amount_fen + 1 WHERE about_period = '2025-02'"],
      found: ['receivables check.receivableDiffers 5', 'receivables check.slipDiffers 5'],
    },
    ...[
      ['an act on a month', "month_acts WHERE act = 'held'", 'months check.monthAct 2025-01'],
      ['a month', "ledger_months WHERE month = '2025-02'", 'months check.monthGap 2025-03'],
      ['every slip', 'settlements', 'receivables check.slipMissing 2'],
    ].map(([what = '', rows = '', found = '']) => ({
      what: `${what} taken away`,
      sql: () => [`DELETE FROM ${rows}`],
      found: [found],
    })),
    {
      what: 'a receipt',
      sql: () => ['UPDATE receipts SET amount_fen = amount_fen + 1'],
      found: ['receivables check.receiptSum 3'],
    },
    {
      what: 'a cost in the register',
      sql: () => ['UPDATE deductions SET amount_fen = 7001 WHERE amount_fen = 7000'],
      found: ['deductions check.factDiffers 7'],
    },
    {
      what: 'the head kept beside the books',
      sql: () => [`UPDATE collective_books SET chain_head = '${'f'.repeat(64)}'`],
      found: ['chain check.headWrong 8'],
    },
    {
      what: 'a counter of vouchers',
      sql: () => ["UPDATE number_counters SET last_number = 9 WHERE series = 'voucher'"],
      found: ['numbers check.counterWrong'],
    },
    {
      what: 'a held month opened by hand',
      sql: () => ["UPDATE ledger_months SET state = 'held' WHERE month = '2025-03'"],
      found: ['months check.monthOrder 2025-03'],
    },
  ])('finds and locates $what', async ({ sql, found }) => {
    await hand.run(...sql(at, lineOf));
    expect(told(await check())).toEqual(expect.arrayContaining(found));
  });

  it.each<{ what: string; sql: string; found: string }>([
    { what: 'changed', sql: "UPDATE refused_commands SET codes = 'x' WHERE position = 2", found: '2' },
    { what: 'taken away', sql: 'DELETE FROM refused_commands WHERE position = 2', found: '2' },
    { what: 'taken away from the front', sql: 'DELETE FROM refused_commands WHERE position = 1', found: '1' },
  ])('finds a refusal that was $what', async ({ sql, found }) => {
    await hand.run(sql);
    expect(told(await check())).toEqual([`refusals check.refusalBroken ${found}`]);
  });

  it('seals sound books only: every pass runs from the last seal on', async () => {
    await village.hold('2025-02');
    const sealing = (): Promise<unknown> => village.seal('2025-02');
    await hand.run(`UPDATE receipts SET amount_fen = amount_fen + 1`);
    await expect(sealing()).rejects.toMatchObject({ problems: [{ code: 'check.receiptSum' }] });
    await hand.run(`UPDATE receipts SET amount_fen = amount_fen - 1`);
    const summary = (text: string): string => `UPDATE ledger_entries SET summary = ${text} WHERE ${at(4)}`;
    await hand.run(summary("summary || 'x'"));
    await expect(sealing()).rejects.toMatchObject({ problems: [{ code: 'check.entryChanged' }] });
    await hand.run(summary('substr(summary, 1, length(summary) - 1)'));
    await sealing();
    expect(told(await check())).toEqual([]);
  });

  it('leaves to the daily check what was sealed before', async () => {
    await hand.run(`UPDATE ledger_entries SET summary = 'other' WHERE ${at(1)}`);
    await village.hold('2025-02');
    await village.seal('2025-02');
    expect(told(await check())).toEqual(['chain check.entryChanged 1']);
  });

  it('finds an inserted voucher by the place it took', async () => {
    const [row] = await hand.rows(`SELECT * FROM ledger_entries WHERE ${at(4)}`);
    await hand.run(
      `UPDATE ledger_entries SET chain_position = chain_position + 1000 WHERE chain_position >= 5`,
      `UPDATE ledger_entries SET chain_position = chain_position - 999 WHERE chain_position >= 1000`,
    );
    await hand.insert('ledger_entries', { ...row, id: 'inserted', chain_position: 5, voucher_number: 99 });
    expect(told(await check())).toEqual(
      expect.arrayContaining([
        'chain check.linkBroken 5',
        'chain check.entryChanged 5',
        'colours check.fewLines 5',
      ]),
    );
  });

  it('finds a cut tail, whatever was set back with it, when a printed head is given', async () => {
    const printed = await headRow();
    const [before] = await hand.rows(`SELECT hash FROM ledger_entries WHERE ${at(7)}`);
    await hand.run(
      `DELETE FROM grants WHERE ${lineOf(8)}`,
      `DELETE FROM ledger_lines WHERE ${lineOf(8)}`,
      `DELETE FROM ledger_entries WHERE ${at(8)}`,
      `UPDATE collective_books SET chain_length = 7, chain_head = '${String(before?.['hash'])}'`,
      "UPDATE number_counters SET last_number = 7 WHERE series = 'voucher'",
      "UPDATE ledger_turnovers SET debit_fen = 0, credit_fen = 0 WHERE month = '2025-07'",
    );
    const { chain_head: head } = printed;
    for (const paper of [head, head.slice(0, 12), `${head.slice(0, 16)}…${head.slice(-8)}`]) {
      const witness = readWitnessedHead(`8:${paper}`);
      if (witness === undefined) throw new Error('a head is read as printed');
      expect(told(await check(witness))).toContain('chain check.tailCut 7');
    }
    expect(told(await check())).toEqual([]);
  });

  it('passes a printed head of an earlier place, and finds one that differs', async () => {
    const [third] = await hand.rows(`SELECT hash FROM ledger_entries WHERE ${at(3)}`);
    const hash = String(third?.['hash']);
    expect(told(await check({ position: 3, starts: hash.slice(0, 12), ends: '' }))).toEqual([]);
    const other = { position: 3, starts: hash.slice(0, 12), ends: hash.endsWith('0') ? '1' : '0' };
    expect(told(await check(other))).toEqual(['chain check.headDiffers 3']);
  });

  it('sees one instant of the books while others write', async () => {
    const writing = Array.from({ length: 5 }, (_, index) => village.pay(BigInt(index + 1), '2025-07-20'));
    const results = await Promise.all([check(), check(), ...writing]);
    expect(results.slice(0, 2).map((result) => told(result as CheckResult))).toEqual([[], []]);
  });
});
