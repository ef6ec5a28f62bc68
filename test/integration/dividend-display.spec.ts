import type { ShownForm } from '../../src/domain/approvals/procedure-papers';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { DividendObjectionsService } from '../../src/features/uses/dividend-objections.service';
import { bodyRollOn } from '../support/approvals';
import { codesOf, type Dividends, dividendsOn } from '../support/dividends';
import {
  agree,
  enterHouseholds,
  enterShares,
  hungPhoto,
  payRound,
  roundOf,
  step,
} from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const COUNTS = { due: '10', present: '10', inFavour: '10', against: '0', abstained: '0' };

describeOnEachEngine('that a round of members’ dividends hung', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: '2025-01-01' });
  });
  afterAll(() => opened.close());

  const hang = (roundId: string, stepNumber: string, shown: ShownForm) => {
    const heldOn = village.services.clock.today();
    const form = { stepNumber, heldOn, stepPaper: 'hung on the board', ...COUNTS, ...shown };
    return codesOf(dividends.deciding.takeStep(village.id, { roundId, form }, ACCOUNTANT));
  };

  it('is shown by a photo of its own and the place, by words alone not', async () => {
    const { clock } = village.services;
    const form = roundOf('100.00');
    const { id: roundId } = await dividends.drafting.draftRound(village.id, form, ACCOUNTANT);
    const early = await hungPhoto(village, { roundId, name: 'before', datedOn: addDays(clock.today(), -1) });
    for (let each = 0; each < 4; each += 1) await step(dividends, village, { roundId });
    const place = { displayPlace: 'the board' };
    expect(await hang(roundId, '5', {})).toEqual([
      'approvals.photoMissing paperFiles.display_photo',
      'form.missing displayPlace',
    ]);
    expect(await hang(roundId, '5', { ...early, displayPlace: ' ' })).toEqual([
      'form.missing displayPlace',
      'approvals.photoBefore paperFiles.display_photo',
    ]);
    const photo = await hungPhoto(village, { roundId, name: 'board' });
    expect(await hang(roundId, '5', { ...photo, ...place })).toEqual([]);
    const { round } = await dividends.reading.requireRound(village.id, roundId);
    expect(round.steps.at(-1)).toMatchObject({
      displayPlace: 'the board',
      papers: [{ kind: 'display_photo' }],
    });
    const fileId = photo.paperFiles?.['display_photo'] ?? '';
    const owner = { collectiveId: village.id, ownerKind: 'dividend', ownerId: roundId } as const;
    const withdrawals = fileWithdrawalsOn(opened.database, clock);
    expect(await codesOf(withdrawals.withdraw(owner, { fileId, reason: 'a wrong one' }, ACCOUNTANT))).toEqual(
      ['keptFile.ofRound'],
    );
    clock.moveTo(addDays(clock.today(), 7));
    await agree(dividends, village, { roundId });
    const given = { roundId, form: { postedOn: clock.today() } };
    await dividends.paying.giveRound(village.id, given, ACCOUNTANT);
    // What showed the decision shows no result.
    const dated = { ...photo, ...place };
    expect(await hang(roundId, '7', dated)).toEqual([
      'approvals.photoBefore paperFiles.display_photo',
      'approvals.photoOfStep paperFiles.display_photo',
    ]);
    await step(dividends, village, { roundId });
  });

  it('is not agreed to where a roll noted since has another number than its vote', async () => {
    const { clock } = village.services;
    const form = roundOf('100.00');
    const { id: roundId } = await dividends.drafting.draftRound(village.id, form, ACCOUNTANT);
    for (let each = 0; each < 5; each += 1) await step(dividends, village, { roundId });
    const rolls = bodyRollOn(opened.database, clock);
    const { round } = await dividends.reading.requireRound(village.id, roundId);
    const body = dividends.reading.routeOf(round).steps.find(({ kind }) => kind === 'meeting');
    const note = (rollSize: string) => {
      const rolledBody = body?.kind === 'meeting' ? body.body : '';
      const typed = { rolledBody, rollSize, rollFrom: clock.today(), rollPaper: 'roll 13' };
      return rolls.note(village.id, typed, { by: 'officer' });
    };
    await note('33');
    clock.moveTo(addDays(clock.today(), 7));
    expect(await codesOf(agree(dividends, village, { roundId }))).toEqual([
      'approvals.otherThanRoll outcome',
    ]);
    await dividends.drafting.dropRound(village.id, { roundId, droppedWhy: 'counted anew' }, ACCOUNTANT);
    await note('10');
  });

  it('lets nothing go on while somebody who objected has no answer, and names nobody', async () => {
    const { clock } = village.services;
    const { drafting, reading, procedures, people, paying } = dividends;
    const objections = new DividendObjectionsService(opened.database, reading, procedures, people.roster);
    const { id: roundId } = await drafting.draftRound(village.id, roundOf('100.00'), ACCOUNTANT);
    const object = (objectionGist: string, objectedOn = clock.today()) => {
      const given = { roundId, form: { objectedOn, objectionGist } };
      return codesOf(objections.enter(village.id, given, ACCOUNTANT));
    };
    const answer = (objectionNumber: string, objectionAnswer: string) => {
      const given = { roundId, form: { objectionNumber, objectionAnswer } };
      return codesOf(objections.answer(village.id, given, ACCOUNTANT));
    };
    expect(await object('why so little')).toEqual(['dividend.notHung']);
    for (let each = 0; each < 5; each += 1) await step(dividends, village, { roundId });
    expect(await object('', addDays(clock.today(), -1))).toEqual([
      'approvals.objectionBefore objectedOn',
      'form.missing objectionGist',
    ]);
    expect(await object('what of Li B')).toEqual(['dividend.namesSomebody objectionGist']);
    expect(await object('why so little')).toEqual([]);
    clock.moveTo(addDays(clock.today(), 7));
    const waits = (field: string) => [`approvals.objectionsOpen ${field}`];
    expect(await codesOf(agree(dividends, village, { roundId }))).toEqual(waits('outcome'));
    expect(await answer('2', 'by the roll of shares')).toEqual(['dividend.objectionUnknown']);
    expect(await answer('1', 'no')).toEqual(['policy.reasonTooShort objectionAnswer']);
    expect(await answer('1', 'Li A got more')).toEqual(['dividend.namesSomebody objectionAnswer']);
    expect(await answer('1', 'by the roll of shares')).toEqual([]);
    expect(await answer('1', 'by the roll of shares')).toEqual(['dividend.objectionAnswered']);
    await agree(dividends, village, { roundId });
    const given = { roundId, form: { postedOn: clock.today() } };
    expect(await object('who was asked')).toEqual([]);
    expect(await codesOf(paying.giveRound(village.id, given, ACCOUNTANT))).toEqual(waits('postedOn'));
    expect(await answer('2', 'the assembly was')).toEqual([]);
    await paying.giveRound(village.id, given, ACCOUNTANT);
    expect(await object('where is it')).toEqual([]);
    expect(await codesOf(payRound(dividends, village, { roundId }))).toEqual(waits('postedOn'));
    expect(await codesOf(step(dividends, village, { roundId }))).toEqual(waits('heldOn'));
    expect(await answer('3', 'paid this week')).toEqual([]);
    expect(await codesOf(payRound(dividends, village, { roundId }))).toEqual([]);
  });

  it('is held against what is kept: a step without its photo is told', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const told = async (): Promise<string[]> =>
      ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(await told()).toEqual([]);
    for (const change of ["papers = '[]'", "display_place = ''"]) {
      await hand.run(`UPDATE procedure_steps SET ${change} WHERE step_number = 5`);
      expect(new Set(await told())).toEqual(new Set(['check.dividendStepsDiffer']));
      await hand.putBack();
    }
    await hand.close();
  });
});
