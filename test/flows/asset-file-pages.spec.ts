import { exif, jpeg, PAPER } from '../platform/files/pictures.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const HALL = {
  ...{ kind: 'workshop', assetClass: 'public', titleLevel: 'village', name: '村民活动室' },
  ...{ titleHolder: '东河村集体', acquiredOn: '2021-05-20', cost: '1200.00' },
  ...{ 'funds[0][level]': 'localBond', 'funds[0][year]': '2021', 'funds[0][amount]': '1200.00' },
};

describe('photos, cards and stocktakings over the pages', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let assets = '';

  beforeAll(async () => {
    village = await startVillageApp('sqlite');
    assets = `/villages/${village.villageId}/assets`;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  async function post(path: string, form: Readonly<Record<string, string>>, from = path) {
    const { body } = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return accountant.post(path, { ...form, _csrf: csrfTokenIn(body), commandKey });
  }

  /** Sends a file to the page of what it belongs to, under a name and a type that say nothing. */
  async function send(place: string, bytes: Buffer | '', fields: Readonly<Record<string, string>>) {
    const { body } = await accountant.get(place);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const all = { ...fields, _csrf: csrfTokenIn(body), commandKey };
    const sent = [...Object.entries(all), ...(bytes === '' ? [] : [['file', bytes] as const])];
    return accountant.postBytes(place, multipart(sent, { name: 'x.exe', type: 'text/html' }), MULTIPART);
  }

  const enter = (form: Readonly<Record<string, string>>) => post(`${assets}/new`, form);

  it('keep photos and papers of an asset, hand them out as what they are, and take them away', async () => {
    const hall = String((await enter({ ...HALL, name: '敬老院' })).headers.location);
    const place = `${assets.replace('/assets', '')}/files/asset/${hall.split('/').at(-1) ?? ''}`;
    expect((await accountant.get(hall)).body).toContain(`href="${place}">添加、查看`);
    const photo = { paperKind: 'photo', datedOn: '2025-07-01', remark: '正门', audience: 'public' };
    const none = await send(place, '', photo);
    expect([none.statusCode, none.body.includes('请选一个文件')]).toEqual([422, true]);
    const drawing = await send(place, Buffer.from('<svg onload="alert(1)"/>'), photo);
    expect([drawing.statusCode, drawing.body.includes('这种文件不收')]).toEqual([422, true]);
    const secret = await send(place, PAPER, { ...photo, datedOn: '2099-01-01' });
    for (const sentence of ['PDF 不是照片', '还没有到', 'value="2099-01-01"', 'value="正门"'])
      expect(secret.body).toContain(sentence);
    expect((await send(place, jpeg(exif(6)), photo)).headers.location).toBe(place);
    await send(place, PAPER, { ...photo, paperKind: 'titlePaper', audience: 'office' });
    const list = (await accountant.get(place)).body;
    const links = [...list.matchAll(/href="([^"]+\/kept-files\/[^"]+)"/g)].map((match) => match[1] ?? '');
    const answers = await Promise.all(links.map((href) => accountant.get(href)));
    expect(answers.map(({ headers }) => [headers['content-type'], headers['content-disposition']])).toEqual([
      ['application/pdf', expect.stringMatching(/^attachment; filename="2025-07-01-\w{8}\.pdf"$/)],
      ['image/jpeg', expect.stringMatching(/^inline; filename="2025-07-01-\w{8}\.jpg"$/)],
    ]);
    for (const { headers } of answers) expect(headers['x-content-type-options']).toBe('nosniff');
    expect(answers[1]?.rawPayload.includes('GPS')).toBe(false);
    const again = { 'if-none-match': String(answers[1]?.headers.etag) };
    expect((await accountant.get(links[1] ?? '', again)).statusCode).toBe(304);
    const stranger = new Visitor(village.app);
    expect((await stranger.get(links[1] ?? '')).statusCode).not.toBe(200);
    const card = (await accountant.get(hall)).body;
    expect(card).toMatch(
      /2 份[\s\S]*<img src="[^"]+\/kept-files\/[^"]+" alt="正门" loading="lazy" width="90" height="120"/,
    );
    const fileId = links[1]?.split('/').at(-1) ?? '';
    const away = await post(`${place}/withdrawals`, { fileId, withdrawalReason: '拍到了人' }, place);
    expect(away.headers.location).toBe(place);
    expect((await accountant.get(links[1] ?? '')).statusCode).toBe(404);
    expect((await accountant.get(place)).body).toMatch(/撤掉的[\s\S]*拍到了人/);
    expect((await village.accountant.get(`/api${place}`)).body).toMatchObject({
      items: [{ paperKind: 'titlePaper' }],
    });
  });

  it('give an asset a card to hang up, and everyone who scans it what everyone may know', async () => {
    const home = assets.replace('/assets', '');
    const page = `${home}/asset-cards`;
    const kept = { ...HALL, name: '农家书屋', assetClass: 'operating' };
    const room = String((await enter(kept)).headers.location);
    const known = { validFrom: '2021-05-20', condition: 'inUse', plateNumber: 'DH-09', basedOn: '0' };
    const rights = {
      keepingBody: '张三',
      operatingBody: '李四',
      incomeBody: '赵六',
      location: '三组',
      latitude: '32.891234',
    };
    await post(`${room}/particulars`, {
      ...known,
      ...rights,
      longitude: '115.812345',
      projectName: '书屋项目',
    });
    const household = { ...HALL, name: '王五的鸡舍', assetClass: 'household', titleLevel: 'household' };
    await enter({ ...household, titleHolder: '王五' });
    expect((await accountant.get(assets)).body).toContain(`href="${page}"`);
    expect((await accountant.get(page)).body).toMatch(
      /王五的鸡舍[\s\S]*农户的资产，不公开[\s\S]*处资产办公开名片/,
    );
    expect((await post(page, {})).headers.location).toBe(page);
    const list = (await accountant.get(page)).body;
    expect(list).not.toContain('处资产办公开名片');
    const [, address = ''] = /农家书屋[\s\S]*?href="(\/p\/assets\/[2-9A-Z]{16})"/.exec(list) ?? [];
    const sheet = await accountant.get(`${page}/cards.pdf?assetId=${room.split('/').at(-1) ?? ''}`);
    expect(sheet.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const place = `${home}/files/asset/${room.split('/').at(-1) ?? ''}`;
    const photo = { paperKind: 'photo', datedOn: '2025-07-01', remark: '正门' };
    await send(place, jpeg(exif(6)), { ...photo, audience: 'public' });
    await send(place, jpeg(), { ...photo, remark: '仓库', audience: 'office' });
    const everyone = new Visitor(village.app);
    const scanned = await everyone.get(address.toUpperCase());
    expect([scanned.statusCode, scanned.headers.location]).toEqual([301, address]);
    const card = await everyone.get(address);
    for (const word of [
      '农家书屋',
      '书屋项目',
      '2021年地方政府债券',
      '1,200.00',
      'DH-09',
      '在用',
      '正门（2025年7月1日）',
      '不归村集体',
    ])
      expect(card.body).toContain(word);
    expect(card.body).toContain(`href="/public/villages/${village.villageId}"`);
    for (const word of ['张三', '李四', '赵六', '32.89', '115.81', '仓库'])
      expect(card.body).not.toContain(word);
    expect(card.headers['set-cookie']).toBeUndefined();
    expect(card.body.length).toBeLessThan(10_000);
    const [, src = ''] = /src="(\/p\/assets\/[^"]+)"/.exec(card.body) ?? [];
    expect((await everyone.get(src)).headers['content-type']).toBe('image/jpeg');
    const hidden = /kept-files\/([^"]+)"><img[^>]+alt="仓库"/.exec((await accountant.get(place)).body)?.[1];
    for (const wrong of [`${address}/photos/${hidden ?? ''}`, address.slice(0, -1), `${address}2`])
      expect((await everyone.get(wrong)).statusCode).toBe(404);
  });

  it('are looked at one by one, and what differs is decided', async () => {
    const rounds = assets.replace('/assets', '/stocktakings');
    expect((await accountant.get(assets)).body).toContain(`href="${rounds}"`);
    for (const name of ['粮库', '泵站']) await enter({ ...HALL, name });
    expect((await accountant.get(`${rounds}/blank.pdf`)).headers['content-type']).toBe('application/pdf');
    const empty = (await accountant.get(`${rounds}/new`)).body;
    const names = [...empty.matchAll(/name="(findings\[[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(1);
    const found = Object.fromEntries(names.map((name) => [name, 'found']));
    const [first = ''] = names;
    const day = /name="countedOn"[^>]*value="([^"]+)"/.exec(empty)?.[1] ?? '';
    const form = {
      countedOn: day,
      countedBy: '会计 王',
      watchedBy: '监委会 李',
      ...found,
      [first]: 'missing',
    };
    const wrong = await post(`${rounds}/new`, form);
    expect([wrong.statusCode, wrong.body.includes('没有找到，要写明情况')]).toEqual([422, true]);
    const remark = first.replace('findings', 'remarks');
    const told = { ...form, [remark]: '搬走了', 'unlisted[a]': '水泵', 'unlistedRemarks[a]': '二组井边' };
    const round = String((await post(`${rounds}/new`, told)).headers.location);
    const page = (await accountant.get(round)).body;
    expect(page).toMatch(/差异 2 处[\s\S]*没有找到[\s\S]*搬走了[\s\S]*水泵[\s\S]*二组井边/);
    const decision = { line: '1', decision: 'toRegister', reason: '村委会 7月会议' };
    const refused = await post(round, decision);
    expect([refused.statusCode, refused.body.includes('只能从列出的里面选')]).toEqual([422, true]);
    expect((await post(round, { ...decision, decision: 'toDisposal' })).headers.location).toBe(round);
    expect((await accountant.get(round)).body).toMatch(/按处置程序办：村委会 7月会议[\s\S]*act=leave">去办/);
    expect((await accountant.get(`${round}/sheet.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await post(`${rounds}/new`, told)).body).toContain('那天已经登记过一次盘点');
    const again = await post(`${round}/withdrawal`, { withdrawalReason: '填成了别的库' }, round);
    const filled = (await accountant.get(String(again.headers.location))).body;
    expect(filled).toMatch(/value="会计 王"[\s\S]*value="missing" selected[\s\S]*value="搬走了"/);
    expect((await accountant.get(round)).body).toMatch(/已作废（[^）]+）：填成了别的库/);
    expect((await post(`${rounds}/new`, { ...told, [remark]: '在修' })).statusCode).toBe(303);
    expect((await accountant.get(rounds)).body).toMatch(/<s><a [^>]+>[\d-]+<\/a><\/s><small>已作废：填成了/);
    expect((await village.officer.get(`/api${round}`)).body).toMatchObject({ countedBy: '会计 王' });
  });
});
