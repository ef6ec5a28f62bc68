import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { NoticesService } from '../../src/features/notices/notices.service';
import { FormProblems } from '../../src/domain/shared/problem';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { exif, jpeg, shade } from '../platform/files/pictures.fixture';
import { enginesHere } from '../support/engines';
import { USUAL_ROUTE } from '../support/kit-routes';
import { addVillage, draftOf, openWith, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

/** A published sheet of a village of its own. */
interface Sheet {
  readonly collectiveId: string;
  readonly id: string;
  readonly planId: string;
}

describe.each(enginesHere())('one photo of several sheets (%s)', (engine) => {
  let village: VillageApp;
  const sheets: Sheet[] = [];

  const photo = (light: number) => readKeptFile(jpeg(exif(6), shade(light)));
  const refusal = (error: unknown): string =>
    error instanceof FormProblems ? error.problems.map(({ code }) => code).join() : String(error);
  const putUp = async (sheet: Sheet, light: number): Promise<string> => {
    const form = { displayedOn: '2025-07-05', displayPlace: `board ${String(light)}` };
    const sent = { file: await photo(light), form };
    return village.app
      .get(DisplaysService)
      .putUp(sheet, sent, { by: 'wang' })
      .then(() => 'taken', refusal);
  };

  beforeAll(async () => {
    village = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '100' });
    const votes = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
    for (const name of ['One', 'Two']) {
      const {
        id: collectiveId,
        books,
        accountant,
      } = await addVillage(village, { name, routeId: USUAL_ROUTE });
      await openWith(village.app, collectiveId, 500_000n);
      const planId = String((await done(accountant.post(`${books}/plans`, draftOf('1000.00'))))['id']);
      const plan = `${books}/plans/${planId}`;
      const { digest } = await done(accountant.post(`${plan}/submit`, {}));
      await done(accountant.post(`${plan}/meeting`, { heldOn: '2025-07-05', stepPaper: 'm', ...votes }));
      await done(village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
      const published = { planId, displayedOn: '2025-07-05' };
      const { id } = await village.app
        .get(NoticesService)
        .publishNotice(collectiveId, published, { by: 'wang' });
      sheets.push({ collectiveId, id, planId });
    }
  }, 180_000);
  afterAll(() => village.close());

  it('shows one of them, whoever comes first, also where two villages send it at one moment', async () => {
    for (let light = 1; light <= 5; light += 1) {
      const answers = await Promise.all(sheets.map((sheet) => putUp(sheet, light)));
      expect([light, [...answers].sort()]).toEqual([light, ['notices.photoOfAnother', 'taken']]);
    }
  });

  it('shows none where it is kept with a plan of any village', async () => {
    const [one, two] = sheets as [Sheet, Sheet];
    const owner = { collectiveId: one.collectiveId, ownerKind: 'plan', ownerId: one.planId } as const;
    const form = { paperKind: 'photo', datedOn: '2024-01-01', remark: 'an old one', audience: 'office' };
    const sent = { file: await photo(50), form };
    await village.app.get(AssetFilesService).keep(owner, sent, { by: 'wang' });
    expect(await putUp(one, 50)).toBe('notices.photoOfAnother');
    expect(await putUp(two, 50)).toBe('notices.photoOfAnother');
    expect(await putUp(one, 51)).toBe('taken');
  });
});
