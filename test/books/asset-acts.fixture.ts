import { LEAVING_WAYS, type LeavingWay } from '../../src/domain/assets/asset-life';
import type { ProjectActForm } from '../../src/domain/assets/construction';
import type { LeavingForm } from '../../src/domain/assets/leaving';
import { addMonths, lastDayOf } from '../../src/domain/calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../../src/domain/money/fen';
import { HALL } from '../integration/leases.fixture';
import { ACCOUNTANT, type Village } from '../support/village';
import { AssetModel, type Begun, type Moved, withoutNil } from './asset-model';
import { pick, type Tried } from './terms.fixture';

/** What is tried how often of the acts of {@link AssetActs}. */
export const ASSET_WEIGHTS = {
  ...{ depreciate: 6, improve: 3, impair: 3, leave: 4 },
  ...{ fund: 4, stage: 4, accept: 5, retention: 3 },
};
export type AssetAct = keyof typeof ASSET_WEIGHTS;

/** What an act has to have moved, and what to keep in the model under its voucher. */
export interface Acted {
  readonly moved: Moved;
  /** By which of its ways it was done, where there are several. */
  readonly way?: string;
  readonly entryId?: string;
  readonly keep?: (entryId: string) => void;
}

/** A project of the model: what of it stands, told by voucher. */
interface Built {
  readonly id: string;
  readonly events: { entryId: string; act: string; amount: Fen; kept: Fen }[];
}

const CONTRACT = 50_000n;

/** Acts on assets and works; each says beforehand what it must move, reckoned from what the model has. */
export class AssetActs {
  readonly model = new AssetModel();
  private readonly projects: Built[] = [];
  /** What stakes stand in the books with. */
  private readonly stakes = new Map<string, Fen>();
  private names = 0;

  constructor(private readonly village: Village) {}

  takeBack(entryId: string): void {
    this.model.takeBack(entryId);
    for (const { events } of this.projects) {
      const place = events.findIndex((each) => each.entryId === entryId);
      if (place >= 0) events.splice(place, 1);
    }
  }

  async depreciate({ choice }: Tried): Promise<Acted> {
    const month = addMonths(this.model.nextMonth(), choice % 10 === 0 ? 1 : 0);
    const losses = this.model.lossesIn(month);
    const { depreciation } = this.village.services;
    const { entryId } = await depreciation.bookMonth(this.village.id, month, ACCOUNTANT);
    const keep = (): void => {
      const what = { entryId, month, what: 'month' as const, cost: 0n };
      this.model.keep(...losses.map((each) => ({ ...what, ...each })));
    };
    return { moved: { worn: -sumFen(losses.map(({ lost }) => lost)) }, entryId, keep };
  }

  improve(tried: Tried): Promise<Acted | undefined> {
    return this.change(tried, 'improvement');
  }

  impair(tried: Tried): Promise<Acted | undefined> {
    return this.change(tried, 'impairment');
  }

  private async change(
    { day, amount, choice }: Tried,
    kind: 'improvement' | 'impairment',
  ): Promise<Acted | undefined> {
    const asset = pick([...this.model.assets.values()], choice);
    if (asset === undefined) return undefined;
    // In the last month that is booked, or the one after it.
    const month = addMonths(this.model.nextMonth(), -(choice % 2));
    const sum = kind === 'improvement' ? amount / 10n + 1n : amount / 60n + 1n;
    const paidFrom = choice % 3 === 0 ? 'payable' : 'bank';
    const form = {
      ...{ kind, happenedOn: `${month}-${day.slice(8)}`, amount: plainYuan(sum), pool: 'other', paidFrom },
      ...{ paper: `contract ${String(choice)}`, reason: 'worn out', months: '', salvage: '' },
      ...{ fundLevel: kind === 'improvement' ? 'own' : '', fundYear: kind === 'improvement' ? '2025' : '' },
    };
    const { assetLife } = this.village.services;
    const { entryId } = await assetLife.recordChange(
      this.village.id,
      { assetId: asset.id, form },
      ACCOUNTANT,
    );
    const [cost, lost] = kind === 'improvement' ? [sum, 0n] : [0n, sum];
    const keep = (): void =>
      this.model.keep({ entryId, assetId: asset.id, month, what: 'change', cost, lost });
    const paid: Moved = paidFrom === 'bank' ? { bank: -sum } : { debts: -sum };
    const moved: Moved = kind === 'improvement' ? { cost: sum, deducted: sum, ...paid } : { worn: -sum };
    return { moved, entryId, keep };
  }

  /** An asset leaves by any of its ways, or a stake that one of them became. */
  async leave(tried: Tried): Promise<Acted | undefined> {
    const { choice } = tried;
    const assetId = pick([...this.model.assets.keys(), ...this.stakes.keys()], choice);
    if (assetId === undefined) return undefined;
    const way = pick(LEAVING_WAYS, Math.floor(choice / 2)) ?? 'sale';
    const { form, money, agreed } = this.leaving(tried, way);
    const { assetLife } = this.village.services;
    const { entryId } = await assetLife.recordLeaving(this.village.id, { assetId, form }, ACCOUNTANT);
    if (agreed > 0n) await this.keepStake(form.stakeName ?? '', agreed);
    const stake = this.stakes.get(assetId);
    if (stake !== undefined) return { moved: withoutNil({ ...money, stakes: -stake }), way: 'stake' };
    const { cost, lost } = this.model.standOf(assetId);
    const month = form.happenedOn.slice(0, 7);
    const keep = (): void =>
      this.model.keep({ entryId, assetId, month, what: 'left', cost: -cost, lost: -lost });
    const moved = withoutNil({ ...money, cost: -cost, worn: lost, stakes: agreed });
    return { moved, way, entryId, keep };
  }

  /** How it leaves, mostly at the end of the last month that is booked; what that moves of money. */
  private leaving({ day, amount, choice }: Tried, way: LeavingWay) {
    const hasMoney = way !== 'handOver' && way !== 'contribution' && choice % 5 !== 0;
    const [proceeds, costs] = hasMoney ? [amount, amount / 20n] : [0n, 0n];
    const agreed = way === 'contribution' ? amount + 1n : 0n;
    const lastBooked = addMonths(this.model.nextMonth(), -1);
    const typed = (sum: Fen): string => (sum > 0n ? plainYuan(sum) : '');
    const form: LeavingForm = {
      ...{ way, ground: 'poorReturn', happenedOn: choice % 4 === 0 ? day : lastDayOf(lastBooked) },
      ...{ proceeds: typed(proceeds), costs: typed(costs), agreedValue: typed(agreed) },
      ...{ stakeName: agreed > 0n ? `Stake ${String((this.names += 1))}` : '' },
      ...{ paper: 'resolution', approvedBy: 'meeting' },
    };
    return { form, agreed, money: { bank: proceeds - costs, received: proceeds, deducted: costs } };
  }

  private async keepStake(name: string, agreed: Fen): Promise<void> {
    const all = await this.village.services.assets.listAssets(this.village.id);
    this.stakes.set(all.find(({ asset }) => asset.name === name)?.asset.id ?? '', agreed);
  }

  async fund({ day: anyDay, amount, choice }: Tried): Promise<Acted | undefined> {
    const day = choice % 2 === 0 ? anyDay : '2025-07-19';
    const project = this.projectOf(choice) ?? (await this.begin());
    const { built, accepted, used } = stand(project);
    // What comes after acceptance pays for what was built first, as far as that was not paid for yet.
    const late = accepted ? smaller(amount, built - used) : 0n;
    const entryId = await this.act(project, { act: 'fund', happenedOn: day, amount: plainYuan(amount) });
    const keep = (): void => void project.events.push({ entryId, act: 'fund', amount, kept: late });
    const moved = withoutNil({ bank: amount, received: amount, fund: late - amount });
    return { moved, way: late > 0n ? 'for what was built' : 'ahead', entryId, keep };
  }

  async stage({ day: anyDay, amount, choice }: Tried): Promise<Acted | undefined> {
    const day = choice % 3 === 0 ? anyDay : '2025-07-19';
    const project = this.projectOf(choice) ?? (await this.begin());
    const kept = choice % 2 === 0 ? amount / 20n + 1n : 0n;
    const form = { act: 'stage', happenedOn: day, amount: plainYuan(amount) };
    const held = kept > 0n ? { kept: plainYuan(kept), keptDueOn: '2025-07-20' } : {};
    const entryId = await this.act(project, { ...form, ...held });
    const keep = (): void => void project.events.push({ entryId, act: 'stage', amount, kept });
    const all = amount + kept;
    return { moved: withoutNil({ works: all, bank: -amount, debts: -kept, deducted: all }), entryId, keep };
  }

  /** What was built becomes an asset that enters the register for it. */
  async accept({ day: anyDay, choice }: Tried): Promise<Acted | undefined> {
    const day = choice % 3 === 0 ? anyDay : '2025-07-19';
    const project = this.projectOf(choice);
    const { built, funded } = stand(project);
    if (project === undefined || built === 0n) return undefined;
    const cost = plainYuan(built);
    const wish = { name: `Built ${String((this.names += 1))}`, cost, acquiredOn: day };
    const funds = [{ level: 'county', year: '2025', amount: cost }];
    const { id } = await this.village.services.assets.addAsset(
      this.village.id,
      { ...HALL, ...wish, funds },
      ACCOUNTANT,
    );
    const entryId = await this.act(project, { act: 'acceptance', happenedOn: day, assetId: id });
    const used = smaller(funded, built);
    const keep = (): void => {
      project.events.push({ entryId, act: 'acceptance', amount: built, kept: used });
    };
    this.model.add({ id, pool: 'earmarked', cost: 0n, salvage: 0n, months: 0 });
    const enter = (): void => {
      keep();
      this.model.keep({
        entryId,
        assetId: id,
        month: day.slice(0, 7),
        what: 'change',
        cost: built,
        lost: 0n,
      });
    };
    return { moved: withoutNil({ cost: built, works: -built, fund: used }), entryId, keep: enter };
  }

  async retention({ day, amount, choice }: Tried): Promise<Acted | undefined> {
    const project = this.projectOf(choice);
    if (project === undefined) return undefined;
    const sum = choice % 4 === 0 ? amount : smaller(amount, stand(project).owed);
    const early = choice % 3 === 0 ? { happenedOn: day } : { happenedOn: '2025-07-20' };
    const form = { act: 'retention', amount: plainYuan(sum), reason: 'the builder closes', ...early };
    const entryId = await this.act(project, form);
    const keep = (): void => void project.events.push({ entryId, act: 'retention', amount: sum, kept: 0n });
    return { moved: { debts: sum, bank: -sum }, entryId, keep };
  }

  private projectOf(choice: number): Built | undefined {
    return choice % 7 === 0 ? undefined : pick(this.projects, choice);
  }

  private async begin(): Promise<Built> {
    const name = `Works ${String((this.names += 1))}`;
    const contract = {
      contractor: 'builder',
      contractSum: plainYuan(CONTRACT),
      pool: 'earmarked',
      paper: name,
    };
    const { construction } = this.village.services;
    const { id } = await construction.addProject(this.village.id, { name, ...contract }, ACCOUNTANT);
    const project = { id, events: [] };
    this.projects.push(project);
    return project;
  }

  private async act(project: Built, form: Partial<ProjectActForm>): Promise<string> {
    const blank = { act: '', happenedOn: '', amount: '', kept: '', keptDueOn: '', assetId: '' };
    const asked = { projectId: project.id, form: { ...blank, ...form } };
    return (await this.village.services.construction.record(this.village.id, asked, ACCOUNTANT)).entryId;
  }
}

const smaller = (left: Fen, right: Fen): Fen => (left < right ? left : right);

function stand({ events }: Built = { id: '', events: [] }) {
  const sum = (act: string, field: 'amount' | 'kept'): Fen =>
    sumFen(events.filter((each) => each.act === act).map((each) => each[field]));
  const accepted = events.some(({ act }) => act === 'acceptance');
  return {
    accepted,
    built: sum('stage', 'amount') + sum('stage', 'kept'),
    funded: sum('fund', 'amount'),
    used: sum('acceptance', 'kept') + sum('fund', 'kept'),
    owed: sum('stage', 'kept') - sum('retention', 'amount'),
  };
}

/** Five assets that the opening brings in, of two pools, over different months and with different rests. */
export async function beginAssets(village: Village): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (const [place, months] of [7, 9, 10, 13, 24].entries()) {
    const pool = place % 2 === 0 ? 'other' : 'earmarked';
    const [cost, salvage] = [BigInt(10_000 + place * 1_111), BigInt(place * 101)];
    const wish = { name: `Shop ${String(place)}`, cost: plainYuan(cost), acquiredOn: '2024-12-10' };
    const funds = [{ level: 'own', year: '2024', amount: plainYuan(cost) }];
    const { id } = await village.services.assets.addAsset(
      village.id,
      { ...HALL, ...wish, funds },
      ACCOUNTANT,
    );
    begun.push({ id, pool, cost, salvage, months });
  }
  return begun;
}

/** Their terms, once the books have them. */
export async function enterTerms(village: Village, begun: readonly Begun[]): Promise<void> {
  for (const { id, months, salvage } of begun) {
    const terms = {
      ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: String(months) },
      ...{ salvage: plainYuan(salvage), accumulated: '', paper: '' },
    };
    await village.services.depreciation.enterTerms(village.id, { assetId: id, form: terms }, ACCOUNTANT);
  }
}
