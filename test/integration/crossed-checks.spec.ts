import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { chainHash } from '../../src/domain/ledger/hash-chain';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { readChainEntries } from '../../src/features/ledger/chain-entries.store';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { AuditFileService } from '../../src/features/oversight/audit-file.service';
import { sha256 } from '../../src/platform/digests/sha256';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { seedRegisters } from '../support/seed-registers';
import { Tampering } from '../support/tampering';
import { tempFolder } from '../support/temp-folder';
import { runChecker, unzip } from './audit-file.fixture';
import { CrossedYear } from './crossed-year.fixture';

/** Other facts on a line of the reversal, and which line the check names. */
const CHANGED = [
  ['another account', "ledger_account = '502'", 2, 2],
  ['the account of before', "ledger_account = '501'", 2, 2],
  ['another detail of it', "ledger_account = '322'", 2, 2],
  ['another amount', 'amount_fen = -29999', 1, 1],
  ['the other side', "side = 'credit', amount_fen = 30000", 1, 1],
  ['another pool', "pool = 'members'", 2, 2],
  ['no stream', 'stream = NULL', 1, 1],
  ['no asset', 'asset_id = NULL', 2, 2],
  ['another month', "generation_month = '2023-09'", 1, 1],
] as const;

/** What takes back an entry of the chart before is held to it line by line, in the office and at home. */
describeOnEachEngine('the checks of a reversal through a change of the chart', (open) => {
  let opened: OpenDatabase;
  let year: CrossedYear;
  let reversal: string;

  beforeAll(async () => {
    opened = await open();
    year = await CrossedYear.open(opened);
    await year.close();
    reversal = (await year.reverse(year.rent)).entryId;
    await year.reverse(year.slip);
    await year.due('200.00', { corrects: year.rent });
  });
  afterAll(() => opened.close());

  /** Recomputes the chain, as somebody does who can write everything. */
  const rechain = async (hand: Tampering): Promise<void> => {
    const { reader } = opened.database;
    const entries = await readChainEntries(reader, year.id, { position: 0, entryId: '', count: 500 });
    let head = entries[0]?.previousHash ?? '';
    for (const entry of entries) {
      const hash = chainHash(head, entry, sha256);
      await hand.run(
        `UPDATE ledger_entries SET previous_hash = '${head}', hash = '${hash}' WHERE id = '${entry.entryId}'`,
      );
      head = hash;
    }
    await hand.run(`UPDATE collective_books SET chain_head = '${head}' WHERE collective_id = '${year.id}'`);
  };

  it.each(CHANGED)('find %s, though the chain was recomputed', async (_what, change, number, named) => {
    expect(await year.breaks()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run(
      `UPDATE ledger_lines SET ${change} WHERE entry_id = '${reversal}' AND line_number = ${String(number)}`,
    );
    await rechain(hand);
    const { breaks } = await year.village.services.check.checkBooks(year.id);
    await hand.putBack();
    await hand.close();
    expect(breaks.filter(({ pass }) => pass === 'chain')).toEqual([]);
    const found = breaks.filter(({ pass }) => pass === 'reversals');
    expect(found.map(({ code, facts }) => [code, facts['line']])).toEqual([['check.notMirrored', named]]);
  });

  it('find it under another choice or other vouchers of the change, too', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const into = "(SELECT opening_entry_id FROM chart_changes WHERE valid_from = '2024-01-01')";
    await hand.run(`UPDATE ledger_lines SET ledger_account = '113' WHERE entry_id = ${into}
      AND ledger_account = '112' AND generation_month = '2023-10'`);
    const breaks = await year.breaks();
    await hand.putBack();
    await hand.close();
    expect(breaks).toContain('reversals check.notMirrored');
  });

  const archive = async () => {
    const { database } = opened;
    const ledger = new LedgerCheckService(seedRegisters().charts);
    const papers = new AssetFilesService(database, year.village.services.clock);
    const audit = new AuditFileService(database, year.village.services.clock, ledger, papers);
    return unzip(await buffer((await audit.open(year.id, 2024)).bytes));
  };
  const saidOf = (files: ReadonlyMap<string, Buffer>, name = '', by = (text: string) => text) => {
    const folder = tempFolder('audit');
    for (const [each, content] of files)
      writeFileSync(join(folder, each), each === name ? by(content.toString()) : content);
    return runChecker(folder);
  };

  it('are in the audit file, whose own checker needs Node alone', async () => {
    const files = await archive();
    expect(saidOf(files)).toMatchObject({ code: 0, says: expect.stringContaining('ALL WELL') as string });
    expect(saidOf(files).says).toContain('reversals        2, each a mirror, each once');
    const other = saidOf(files, 'carried.json', (text) => text.replace('"212"', '"213"'));
    expect(other.says).toContain('BROKEN  carried.json: from 2004 to 2023 it is another');
    const gone = saidOf(files, 'carried.json', () => '[]');
    expect(gone.says).toContain('carried.json names no change on 2024-01-01');
  });

  it('and what it says of the accounts behind the change is what the change did', async () => {
    const files = await archive();
    const told = (by: (text: string) => string) => saidOf(files, 'carried.json', by).says;
    const accounts = (by: (text: Record<string, string[]>) => object) => (text: string) => {
      const [change] = JSON.parse(text) as { accounts: Record<string, string[]> }[];
      return JSON.stringify([{ ...change, accounts: by(change?.accounts ?? {}) }]);
    };
    for (const [code, now, says] of [
      // What the vouchers of the change took, what stood at nothing, and income.
      ['202', '212', 'account 202 goes to 211, not to 212'],
      ['131', '141', 'account 131 goes to 131 132, not to 141'],
      ['501', '501', 'account 501 goes to 32201, not to 501'],
    ] as const)
      expect(told(accounts((all) => ({ ...all, [code]: [now] })))).toContain(says);
    const cut = ([code]: readonly [string, unknown]) => code !== '202';
    const without = accounts((all) => Object.fromEntries(Object.entries(all).filter(cut)));
    expect(told(without)).toContain('are not those of its chart');
    expect(told((text) => text.replace('2024-01-01', '2023-12-01'))).toContain('carried.json');
    const another = told((text) => {
      const [change] = JSON.parse(text) as object[];
      return JSON.stringify([change, { ...change, validFrom: '2025-01-01' }]);
    });
    expect(another).toContain('carried.json: has the changes');
  });

  it.each(CHANGED.slice(0, 5))('of which the audit file finds %s', async (_what, change, number) => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const on = (line: number) => `WHERE entry_id = '${reversal}' AND line_number = ${String(line)}`;
    await hand.run(`UPDATE ledger_lines SET ${change} ${on(number)}`);
    // So that the voucher balances still.
    if (number === 1) {
      const [{ amount_fen: amount, side } = {}] = await hand.rows(`SELECT * FROM ledger_lines ${on(1)}`);
      const opposite = side === 'debit' ? 'credit' : 'debit';
      await hand.run(`UPDATE ledger_lines SET amount_fen = ${String(amount)}, side = '${opposite}' ${on(2)}`);
    }
    await rechain(hand);
    const files = await archive();
    await hand.putBack();
    await hand.close();
    expect(saidOf(files).says).toContain('is not the mirror of what it takes back');
  });
});
