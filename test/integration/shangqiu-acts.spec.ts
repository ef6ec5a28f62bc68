import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { HandoverRulesService } from '../../src/features/months/handover-rules.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { readKeptFile } from '../../src/platform/files/read-kept-file';
import { seeded } from '../domain/policy/seeded';
import { exif, jpeg, PAPER } from '../platform/files/pictures.fixture';
import { assetRulesOn } from '../support/asset-matters';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { handoversOn } from '../support/handovers';
import { keysOf, membersOn } from '../support/members';
import { seedRegisters } from '../support/seed-registers';
import { ACCOUNTANT, type Village } from '../support/village';
import { person } from './members.fixture';
import { draftUnder, villageUnder, type Wish } from './plan-village.fixture';
import { codesOf } from './works.fixture';

const WISH: Wish = { region: '411400', today: '2020-07-15' };

/** Lines of the document of 2018 that are judged where the act is done. */
describeOnEachEngine('under the document of Shangqiu', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, WISH);
  });
  afterAll(() => opened.close());

  it('members are given a plain share with a reason, and once the township has agreed', async () => {
    const uses = { posts: '300.00', dividend: '100.00' };
    const bare = await draftUnder(village, { wish: WISH, uses });
    expect(await codesOf(village.submit(bare))).toEqual(['policy.reasonMissing SQ-A63b']);
    const reasons = { 'SQ-A63b:dividend': 'all are old' };
    const planId = await draftUnder(village, { wish: { ...WISH, reasons }, uses });
    const said = async (): Promise<string[]> => {
      const plan = await village.services.plans.requirePlan(village.id, planId);
      const checks = await village.services.checks.listChecks(plan);
      const own = checks.filter(({ judgement }) => judgement.ruleId === 'SQ-A63b' && judgement.outcome);
      return own.map(({ about, judgement }) => `${about.id} ${judgement.outcome}`);
    };
    expect(await said()).toEqual(['dividend failed']);
    await village.submit(planId);
    await village.meet(planId);
    expect(await said()).toEqual(['dividend failed']);
    await village.review(planId);
    expect(await said()).toEqual(['dividend passed']);
  });

  it('a handover counts as signed once the signed sheet is kept with it', async () => {
    const { collectives, clock } = village.services;
    const { assetRules } = assetRulesOn(opened.database, clock, { collectives, policy: seeded });
    const files = new AssetFilesService(opened.database, clock);
    const rules = new HandoverRulesService(assetRules, files);
    const kept = { handedOn: '2020-07-10', post: 'bookkeeper', handedBy: 'old Zhou', takenBy: 'new Li' };
    const form = { ...kept, handoverWatchedBy: 'town Wu', papers: 'seal', handoverRemark: '' };
    const { id } = await handoversOn(village.services).record(village.id, form, ACCOUNTANT);
    const said = async (handedOn = form.handedOn) =>
      (await rules.judged(village.id, { id, handedOn })).map(
        ({ judgement: { ruleId, outcome } }) => `${ruleId} ${outcome}`,
      );
    expect(await said()).toEqual(['SQ-D35 undecided']);
    const owner = { collectiveId: village.id, ownerKind: 'handover' as const, ownerId: id };
    const signed = { datedOn: '2020-07-10', remark: '', audience: 'office' };
    const keep = async (paperKind: string, bytes: Buffer = PAPER) =>
      files.keep(owner, { file: await readKeptFile(bytes), form: { ...signed, paperKind } }, ACCOUNTANT);
    await keep('other', jpeg(exif(6)));
    expect(await said()).toEqual(['SQ-D35 undecided']);
    const { id: fileId } = await keep('signedSheet');
    expect(await said()).toEqual(['SQ-D35 passed']);
    expect(await said('2018-04-08')).toEqual([]);
    const withdrawals = fileWithdrawalsOn(opened.database, clock);
    await withdrawals.withdraw(owner, { fileId, reason: 'a page was missing' }, ACCOUNTANT);
    expect(await said()).toEqual(['SQ-D35 undecided']);
  });

  it('a household has the words of the document and none of later ones', async () => {
    const { clock, collectives, standards } = village.services;
    const choices = new PackChoicesService(opened.database, clock, seedRegisters().packs, collectives);
    const { members, households } = membersOn(opened.database, {
      ...{ clock, choices, collectives, standards, keys: keysOf() },
    });
    const home = { villageGroup: '3', head: person({ fromDay: '2020-01-01' }) };
    const { id: householdId } = await members.enterHousehold(village.id, home, ACCOUNTANT);
    const give = (status: string) =>
      households.giveStatus(
        { collectiveId: village.id, householdId },
        { status, statusFrom: '2020-07-01', statusPaper: 'list' },
        ACCOUNTANT,
      );
    expect(await codesOf(give('monitored'))).toEqual([
      ...['household.statusUnknown', 'policy.ruleBroken SQ-E1'],
    ]);
    expect(await codesOf(give('registered'))).toEqual([]);
  });
});
