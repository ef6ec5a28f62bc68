import { AssetsService } from '../../src/features/assets/assets.service';
import { IncomeReadService } from '../../src/features/income/income-read.service';
import { STATION } from '../support/station';
import { exif, jpeg, PAPER } from '../platform/files/pictures.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const SLIP = {
  ...{ energy: '1000', energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
  ...{ readingFrom: '', readingTo: '', withoutReadings: 'on', energyAmount: '', subsidyAmount: '' },
};

/** Another paper: nothing may stand behind the end of one. */
const withRemark = (paper: Buffer, page: number): Buffer =>
  Buffer.from(paper.toString('latin1').replace('startxref', `%${String(page)}\nstartxref`), 'latin1');

describe.each(['sqlite', 'postgres'] as const)('the scan of a slip that is being typed (%s)', (engine) => {
  let village: VillageApp;
  let accountant: Visitor;
  let assetId = '';
  let page = '';
  const month = '2025-05';

  beforeAll(async () => {
    village = await startVillageApp(engine);
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    assetId = (await village.app.get(AssetsService).addAsset(village.villageId, STATION, { by: 'wang' })).id;
    page = `/villages/${village.villageId}/settlements/new?asset=${assetId}&month=${month}`;
  }, 120_000);
  afterAll(() => village.close());

  const home = (): string => `/villages/${village.villageId}/settlements/new`;
  async function keysOf(): Promise<Record<string, string>> {
    const { body } = await accountant.get(page);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return { _csrf: csrfTokenIn(body), commandKey };
  }
  async function send(bytes: Buffer | '') {
    const all = { assetId, generationMonth: month, ...(await keysOf()) };
    const sent = [...Object.entries(all), ...(bytes === '' ? [] : [['file', bytes] as const])];
    return accountant.postBytes(
      `${home()}/papers`,
      multipart(sent, { name: 'x.exe', type: 'text/html' }),
      MULTIPART,
    );
  }
  const post = async (path: string, form: Readonly<Record<string, string>>) =>
    accountant.post(path, { assetId, generationMonth: month, ...form, ...(await keysOf()) });
  const scans = async (): Promise<string[]> =>
    [...(await accountant.get(page)).body.matchAll(/href="([^"]+\/papers\/[^"]+\/[0-9a-f]{64}[^"]*)"/g)].map(
      ([, href = '']) => href.replaceAll('&amp;', '&'),
    );

  it('is cleaned like every photo, kept with the draft, and shown to nobody else', async () => {
    await post(home(), { ...SLIP, energy: '1234', tryOut: '1' });
    expect((await send(jpeg(exif(6)))).headers.location).toBe(page);
    const { body } = await accountant.get(page);
    expect([body.includes('value="1234"'), body.includes('第 1 份，照片')]).toEqual([true, true]);
    const [href = ''] = await scans();
    const shown = await accountant.get(href);
    expect([shown.headers['content-type'], shown.rawPayload.includes('GPS')]).toEqual(['image/jpeg', false]);
    expect((await new Visitor(village.app).get(href)).statusCode).not.toBe(200);
    await send(jpeg(exif(6)));
    expect(await scans()).toHaveLength(1);
  });

  it('is refused like every paper, with what was typed still there', async () => {
    for (const [bytes, sentence] of [
      ['', '请选一个文件'],
      [Buffer.from('<svg onload="alert(1)"/>'), '这种文件不收'],
    ] as const) {
      const refused = await send(bytes);
      expect([refused.statusCode, refused.body.includes(sentence)]).toEqual([422, true]);
      expect(refused.body).toContain('value="1234"');
    }
    for (let page = 0; page < 4; page += 1) await send(withRemark(PAPER, page));
    const sixth = await send(PAPER);
    expect([sixth.statusCode, sixth.body.includes('存不下了')]).toEqual([422, true]);
  });

  it('goes with the draft, or alone', async () => {
    const [, second = ''] = await scans();
    const sha256 = /\/([0-9a-f]{64})/.exec(second)?.[1] ?? '';
    await post(`${home()}/papers/dropped`, { sha256 });
    expect(await scans()).toHaveLength(4);
    expect((await accountant.get(second)).statusCode).toBe(404);
    await post(home(), { dropTyped: '1' });
    expect(await scans()).toEqual([]);
  });

  it('is the paper of the voucher once the slip is booked, and no scan is left', async () => {
    await send(PAPER);
    const refused = await post(home(), { ...SLIP, energy: 'x' });
    expect([refused.statusCode, refused.body.includes('第 1 份，PDF')]).toEqual([422, true]);
    const booked = await post(home(), SLIP);
    expect(booked.statusCode).toBe(303);
    const [slip] = await village.app.get(IncomeReadService).listSettlements(village.villageId);
    const place = `/villages/${village.villageId}/files/voucher/${slip?.entryId ?? ''}`;
    const listed = await village.accountant.get(`/api${place}`);
    expect(listed.body).toMatchObject({
      items: [{ paperKind: 'bill', mediaType: 'application/pdf', remark: '5月结算单的原件' }],
    });
    expect(await scans()).toEqual([]);
  });
});
