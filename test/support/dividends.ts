import { addDays, type CalendarDay } from '../../src/domain/calendar/calendar-day';
import type { ShownForm } from '../../src/domain/approvals/procedure-papers';
import type { DividendForm } from '../../src/domain/uses/dividend';
import { poolBalancesOn } from './pool-balances';
import { proceduresOn } from './approvals';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import type { ShareRollService } from '../../src/features/collectives/share-roll.service';
import { CounterpartiesService } from '../../src/features/ledger/counterparties.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { LedgerService } from '../../src/features/ledger/ledger.service';
import { PromisedMoneyService } from '../../src/features/ledger/promised-money.service';
import { KeptPacksService } from '../../src/features/policy/kept-packs.service';
import { DividendBooksService } from '../../src/features/uses/dividend-books.service';
import { DividendDecidingService } from '../../src/features/uses/dividend-deciding.service';
import { DividendGroundsService } from '../../src/features/uses/dividend-grounds.service';
import { DividendJudgingService } from '../../src/features/uses/dividend-judging.service';
import { DividendOwedService } from '../../src/features/uses/dividend-owed.service';
import { DividendPayingService } from '../../src/features/uses/dividend-paying.service';
import { DividendReadService } from '../../src/features/uses/dividend-read.service';
import { DividendRulesService } from '../../src/features/uses/dividend-rules.service';
import { DividendsCheckService } from '../../src/features/uses/dividends-check.service';
import { DividendsService } from '../../src/features/uses/dividends.service';
import { readConfiguration } from '../../src/platform/config/configuration';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { keysOf, membersOn } from './members';
import { seedRegisters } from './seed-registers';
import { shareRollServiceOn } from './share-roll';
import { ACCOUNTANT, OFFICER, type Village } from './village';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';

/** Codes of what was refused; nothing where it was done. */
export const codesOf = (asked: Promise<unknown>): Promise<string[]> =>
  asked.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code, field }) => `${code} ${field}`);
      if (error instanceof DomainError) return [error.code];
      throw error;
    },
  );

/** What the books say of members' dividends, on one database. */
export function dividendBooksOn({
  database,
  ledger,
}: {
  readonly database: Database;
  readonly ledger: LedgerService;
}): DividendBooksService {
  const promises = new PromisedMoneyService(database);
  const counterparties = new CounterpartiesService(database, readConfiguration({}));
  return new DividendBooksService(ledger, poolBalancesOn(database), promises, counterparties);
}

/** What rounds were judged by, kept with them. */
function groundsOn(
  clock: Clock,
  { shares, inBooks }: { readonly shares: ShareRollService; readonly inBooks: DividendBooksService },
): DividendGroundsService {
  const packs = new KeptPacksService(seedRegisters().packs, clock);
  return new DividendGroundsService(packs, inBooks, shares);
}

/** Rounds with their steps. */
export function dividendReadingOn(
  database: Database,
  clock: Clock,
  books: LedgerReadService,
): DividendReadService {
  const procedures = proceduresOn(database, clock);
  return new DividendReadService(database, books, procedures, clock, new ReentriesService(database, books));
}

/** The pass of members' dividends. */
export function dividendsCheckOn(database: Database, clock: Clock, books: LedgerReadService) {
  const reading = dividendReadingOn(database, clock, books);
  const shares = shareRollServiceOn(database, clock);
  const ledger = new LedgerService(clock, seedRegisters().charts, books);
  const grounds = groundsOn(clock, { shares, inBooks: dividendBooksOn({ database, ledger }) });
  return new DividendsCheckService(reading, shares, books, clock, grounds);
}

/** Members' dividends of a village, from another program on its database, with its people. */
export function dividendsOn(database: Database, village: Village) {
  const { clock, books, collectives, choices, confirmations, standards } = village.services;
  const people = membersOn(database, { clock, choices, collectives, standards, keys: keysOf() });
  const procedures = proceduresOn(database, clock);
  const inBooks = dividendBooksOn(village.services);
  const rules = new DividendRulesService(collectives, choices, confirmations, standards);
  const grounds = groundsOn(clock, { shares: people.shares, inBooks });
  const judging = new DividendJudgingService(database, rules, inBooks, people.shares, grounds);
  const reading = dividendReadingOn(database, clock, books);
  const drafting = new DividendsService(database, clock, reading, judging, inBooks);
  return {
    people,
    procedures,
    judging,
    reading,
    drafting,
    deciding: new DividendDecidingService(database, reading, judging, procedures, drafting),
    paying: new DividendPayingService(database, clock, reading, judging, inBooks),
  };
}

/** What holders of shares are owed by a village. */
export function dividendOwedOn(database: Database, village: Village): DividendOwedService {
  const { reading, judging, paying } = dividendsOn(database, village);
  return new DividendOwedService(reading, judging, paying);
}

export type Dividends = ReturnType<typeof dividendsOn>;

/** So many households on the list from a day on, of one member each. @returns their ids, by number */
export async function enterHouseholds(
  { people }: Dividends,
  village: Village,
  of: { readonly count: number; readonly from: CalendarDay },
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < of.count; index += 1) {
    const head = {
      ...{ personName: `Li ${'ABCDEFGHIJ'[index % 10] ?? ''}`, identity: identityOf(index), labour: 'able' },
      ...{ officerRelation: 'none', belongs: 'yes', fromDay: of.from, mobile: '' },
      ...{ accountKind: '', accountNumber: '', bank: '' },
    };
    const home = await people.members.enterHousehold(village.id, { villageGroup: '', head }, ACCOUNTANT);
    ids.push(home.id);
  }
  return ids;
}

/** A number of a person that checks. */
export function identityOf(index: number, born = '19600101'): string {
  const body = `341202${born}${String(index).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return `${body}${'10X98765432'[sum % 11] ?? ''}`;
}

/** Shares by the number of the household: `1 3.5`. */
export async function enterShares(
  { people }: Dividends,
  village: Village,
  of: { readonly lines: readonly string[]; readonly from: CalendarDay },
): Promise<void> {
  const form = {
    ...{ holderKind: 'household', shareFrom: of.from, shareLines: of.lines.join('\n') },
    ...{ shareWhy: 'resolution', sharePaper: 'resolution 3' },
  };
  await people.shares.enterRoll(village.id, form, ACCOUNTANT);
}

/** A round as people draft it. */
export function roundOf(amount: string, wish: Partial<DividendForm> = {}): DividendForm {
  return {
    ...{ pool: 'pv', amount, rollOn: '2025-07-01', dividendWhy: 'by the charter', paper: 'proposal' },
    ...wish,
  };
}

const COUNTS = { due: '10', present: '10', inFavour: '10', against: '0', abstained: '0' };

/** Notes the next step of the village's own as held on a day. */
export async function step(
  { deciding, reading }: Dividends,
  village: Village,
  of: {
    readonly roundId: string;
    readonly on?: CalendarDay;
    readonly counts?: Partial<typeof COUNTS>;
    readonly by?: string;
  },
): Promise<{ id: string }> {
  const heldOn = of.on ?? village.services.clock.today();
  const { round } = await reading.requireRound(village.id, of.roundId);
  const stepNumber = String(round.steps.length + 1);
  const hangs = reading.nextStep(round)?.kind === 'publicity';
  const shown = hangs ? await hungPhoto(village, { roundId: of.roundId, name: stepNumber }) : {};
  const form = { stepNumber, heldOn, stepPaper: 'minutes', ...COUNTS, ...of.counts, ...shown };
  return deciding.takeStep(village.id, { roundId: of.roundId, form }, { by: of.by ?? ACCOUNTANT.by });
}

/** A photo that is kept with a round, and where what it shows hung. */
export async function hungPhoto(
  village: Village,
  of: { readonly roundId: string; readonly name: string; readonly datedOn?: CalendarDay },
): Promise<ShownForm> {
  const { database, clock } = village.services;
  const owner = { collectiveId: village.id, ownerKind: 'dividend', ownerId: of.roundId } as const;
  const cameAs = `photo ${of.name} of ${of.roundId}`;
  const size = { width: 640, height: 480 };
  const file = { mediaType: 'image/png', bytes: Buffer.from(cameAs), cameAs, size } as const;
  const datedOn = of.datedOn ?? clock.today();
  const form = { paperKind: 'photo', datedOn, remark: '', audience: 'office' };
  const files = new AssetFilesService(database, clock);
  const there = (await files.listFiles(owner)).standing.find((each) => each.cameAs === cameAs);
  const { id } = there ?? (await files.keep(owner, { file, form }, ACCOUNTANT));
  return { displayPlace: 'the board of the office', paperFiles: { display_photo: id } };
}

/** The review of somebody else than the drafter. */
export async function agree(
  { deciding, reading }: Dividends,
  village: Village,
  of: { readonly roundId: string; readonly by?: string },
): Promise<{ id: string }> {
  const { round } = await reading.requireRound(village.id, of.roundId);
  const form = { outcome: 'passed', reason: '', digest: round.digest };
  return deciding.reviewRound(village.id, { roundId: of.roundId, form }, { by: of.by ?? OFFICER.by });
}

/** Every step up to the review, which comes the day after the publicity; the clock goes on. */
export async function decide(dividends: Dividends, village: Village, roundId: string): Promise<void> {
  const { clock } = village.services;
  for (let each = 0; each < 5; each += 1) await step(dividends, village, { roundId });
  clock.moveTo(addDays(clock.today(), 7));
  await agree(dividends, village, { roundId });
}

/** A round drafted, decided and given today. @returns its id and voucher */
export async function giveRound(
  dividends: Dividends,
  village: Village,
  form: DividendForm,
): Promise<{ readonly roundId: string; readonly entryId: string }> {
  const { id: roundId } = await dividends.drafting.draftRound(village.id, form, ACCOUNTANT);
  await decide(dividends, village, roundId);
  const postedOn = village.services.clock.today();
  const given = await dividends.paying.giveRound(village.id, { roundId, form: { postedOn } }, ACCOUNTANT);
  return { roundId, entryId: given.entryId };
}

/** Pays a round, or one holder of it by his number. */
export function payRound(
  dividends: Dividends,
  village: Village,
  of: { readonly roundId: string; readonly holder?: string; readonly on?: CalendarDay },
) {
  const form = { postedOn: of.on ?? village.services.clock.today(), holder: of.holder ?? '' };
  return dividends.paying.payRound(village.id, { roundId: of.roundId, form }, ACCOUNTANT);
}
