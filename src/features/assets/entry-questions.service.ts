import { Injectable } from '@nestjs/common';
import { type MatterSubject, questionOf } from '../../domain/assets/matter-facts';
import { conditionsOf } from '../../domain/assets/matter-words';
import { inputsOf } from '../../domain/policy/rule-inputs';
import { waitingText } from '../../glossary/matter-words';
import { Clock } from '../../platform/clock/clock';
import { AssetRulesService } from './asset-rules.service';
import { questionRow } from './matter-questions';
import type { QuestionRow } from '../../platform/views/question-field';

/** What an entry itself says, so that nobody is asked for it. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  asset: ['owner', 'cost', 'funds', 'asset_number', 'number_taken'],
  contract: ['schedule', 'new'],
};

/** Which questions of the documents in force stand on the form of something that is entered. */
@Injectable()
export class EntryQuestionsService {
  constructor(
    private readonly rules: AssetRulesService,
    private readonly clock: Clock,
  ) {}

  /** What the lines that block ask of such an entry; nothing where no document in force has one. */
  async entryQuestions(collectiveId: string, subject: MatterSubject): Promise<QuestionRow[]> {
    if (!(await this.rules.mayBlock(collectiveId, [subject]))) return [];
    const rows = new Map<string, QuestionRow>();
    for (const { pack } of await this.rules.rulesOn(collectiveId, this.clock.today())) {
      const blocking = pack.rules.filter((rule) => rule.subject === subject && rule.force === 'block');
      const asked = new Map<string, string[]>();
      for (const rule of blocking)
        for (const fact of inputsOf(pack, { conditions: conditionsOf(rule), amounts: [] }).facts)
          asked.set(fact, [...(asked.get(fact) ?? []), rule.says]);
      for (const [fact, lines] of asked) {
        if (SAID[subject]?.includes(fact) === true) continue;
        const question = questionOf(subject, fact);
        const row = { question, lines: [waitingText(lines)], base: 'matters[answers]' };
        rows.set(question, questionRow(pack, row));
      }
    }
    return [...rows.values()];
  }
}
