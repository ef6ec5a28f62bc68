import { Injectable } from '@nestjs/common';
import { isDifference } from '../../domain/assets/stocktaking';
import {
  lineDecisionText,
  stocktakingTexts,
  stocktakingWithdrawalText,
} from '../../domain/assets/stocktaking-texts';
import { lineMatchText } from '../../domain/assets/stocktaking-match';
import { sha256 } from '../../platform/digests/sha256';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import {
  StocktakingDecisionEntity,
  StocktakingEntity,
  StocktakingLineEntity,
  StocktakingMatchEntity,
  StocktakingWithdrawalEntity,
} from './stocktaking.entity';

/** The pass of stocktakings: each says what it said when it was kept. No entry leads to them. */
@Injectable()
export class StocktakingCheckService extends StepCheck {
  override readonly pass = 'stocktakings';

  override async checkEntries(): Promise<void> {
    // A stocktaking is kept beside the books, not by them.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const heads = await db.findBy(StocktakingEntity, { collectiveId });
    const lines = await db.findBy(StocktakingLineEntity, { collectiveId });
    const decisions = await db.findBy(StocktakingDecisionEntity, { collectiveId });
    findings.looked += heads.length;
    for (const head of heads) {
      const own = lines.filter(({ stocktakingId }) => stocktakingId === head.id);
      if (!stocktakingTexts(head, own).some((text) => digestOf(text) === head.digest))
        findings.add('check.stocktakingChanged', {}, { day: head.countedOn });
    }
    const known = new Set(heads.map(({ id }) => id));
    const lost = new Set(lines.map((each) => each.stocktakingId).filter((id) => !known.has(id)));
    for (const stocktakingId of lost) findings.add('check.stocktakingGone', {}, { stocktakingId });
    for (const decision of decisions) {
      const { stocktakingId, line } = decision;
      if (digestOf(lineDecisionText(decision)) !== decision.digest)
        findings.add('check.decisionChanged', {}, { stocktakingId, line });
      const about = lines.find((each) => each.stocktakingId === stocktakingId && each.line === line);
      if (about === undefined || !isDifference(about))
        findings.add('check.decisionAlone', {}, { stocktakingId, line });
    }
    await checkMatches({ db, collectiveId, findings }, lines);
    await checkWithdrawals({ db, collectiveId, findings }, heads);
  }
}

/** Which asset a find is stays as it was said, of a find. */
async function checkMatches(
  { db, collectiveId, findings }: Pick<CheckedBooks, 'db' | 'collectiveId' | 'findings'>,
  lines: readonly StocktakingLineEntity[],
): Promise<void> {
  for (const match of await db.findBy(StocktakingMatchEntity, { collectiveId })) {
    const { stocktakingId, line } = match;
    const about = lines.find((each) => each.stocktakingId === stocktakingId && each.line === line);
    if (digestOf(lineMatchText(match)) !== match.digest || about?.finding !== 'unlisted')
      findings.add('check.matchChanged', {}, { stocktakingId, line });
  }
}

/** What was withdrawn stays so, for the reason that was given; of what stands a day has one. */
async function checkWithdrawals(
  { db, collectiveId, findings }: Pick<CheckedBooks, 'db' | 'collectiveId' | 'findings'>,
  heads: readonly StocktakingEntity[],
): Promise<void> {
  const withdrawals = await db.findBy(StocktakingWithdrawalEntity, { collectiveId });
  const gone = new Set(withdrawals.map(({ stocktakingId }) => stocktakingId));
  for (const withdrawal of withdrawals) {
    const { stocktakingId } = withdrawal;
    if (digestOf(stocktakingWithdrawalText(withdrawal)) !== withdrawal.digest)
      findings.add('check.stocktakingWithdrawalChanged', {}, { stocktakingId });
  }
  const days = heads.filter(({ id }) => !gone.has(id)).map(({ countedOn }) => countedOn);
  const twice = new Set(days.filter((day, place) => days.indexOf(day) !== place));
  for (const day of twice) findings.add('check.stocktakingTwice', {}, { day });
}

function digestOf(text: string): string {
  return sha256(text);
}
