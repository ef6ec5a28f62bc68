import { isResult } from '../domain/approvals/route';
import type { ShownForm } from '../domain/approvals/procedure-papers';
import { addDays } from '../domain/calendar/calendar-day';
import { DomainError } from '../domain/shared/domain-error';
import { STORY_BOARD } from '../glossary/case-words';
import { readKeptFile } from '../platform/files/read-kept-file';
import type { BooksAct } from './books-act';
import type { Scene } from './scene';
import { storyPhoto } from './story-photo';

/** Everybody of ten is there and agrees. */
const COUNTS = { due: '10', present: '10', inFavour: '10', against: '0', abstained: '0' };

/**
 * Gives members a share by the roll of the event's day: drafted, taken through every step on the day that was
 * reached, publicity until its days have gone, agreed to by the person named, dated on the event's day.
 */
export async function giveShares(
  { pool, amount, why, agreedBy }: Extract<BooksAct, { readonly verb: 'give_shares' }>,
  scene: Scene,
): Promise<void> {
  const { services, names, collectiveId, command, on } = scene;
  const { dividends, clock } = services;
  const form = { pool, amount, rollOn: on, dividendWhy: why, paper: 'proposal' };
  const { id: roundId } = await dividends.drafting.draftRound(collectiveId, form, command);
  for (;;) {
    const { round } = await dividends.reading.requireRound(collectiveId, roundId);
    const step = dividends.reading.nextStep(round);
    const until = round.steps.at(-1)?.until;
    if (until !== undefined && clock.today() <= until) clock.moveTo(addDays(until, 1));
    if (step === undefined || isResult(step)) break;
    if (step.kind === 'review') {
      const review = { outcome: 'passed', reason: '', digest: round.digest };
      const other = { by: names.requireUser(agreedBy) };
      await dividends.deciding.reviewRound(collectiveId, { roundId, form: review }, other);
    } else {
      const stepNumber = String(round.steps.length + 1);
      const shown = step.kind === 'publicity' ? await hang(roundId, scene) : {};
      const held = { stepNumber, heldOn: clock.today(), stepPaper: 'minutes', ...COUNTS, ...shown };
      await dividends.deciding.takeStep(collectiveId, { roundId, form: held }, command);
    }
  }
  await dividends.paying.giveRound(collectiveId, { roundId, form: { postedOn: on } }, command);
}

/** The round was put up, and a photo taken. */
async function hang(roundId: string, { services, collectiveId, command }: Scene): Promise<ShownForm> {
  const { dividends, clock } = services;
  const datedOn = clock.today();
  const owner = { collectiveId, ownerKind: 'dividend', ownerId: roundId } as const;
  const file = await readKeptFile(storyPhoto(`${collectiveId} dividend ${roundId}`));
  const form = { paperKind: 'photo', datedOn, remark: STORY_BOARD, audience: 'office' };
  const { id } = await dividends.files.keep(owner, { file, form }, command);
  return { displayPlace: STORY_BOARD, paperFiles: { display_photo: id } };
}

/** Pays the last round of a pool: everybody, or the holder of a number. */
export async function payShares(
  { pool, holder }: Extract<BooksAct, { readonly verb: 'pay_shares' }>,
  { services, collectiveId, command, on }: Scene,
): Promise<void> {
  const rounds = await services.dividends.reading.listRounds(collectiveId);
  const round = rounds.findLast((each) => each.state === 'given' && each.pool === pool);
  if (round === undefined) throw new DomainError('dividend.unknown');
  const form = { postedOn: on, holder };
  await services.dividends.paying.payRound(collectiveId, { roundId: round.id, form }, command);
}
