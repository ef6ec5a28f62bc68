import { Injectable } from '@nestjs/common';
import { type IssuedForm, readIssued } from '../../domain/collectives/issued-shares';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { IssuedSharesEntity } from './share-roll.entity';
import { ShareRollUses } from './share-roll-uses.service';
import { ShareRollService } from './share-roll.service';

/** How many shares a village has issued: what its holders have together is held against it. */
@Injectable()
export class IssuedSharesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shares: ShareRollService,
    private readonly uses: ShareRollUses,
  ) {}

  /**
   * Keeps how many shares there are from a day on; what was said before stays to be read.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `shareRoll.*`
   */
  enterIssued(collectiveId: string, form: IssuedForm, command: Command): Promise<{ number: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const told = await this.shares.listIssued(collectiveId, tx);
        const uses = await this.uses.listUses(tx, collectiveId);
        const { issued, problems } = readIssued(form, { told, uses, today: this.clock.today() });
        refuseProblems(problems);
        const issueNumber = told.length + 1;
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, IssuedSharesEntity, { collectiveId, issueNumber, ...issued, ...entered });
        return { number: issueNumber };
      },
      onceOf(command, 'shareRoll.issued', form),
    );
  }
}
