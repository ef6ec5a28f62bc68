import { Injectable } from '@nestjs/common';
import { type FileOwner, fileWithdrawalProblems, fileWithdrawalText } from '../../domain/assets/kept-file';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { FileWithdrawalEntity } from './asset-file.entity';
import { AssetFilesService } from './asset-files.service';
import { FileUses } from './file-uses.service';

/** Takes files away again, where nothing rests on them. */
@Injectable()
export class FileWithdrawalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssetFilesService,
    private readonly uses: FileUses,
  ) {}

  /**
   * Takes a file away: its row and its bytes stay, nobody is shown it any more.
   * @throws FormProblems `form.*`; DomainError `keptFile.unknown`, `keptFile.ofStep`, `keptFile.ofDisplay`
   */
  withdraw(
    owner: FileOwner,
    { fileId, reason }: { readonly fileId: string; readonly reason: string },
    command: Command,
  ): Promise<{ readonly id: string }> {
    const { collectiveId } = owner;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { standing } = await this.files.listFiles(owner, tx);
        const file = standing.find(({ id }) => id === fileId);
        if (file === undefined) throw new DomainError('keptFile.unknown', { fileId });
        const use = await this.uses.useOf(owner, file, tx);
        if (use !== undefined) throw new DomainError(use.code, use.facts);
        refuseProblems(fileWithdrawalProblems(reason));
        const row = { fileId, reason: reason.trim(), withdrawnBy: command.by, withdrawnAt: this.clock.now() };
        const digest = sha256(fileWithdrawalText(row));
        await insertRecorded(tx, FileWithdrawalEntity, { collectiveId, ...row, digest });
        return { id: fileId };
      },
      onceOf(command, 'assets.fileWithdrawal', [owner, fileId, reason]),
    );
  }
}
