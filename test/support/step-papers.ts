import type { PapersForm } from '../../src/domain/approvals/step-papers';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { ACCOUNTANT } from './actors';
import type { Village } from './village';

const NAMED = ['minutes', 'attendance', 'resolution', 'signed_paper'];
const each = (text: string): Record<string, string> => Object.fromEntries(NAMED.map((kind) => [kind, text]));

/** Every paper that may be named, named; a step takes those that its route asks for. */
export const NAMED_PAPERS: PapersForm = {
  paperTitles: each('a paper of the village'),
  paperPlaces: each('cabinet 2'),
  paperPages: each('3'),
};

/** A photo that is kept with a plan, as the paper of a sheet that hangs. */
export async function photoOf(
  village: Village,
  planId: string,
  ownerKind: 'plan' | 'yearPlan' = 'plan',
): Promise<PapersForm> {
  const { database, clock } = village.services;
  const owner = { collectiveId: village.id, ownerKind, ownerId: planId } as const;
  const bytes = Buffer.from(`photo of ${planId}`);
  const file = { mediaType: 'image/png', bytes, cameAs: planId, size: { width: 640, height: 480 } } as const;
  const form = { paperKind: 'photo', datedOn: clock.today(), remark: '', audience: 'office' };
  const { id } = await new AssetFilesService(database, clock).keep(owner, { file, form }, ACCOUNTANT);
  return { paperFiles: { display_photo: id, photo: id } };
}
