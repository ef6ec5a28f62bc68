import { DataSource } from 'typeorm';
import type { FileOwner, KeptFileForm } from '../../src/domain/assets/kept-file';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { DepreciationReadService } from '../../src/features/assets/depreciation-read.service';
import { StocktakingsService } from '../../src/features/assets/stocktakings.service';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { fileOwnerMigrations } from '../../src/platform/database/migrations/file-owners.migrations';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, PAPER } from '../platform/files/pictures.fixture';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { handoversOn } from '../support/handovers';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

const SIGNED: KeptFileForm = {
  ...{ paperKind: 'signedSheet', datedOn: '2025-07-18', remark: '', audience: 'office' },
};

/** What three people signed is kept with the sheet it was printed from. */
describeOnEachEngine('the signed sheet of a handover or a stocktaking', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let files: AssetFilesService;
  let handover: FileOwner;
  let round: FileOwner;
  const keep = async (owner: FileOwner, bytes: Buffer, form: Partial<KeptFileForm> = {}) =>
    files.keep(owner, { file: await readKeptFile(bytes), form: { ...SIGNED, ...form } }, ACCOUNTANT);
  const shown = async (owner: FileOwner) => {
    const { standing, withdrawn } = await files.listFiles(owner);
    return [standing.map(({ paperKind }) => paperKind), withdrawn.map(({ reason }) => reason)];
  };
  const check = async (): Promise<string[]> => {
    const { breaks } = await village.services.check.checkBooks(village.id);
    return breaks.map(({ pass, code }) => `${pass} ${code}`);
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id: collectiveId } = village;
    const station = await village.addStation();
    files = new AssetFilesService(opened.database, services.clock);
    const depreciation = new DepreciationReadService(
      ...([opened.database, services.books, services.ledger, new AssetBalancesService()] as const),
    );
    const { clock, assets } = services;
    const rounds = new StocktakingsService(opened.database, clock, assets, depreciation);
    const counted = await rounds.record(
      collectiveId,
      {
        ...{ countedOn: '2025-07-15', countedBy: 'bookkeeper Li', watchedBy: 'overseer Wu' },
        ...{ findings: { [station]: 'found' }, remarks: {}, unlisted: {}, unlistedRemarks: {} },
      },
      ACCOUNTANT,
    );
    const handed = await handoversOn(services).record(
      collectiveId,
      {
        ...{ handedOn: '2025-07-16', post: 'bookkeeper', handedBy: 'old Zhou', takenBy: 'new Li' },
        ...{ handoverWatchedBy: 'town Wu', papers: 'seal\nkey', handoverRemark: '' },
      },
      ACCOUNTANT,
    );
    handover = { collectiveId, ownerKind: 'handover', ownerId: handed.id };
    round = { collectiveId, ownerKind: 'stocktaking', ownerId: counted.id };
  });
  afterAll(() => opened.close());

  it('is kept with it, for the office alone, and taken away by a reason', async () => {
    expect(await files.requireOwner(handover)).toEqual({ name: 'bookkeeper', on: handover.ownerId });
    expect(await files.requireOwner(round)).toEqual({ name: '2025-07-15', on: round.ownerId });
    expect(await codesOf(keep({ ...handover, ownerId: round.ownerId }, PAPER))).toEqual([
      'keptFile.ownerUnknown',
    ]);
    expect(await codesOf(keep(handover, PAPER, { audience: 'public' }))).toEqual([
      'keptFile.onlyPhotosPublic',
    ]);
    const { id: fileId } = await keep(handover, PAPER);
    await keep(round, jpeg(exif(6)));
    const withdrawals = fileWithdrawalsOn(opened.database, village.services.clock);
    await withdrawals.withdraw(handover, { fileId, reason: 'a page was missing' }, ACCOUNTANT);
    await keep(handover, jpeg(exif(6)));
    expect(await shown(handover)).toEqual([['signedSheet'], ['a page was missing']]);
    expect(await check()).toEqual([]);
  });

  it('stays with what was kept before when files may belong to something more', async () => {
    const source = await new DataSource(dataSourceOptions(opened.settings, 'owner')).initialize();
    const runner = source.createQueryRunner();
    for (const Widening of fileOwnerMigrations.slice(-1)) await new Widening().up(runner);
    await runner.release();
    await source.destroy();
    expect([await shown(handover), await shown(round)]).toEqual([
      [['signedSheet'], ['a page was missing']],
      [['signedSheet'], []],
    ]);
    expect(await check()).toEqual([]);
  });

  it('is missed by the check where what it belongs to is gone', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run('DELETE FROM handover_lines', 'DELETE FROM handovers');
    expect(await check()).toEqual(expect.arrayContaining(['files check.fileAlone']));
    await hand.putBack();
    await hand.close();
  });
});
