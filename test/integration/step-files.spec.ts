import type { FileOwner } from '../../src/domain/assets/kept-file';
import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { recordChange } from '../../src/platform/audit/records';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { NAMED_PAPERS } from '../support/step-papers';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };

/** A plan of a period or of a year, through the same acts. */
interface Kind {
  readonly ownerKind: 'plan' | 'yearPlan';
  readonly missing: string;
  readonly draft: () => Promise<string>;
  readonly meet: (id: string, minutes: string) => Promise<unknown>;
}

/** What shows that a step was taken stays with its plan, as long as the plan lives. */
describeOnEachEngine('the files of a step', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  let kinds: Readonly<Record<'period' | 'year', Kind>>;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    await opened.database.inTransaction(village.id, async (tx) => {
      await tx.update(CollectiveEntity, { id: village.id }, { routeId: 'county-guantao' });
      await recordChange(tx, CollectiveEntity, { id: village.id });
    });
    const years = yearPlansOn(village.services);
    const { deciding, clock } = village.services;
    const form = (minutes: string) => ({
      ...{ stepNumber: '1', heldOn: clock.today(), stepPaper: 'minutes 3', ...COUNTS, ...NAMED_PAPERS },
      paperFiles: { minutes },
    });
    kinds = {
      period: {
        ...{ ownerKind: 'plan', missing: 'check.decisionFiles' },
        draft: async () => {
          const { id } = await village.draft([claimOf(60_000n)]);
          await village.submit(id);
          return id;
        },
        meet: (id, minutes) =>
          deciding.recordMeeting(village.id, id, { form: form(minutes), command: ACCOUNTANT }),
      },
      year: {
        ...{ ownerKind: 'yearPlan', missing: 'check.yearDecisionFiles' },
        draft: async () => {
          const typed = yearForm({ uses: [yearUse({ amount: '600.00' })] });
          const { id } = await years.drafting.draftPlan(village.id, typed, ACCOUNTANT);
          await years.deciding.submitPlan(village.id, id, ACCOUNTANT);
          return id;
        },
        meet: (id, minutes) =>
          years.deciding.recordMeeting(village.id, id, { form: form(minutes), command: ACCOUNTANT }),
      },
    };
    hand = await Tampering.on(opened);
  }, 60_000);
  afterAll(() => hand.close());

  const keep = async (owner: FileOwner, text: string): Promise<string> => {
    const file = { mediaType: 'image/png', bytes: Buffer.from(text), cameAs: text } as const;
    const form = { paperKind: 'minutes', datedOn: village.services.clock.today(), remark: '' };
    const files = new AssetFilesService(opened.database, village.services.clock);
    const size = { width: 640, height: 480 };
    const kept = { file: { ...file, size }, form: { ...form, audience: 'office' } };
    return (await files.keep(owner, kept, ACCOUNTANT)).id;
  };
  const withdraw = (owner: FileOwner, fileId: string) =>
    fileWithdrawalsOn(opened.database, village.services.clock).withdraw(
      owner,
      { fileId, reason: 'a page was missing' },
      ACCOUNTANT,
    );
  const found = async (): Promise<string[]> => {
    const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
    return breaks.map(({ code }) => code);
  };

  it.each(['period', 'year'] as const)('of a plan of a %s stay while it lives', async (of) => {
    const { ownerKind, draft, meet, missing } = kinds[of];
    const owner: FileOwner = { collectiveId: village.id, ownerKind, ownerId: await draft() };
    const minutes = await keep(owner, `minutes of a ${of}`);
    const blurred = await keep(owner, `blurred minutes of a ${of}`);
    await meet(owner.ownerId, minutes);
    await expect(withdraw(owner, minutes)).rejects.toMatchObject({
      ...{ code: 'keptFile.ofStep' },
      facts: { day: village.services.clock.today() },
    });
    // No step rests on it.
    await withdraw(owner, blurred);
    expect(await found()).toEqual([]);
    // Taken away past the refusal, as it could be before: the check tells it.
    await hand.keep();
    await hand.run(`UPDATE file_withdrawals SET file_id = '${minutes}' WHERE file_id = '${blurred}'`);
    expect(await found()).toContain(missing);
    await hand.putBack();
    // The village takes the plan back: its steps fell, and what showed them may go.
    await draft();
    await withdraw(owner, minutes);
    expect(await found()).toEqual([]);
  });
});
