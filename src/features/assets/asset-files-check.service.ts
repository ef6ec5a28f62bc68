import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkKeptFiles, factsOf } from '../../domain/assets/check-kept-files';
import { FILE_OWNERS } from '../../domain/assets/kept-file';
import { sha256 } from '../../platform/digests/sha256';
import { findBytes } from '../../platform/files/stored-files';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AssetCardEntity, AssetCodeEntity } from './asset-card.entity';
import { AssetFileEntity, FileWithdrawalEntity } from './asset-file.entity';
import { listFileOwnerIds } from './file-owners';

/** The pass of photos and papers: their rows, their bytes, what they belong to. No entry leads to them. */
@Injectable()
export class AssetFilesCheckService extends StepCheck {
  override readonly pass = 'files';

  override async checkEntries(): Promise<void> {
    // A file is kept beside the books, not by them.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const files = await db.findBy(AssetFileEntity, { collectiveId });
    const withdrawals = await db.findBy(FileWithdrawalEntity, { collectiveId });
    checkKeptFiles({ files, withdrawals }, sha256, findings);
    for (const kind of FILE_OWNERS) {
      const own = files.filter(({ ownerKind }) => ownerKind === kind);
      if (own.length === 0) continue;
      const ids = await listFileOwnerIds(db, collectiveId, kind);
      for (const file of own.filter(({ ownerId }) => !ids.has(ownerId)))
        findings.add('check.fileAlone', {}, factsOf(file));
    }
    await checkCards({ db, collectiveId, findings });
    // One after the other: all of them together would not lie in memory.
    for (const file of files) {
      const bytes = await findBytes(db, file.sha256);
      if (bytes === undefined || sha256(bytes) !== file.sha256)
        findings.add('check.fileBytes', {}, factsOf(file));
    }
  }
}

/** Every public card is found by its name, as the asset's own. */
async function checkCards({
  db,
  collectiveId,
  findings,
}: Pick<CheckedBooks, 'db' | 'collectiveId' | 'findings'>): Promise<void> {
  const cards = await db.findBy(AssetCardEntity, { collectiveId });
  const codes = cards.map(({ code }) => code);
  const entries = await db.findBy(AssetCodeEntity, { code: In(codes), collectiveId });
  const names = new Map(entries.map(({ code, assetId }) => [code, assetId]));
  for (const { assetId, code } of cards.filter((card) => names.get(card.code) !== card.assetId))
    findings.add('check.cardDiffers', {}, { assetId, code });
}
