import type { ShownForm } from '../../src/domain/approvals/procedure-papers';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { type Dividends, dividendsOn } from '../support/dividends';
import { agree, enterHouseholds, enterShares, hungPhoto, roundOf, step } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const COUNTS = { due: '10', present: '10', inFavour: '10', against: '0', abstained: '0' };

const codesOf = (asked: Promise<unknown>): Promise<string[]> =>
  asked.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code, field }) => `${code} ${field}`);
      if (error instanceof DomainError) return [error.code];
      throw error;
    },
  );

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

  it('is held against what is kept: a step without its photo is told', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const told = async (): Promise<string[]> =>
      ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(await told()).toEqual([]);
    for (const change of ["papers = '[]'", "display_place = ''"]) {
      await hand.run(`UPDATE procedure_steps SET ${change} WHERE step_number = 5`);
      expect(await told()).toEqual(['check.dividendStepsDiffer']);
      await hand.putBack();
    }
    await hand.close();
  });
});
