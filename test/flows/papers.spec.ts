import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { FileWithdrawalsService } from '../../src/features/assets/file-withdrawals.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { UsersService } from '../../src/features/users/users.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, PAPER, shade } from '../platform/files/pictures.fixture';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const FORM = { paperKind: 'bill', datedOn: '2025-07-05', remark: 'bank slip', audience: 'office' };

describe.each(enginesHere())('which vouchers have their papers (%s)', (engine) => {
  let village: VillageApp;
  let entryId: string;
  const seen = new Map<string, Visitor>();

  beforeAll(async () => {
    village = await startVillageApp(engine);
    const { app, villageId, otherVillageId } = village;
    await openWith(app, villageId, 500_000n);
    await openWith(app, otherVillageId, 500_000n);
    const [voucher] = await app
      .get(LedgerReadService)
      .listVouchers(villageId, { first: '2025-01', last: '2025-12' });
    entryId = voucher?.entryId ?? '';
  }, 120_000);
  afterAll(() => village.close());

  const page = async (name: string, path: string) => {
    const visitor = seen.get(name) ?? new Visitor(village.app);
    if (!seen.has(name)) await visitor.logIn({ username: name, password: PASSWORD });
    seen.set(name, visitor);
    return visitor.get(path);
  };
  const officePage = async () => textOf((await page('li', `/township/${village.townshipId}/papers`)).body);
  const keep = async (collectiveId: string, ownerKind: 'voucher', ownerId: string) =>
    village.app
      .get(AssetFilesService)
      .keep(
        { collectiveId, ownerKind, ownerId },
        { file: await readKeptFile(PAPER), form: FORM },
        { by: 'wang' },
      );

  it('tells what moved money without a paper, and no more once it is kept', async () => {
    const { villageId } = village;
    const entry = await village.app.get(LedgerReadService).requireEntry(villageId, entryId);
    village.clock.moveTo('2025-08-01');
    const month = entry.postedOn.slice(0, 7);
    const list = `/villages/${villageId}/papers?month=${month}`;
    const counted = entry.attachments > 0;
    const says = counted ? '没有存原件' : '动了现金或银行存款，没有单据';
    const own = (await page('wang', list)).body;
    expect(textOf(own)).toContain(says);
    expect(own).toContain('>存原件</a>');
    // The township looks; what it may not do is not offered.
    const above = (await page('li', list)).body;
    expect(textOf(above)).toContain(says);
    expect(above).not.toContain('>存原件</a>');
    const office = `/township/${village.townshipId}/papers?month=${month}`;
    expect(textOf((await page('li', office)).body)).toContain('Donghe 1张 0张');
    await keep(villageId, 'voucher', entryId);
    expect(textOf((await page('wang', list)).body)).toContain('该有单据的都存了原件。');
    expect(textOf((await page('li', office)).body)).toContain('Donghe 1张 1张 0张 0张');
    expect((await page('zhao', list)).statusCode).toBe(403);
    expect((await page('wang', office)).statusCode).toBe(403);
  });

  it('tells a scan that two villages have, and none that one took away', async () => {
    const { otherVillageId, app } = village;
    expect(await officePage()).toContain('一张票据在两个村、两张凭证上报账，要去看 没有。');
    const [other] = await app
      .get(LedgerReadService)
      .listVouchers(otherVillageId, { first: '2025-01', last: '2025-12' });
    const ownerId = other?.entryId ?? '';
    const { id } = await keep(otherVillageId, 'voucher', ownerId);
    expect(await officePage()).toMatch(/在哪里 Donghe 票据 Xihe 票据/);
    const owner = { collectiveId: otherVillageId, ownerKind: 'voucher', ownerId } as const;
    await app.get(FileWithdrawalsService).withdraw(owner, { fileId: id, reason: 'not ours' }, { by: 'zhao' });
    expect(await officePage()).toContain('要去看 没有。');
  });

  it('tells it also where another version of the encoder drew the second one', async () => {
    const { villageId, otherVillageId, app } = village;
    const files = app.get(AssetFilesService);
    const [other] = await app
      .get(LedgerReadService)
      .listVouchers(otherVillageId, { first: '2025-01', last: '2025-12' });
    const scan = await readKeptFile(jpeg(exif(6)));
    const again = { ...scan, bytes: Buffer.concat([scan.bytes, Buffer.alloc(1)]) };
    const at = (collectiveId: string, ownerId: string) =>
      ({ collectiveId, ownerKind: 'voucher', ownerId }) as const;
    const ours = at(villageId, entryId);
    const { id } = await files.keep(ours, { file: scan, form: FORM }, { by: 'wang', key: 'one-scan-01' });
    expect(await officePage()).toContain('要去看 没有。');
    // The same key sent again after the machine was renewed is the same command.
    expect(await files.keep(ours, { file: again, form: FORM }, { by: 'wang', key: 'one-scan-01' })).toEqual({
      id,
    });
    await files.keep(at(otherVillageId, other?.entryId ?? ''), { file: again, form: FORM }, { by: 'zhao' });
    expect(await officePage()).toMatch(/在哪里 Donghe 票据 Xihe 票据/);
  });

  it('tells one that was saved from a page of the program and kept elsewhere', async () => {
    const { villageId, otherVillageId, app } = village;
    const files = app.get(AssetFilesService);
    const [other] = await app
      .get(LedgerReadService)
      .listVouchers(otherVillageId, { first: '2025-01', last: '2025-12' });
    const scan = await readKeptFile(jpeg(exif(1), shade(40)));
    const ours = { collectiveId: villageId, ownerKind: 'voucher', ownerId: entryId } as const;
    const { id } = await files.keep(ours, { file: scan, form: FORM }, { by: 'wang' });
    const before = (await officePage()).match(/Donghe 票据 Xihe 票据/g)?.length ?? 0;
    const { bytes } = await files.requireFile(villageId, id);
    const saved = await readKeptFile(bytes);
    expect(saved.cameAs).not.toBe(scan.cameAs);
    const theirs = { ...ours, collectiveId: otherVillageId, ownerId: other?.entryId ?? '' };
    await files.keep(theirs, { file: saved, form: FORM }, { by: 'zhao' });
    expect((await officePage()).match(/Donghe 票据 Xihe 票据/g)).toHaveLength(before + 1);
  });

  it('tells one that stands with a village of another township, by name', async () => {
    const { app } = village;
    const far = await below('County', 'county', null);
    const [own, others] = [await below('Shan', 'township', far), await below('Chuan', 'township', far)];
    const [mine, theirs] = [await below('Qiao', 'village', own), await below('Lin', 'village', others)];
    await app.get(UsersService).createUser({
      ...{ username: 'ma', displayName: 'ma', password: PASSWORD, officeId: own },
      roles: [{ role: 'township', collectiveId: own }],
    });
    const vouchers: { at: string; entryId: string }[] = [];
    for (const at of [mine, theirs]) {
      await openWith(app, at, 500_000n);
      const [first] = await app
        .get(LedgerReadService)
        .listVouchers(at, { first: '2025-01', last: '2025-12' });
      vouchers.push({ at, entryId: first?.entryId ?? '' });
      await keep(at, 'voucher', first?.entryId ?? '');
    }
    const shown = await page('ma', `/township/${own}/papers`);
    expect(textOf(shown.body)).toMatch(/在哪里 (?:Qiao 票据 Lin 票据|Lin 票据 Qiao 票据)/);
    expect(shown.body).toContain(`/villages/${mine}/files/voucher/`);
    expect(shown.body).not.toContain(`/villages/${theirs}/files/`);
    const kept = await app.get(AssetFilesService).listDigests(theirs);
    const owner = {
      collectiveId: theirs,
      ownerKind: 'voucher',
      ownerId: vouchers[1]?.entryId ?? '',
    } as const;
    const gone = { fileId: kept[0]?.id ?? '', reason: 'not ours' };
    await app.get(FileWithdrawalsService).withdraw(owner, gone, { by: 'ma' });
    const after = async () => textOf((await page('ma', `/township/${own}/papers`)).body);
    expect(await after()).toContain('要去看 没有。');
  });

  it('tells one that stands on two vouchers of one village: a bill is paid once', async () => {
    const { villageId, accountant, app } = village;
    const bill = { kind: 'insurance', name: 'insurance', postedOn: '2025-07-04', amount: '1.00' };
    expect((await accountant.post(`/api/villages/${villageId}/deductions`, bill)).status).toBe(201);
    const booked = await app
      .get(LedgerReadService)
      .listVouchers(villageId, { first: '2025-01', last: '2025-12' });
    const twice = /Donghe 票据 Donghe 票据/;
    expect(await officePage()).not.toMatch(twice);
    await keep(villageId, 'voucher', booked.find((each) => each.entryId !== entryId)?.entryId ?? '');
    expect(await officePage()).toMatch(twice);
  });

  const below = async (
    name: string,
    kind: 'county' | 'township' | 'village',
    parentId: string | null,
  ): Promise<string> => {
    const words = { name, organisationName: name, noticeLabel: name, regionPath: ['341200'], contacts: [] };
    const form = { kind, parentId, routeId: null, booksOpenOn: '2025-01-01', ...words };
    return (await village.app.get(CollectivesService).createCollective(form)).id;
  };
});
