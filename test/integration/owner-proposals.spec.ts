import { shareLines } from '../../src/domain/collectives/share-lines';
import type { OwnerProposalForm } from '../../src/domain/distribution/owner-proposal';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { withProposed, yearFormOf } from '../../src/features/distribution/year-plan-form.view';
import { usesOfOwner } from '../../src/domain/distribution/owner-proposal';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { type Joint, startJoint } from '../support/joint-station';
import { ownPasses } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [error instanceof DomainError ? error.code : String(error)];
    },
  );

/** One plan proposed by whoever keeps the station; each owner drafts and decides under his own village. */
describeOnEachEngine('a year proposed to the owners of a joint station', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  let years: ReturnType<typeof yearPlansOn>;

  beforeEach(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { routeId: 'village-representatives-then-township' });
    years = yearPlansOn(joint.services);
  });
  afterEach(() => opened.close());

  const USES = [
    { bucket: 'posts', forWhat: 'wages', amount: '10.03' },
    { bucket: 'labour', forWhat: 'road', amount: '5.00' },
  ];
  const propose = (wish: Partial<OwnerProposalForm> = {}, key?: string) =>
    years.proposals.propose(
      joint.keeper.id,
      { assetId: joint.station, year: '2025', uses: USES, ...wish },
      { ...ACCOUNTANT, ...(key === undefined ? {} : { key }) },
    );
  const offeredTo = async ({ id }: Village) =>
    (await years.proposals.listOffered(id)).map(({ uses, parts }) =>
      usesOfOwner(uses, parts, id).map(({ forWhat, amount }) => `${forWhat} ${String(amount)}`),
    );

  it('is each owner’s by his share, the odd fen to who was cut most', async () => {
    await propose();
    // 1,003 fen: 30 % 300.9, 20 % 200.6, 10 % 100.3, 40 % 401.2 → 301, 201, 100, 401; East has two rows.
    expect(await offeredTo(joint.east)).toEqual([['wages 401', 'road 200']]);
    expect(await offeredTo(joint.west)).toEqual([['wages 201', 'road 100']]);
    const [kept] = await years.proposals.listProposals(joint.keeper.id);
    expect(kept?.parts.filter(({ ownerId }) => ownerId === null)).toEqual([
      { lineNumber: 1, owner: 'Beyond the river', ownerId: null, amount: 401n },
      { lineNumber: 2, owner: 'Beyond the river', ownerId: null, amount: 200n },
    ]);
    expect(kept).toMatchObject({
      keeper: 'Township',
      station: 'Joint station',
      shareTableFrom: '2024-12-01',
    });
  });

  it('drafts nothing of an owner’s: his own people do, and say from which it is', async () => {
    const { id: proposal } = await propose();
    const { east, west } = joint;
    expect(await years.reading.listPlans(east.id)).toEqual([]);
    const [first] = await years.proposals.listOffered(east.id);
    const uses = usesOfOwner(first?.uses ?? [], first?.parts ?? [], east.id);
    const typed = yearFormOf(withProposed({ pool: 'pv', year: '2025' }, { proposalId: proposal, uses }));
    expect(typed).toMatchObject({ proposal, uses: [{ amount: '4.01' }, { amount: '2.00' }] });
    await east.openWith(100_000n);
    const { id } = await years.drafting.draftPlan(east.id, typed, ACCOUNTANT);
    const plan = await years.reading.requirePlan(east.id, id);
    expect([plan.proposalId, plan.figures.used]).toEqual([proposal, 601n]);
    expect(await years.proposals.findOwnPlan(east.id, 2025)).toEqual({
      ...{ id, state: 'drafted', proposalId: proposal },
    });
    expect(await years.proposals.findOwnPlan(west.id, 2025)).toBeUndefined();
    // It stays his to change: other sums, and still from the same.
    const own = yearForm({ proposal, uses: [yearUse({ amount: '1.00' })] });
    const { id: anew } = await years.drafting.draftPlan(east.id, own, ACCOUNTANT);
    expect((await years.reading.requirePlan(east.id, anew)).proposalId).toBe(proposal);
    const checked = await joint.services.check.checkBooks(east.id);
    expect(ownPasses(checked).breaks).toEqual([]);
  });

  it('is taken for no other village, pool or year, and for none that was never proposed', async () => {
    const { id: proposal } = await propose();
    const uses = [yearUse({ amount: '1.00' })];
    const draft = (village: Village, wish: object) =>
      codesOf(years.drafting.draftPlan(village.id, yearForm({ uses, proposal, ...wish }), ACCOUNTANT));
    await joint.east.openWith(100_000n);
    expect(await draft(joint.east, { year: '2026' })).toEqual(['yearPlan.notProposed']);
    expect(
      await draft(joint.east, { pool: 'other', uses: [yearUse({ bucket: 'decided', amount: '1.00' })] }),
    ).toEqual(['yearPlan.notProposed']);
    expect(await draft(joint.east, { proposal: 'nothing' })).toEqual(['yearPlan.notProposed']);
    const other = await Village.start(opened.database, { name: 'Far' });
    expect(await draft(other, {})).toEqual(['yearPlan.notProposed']);
    expect(await years.reading.listPlans(joint.east.id)).toEqual([]);
  });

  it('is proposed anew in the place of the earlier one, from which a draft may still say it is', async () => {
    const { id: first } = await propose({}, 'proposal-key-1');
    expect(await propose({}, 'proposal-key-1')).toEqual({ id: first });
    const { id: second } = await propose({ uses: [{ bucket: 'posts', forWhat: 'wages', amount: '1.00' }] });
    const listed = await years.proposals.listProposals(joint.keeper.id);
    expect(listed.map(({ id }) => id)).toEqual([second]);
    expect(await offeredTo(joint.west)).toEqual([['wages 20']]);
    expect((await years.proposals.findOffered(joint.west.id, first))?.id).toBe(first);
    await propose({ year: '2026' });
    expect((await years.proposals.listProposals(joint.keeper.id)).map(({ year }) => year)).toEqual([
      2026, 2025,
    ]);
  });

  it('is refused for another year, another thing, or nothing', async () => {
    expect(await codesOf(propose({ year: '2024', uses: [] }))).toEqual([
      ...['yearPlan.otherYear', 'yearPlan.nothingProposed'],
    ]);
    expect(await codesOf(propose({ assetId: 'nothing' }))).toEqual(['yearPlan.noJointStation']);
    const own = await joint.east.addStation();
    expect(
      await codesOf(
        years.proposals.propose(joint.east.id, { assetId: own, year: '2025', uses: USES }, ACCOUNTANT),
      ),
    ).toEqual(['yearPlan.noJointStation']);
    expect(await years.proposals.listProposals(joint.keeper.id)).toEqual([]);
  });

  it('goes by the share table of the year’s first day, or of today where it has begun', async () => {
    const rows = [
      { key: '01', label: 'Old one', share: '50%', owner: 'East cooperative' },
      { key: '02', label: 'Old two', share: '50%', owner: 'West cooperative' },
    ];
    const paper = { paperTitle: 'On shares', paperNumber: 'No 9', paperIssuedOn: '2025-03-10' };
    const form = {
      ...paper,
      reason: 'agreed',
      validFrom: '2025-10-01',
      cutsMonth: '',
      rows: shareLines(rows),
    };
    const change = { assetId: joint.station, form };
    await joint.services.shareChanges.changeShares(joint.keeper.id, change, ACCOUNTANT);
    await propose({ year: '2026' });
    await propose({ year: '2025' });
    const kept = await years.proposals.listProposals(joint.keeper.id);
    expect(kept.map(({ year, shareTableFrom }) => [year, shareTableFrom])).toEqual([
      [2026, '2025-10-01'],
      [2025, '2024-12-01'],
    ]);
    expect(await offeredTo(joint.west)).toEqual([
      ['wages 501', 'road 250'],
      ['wages 201', 'road 100'],
    ]);
  });
});
