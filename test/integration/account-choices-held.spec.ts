import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { AuditFileService } from '../../src/features/oversight/audit-file.service';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { seedRegisters } from '../support/seed-registers';
import { ownPasses, Tampering } from '../support/tampering';
import { tempFolder } from '../support/temp-folder';
import type { Village } from '../support/village';
import { Counties } from './account-choices.fixture';
import { runChecker, unzip } from './audit-file.fixture';

const REASON = 'a distribution with us';

describeOnEachEngine('the accounts of a year that a county chose', (open) => {
  const clock = new SetClock('2025-07-20');
  let opened: OpenDatabase;
  let village: Village;
  let officeId: string;

  beforeAll(async () => {
    opened = await open();
    const counties = new Counties(opened, clock);
    ({ village, officeId } = await counties.foundOne());
    await counties.choose(officeId, 'rewards', { ledgerAccount: '515' });
    expect(await counties.grant(village, 'posts', 'reward')).toEqual(['514', '515']);
  });
  afterAll(() => opened.close());

  it('go to auditors with the choice and its reason, and the checker misses it', async () => {
    const { database } = opened;
    const ledger = new LedgerCheckService(seedRegisters().charts);
    const audit = new AuditFileService(database, clock, ledger, new AssetFilesService(database, clock));
    const files = await unzip(await buffer((await audit.open(village.id, 2025)).bytes));
    const told = files.get('account-choices.json')?.toString() ?? '';
    expect(JSON.parse(told)).toEqual([
      expect.objectContaining({
        ...{ chart: '2023', use: 'rewards', ledgerAccount: '515', fromYear: 2025 },
        ...{ reason: REASON, officeId, chosenBy: 'officer of the county' },
      }),
    ]);
    const checked = (by: (text: string) => string) => {
      const folder = tempFolder('audit');
      for (const [name, content] of files) writeFileSync(join(folder, name), content);
      writeFileSync(join(folder, 'account-choices.json'), by(told));
      const { code, says } = runChecker(folder);
      return [code, says.trimEnd().split('\n').at(-1)];
    };
    expect(checked((text) => text)).toEqual([0, 'ALL WELL']);
    const changes: [(text: string) => string, string][] = [
      [() => '[]', 'is missing'],
      [
        (text) => text.replace('"515"', '"514"'),
        '2025 stands on 2023 rewards 515, 2025 chose 2023 rewards 514',
      ],
      [(text) => text.replace('"fromYear": 2025', '"fromYear": 2026'), '2026 chose 2023 rewards 515'],
      [(text) => text.replace(REASON, 'another'), 'account-choices.json: is not the file that was made'],
    ];
    for (const [by, says] of changes) expect(checked(by)).toEqual([1, expect.stringContaining(says)]);
  });

  it('are held against what is booked, whichever of the two is changed past the program', async () => {
    const hand = await Tampering.on(opened);
    const found = async () => {
      const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
      const own = breaks.filter(({ pass, code }) => pass === 'grants' && code === 'check.factOther');
      return own.map(({ facts }) => [facts['part'], facts['kept'], facts['found']]);
    };
    const here = `collective_id = '${village.id}'`;
    const keep = (use: string, account: string) =>
      hand.run(
        `UPDATE year_accounts SET ledger_account = '${account}' WHERE ${here} AND posting_use = '${use}'`,
      );
    const book = (from: string, to: string) =>
      hand.run(
        `UPDATE ledger_lines SET ledger_account = '${to}' WHERE ${here} AND ledger_account = '${from}'`,
      );
    expect(await found()).toEqual([]);
    await keep('postWages', '322');
    expect(await found()).toEqual([['account', '322', '514']]);
    await keep('postWages', '514');
    await keep('rewards', '514');
    expect(await found()).toEqual([['account', '514', '515']]);
    await keep('rewards', '515');
    await book('515', '514');
    expect(await found()).toEqual([['account', '515', '514']]);
    await book('514', '515');
    // Now the wages stand on 515, too.
    expect(await found()).toEqual([['account', '514', '515']]);
    await hand.close();
  });
});
