import type { FileOwner, KeptFileForm } from '../../src/domain/assets/kept-file';
import type { StocktakingForm } from '../../src/domain/assets/stocktaking';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { readParticulars } from '../../src/domain/assets/asset-particulars';
import { AssetCardsService } from '../../src/features/assets/asset-cards.service';
import { IncomeRightsService } from '../../src/features/assets/income-rights.service';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import type { FileWithdrawalsService } from '../../src/features/assets/file-withdrawals.service';
import { DepreciationReadService } from '../../src/features/assets/depreciation-read.service';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { StocktakingsService } from '../../src/features/assets/stocktakings.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, PAPER } from '../platform/files/pictures.fixture';
import { assetVouchersOn } from '../support/asset-life';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { typedLease } from '../support/leases';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { HALL } from './leases.fixture';

const PHOTO: KeptFileForm = {
  ...{ paperKind: 'photo', datedOn: '2025-07-01', remark: ' front ', audience: 'public' },
};

const ROUND: StocktakingForm = {
  ...{ countedOn: '2025-06-30', countedBy: 'bookkeeper Li', watchedBy: 'overseer Wu' },
  ...{ findings: {}, remarks: {}, unlisted: {}, unlistedRemarks: {} },
};

describeOnEachEngine('photos and papers beside the books', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let files: AssetFilesService;
  let withdrawals: FileWithdrawalsService;
  let cards: AssetCardsService;
  let rounds: StocktakingsService;
  let station: FileOwner;
  let lease: FileOwner;
  let hand: Tampering;
  const keep = async (owner: FileOwner, bytes: Buffer, form: Partial<KeptFileForm> = {}, key?: string) =>
    files.keep(
      owner,
      { file: await readKeptFile(bytes), form: { ...PHOTO, ...form } },
      { ...ACCOUNTANT, ...(key === undefined ? {} : { key }) },
    );
  const told = ({ breaks }: CheckResult): string[] => breaks.map(({ pass, code }) => `${pass} ${code}`);
  const stored = async (): Promise<number> =>
    (await opened.reader.query<unknown[]>('SELECT sha256 FROM stored_files')).length;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id: collectiveId } = village;
    files = new AssetFilesService(opened.database, services.clock);
    withdrawals = fileWithdrawalsOn(opened.database, services.clock);
    cards = new AssetCardsService(opened.database, services.clock, services.assets);
    rounds = new StocktakingsService(
      ...([opened.database, services.clock, services.assets] as const),
      new DepreciationReadService(
        ...([opened.database, services.books, services.ledger] as const),
        new AssetBalancesService(),
      ),
    );
    station = { collectiveId, ownerKind: 'asset', ownerId: await village.addStation() };
    const form = typedLease({ assetId: station.ownerId });
    const { id } = await services.leases.addLease(collectiveId, form, ACCOUNTANT);
    lease = { collectiveId, ownerKind: 'lease', ownerId: id };
  });
  afterAll(() => hand.close());

  it('are kept without what a camera wrote, once for each thing and once on the disk', async () => {
    const { id } = await keep(station, jpeg(exif(6)), {}, 'first-photo-key');
    expect(await keep(station, jpeg(exif(6)), {}, 'first-photo-key')).toEqual({ id });
    const { file, bytes } = await files.requireFile(village.id, id);
    expect(file).toMatchObject({ remark: 'front', width: 480, height: 640, mediaType: 'image/jpeg' });
    const again = await readKeptFile(jpeg(exif(6)));
    expect([bytes.length, bytes.equals(again.bytes)]).toEqual([file.sizeBytes, true]);
    await expect(keep(station, jpeg(exif(6)))).rejects.toMatchObject({
      problems: [{ code: 'keptFile.twice' }],
    });
    await keep(lease, jpeg(exif(6)), { paperKind: 'contract', audience: 'office' });
    expect(await stored()).toBe(1);
  });

  it('are refused before their bytes are stored', async () => {
    const contract = { paperKind: 'contract', audience: 'office', datedOn: '2025-07-21' };
    await expect(keep(lease, PAPER, contract)).rejects.toMatchObject({
      problems: [{ code: 'keptFile.later' }],
    });
    const nothing: FileOwner = { ...station, ownerId: 'gone' };
    await expect(keep(nothing, PAPER)).rejects.toMatchObject({ code: 'keptFile.ownerUnknown' });
    expect(await stored()).toBe(1);
  });

  it('are taken away by a reason, stay, and open no more', async () => {
    const { id } = await keep(lease, PAPER, { paperKind: 'contract', audience: 'office' });
    const away = (reason: string) => withdrawals.withdraw(lease, { fileId: id, reason }, ACCOUNTANT);
    await expect(away(' ')).rejects.toMatchObject({ problems: [{ code: 'form.missing' }] });
    await away('another contract');
    await expect(away('again')).rejects.toMatchObject({ code: 'keptFile.unknown' });
    await expect(files.requireFile(village.id, id)).rejects.toMatchObject({ code: 'keptFile.unknown' });
    const { standing, withdrawn } = await files.listFiles(lease);
    expect(standing).toHaveLength(1);
    expect(withdrawn).toMatchObject([{ reason: 'another contract', file: { id } }]);
    await keep(lease, PAPER, { paperKind: 'contract', audience: 'office' });
    expect(await stored()).toBe(2);
  });

  it('stand with a voucher, and are counted beside it while they stand', async () => {
    const { entryId } = await village.openWith(100_00n);
    const slip: FileOwner = { collectiveId: village.id, ownerKind: 'voucher', ownerId: entryId };
    const vouchers = assetVouchersOn(village.services.assets, village.services.books, opened.database);
    const counted = () => vouchers.countPapers(village.id, [entryId, station.ownerId]);
    expect(await counted()).toEqual(new Map());
    const { id } = await keep(slip, jpeg(exif(6)), { paperKind: 'bill', audience: 'office' });
    await expect(keep(slip, PAPER)).rejects.toMatchObject({
      problems: [{ code: 'keptFile.notAPhoto' }, { code: 'keptFile.onlyPhotosPublic' }],
    });
    expect(await counted()).toEqual(new Map([[entryId, 1]]));
    expect(await files.requireOwner(slip)).toEqual({ name: '1', on: entryId });
    await withdrawals.withdraw(slip, { fileId: id, reason: 'of another voucher' }, ACCOUNTANT);
    expect(await counted()).toEqual(new Map());
  });

  it('open a card once for each asset, whatever was cut off before', async () => {
    const openCards = () => cards.openCards(village.id, ACCOUNTANT);
    expect([await openCards(), await openCards()]).toEqual([{ opened: 1 }, { opened: 0 }]);
    const code = (await cards.listCodes(village.id)).get(station.ownerId) ?? '';
    expect(await cards.findByCode(code)).toEqual({ collectiveId: village.id, assetId: station.ownerId });
    expect(await cards.findByCode('2222222222222222')).toBeUndefined();
    hand = await Tampering.on(opened);
    await hand.run('DELETE FROM asset_codes');
    expect(await cards.findByCode(code)).toBeUndefined();
    await openCards();
    expect(await cards.findByCode(code)).toBeDefined();
  });

  it('say on a card whose the income is, and name no person', async () => {
    const { id: collectiveId, services } = village;
    const rights = new IncomeRightsService(opened.database, services.clock);
    const { particulars } = readParticulars(() => '', { today: '' });
    const noted = async (incomeBody: string, basedOn: string) => {
      const said = {
        condition: 'inUse',
        incomeBody,
        why: 'seen',
        validFrom: services.clock.today(),
        basedOn,
      };
      const form = { ...particulars, ...said };
      await services.particulars.change({ collectiveId, id: station.ownerId }, form, ACCOUNTANT);
      const { asset } = await services.assets.requireAsset(collectiveId, station.ownerId);
      const known = await services.particulars.listInForce(collectiveId, services.clock.today());
      return rights.findPublic(collectiveId, asset, known.get(station.ownerId));
    };
    expect(await noted('县扶贫开发公司', '0')).toBe('县扶贫开发公司');
    expect(await noted('张某某', '1')).toBe('');
    expect(await noted('cooperative', '2')).toBeUndefined();
    expect(await noted('', '3')).toBeUndefined();
  });

  it('are told by a stocktaking, whole or not at all, and what differed is decided once', async () => {
    const form = { ...ROUND, findings: { [station.ownerId]: '' } };
    const keepRound = (wish: Partial<StocktakingForm>) =>
      rounds.record(village.id, { ...form, ...wish }, ACCOUNTANT);
    await expect(keepRound({})).rejects.toMatchObject({ problems: [{ code: 'stocktaking.unanswered' }] });
    const findings = { [station.ownerId]: 'damaged' };
    const remarks = { [station.ownerId]: 'a panel is broken' };
    const pump = { unlisted: { '0': 'pump' }, unlistedRemarks: { '0': 'behind the hall' } };
    const { id, differences } = await keepRound({ findings, remarks, ...pump });
    expect(differences).toBe(2);
    await expect(keepRound({ findings, remarks })).rejects.toMatchObject({
      problems: [{ code: 'stocktaking.dayTaken' }],
    });
    const decide = (line: string, decision: string) =>
      rounds.decide(village.id, { id, form: { line, decision, reason: 'meeting 7' } }, ACCOUNTANT);
    await decide('2', 'toRegister');
    await expect(decide('2', 'explained')).rejects.toMatchObject({
      problems: [{ code: 'stocktaking.decided' }],
    });
    await expect(decide('3', 'explained')).rejects.toMatchObject({ code: 'stocktaking.unknown' });
    expect(await rounds.findBefore(village.id, '2025-06-30')).toBeUndefined();
    expect(await rounds.findBefore(village.id, '2025-07-01')).toMatchObject({
      lines: [{ finding: 'damaged' }, { finding: 'unlisted', name: 'pump' }],
      decisions: [{ line: 2, decision: 'toRegister', reason: 'meeting 7' }],
    });
    const states = async () =>
      (await rounds.listProgress(village.id)).get(id)?.map(({ state, by }) => [state, by]);
    expect(await states()).toEqual([
      ['undecided', undefined],
      ['open', undefined],
    ]);
    const pumpFound = { ...HALL, name: 'pump', acquiredOn: '2025-07-01' };
    await village.services.assets.addAsset(village.id, pumpFound, ACCOUNTANT);
    expect(await states()).toEqual([
      ['undecided', undefined],
      ['done', 'registered'],
    ]);
  });

  it('are withdrawn where they were typed wrongly, and their day is free again', async () => {
    const [wrong] = await rounds.listHeads(village.id);
    const form = { ...ROUND, findings: { [station.ownerId]: 'found' } };
    const withdraw = (withdrawalReason: string) =>
      rounds.withdraw(village.id, { id: wrong?.id ?? '', form: { withdrawalReason } }, ACCOUNTANT);
    await expect(withdraw(' ')).rejects.toMatchObject({ problems: [{ code: 'form.missing' }] });
    await withdraw('of another hall');
    const gone = { code: 'stocktaking.withdrawn' };
    await expect(withdraw('again')).rejects.toMatchObject(gone);
    const decision = { id: wrong?.id ?? '', form: { line: '1', decision: 'explained', reason: 'x' } };
    await expect(rounds.decide(village.id, decision, ACCOUNTANT)).rejects.toMatchObject(gone);
    expect(await rounds.findBefore(village.id, '2025-07-01')).toBeUndefined();
    const { id } = await rounds.record(village.id, form, ACCOUNTANT);
    expect(await rounds.findBefore(village.id, '2025-07-01')).toMatchObject({
      ...{ id, lines: [{ finding: 'found', cost: 42_000_000n, book: null }] },
    });
    expect(await rounds.listHeads(village.id)).toMatchObject([
      { id, countedOn: '2025-06-30' },
      { id: wrong?.id, countedOn: '2025-06-30', withdrawn: { reason: 'of another hall', by: 'accountant' } },
    ]);
  });

  it('are found by the check where a row or its bytes were changed by hand', async () => {
    expect(told(await village.services.check.checkBooks(village.id))).toEqual([]);
    await hand.keep();
    for (const [sql, ...codes] of [
      ["UPDATE kept_files SET audience = 'office' WHERE audience = 'public'", 'fileChanged'],
      ["UPDATE file_withdrawals SET reason = 'none'", 'fileWithdrawalChanged', 'fileWithdrawalChanged'],
      ['DELETE FROM kept_files', 'fileGone', 'fileGone'],
      ["UPDATE kept_files SET owner_id = 'gone' WHERE owner_kind = 'voucher'", 'fileChanged', 'fileAlone'],
      [
        "UPDATE stored_files SET bytes = (SELECT bytes FROM stored_files WHERE media_type = 'image/jpeg')",
        'fileBytes',
        'fileBytes',
      ],
      ["DELETE FROM stored_files WHERE media_type = 'application/pdf'", 'fileBytes', 'fileBytes'],
      ["UPDATE asset_cards SET code = 'other'", 'cardDiffers'],
      ["UPDATE stocktakings SET watched_by = 'other'", 'stocktakingChanged', 'stocktakingChanged'],
      [
        'UPDATE stocktaking_lines SET cost_fen = 1 WHERE cost_fen > 1',
        'stocktakingChanged',
        'stocktakingChanged',
      ],
      ["UPDATE stocktaking_withdrawals SET reason = 'other'", 'stocktakingWithdrawalChanged'],
      ['DELETE FROM stocktaking_withdrawals', 'stocktakingTwice'],
      [
        "UPDATE stocktaking_lines SET remark = 'other' WHERE line = 1",
        'stocktakingChanged',
        'stocktakingChanged',
      ],
      ['DELETE FROM stocktakings', 'stocktakingGone', 'stocktakingGone'],
      ["UPDATE stocktaking_decisions SET reason = 'other'", 'decisionChanged'],
      ['DELETE FROM stocktaking_lines WHERE line = 2', 'stocktakingChanged', 'decisionAlone'],
      ['DELETE FROM leases', 'fileAlone', 'fileAlone', 'fileAlone'],
    ] as const) {
      await hand.run(sql);
      const found = told(await village.services.check.checkBooks(village.id));
      await hand.putBack();
      const own = found.filter((each) => /^(files|stocktakings) /.test(each));
      expect(own.map((each) => each.split('check.')[1])).toEqual(codes);
    }
  });
});
