import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module';
import { plainWords, sheetText } from '../../src/cli/sheet-text';
import { bucketsOf, clauseOf } from '../../src/domain/policy/pack';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { NoticeSheetsService } from '../../src/features/notices/notice-sheets.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { Clock, SetClock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import { createApp } from '../../src/platform/http/create-app';
import { environmentOf } from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';
import { confirmPolicy } from '../support/policy-register';
import { everythingIsRequired, findPoppler } from '../support/machine';
import { type Answer, letIn, openWith, type Program, STATION } from './api-village.fixture';

/** What one region's village decides on the same books, and what its policy says to it. */
interface Region {
  readonly name: string;
  readonly pack: string;
  /** The year of the story: the policies do not all hold at the same time. */
  readonly year: string;
  /** Numbers the county gives, by id, where the document leaves them to it. */
  readonly county: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, string>>;
  /** Amounts by use; the books have 2,200.00 to distribute. */
  readonly uses: Readonly<Record<string, string>>;
  readonly group: string;
  /** The reasons these amounts need, by rule, and how the sheet prints them. */
  readonly reasons?: Readonly<Record<string, string>>;
  readonly written?: string;
  /** Amounts that the policy does not let pass, or not without a reason, and the rule that says so. */
  readonly instead: Readonly<Record<string, string>>;
  readonly says: string;
}

/** Uses whose money goes to people: another grants them whole, and says why there is no list. */
const OF_PEOPLE = ['posts', 'labour', 'reward', 'subsidy', 'hardship', 'relief'];

const REGIONS: readonly Region[] = [
  {
    name: '广西',
    pack: '450000/2022-07-19',
    year: '2022',
    county: {},
    decisions: { 'gate.households': '300', agreed_due: '800' },
    uses: { agreed: '800.00', target: '900.00' },
    group: 'lifted_out',
    instead: { agreed: '800.00', member: '900.00' },
    says: 'GX-3-6b',
  },
  {
    name: '阜阳',
    pack: '341200/2023-09-21',
    year: '2024',
    county: { 'main_use.floor': '60%' },
    decisions: {},
    uses: { posts: '1500.00', industry: '500.00', other: '10.00' },
    reasons: { 'FY-07n:other': '换路灯' },
    written: '四类用途以外的开支要写理由：换路灯',
    group: 'lifted_out',
    instead: { posts: '900.00', other: '1000.00' },
    says: 'FY-07c',
  },
  {
    name: '东川',
    pack: '530113/2022-09-19',
    year: '2024',
    county: { 'bonus.ratio': '10%' },
    decisions: {},
    uses: { living: '1200.00', posts: '100.00', development: '300.00' },
    group: 'lifted_out',
    instead: { living: '1200.00', cadre: '0.01' },
    says: 'DC-11p',
  },
  {
    name: '商丘',
    pack: '411400/2018-04-09',
    year: '2024',
    county: {},
    decisions: {},
    uses: { posts: '1400.00', reward: '300.00' },
    group: 'registered',
    instead: { posts: '1400.00', dividend: '300.00' },
    says: 'SQ-A63b',
  },
  {
    name: '喀左',
    pack: '211324/2024-08-15',
    year: '2024',
    county: {},
    decisions: {},
    uses: { posts: '1000.00', industry: '900.00' },
    reasons: { 'KZ-10-3': '党员外出务工，先开代表会' },
    written: '党员外出务工，先开代表会',
    group: 'lifted_out',
    instead: { posts: '2200.01' },
    says: 'plan.aboveDistributable',
  },
];

describe('the same books under five policies, from the asset to the wall', () => {
  let app: NestFastifyApplication;
  const clock = new SetClock('2022-10-15');
  const sheets = new Map<string, string>();

  beforeAll(async () => {
    const { settings } = await freshSettings('sqlite');
    const env = { LOG_LEVEL: 'silent', DEMO: 'false', ...environmentOf(settings) };
    const configuration = readConfiguration(env);
    app = await createApp(AppModule.forConfiguration(configuration, clock), configuration);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it.each(REGIONS)(
    'in $name: what it does not let pass is named, the rest goes up on the wall',
    async (region) => {
      clock.moveTo(`${region.year}-10-15`);
      const village = await startVillage(app, region);
      await village.bookTheSameAsEverywhere();
      expect(await village.refusalOf(region.instead)).toContain(region.says);
      const plan = await village.draft(region.uses, region.reasons);
      expect(plan.body).toMatchObject({
        packId: region.pack,
        figures: { carriedOver: '500.00', received: '2000.00', deducted: '300.00', distributable: '2200.00' },
      });
      sheets.set(region.name, await village.publish(app, plan.body));
    },
  );

  it('prints five sheets that differ, each with its document, its uses and where they stand in it', () => {
    if (findPoppler('pdftotext') === undefined) return expect(everythingIsRequired()).toBe(false);
    const packs = app.get(PolicyService);
    for (const { name, pack: id, uses, written = '', county, decisions, year } of REGIONS) {
      const { pack } = packs.requirePack(id);
      const words = sheets.get(name) ?? '';
      expect(words).toContain(plainWords(pack.source.title));
      for (const value of Object.values(county)) expect(words).toContain(plainWords(`${value}文件`));
      if (Object.keys(decisions).length > 0)
        expect(words).toContain(plainWords(`${year}年10月15日经村民代表会议定`));
      if (Object.keys(county).length > 0) expect(words).toContain(plainWords(`《实施细则》，${name}县办`));
      expect(words).toContain(plainWords('每个数怎么来的'));
      expect(words).toContain(plainWords(written));
      for (const bucket of bucketsOf(pack, 'pv').filter((each) => uses[each.id] !== undefined)) {
        // A long name stands on two lines, and the next column is read between them.
        expect(words).toContain(plainWords(bucket.name).slice(0, 5));
        expect(words).toContain(plainWords(clauseOf(pack, bucket.cite).at));
      }
    }
    expect(new Set([...sheets.values()].map((words) => words.split('').sort().join(''))).size).toBe(5);
  });
});

/** A village of the region below a township and a county that gave its numbers. */
async function startVillage(app: NestFastifyApplication, region: Region) {
  const { year, pack, name } = region;
  const collectives = app.get(CollectivesService);
  const code = pack.slice(0, 6);
  const shared = { regionPath: [code], noticeLabel: 'DH', booksOpenOn: `${year}-01-01` };
  const routeId = 'village-representatives-then-township';
  const office = { ...shared, routeId, contacts: [] };
  const county = await collectives.createCollective({
    ...{ ...office, parentId: null, kind: 'county', name, organisationName: `${name}县办` },
  });
  const township = await collectives.createCollective({
    ...{ ...office, parentId: county.id, kind: 'township', name: '柳河镇', organisationName: '柳河镇财政所' },
  });
  const { id } = await collectives.createCollective({
    ...{ ...shared, routeId, parentId: township.id, kind: 'village', name: '东河村' },
    organisationName: '东河村股份经济合作社',
    contacts: [
      { id: 'village', body: '东河村', phone: '0558 000 0002' },
      { id: 'office', body: '柳河镇财政所', phone: '0558 000 0001' },
    ],
  });
  const from = `${year}-01-02`;
  const paper = { paperTitle: '实施细则', paperNumber: '', paperIssuer: `${name}县办`, paperIssuedOn: from };
  for (const [numberId, value] of Object.entries(region.county)) {
    const form = { region: code, numberId, value, from, ...paper };
    await app.get(LocalStandardsService).addStandard(county.id, form, { by: 'county' });
  }
  const { valid } = app.get(PolicyService).requirePack(pack).pack;
  if (valid.confirmAfter !== undefined) {
    const today = app.get(Clock).today();
    await confirmPolicy(app.get(PackConfirmationsService), { officeId: county.id, today, packId: pack });
  }
  await openWith(app, id, 50_000n, `${year}-01-01`);
  const accountant = await letIn(app, { name: `w${code}`, role: 'accountant', collectiveId: id });
  const officer = await letIn(app, { name: `l${code}`, role: 'township', collectiveId: township.id });
  return new RegionVillage(region, `/api/villages/${id}`, { accountant, officer });
}

class RegionVillage {
  constructor(
    private readonly region: Region,
    private readonly books: string,
    private readonly people: { readonly accountant: Program; readonly officer: Program },
  ) {}

  async post(at: string, form: object): Promise<Answer['body']> {
    const { status, body } = await this.people.accountant.post(`${this.books}/${at}`, form);
    if (status >= 300) throw new Error(`${at}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A station, its slip of September, the energy fee that came in, and the land rent that was paid. */
  async bookTheSameAsEverywhere(): Promise<void> {
    const { year } = this.region;
    const { id: assetId } = await this.post('assets', STATION);
    await this.post('settlements', {
      ...{ assetId, generationMonth: `${year}-09`, postedOn: `${year}-10-03` },
      ...{ readingFrom: '1000', readingTo: '6000', energy: '5000', energyUnit: 'kWh', energyPrice: '0.4' },
      ...{ priceUnit: 'yuan/kWh', subsidyPrice: '0.35', energyAmount: '2000.00', subsidyAmount: '1750.00' },
    });
    const { items } = (await this.people.accountant.get(`${this.books}/receivables`)).body;
    const [energy] = items as { id: string }[];
    const amounts = { [energy?.id ?? '']: '2000.00' };
    await this.post('receipts', { receivedOn: `${year}-10-04`, amount: '2000.00', amounts });
    const rent = { kind: 'land_rent', name: '屋顶和地面', postedOn: `${year}-10-05`, amount: '300.00' };
    await this.post('deductions', { ...rent, assetId });
  }

  async draft(uses: Readonly<Record<string, string>>, reasons: object = {}): Promise<Answer> {
    const { year, group, decisions } = this.region;
    const claims = Object.entries(uses).map(([bucket, amount]) => {
      return { bucket, forWhat: '第一批', beneficiaries: '3', unit: 'person', targetGroup: group, amount };
    });
    const period = { pool: 'pv', from: `${year}-01-01`, to: `${year}-10-15` };
    const form = { ...period, claims, decisions, reasons, leftOverNote: '维修' };
    const drafted = await this.people.accountant.post(`${this.books}/plans`, form);
    const { id } = drafted.body;
    if (drafted.status >= 300) return drafted;
    return this.people.accountant.get(`${this.books}/plans/${String(id)}`);
  }

  /** The code and the rules that refuse a plan with other amounts, at its draft or when it goes up. */
  async refusalOf(uses: Readonly<Record<string, string>>): Promise<string[]> {
    const { accountant } = this.people;
    const drafted = await this.draft(uses);
    const id = String(drafted.body['id']);
    const { body } =
      drafted.status >= 300 ? drafted : await accountant.post(`${this.books}/plans/${id}/submit`, {});
    const problems = body['problems'] as { field: string; facts?: { rule?: string } }[];
    return [String(body['code']), ...problems.map(({ field }) => field.replace(/^reasons.|:.*$/g, ''))];
  }

  /** Takes a plan to the wall and pays out nothing yet. @returns the words of its sheet */
  async publish(app: NestFastifyApplication, plan: Answer['body']): Promise<string> {
    const { year } = this.region;
    const at = `plans/${String(plan['id'])}`;
    const { digest } = await this.post(`${at}/submit`, {});
    const votes = {
      due: '30',
      present: '25',
      inFavour: '24',
      against: '0',
      abstained: '1',
      stepPaper: 'minutes',
    };
    await this.post(`${at}/meeting`, { heldOn: `${year}-10-15`, ...votes });
    const { officer } = this.people;
    const review = await officer.post(`${this.books}/${at}/review`, { outcome: 'passed', digest });
    expect(review).toMatchObject({ status: 200, body: { approved: true } });
    const lines = plan['lines'] as { bucket: string; claims: { id: string }[] }[];
    for (const { bucket, claims } of lines)
      for (const { id: claimId } of claims) {
        const form = { claimId, grantedOn: `${year}-10-15`, wholeWhy: '名单是纸质的' };
        if (!OF_PEOPLE.includes(bucket)) await this.post(`${at}/grants`, form);
        else {
          const { status, body } = await officer.post(`${this.books}/${at}/grants`, form);
          const hasProcedure = this.region.pack.startsWith('411400') && bucket !== 'posts';
          expect(hasProcedure ? body['code'] : status).toBe(hasProcedure ? 'grant.byProcedure' : 201);
        }
      }
    const { id } = await this.post('notices', { planId: plan['id'], displayedOn: `${year}-10-16` });
    const pdf = await app.get(NoticeSheetsService).requireSheet(String(plan['collectiveId']), String(id));
    return sheetText(pdf) ?? '';
  }
}
