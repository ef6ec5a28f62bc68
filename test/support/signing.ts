import { SigningService } from '../../src/features/distribution/signing.service';
import type { Database } from '../../src/platform/database/database';
import { ACCOUNTANT } from './actors';
import { approvalsOn, signaturesOn } from './approvals';
import type { Village } from './village';
import { yearPlanReadingOn } from './year-plans';

/** The signatures of a village's plans. */
export function signingOn(database: Database, village: Village): SigningService {
  const { clock, plans } = village.services;
  const yearPlans = yearPlanReadingOn(database, clock, approvalsOn(database, clock));
  return new SigningService(database, plans, yearPlans, signaturesOn(database, clock));
}

/** Two people without a log-in, who signed the next step of a plan on paper. */
export async function signTwice(database: Database, village: Village, subjectId: string): Promise<void> {
  const signing = signingOn(database, village);
  const at = { collectiveId: village.id, kind: 'plan', subjectId } as const;
  const signatureOn = village.services.clock.today();
  for (const signerName of ['An', 'Bo']) {
    const form = { how: 'paper', digest: '', signerName, signatureOn, signedPaper: 'their opinion' };
    await signing.sign(at, form, ACCOUNTANT);
  }
}
