import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { AuditFileService } from '../../src/features/oversight/audit-file.service';
import { audienceOf } from '../../src/features/oversight/audit-columns';
import { recordedTables } from '../../src/platform/audit/records';
import type { Database } from '../../src/platform/database/database';
import { type Giver, givenBy } from '../../src/platform/database/giver';
import { SetClock } from '../../src/platform/clock/clock';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { PAPER } from '../platform/files/pictures.fixture';
import { refusalsOn } from '../support/checks';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { tempFolder } from '../support/temp-folder';
import { CHANGES } from './audit-file-changes.fixture';
import { columnsIn, rowsOf, runChecker, unzip } from './audit-file.fixture';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const FILES = [
  ...['READ-ME.en.txt', 'READ-ME.zh.txt', 'accepted.jsonl', 'account-choices.json', 'balances.csv'],
  ...[
    'carried.json',
    'chain.json',
    'chart-2023.json',
    'check-acts.mjs',
    'check-carried.mjs',
    'check-files.mjs',
    'check-rows.mjs',
  ],
  ...['check.mjs', 'counterparties.csv', 'entries.jsonl', 'manifest.json', 'months.csv', 'papers.csv'],
  ...['records.jsonl', 'refused.jsonl', 'rows.jsonl', 'seals.csv'],
  'statements.csv',
];

type End = Readonly<{ position: number; hash: string }>;

/** Two things that a person did through a page, and one that was refused. */
async function doSomething({ services, id }: Village, database: Database): Promise<void> {
  const giver: Giver = {
    ...{ actor: 'ann', roleAt: () => 'accountant', way: 'page', address: '192.0.2.7' },
    at: services.clock.now(),
  };
  for (const name of ['North Wind', 'South Wind']) {
    const form = { kind: 'organisation', name };
    const command = { by: 'ann', key: name };
    await new Promise<void>((resolve, reject) => {
      givenBy(
        () => giver,
        () => void services.counterparties.addCounterparty(id, form, command).then(() => resolve(), reject),
      );
    });
  }
  const { way, address } = giver;
  const refused = {
    ...{ actor: 'ann', role: 'accountant', way, address },
    ...{ command: 'POST /villages', codes: ['period.held'], input: {} },
  };
  await refusalsOn(database, services.clock).record(id, refused);
  const facts = JSON.stringify({ why: { 'period.held': { month: '2025-06' } } });
  await refusalsOn(database, services.clock).record(id, { ...refused, facts });
}

describeOnEachEngine('the audit file', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let files: Map<string, Buffer>;
  let audit: AuditFileService;

  beforeAll(async () => {
    opened = await open();
    const { database } = opened;
    village = await Village.start(database);
    const bank = [
      { pool: 'pv', amount: 1_000_000n },
      { pool: 'members', amount: 300n },
    ] as const;
    const of = { amount: 300n, pool: 'members' } as const;
    const further = [
      { ...of, ledgerAccount: '211', side: 'credit', counterparty: 'Li Xiaoming' },
      { ...of, ledgerAccount: '322', side: 'debit' },
    ] as const;
    const opening = { on: '2025-01-01', bank, receivables: [], further };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
    await village.hold('2025-01');
    await village.seal('2025-01');
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 });
    await village.receive(await village.owed(), '2025-02-20');
    const { voucher } = await village.pay(70_000n, '2025-02-25');
    await village.reverse(voucher.entryId, '2025-03-10');
    const plan = await village.approvedPlan([claimOf(50_000n)]);
    await village.grant(plan.id, plan.claimIds[0] ?? '');
    village.services.clock.moveTo('2026-02-01');
    await village.pay(9_000n, '2026-01-15');
    await village.pay(8_000n, '2025-12-30');
    await village.pay(7_000n, '2026-01-31');
    const ledger = new LedgerCheckService(new ChartService(join(__dirname, '../../seeds')));
    const papers = new AssetFilesService(database, village.services.clock);
    const [registered] = await village.services.assets.listAssets(village.id);
    const owner = {
      collectiveId: village.id,
      ownerKind: 'asset' as const,
      ownerId: registered?.asset.id ?? '',
    };
    const form = { paperKind: 'titlePaper', datedOn: '2025-01-10', remark: 'secret', audience: 'office' };
    await papers.keep(owner, { file: await readKeptFile(PAPER), form }, ACCOUNTANT);
    await doSomething(village, database);
    audit = new AuditFileService(database, new SetClock('2026-02-01'), ledger, papers);
    files = await unzip(await buffer((await audit.open(village.id, 2025)).bytes));
  });

  /** The file unpacked, with one of its files changed. */
  function unpacked(change: { name?: string; by?: (text: string) => string } = {}): string {
    const folder = tempFolder('audit');
    for (const [name, content] of files) {
      const by = name === change.name ? change.by : undefined;
      writeFileSync(join(folder, name), by === undefined ? content : by(content.toString()));
    }
    return folder;
  }

  it('holds its files, and every entry up to the last one booked of its year', () => {
    expect([...files.keys()].sort()).toEqual(FILES);
    expect(files.get('entries.jsonl')?.toString().trimEnd().split('\n')).toHaveLength(8);
    expect(files.get('balances.csv')?.toString()).toContain('2025-12,102,pv,');
    expect(files.get('balances.csv')?.toString()).not.toContain('2026-01');
  });

  it('passes its own checker, with and without what paper says of its two chains', () => {
    const folder = unpacked();
    const told = (name: string) => files.get(name)?.toString() ?? '';
    const { head, records } = JSON.parse(told('chain.json')) as Record<'head' | 'records', End>;
    const { hash: first } = JSON.parse(told('records.jsonl').split('\n')[0] ?? '') as End;
    const { hash: third } = JSON.parse(told('entries.jsonl').split('\n')[2] ?? '') as End;
    const printed = `${head.hash.slice(0, 8)} ${head.hash.slice(8, 16)}…${head.hash.slice(-8)}`;
    for (const [given, says] of [
      [[], 'ALL WELL'],
      [['--head', `8:${printed}`], 'ALL WELL'],
      [['--head', `8:000000000000`], '--head: position 8 has the hash'],
      // Two sheets together: each stands in the chain, so nothing between them was cut.
      [['--head', `3:${third}`, '--head', `8:${printed}`], 'ALL WELL'],
      [['--head', `3:${third}`, '--head', `8:000000000000`], '--head: position 8 has the hash'],
      [['--head', `3:000000000000`, '--head', `8:${printed}`], '--head: position 3 has the hash'],
      [['--head', `9:000000000000`], '--head: the chain ends before position 9: its tail was cut'],
      [['--records', `${String(records.position)}:${records.hash}`, '--head', `8:${printed}`], 'ALL WELL'],
      [['--records', `1:${first}`], 'ALL WELL'],
      [['--records', `1:000000000000`], '--records: position 1 has the hash'],
      [['--records', `${String(records.position + 1)}:000000000000`], '--records: the chain ends before'],
      [['--records', '1'], '--records: give POSITION:HASH'],
    ] as const) {
      const { code, says: answer } = runChecker(folder, ...given);
      expect([code, answer]).toEqual([says === 'ALL WELL' ? 0 : 1, expect.stringContaining(says)]);
    }
  });

  it.each(CHANGES)('says where, when somebody changes $what', ({ name, by, says }) => {
    const { code, says: said } = runChecker(unpacked({ name, by }));
    expect([code, said]).toEqual([1, expect.stringContaining(says)]);
  });

  it('names what lies beside it and is no part of it, and is well all the same', () => {
    const folder = unpacked();
    writeFileSync(join(folder, 'papers-2.csv'), 'id\n');
    expect(runChecker(folder)).toMatchObject({
      code: 0,
      says: expect.stringMatching(/papers-2\.csv: no part of this archive[^]*ALL WELL/) as string,
    });
  });

  it('gives rows as they stand, and every column of theirs has its place', async () => {
    const of = (table: string) => rowsOf(files, table).map(({ says = {} }) => says);
    expect(of('settlements')[0]).toMatchObject({ generation_month: '2025-01', energy_kwh: '1000' });
    expect(of('receivables').map((row) => row['amount_fen'])).toEqual(['40000', '35000']);
    expect(of('deductions').map((row) => row['amount_fen'])).toContain('70000');
    expect(of('plans')[0]).toMatchObject({ state: 'approved', pool: 'pv' });
    const placeless = [];
    for (const { name } of recordedTables)
      for (const column of await columnsIn(opened.database, name))
        if (audienceOf(name, column) === undefined) placeless.push(`${name}.${column}`);
    expect(placeless).toEqual([]);
  });

  it('gives of what it withholds a digest that nobody can guess, nor find out from what it gives', () => {
    const { says = {}, salts = {}, withheld = {} } = rowsOf(files, 'counterparties')[0] ?? {};
    expect([Object.keys(says), Object.keys(salts)]).toEqual([
      ['collective_id', 'id', 'kind'],
      ['collective_id', 'id', 'kind'],
    ]);
    const guesses = ['', ...Object.values(salts).map((salt) => `${salt}\n`)].map((salt) =>
      createHash('sha256').update(`${salt}Li Xiaoming`).digest('hex'),
    );
    expect(withheld['name']).toMatch(/^[0-9a-f]{64}$/);
    expect(guesses).not.toContain(withheld['name']);
  });

  it('is not made of a year that the books do not have', async () => {
    await expect(audit.open(village.id, 2024)).rejects.toMatchObject({ code: 'audit.yearUnknown' });
  });

  it('names no person', () => {
    const told = [...files]
      .filter(([name]) => !name.endsWith('.txt'))
      .map(([, content]) => content.toString());
    for (const name of ['Donghe', 'Xiaoming']) expect(told.join('')).not.toContain(name);
    const papers = files.get('papers.csv')?.toString() ?? '';
    expect(papers).toContain(createHash('sha256').update(PAPER).digest('hex'));
    expect(papers).not.toContain('secret');
    expect(files.get('rows.jsonl')?.toString()).not.toContain('secret');
    const partners = files.get('counterparties.csv')?.toString();
    expect(partners).toMatch(/^id,kind\n([0-9a-f-]{36},organisation\n){3}$/);
    expect(readFileSync(join(__dirname, '../../templates/audit-file/check.mjs'), 'utf8')).not.toContain(
      'npm',
    );
  });
});
