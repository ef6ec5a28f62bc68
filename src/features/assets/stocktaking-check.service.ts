import { Injectable } from '@nestjs/common';
import { isDifference, lineDecisionText, stocktakingText } from '../../domain/assets/stocktaking';
import { sha256Of } from '../../platform/files/stored-files';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { StocktakingDecisionEntity, StocktakingEntity, StocktakingLineEntity } from './stocktaking.entity';

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
      if (sha256Of(Buffer.from(stocktakingText(head, own))) !== head.digest)
        findings.add('check.stocktakingChanged', {}, { day: head.countedOn });
    }
    const known = new Set(heads.map(({ id }) => id));
    const lost = new Set(lines.map((each) => each.stocktakingId).filter((id) => !known.has(id)));
    for (const stocktakingId of lost) findings.add('check.stocktakingGone', {}, { stocktakingId });
    for (const decision of decisions) {
      const { stocktakingId, line } = decision;
      if (sha256Of(Buffer.from(lineDecisionText(decision))) !== decision.digest)
        findings.add('check.decisionChanged', {}, { stocktakingId, line });
      const about = lines.find((each) => each.stocktakingId === stocktakingId && each.line === line);
      if (about === undefined || !isDifference(about))
        findings.add('check.decisionAlone', {}, { stocktakingId, line });
    }
  }
}
