import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { YEAR_PLAN } from '../../src/features/distribution/year-plan-read.service';
import { recordChange } from '../../src/platform/audit/records';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { scanFor, signingOn } from '../support/signing';
import { NAMED_PAPERS } from '../support/step-papers';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, OFFICER, Village } from '../support/village';
import { hangByPhoto, yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };

/** What was decided of yearly plans, changed past every guard: found by their pass in the check. */
describeOnEachEngine('the steps of yearly plans in the check', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let years: ReturnType<typeof yearPlansOn>;
  let hand: Tampering;

  const today = (): string => village.services.clock.today();
  const draft = async (routeId: string, year: string): Promise<string> => {
    await opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(CollectiveEntity, { id: village.id }, { routeId });
      await recordChange(tx, CollectiveEntity, { id: village.id });
    });
    const form = yearForm({ year, uses: [yearUse({ amount: '600.00' })] });
    const { id } = await years.drafting.draftPlan(village.id, form, ACCOUNTANT);
    await years.deciding.submitPlan(village.id, id, ACCOUNTANT);
    return id;
  };
  const typed = (number: number) => {
    return {
      stepNumber: String(number),
      heldOn: today(),
      stepPaper: `no. ${String(number)}`,
      ...NAMED_PAPERS,
    };
  };
  const noted = async (id: string, number: number) => {
    const owner = { collectiveId: village.id, ownerKind: 'yearPlan', ownerId: id } as const;
    const file = {
      mediaType: 'image/png',
      bytes: Buffer.from(`${id} ${String(number)}`),
      cameAs: `${id} ${String(number)}`,
      size: { width: 640, height: 480 },
    } as const;
    const kept = { paperKind: 'photo', datedOn: today(), remark: '', audience: 'office' };
    const files = new AssetFilesService(opened.database, village.services.clock);
    const photo = await files.keep(owner, { file, form: kept }, ACCOUNTANT);
    return { ...typed(number), paperFiles: { display_photo: photo.id } };
  };
  const note = async (id: string, number: number, command = ACCOUNTANT): Promise<unknown> => {
    return years.deciding.noteStep(village.id, id, { form: await noted(id, number), command });
  };
  const hang = async (id: string, number: number) => hangByPhoto(village, id, await noted(id, number));
  const meet = (id: string, number: number) => {
    const form = { ...typed(number), ...COUNTS };
    return years.deciding.recordMeeting(village.id, id, { form, command: ACCOUNTANT });
  };
  const sign = async (subjectId: string): Promise<void> => {
    const at = { collectiveId: village.id, kind: YEAR_PLAN, subjectId } as const;
    const signatureFile = await scanFor(village, subjectId, 'yearPlan');
    for (const signerName of ['An', 'Bo']) {
      const paper = { signerName, signatureOn: today(), signedPaper: 'opinion', signatureFile };
      const form = { how: 'paper', digest: '', ...paper };
      await signingOn(opened.database, village).sign(at, form, OFFICER);
    }
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    years = yearPlansOn(village.services);
    await village.openWith(100_000n);
    const signed = await draft('county-shandong', '2025');
    await note(signed, 1);
    await sign(signed);
    await note(signed, 2, { by: 'supervisor' });
    await note(signed, 3);
    await meet(signed, 4);
    const step = { form: typed(5), command: ACCOUNTANT };
    await expect(years.deciding.noteStep(village.id, signed, step)).rejects.toThrow('plan.publishFirst');
    await hang(signed, 5);
    const filed = await draft('county-guantao', '2026');
    await meet(filed, 1);
    await hang(filed, 2);
    village.services.clock.moveTo('2025-08-20');
    const { digest = '' } = await years.reading.requirePlan(village.id, filed);
    const form = { outcome: 'passed', reason: '', digest };
    await years.deciding.reviewPlan(village.id, filed, { form, command: OFFICER });
    await note(filed, 4);
    hand = await Tampering.on(opened);
    await hand.keep();
  }, 60_000);
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  const found = async (): Promise<string[]> => {
    const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
    return breaks.map(({ code }) => code);
  };
  const of = (stepId: string, set: string): string =>
    `UPDATE approval_decisions SET ${set} WHERE step_id = '${stepId}'`;

  it('hold as they were taken', async () => {
    expect(await found()).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    [
      'the votes of a meeting taken away',
      of('representatives_meeting', `counts = REPLACE(counts, '"inFavour":40', '"inFavour":39')`),
      ['check.yearDecisionVote', 'check.yearDecisionVote'],
    ],
    ['a vote that was never counted', of('committee_draft', `counts = '{}'`), ['check.yearDecisionVote']],
    ['the papers of a deliberation', of('joint_meeting', `papers = '[]'`), ['check.yearDecisionPapers']],
    [
      'the photos of what hung',
      of('publicity', `papers = '[]'`),
      ['check.yearDecisionPapers', 'check.yearDecisionPapers'],
    ],
    ['the number of a filing', of('county_filing', 'paper = NULL'), ['check.yearDecisionPapers']],
    [
      'a filing that stands twice',
      `INSERT INTO approval_decisions SELECT COLUMNS FROM approval_decisions WHERE step_id = 'county_filing'`,
      ['check.yearDecisionStep'],
    ],
    [
      'the bytes that somebody signed',
      `UPDATE step_signatures SET digest = 'x' WHERE name = 'An'`,
      ['check.yearDecisionSigners'],
    ],
    ['a signature', `DELETE FROM step_signatures WHERE name = 'Bo'`, ['check.yearDecisionSigners']],
    [
      'a signature that becomes that of who signed before',
      `UPDATE step_signatures SET name = 'An'`,
      ['check.yearDecisionSigners'],
    ],
    ['the bytes of a step', of('joint_meeting', `digest = 'x'`), ['check.yearDecisionBytes']],
    [
      'who reviewed it: who drafted it',
      `UPDATE approval_decisions SET decided_by = (SELECT drafted_by FROM year_plans
        WHERE year_plans.id = approval_decisions.subject_id) WHERE step_id = 'township_review'`,
      ['check.yearDecisionOwn'],
    ],
    [
      'the days that a sheet hung',
      of('publicity', `until_on = decided_on`),
      ['check.yearDecisionDays', 'check.yearDecisionDays'],
    ],
    [
      'a step left out',
      `DELETE FROM approval_decisions WHERE step_id = 'joint_meeting'`,
      [
        ...['check.yearDecisionStep', 'check.yearDecisionVote', 'check.yearDecisionStep'],
        ...['check.yearDecisionVote', 'check.yearDecisionDays', 'check.yearDecisionPapers'],
      ],
    ],
    [
      'a plan that counts as a draft, decided by all',
      `UPDATE year_plans SET state = 'drafted' WHERE year = 2026`,
      ['check.yearPlanState'],
    ],
    [
      'steps of a plan that is not there',
      `UPDATE approval_decisions SET subject_id = 'gone' WHERE route_id = 'county-guantao'`,
      ['check.yearPlanState', 'check.approvalAlone'],
    ],
  ])('find %s', async (_, sql, codes) => {
    const names = (await hand.rows('SELECT * FROM approval_decisions')).flatMap(Object.keys);
    const fresh: Record<string, string> = { id: "id || 'x'", step_number: 'step_number + 1' };
    const columns = [...new Set(names)].map((name) => fresh[name] ?? name).join(', ');
    await hand.run(sql.replace('COLUMNS', columns));
    expect(await found()).toEqual(codes);
  });
});
