import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type ObjectionAnswerForm,
  objectionAnswerProblems,
  type ObjectionEntryForm,
  objectionEntryProblems,
  objectableFrom,
} from '../../domain/approvals/procedure-objections';
import { DomainError } from '../../domain/shared/domain-error';
import { namedPeopleProblems } from '../../domain/shared/named-people';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { ProceduresService } from '../approvals/procedures.service';
import { RosterReadService } from '../collectives/roster-read.service';
import { DIVIDEND, DividendReadService } from './dividend-read.service';

/** Who said what of a round while it hung, and what was answered; nobody is named in either. */
@Injectable()
export class DividendObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly reading: DividendReadService,
    private readonly procedures: ProceduresService,
    private readonly roster: RosterReadService,
  ) {}

  /**
   * An objection to a round that hangs or has hung.
   * @throws FormProblems as `objectionEntryProblems` finds them, `dividend.namesSomebody`; DomainError
   *   `dividend.unknown`, `dividend.notNow`, `dividend.notHung`
   */
  enter(
    collectiveId: string,
    { roundId, form }: { readonly roundId: string; readonly form: ObjectionEntryForm },
    command: Command,
  ): Promise<{ number: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round } = await this.reading.requireRound(collectiveId, roundId, tx);
        if (round.state !== 'drafted' && round.state !== 'given')
          throw new DomainError('dividend.notNow', { state: round.state });
        const from = objectableFrom(round.steps);
        if (from === undefined) throw new DomainError('dividend.notHung');
        const { objectedOn, objectionGist } = form;
        refuseProblems([
          ...objectionEntryProblems(form, { from, today: this.reading.today() }),
          ...(await this.named(tx, collectiveId, { objectionGist })),
        ]);
        const number = round.objections.length + 1;
        const subject = { collectiveId, kind: DIVIDEND, id: roundId };
        const noted = { number, receivedOn: objectedOn, gist: objectionGist.trim(), by: command.by };
        await this.procedures.noteObjection(tx, subject, noted);
        return { number };
      },
      onceOf(command, 'dividends.objection', [roundId, form]),
    );
  }

  /**
   * Answers one, once.
   * @throws FormProblems as `objectionAnswerProblems` finds them, `dividend.namesSomebody`; DomainError
   *   `dividend.unknown`, `dividend.objectionUnknown`, `dividend.objectionAnswered`
   */
  answer(
    collectiveId: string,
    { roundId, form }: { readonly roundId: string; readonly form: ObjectionAnswerForm },
    command: Command,
  ): Promise<{ number: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round } = await this.reading.requireRound(collectiveId, roundId, tx);
        const asked = form.objectionNumber.trim();
        const objection = round.objections.find((each) => String(each.number) === asked);
        if (objection === undefined) throw new DomainError('dividend.objectionUnknown');
        const { number, answer } = objection;
        if (answer !== undefined) throw new DomainError('dividend.objectionAnswered', { number });
        const { objectionAnswer } = form;
        refuseProblems([
          ...objectionAnswerProblems(form),
          ...(await this.named(tx, collectiveId, { objectionAnswer })),
        ]);
        const subject = { collectiveId, kind: DIVIDEND, id: roundId };
        const noted = { number, words: objectionAnswer.trim(), by: command.by };
        await this.procedures.noteAnswer(tx, subject, noted);
        return { number };
      },
      onceOf(command, 'dividends.answer', [roundId, form]),
    );
  }

  private async named(tx: EntityManager, collectiveId: string, typed: Readonly<Record<string, string>>) {
    const names = await this.roster.namedIn(tx, collectiveId, Object.values(typed));
    return namedPeopleProblems(typed, { names, code: 'dividend.namesSomebody' });
  }
}
