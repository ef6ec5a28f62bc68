import { Injectable } from '@nestjs/common';
import { type AnswerForm, answerProblems, namedProblems } from '../../domain/notices/objection';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { RosterReadService } from '../collectives/roster-read.service';
import { tellAbout } from '../../platform/database/told-about';
import { NoticeEntity } from './notice.entity';
import { ObjectionAnswerEntity } from './objection.entity';
import { type ObjectionPlace, ObjectionsService } from './objections.service';
import { tellSheet } from './told-sheets';

/** What the office answers: once, for everyone, and naming nobody. */
@Injectable()
export class ObjectionAnswersService {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionsService,
    private readonly roster: RosterReadService,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers one: what it is about and the answer are for everyone, for good. So they name nobody of the
   * village's list, whose illness or hardship might stand beside the name.
   * @throws FormProblems `form.*`, `objections.named`; DomainError `objections.unknown`,
   *   `objections.answered`
   */
  answer(at: ObjectionPlace, form: AnswerForm, command: Command): Promise<{ readonly id: string }> {
    const { collectiveId, id } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { answer, number, year, noticeId } = await this.objections.requireObjection(at, tx);
        const notice = await tx.findOneByOrFail(NoticeEntity, { collectiveId, id: noticeId });
        tellSheet(tx, notice);
        tellAbout(tx, { objection: `${String(year)}-${String(number)}` });
        if (answer !== undefined) throw new DomainError('objections.answered', { number });
        const texts = [form.objectionGist, form.objectionAnswer];
        const names = await this.roster.namedIn(tx, collectiveId, texts);
        refuseProblems([...answerProblems(form), ...namedProblems(form, names)]);
        await insertRecorded(tx, ObjectionAnswerEntity, {
          ...{ collectiveId, objectionId: id, answeredOn: this.clock.today() },
          ...{ what: form.objectionGist.trim(), said: form.objectionAnswer.trim() },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'notices.answer', [at, form]),
    );
  }
}
