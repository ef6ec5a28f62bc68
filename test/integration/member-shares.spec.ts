import { newId } from '../../src/platform/ids/new-id';
import { codesOf, dividendBooksOn, dividendsOn, type Dividends } from '../support/dividends';
import { agree, decide, enterHouseholds, enterShares, giveRound } from '../support/dividends';
import { payRound, roundOf, step } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { sharesOn } from '../support/reversible-facts';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { villageUnder } from './plan-village.fixture';

const TODAY = '2025-07-20';

describeOnEachEngine('members’ dividends', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;
  let homes: string[];

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  beforeEach(async () => {
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    homes = await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
  });

  const draft = (amount: string, wish = {}) =>
    dividends.drafting.draftRound(village.id, roundOf(amount, wish), ACCOUNTANT);
  const give = (roundId: string, postedOn = village.services.clock.today()) =>
    dividends.paying.giveRound(village.id, { roundId, form: { postedOn } }, ACCOUNTANT);
  const pv = async () => {
    const states = await sharesOn(village.services).listStates(village.id);
    return states.find(({ pool }) => pool === 'pv');
  };
  const owed = async (roundId: string) => {
    const found = await dividends.paying.owedNow(village.id, roundId);
    return Object.fromEntries(found.map((each) => [homes.indexOf(each.holderId) + 1, each.owed]));
  };
  const linesOf = async (roundId: string) => {
    const { round } = await dividends.reading.requireRound(village.id, roundId);
    return round.lines.map(({ before, amount }) => [before, amount]);
  };

  it('are owed holder by holder, under ids, once every step was taken and another agreed', async () => {
    const { roundId, entryId } = await giveRound(dividends, village, roundOf('1000.00'));
    expect(await linesOf(roundId)).toEqual([
      [0n, 33_334n],
      [0n, 33_333n],
      [0n, 33_333n],
    ]);
    const voucher = await village.services.books.requireEntry(village.id, entryId);
    expect(
      voucher.postings.map((line) => [line.ledgerAccount, line.side, line.amount, line.counterparty]),
    ).toEqual([
      ['322', 'debit', 100_000n, undefined],
      ...homes.map((id, index) => ['113', 'credit', index === 0 ? 33_334n : 33_333n, id]),
    ]);
    expect(await owed(roundId)).toEqual({ 1: 33_334n, 2: 33_333n, 3: 33_333n });
    expect(await pv()).toMatchObject({ surplus: 400_000n, free: 400_000n, owed: 100_000n, owedAsOne: 0n });
    const { round } = await dividends.reading.requireRound(village.id, roundId);
    expect(round.giving).toMatchObject({ decidedOn: TODAY, households: 3, distributable: 500_000n });
    expect(await codesOf(give(roundId))).toEqual(['dividend.notNow']);
    expect(await codesOf(step(dividends, village, { roundId }))).toEqual([]);
    expect(
      dividends.reading.nextStep((await dividends.reading.requireRound(village.id, roundId)).round),
    ).toBe(undefined);
  });

  it('ask for every step in order, with its day, paper and votes, and for another person', async () => {
    const { id: roundId } = await draft('1000.00');
    const { clock } = village.services;
    expect(await codesOf(give(roundId))).toEqual(['dividend.notDecided']);
    expect(await codesOf(agree(dividends, village, { roundId }))).toEqual(['approvals.otherStep']);
    expect(await codesOf(step(dividends, village, { roundId, on: '2025-06-30' }))).toEqual([
      'approvals.stepBeforeGround heldOn',
    ]);
    expect(await codesOf(step(dividends, village, { roundId, on: '2025-07-21' }))).toEqual([
      'approvals.meetingAhead heldOn',
    ]);
    const blank = {
      stepNumber: '1',
      heldOn: TODAY,
      stepPaper: ' ',
      due: '',
      present: '',
      inFavour: '',
      against: '',
      abstained: '',
    };
    const untold = dividends.deciding.takeStep(village.id, { roundId, form: blank }, ACCOUNTANT);
    expect(await codesOf(untold)).toEqual(['form.missing stepPaper']);
    clock.moveTo('2025-07-22');
    await step(dividends, village, { roundId, on: '2025-07-22' });
    expect(await codesOf(step(dividends, village, { roundId, on: '2025-07-21' }))).toEqual([
      'approvals.stepBeforeLast heldOn',
    ]);
    await step(dividends, village, { roundId });
    await step(dividends, village, { roundId });
    const six = { inFavour: '6', against: '4' };
    expect(await codesOf(step(dividends, village, { roundId, counts: six }))).toEqual([
      'approvals.noMajority inFavour',
    ]);
    await step(dividends, village, { roundId, counts: { inFavour: '7', against: '3' } });
    await step(dividends, village, { roundId });
    // Seven days from 22 July end on the 28th.
    clock.moveTo('2025-07-28');
    expect(await codesOf(agree(dividends, village, { roundId }))).toEqual([
      'approvals.publicityGoesOn heldOn',
    ]);
    clock.moveTo('2025-07-29');
    expect(await codesOf(give(roundId))).toEqual(['dividend.notDecided']);
    expect(await codesOf(agree(dividends, village, { roundId, by: ACCOUNTANT.by }))).toEqual([
      'approvals.ownDraft decidedBy',
    ]);
    await agree(dividends, village, { roundId });
    expect(await codesOf(step(dividends, village, { roundId }))).toEqual(['dividend.notNow']);
    expect(await codesOf(give(roundId, '2025-07-21'))).toEqual(['dividend.beforeDecision postedOn']);
    await give(roundId, '2025-07-22');
    expect(await owed(roundId)).toEqual({ 1: 33_334n, 2: 33_333n, 3: 33_333n });
  });

  it('stay within what the books let be distributed and what no plan has promised, to the fen', async () => {
    expect(await codesOf(draft('5000.01'))).toEqual(['uses.shareAboveSurplus amount']);
    await village.approvedPlan([claimOf(300_000n)]);
    expect(await codesOf(draft('2000.01'))).toEqual(['uses.shareAbovePool amount']);
    expect(await codesOf(draft('1.00', { pool: 'earmarked' }))).toEqual(['uses.shareOfEarmarked pool']);
    await giveRound(dividends, village, roundOf('2000.00'));
    expect(await pv()).toMatchObject({ surplus: 300_000n, free: 0n, owed: 200_000n });
  });

  it('are refused where the document asks for a reason, none is in force, or nobody holds', async () => {
    expect(await codesOf(draft('10.00', { dividendWhy: '' }))).toEqual(['policy.reasonMissing dividendWhy']);
    expect(await codesOf(draft('10.00', { rollOn: '2024-12-31' }))).toEqual(['dividend.noRoll rollOn']);
    expect(await codesOf(draft('0.02'))).toEqual(['dividend.tooLittle amount']);
    // Where no document is in force nobody is given anything; where it has run out, the county says first.
    const { clock, collectives } = village.services;
    const { id } = await collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: 'Nowhere', organisationName: 'Nowhere cooperative' },
      ...{ regionPath: ['999999'], noticeLabel: 'NW', contacts: [], booksOpenOn: '2025-01-01' },
      routeId: 'village-representatives-then-township',
    });
    const other = Village.at(opened.database, id, clock);
    await other.openWith(500_000n);
    const there = dividendsOn(opened.database, other).drafting;
    expect(await codesOf(there.draftRound(id, roundOf('10.00'), ACCOUNTANT))).toEqual([
      'policy.noPackInForce',
    ]);
    const guilin = await villageUnder(opened, { region: '450000', today: '2022-12-31' });
    guilin.services.clock.moveTo('2023-01-01');
    const ended = dividendsOn(opened.database, guilin).drafting;
    const late = roundOf('10.00', { rollOn: '2023-01-01' });
    await expect(ended.draftRound(guilin.id, late, ACCOUNTANT)).rejects.toMatchObject({
      code: 'policy.packEnded',
      facts: { ended: '2022-12-31' },
    });
    clock.moveTo('2029-01-01');
    expect(await codesOf(draft('10.00'))).toEqual(['policy.ruleBroken pool']);
  });

  it('go on from the running total while the roll stays, and start anew where it changes', async () => {
    const first = await giveRound(dividends, village, roundOf('0.10'));
    expect(await linesOf(first.roundId)).toEqual([
      [0n, 4n],
      [0n, 3n],
      [0n, 3n],
    ]);
    const second = await giveRound(dividends, village, roundOf('0.10'));
    expect(await linesOf(second.roundId)).toEqual([
      [4n, 3n],
      [3n, 4n],
      [3n, 3n],
    ]);
    await enterShares(dividends, village, { lines: ['3 2'], from: '2025-07-02' });
    const third = await giveRound(dividends, village, roundOf('0.10', { rollOn: '2025-07-02' }));
    expect(await linesOf(third.roundId)).toEqual([
      [0n, 3n],
      [0n, 2n],
      [0n, 5n],
    ]);
    const rounds = await dividends.reading.listRounds(village.id);
    expect(rounds.map(({ counted }) => counted)).toEqual([[], [1], []]);
  });

  it('give back holder by holder what they gave, after what was paid, and level the next round', async () => {
    const first = await giveRound(dividends, village, roundOf('0.10'));
    const second = await giveRound(dividends, village, roundOf('0.10'));
    const paid = await payRound(dividends, village, { roundId: first.roundId, holder: '1' });
    expect(await owed(first.roundId)).toEqual({ 2: 3n, 3: 3n });
    expect(await codesOf(payRound(dividends, village, { roundId: first.roundId, holder: '1' }))).toEqual([
      'dividend.nothingOwed holder',
    ]);
    expect(await codesOf(village.reverse(first.entryId))).toEqual(['uses.sharePaid']);
    await village.reverse(paid.entryId);
    await village.reverse(first.entryId);
    expect(await owed(first.roundId)).toEqual({});
    expect(await owed(second.roundId)).toEqual({ 1: 3n, 2: 4n, 3: 3n });
    // 0.10 stand, of which 3, 4 and 3 fen: the next 0.10 make 0.20, of which everybody's exact part is 6⅔.
    const third = await giveRound(dividends, village, roundOf('0.10'));
    expect(await linesOf(third.roundId)).toEqual([
      [3n, 4n],
      [4n, 3n],
      [3n, 3n],
    ]);
    const rounds = await dividends.reading.listRounds(village.id);
    expect(rounds.map(({ state, counted }) => [state, counted])).toEqual([
      ['takenBack', []],
      ['given', [1]],
      ['given', [2]],
    ]);
  });

  it('are paid whole by one line at the bank, once', async () => {
    const { roundId } = await giveRound(dividends, village, roundOf('1000.00'));
    const early = payRound(dividends, village, { roundId, on: TODAY });
    expect(await codesOf(early)).toEqual(['dividend.nothingOwed holder']);
    const both = await Promise.all([1, 2].map(() => codesOf(payRound(dividends, village, { roundId }))));
    expect(both.flat()).toEqual(['dividend.nothingOwed holder']);
    expect(await pv()).toMatchObject({ surplus: 400_000n, owed: 0n });
    const sums = await village.vouchers();
    const last = sums.at(-1);
    expect(last?.postings.filter(({ ledgerAccount }) => ledgerAccount === '102')).toHaveLength(1);
  });

  it('are not given where the roll of their day is another by then', async () => {
    const { id: roundId } = await draft('1000.00');
    expect(await codesOf(draft('1.00'))).toEqual(['dividend.roundOpen']);
    await decide(dividends, village, roundId);
    await enterShares(dividends, village, { lines: ['3 2'], from: '2025-07-01' });
    expect(await codesOf(give(roundId))).toEqual(['dividend.changed']);
    const drop = (droppedWhy: string) =>
      codesOf(dividends.drafting.dropRound(village.id, { roundId, droppedWhy }, ACCOUNTANT));
    expect(await drop(' ')).toEqual(['form.missing droppedWhy']);
    expect(await drop('shares changed')).toEqual([]);
    expect(await drop('shares changed')).toEqual(['dividend.notNow']);
    expect(await codesOf(draft('1000.00'))).toEqual([]);
  });

  it('go back where the township returns them with a reason, of the bytes it saw', async () => {
    const { id: roundId } = await draft('1000.00');
    for (let each = 0; each < 5; each += 1) await step(dividends, village, { roundId });
    village.services.clock.moveTo('2025-07-27');
    const review = (form: { outcome: string; reason: string; digest: string }) =>
      codesOf(dividends.deciding.reviewRound(village.id, { roundId, form }, { by: 'officer' }));
    const { digest } = (await dividends.reading.requireRound(village.id, roundId)).round;
    expect(await review({ outcome: 'passed', reason: '', digest: 'other' })).toEqual([
      'approvals.bytesChanged',
    ]);
    expect(await review({ outcome: 'returned', reason: ' ', digest })).toEqual([
      'approvals.reasonMissing reason',
    ]);
    expect(await review({ outcome: 'returned', reason: 'too much', digest })).toEqual([]);
    const { state, dropped } = (await dividends.reading.requireRound(village.id, roundId)).round;
    expect([state, dropped]).toEqual(['dropped', 'too much']);
  });

  it('are still paid where they were given as one sum before, apart from rounds', async () => {
    const shares = sharesOn(village.services);
    const books = dividendBooksOn(village.services);
    const as1 = {
      ...{ pool: 'pv' as const, on: TODAY, parts: [{ amount: 70_000n }], sourceId: newId(), holders: [] },
      ...{ summary: 'given as one sum', attachments: 1, by: ACCOUNTANT.by },
    } as const;
    const given = await opened.database.inTransaction(village.id, (tx) => books.give(tx, village.id, as1));
    const { roundId } = await giveRound(dividends, village, roundOf('1000.00'));
    expect(await pv()).toMatchObject({ owed: 170_000n, owedAsOne: 70_000n });
    const pay = (amount: string) =>
      shares.payShares(village.id, { pool: 'pv', amount, postedOn: '2025-07-27' }, ACCOUNTANT);
    expect(await codesOf(pay('700.01'))).toEqual(['uses.shareNotOwed amount']);
    await pay('300.00');
    expect(await codesOf(village.reverse(given.entryId))).toEqual(['uses.sharePaid']);
    await pay('400.00');
    expect(await pv()).toMatchObject({ owed: 100_000n, owedAsOne: 0n });
    expect(await owed(roundId)).toEqual({ 1: 33_334n, 2: 33_333n, 3: 33_333n });
  });
});
