import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { answersOn, villageNumbers } from '../../domain/assets/matter-facts';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { Database } from '../../platform/database/database';
import { readAnswers } from './asset-answers.store';
import { AssetRulesService, type RuledBy } from './asset-rules.service';

/** The document a village goes by, with the numbers that its offices and the village itself settled. */
@Injectable()
export class VillageRulesService {
  constructor(
    private readonly database: Database,
    private readonly rules: AssetRulesService,
  ) {}

  /** Undefined where none is in force, and while nobody has chosen between several. */
  async ruledBy(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<RuledBy | undefined> {
    const [ruled, other] = await this.rules.rulesOn(collectiveId, day);
    if (ruled === undefined || other !== undefined) return undefined;
    const answers = await readAnswers(db, collectiveId, collectiveId);
    const settled = villageNumbers(ruled.pack, answers, day);
    return { ...ruled, numbers: { ...settled, ...ruled.numbers } };
  }

  /** What the office answered by a day to a question about an asset; undefined while nothing. */
  async answerAbout(
    db: EntityManager,
    collectiveId: string,
    at: { readonly aboutId: string; readonly question: string; readonly day: CalendarDay },
  ): Promise<string | undefined> {
    const answers = await readAnswers(db, collectiveId, at.aboutId);
    return answersOn(answers, at.day).get(at.question)?.value;
  }
}
