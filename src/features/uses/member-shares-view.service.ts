import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { SHARED_POOLS } from '../../domain/uses/dividend';
import { sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { DividendReadService } from './dividend-read.service';
import { DividendRulesService } from './dividend-rules.service';
import type { ToldRound } from './dividends.store';
import type { DividendRow, MemberShareRow, MemberSharesPageProps } from './member-shares.pages';
import { MemberSharesService, type MemberShareState } from './member-shares.service';
import { ROUND_GLYPHS, roundStateText } from './round-state';

/** The page of the members' share of the surplus. */
@Injectable()
export class MemberSharesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly shares: MemberSharesService,
    private readonly reading: DividendReadService,
    private readonly rules: DividendRulesService,
  ) {}

  /** @param refused the form as it came back, in place of a fresh one */
  async pageOf(
    visit: PageVisit,
    collectiveId: string,
    refused: { readonly draft?: FormState; readonly payment?: FormState },
  ): Promise<MemberSharesPageProps> {
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const today = this.reading.today();
    const states = await this.shares.listStates(collectiveId);
    const asOne = states.filter(({ owedAsOne }) => owedAsOne > 0n).map(({ pool }) => pool);
    const rounds = await this.reading.listRounds(collectiveId);
    const option = (value: string) => ({ value, label: labelOf(`pool.${value}`) });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      rows: states.map(rowOf),
      rounds: [...rounds].reverse().map((round) => this.roundRow(round, paths.dividend(round.id))),
      form: refused.draft ?? filledForm({ rollOn: today }),
      payment: refused.payment ?? filledForm({ postedOn: today }),
      pools: SHARED_POOLS.map(option),
      owedPools: asOne.map(option),
      action: keeps ? paths.memberShares : undefined,
      payAction: keeps && asOne.length > 0 ? `${paths.memberShares}/payments` : undefined,
      rollHref: paths.shareRoll,
      cancelHref: paths.books,
      noDocument: await this.noDocument(collectiveId, today),
    };
  }

  /** Why no round can be judged today; undefined where a document is in force. */
  private async noDocument(collectiveId: string, day: CalendarDay): Promise<string | undefined> {
    try {
      await this.rules.requireRules(collectiveId, day);
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return sentenceFor(error.code, error.facts);
    }
  }

  private roundRow(round: ToldRound, href: string): DividendRow {
    return {
      ...{ number: round.number, href, pool: labelOf(`pool.${round.pool}`), amount: round.amount },
      ...{ rollOn: round.rollOn, holders: round.holders, state: ROUND_GLYPHS[round.state] },
      stateWord: roundStateText(round, this.reading.nextStep(round)),
    };
  }
}

function rowOf({ pool, surplus, free, owed }: MemberShareState): MemberShareRow {
  const least = surplus < free ? surplus : free;
  return {
    pool: labelOf(`pool.${pool}`),
    ...{ surplus, free, owed },
    most: least > 0n ? least : 0n,
  };
}
