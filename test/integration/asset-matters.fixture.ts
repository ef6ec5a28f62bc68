import type { AssetForm } from '../../src/domain/assets/asset';
import { PARTICULARS, type ParticularName } from '../../src/domain/assets/asset-particulars';
import type { AnswersForm } from '../../src/domain/assets/asset-answer';
import type { EntryMattersForm } from '../../src/domain/assets/entry-matters';
import type { AboutKind } from '../../src/domain/assets/matter-facts';
import type { Matter } from '../../src/domain/assets/matters';
import { AssetKnownService } from '../../src/features/assets/asset-known.service';
import { AssetMattersService } from '../../src/features/assets/asset-matters.service';
import { AssetRemediesService } from '../../src/features/assets/asset-remedies.service';
import { AssetWatchService } from '../../src/features/assets/asset-watch.service';
import { MatterGroundService } from '../../src/features/assets/matter-ground.service';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { assetRulesOn, earningsOn } from '../support/asset-matters';
import { typedLease } from '../support/leases';
import { seeded } from '../domain/policy/seeded';
import { ACCOUNTANT, Village } from '../support/village';

/** A village of a region on a day, its assets, and what the document in force says of them. */
export class RuledVillage {
  private constructor(
    readonly village: Village,
    readonly matters: AssetMattersService,
    readonly remedies: AssetRemediesService,
    readonly today: string,
  ) {}

  static async start(database: Database, region: string, today: string): Promise<RuledVillage> {
    const clock = new SetClock(today);
    const services = Village.at(database, '', clock).services;
    const { id } = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: `Village in ${region}`, contacts: [] },
      ...{ organisationName: 'the cooperative', regionPath: [region], noticeLabel: 'V' },
      ...{
        routeId: 'village-representatives-then-township',
        booksOpenOn: `${Number(today.slice(0, 4)) - 1}-01-01`,
      },
    });
    const village = Village.at(database, id, clock);
    const { collectives, assets, particulars, leases, constructionRead } = village.services;
    const { assetRules, numbers } = assetRulesOn(database, clock, { collectives, policy: seeded });
    const ground = new MatterGroundService(assetRules, collectives, constructionRead);
    const earnings = earningsOn(village.services);
    const known = new AssetKnownService(assets, particulars, leases, earnings, numbers);
    const matters = new AssetMattersService(database, clock, ground, known);
    const watched = new AssetWatchService(database, clock, assetRules, collectives, known);
    const remedies = new AssetRemediesService(database, clock, watched);
    return new RuledVillage(village, matters, remedies, today);
  }

  /** An asset that the county paid for, with what the document asks where it asks something. */
  async addAsset(wish: Partial<AssetForm>, matters?: Partial<EntryMattersForm>): Promise<string> {
    const cost = wish.cost ?? '1000.00';
    const form = {
      ...{ kind: 'workshop', name: 'Hall', cost, titleHolder: 'the cooperative', acquiredOn: '2018-06-01' },
      ...{
        capacityKw: '',
        meterMultiplier: '',
        energyPrice: '',
        subsidyPrice: '',
        keeper: '',
        ownShareKey: '',
      },
      funds: cost === '' ? [] : [{ level: 'central', year: '2018', amount: cost }],
      ...wish,
      ...(matters === undefined ? {} : { matters: { answers: {}, paper: '', reason: '', ...matters } }),
    };
    const { assets } = this.village.services;
    return (await assets.addAsset(this.village.id, form, ACCOUNTANT)).id;
  }

  async addLease(assetId: string, matters?: Readonly<Record<string, string>>): Promise<string> {
    const year = this.today.slice(0, 4);
    const days = { signedOn: `${year}-01-05`, firstOn: `${year}-01-10`, lastOn: `${year}-12-31` };
    const form = {
      ...typedLease({ assetId, leaseNumber: `L ${assetId}`, ...days }),
      ...(matters === undefined ? {} : { matters: { answers: matters, paper: 'inquiry', reason: '' } }),
    };
    return (await this.village.services.leases.addLease(this.village.id, form, ACCOUNTANT)).id;
  }

  /** The owner agrees that the village keeps it, for half of what it brings. */
  async keep(assetId: string): Promise<void> {
    const { services, id } = this.village;
    const year = this.today.slice(0, 4);
    const days = { signedOn: `${year}-01-04`, custodyFrom: `${year}-01-05`, custodyTo: `${year}-12-31` };
    const said = { custodyKind: 'keeping', custodyOwner: 'the Zhangs', ownersShare: '50%', paper: 'paper' };
    await services.custodyActs.agree(id, { assetId, form: { ...said, ...days } }, ACCOUNTANT);
  }

  async note(assetId: string, known: Partial<Record<ParticularName, string>>): Promise<void> {
    const { particulars } = this.village.services;
    const at = { collectiveId: this.village.id, id: assetId };
    const before = await particulars.listVersions(this.village.id, assetId);
    const blank = Object.fromEntries(PARTICULARS.map((name) => [name, ''])) as Record<ParticularName, string>;
    const form = { ...blank, condition: 'inUse', ...(before.at(-1) ?? {}), ...known };
    const said = { validFrom: this.today, why: 'seen', basedOn: String(before.length) };
    await particulars.change(at, { ...form, ...said }, ACCOUNTANT);
  }

  /**
   * The office of the region gives numbers that the document leaves to it, from the first day of the year.
   */
  async countyGives(numbers: Readonly<Record<string, string>>): Promise<void> {
    const day = `${this.today.slice(0, 4)}-01-01`;
    const { collectives, standards } = this.village.services;
    const [region = ''] = await collectives.regionPathOf(this.village.id);
    const paper = { paperTitle: 'rules', paperNumber: '', paperIssuer: 'the office', paperIssuedOn: day };
    for (const [numberId, value] of Object.entries(numbers)) {
      const form = { region, numberId, value, from: this.today, ...paper };
      await standards.addStandard(this.village.id, form, { by: 'county' });
    }
  }

  /** A cost of an asset is paid. */
  async spend(assetId: string, amount: bigint, on: string): Promise<void> {
    const { database, ledger } = this.village.services;
    const line = { amount, pool: 'other' as const, assetId };
    await database.inTransaction(this.village.id, (tx) =>
      ledger.post(tx, this.village.id, {
        ...{ event: 'deductions.paid.insurance', postedOn: on, aboutPeriod: on.slice(0, 7), statementOn: on },
        ...{ summary: 'insurance', source: { kind: 'deduction', id: assetId }, preparedBy: ACCOUNTANT.by },
        postings: [
          { ...line, ledgerAccount: '511', side: 'debit', poolFlow: 'deducted' },
          { ...line, ledgerAccount: '102', side: 'credit' },
        ],
      }),
    );
  }

  /** Decides something about an asset, due in a month, and ends what was under way. */
  async decide(id: string, remedy: string): Promise<void> {
    const at = { collectiveId: this.village.id, id };
    const days = { decidedOn: this.today, doneBy: this.today };
    const said = { what: 'as decided', who: 'the council', paper: 'minutes' };
    const { number } = await this.remedies.decide(at, { remedy, ...days, ...said }, ACCOUNTANT);
    if (number === 1) return;
    const end = { remedyNumber: String(number - 1), doneOn: this.today, cameOf: 'given up' };
    await this.remedies.end(at, end, ACCOUNTANT);
  }

  answer(
    about: { readonly kind: AboutKind; readonly id: string },
    answers: Readonly<Record<string, string>>,
    wish: Partial<AnswersForm> = {},
  ): Promise<{ count: number }> {
    const given = Object.entries(answers).filter(([, value]) => value !== '');
    const none = Object.entries(answers).flatMap(([question, value]) =>
      value === '' ? [[question, 'yes']] : [],
    );
    const form = {
      ...{ fromOn: this.today, paper: 'paper 1' },
      ...{ answers: Object.fromEntries(given) as Record<string, string> },
      ...{ none: Object.fromEntries(none) as Record<string, string> },
      ...wish,
    };
    return this.matters.answer(this.village.id, { about, form }, ACCOUNTANT);
  }

  async lineOf(about: { readonly id: string }, line: string): Promise<Matter | undefined> {
    const { assets, projects } = await this.matters.mattersOn(this.village.id);
    return [...assets, ...projects]
      .flatMap(({ matters }) => matters)
      .find((each) => each.about.id === about.id && each.line === line);
  }

  /** How a line stands about something, with what it still asks. */
  async says(about: { readonly id: string }, line: string): Promise<string> {
    const found = await this.lineOf(about, line);
    return found === undefined
      ? 'no such line'
      : [found.verdict, ...found.asked, ...found.openNeeds].join(' ');
  }
}
