import { SigningService } from '../../src/features/distribution/signing.service';
import type { Database } from '../../src/platform/database/database';
import type { FileOwner } from '../../src/domain/assets/kept-file';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { OFFICER } from './actors';
import { approvalsOn, signaturesOn } from './approvals';
import type { Village } from './village';
import { yearPlanReadingOn } from './year-plans';

/** The signatures of a village's plans. */
export function signingOn(database: Database, village: Village): SigningService {
  const { clock, plans } = village.services;
  const yearPlans = yearPlanReadingOn(database, clock, approvalsOn(database, clock));
  return new SigningService(database, plans, yearPlans, signaturesOn(database, clock));
}

/** The scan of what was signed on paper, kept once with a plan. */
export async function keepScan(files: AssetFilesService, owner: FileOwner, datedOn: string): Promise<string> {
  const cameAs = `opinion on ${owner.ownerId}`;
  const there = (await files.listFiles(owner)).standing.find(({ remark }) => remark === cameAs);
  if (there !== undefined) return there.id;
  const size = { width: 640, height: 480 };
  const file = { mediaType: 'image/png', bytes: Buffer.from(cameAs), cameAs, size } as const;
  const form = { paperKind: 'signedSheet', datedOn, remark: cameAs, audience: 'office' };
  return (await files.keep(owner, { file, form }, OFFICER)).id;
}

/** The scan of what was signed of a village's plan. */
export function scanFor(
  village: Village,
  ownerId: string,
  ownerKind: 'plan' | 'yearPlan' = 'plan',
): Promise<string> {
  const { database, clock } = village.services;
  const owner = { collectiveId: village.id, ownerKind, ownerId };
  return keepScan(new AssetFilesService(database, clock), owner, clock.today());
}

/** Two people without a log-in, who signed the next step of a plan on paper. */
export async function signTwice(database: Database, village: Village, subjectId: string): Promise<void> {
  const signing = signingOn(database, village);
  const at = { collectiveId: village.id, kind: 'plan', subjectId } as const;
  const signatureFile = await scanFor(village, subjectId);
  const signatureOn = village.services.clock.today();
  for (const signerName of ['An', 'Bo']) {
    const paper = { signerName, signatureOn, signedPaper: 'their opinion', signatureFile };
    await signing.sign(at, { how: 'paper', digest: '', ...paper }, OFFICER);
  }
}
