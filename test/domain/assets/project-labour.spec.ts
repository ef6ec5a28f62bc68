import { type ProjectEvent, projectStand, readProjectAct } from '../../../src/domain/assets/construction';
import {
  checkProjectLabour,
  type ProjectLabour,
  requireOpenProject,
} from '../../../src/domain/assets/project-labour';
import { type CheckedEntry, Findings } from '../../../src/domain/ledger/check-pass';

const STAGE: ProjectEvent = {
  ...{ act: 'stage', happenedOn: '2025-03-01', amount: 90n, kept: 10n, dueOn: '2026-03-01' },
};
const FUND: ProjectEvent = { ...STAGE, act: 'fund', amount: 100n, kept: 0n, dueOn: null };
const labour = (happenedOn: string, amount: bigint): ProjectLabour => ({
  ...{ entryId: 'e', pool: 'pv', happenedOn, amount },
});

describe('labour that a distribution pays for a project', () => {
  const paid = [labour('2025-04-01', 7n), labour('2025-02-01', 1n)];

  it('counts beside the contract, and as something that happened', () => {
    const today = '2026-02-01';
    const with8 = { built: 100n, labour: 8n, cost: 108n, lastOn: '2025-04-01' };
    expect(projectStand([STAGE], today, paid)).toMatchObject(with8);
    const without = { built: 100n, labour: 0n, cost: 100n, lastOn: '2025-03-01' };
    expect(projectStand([STAGE], today)).toMatchObject(without);
  });

  it.each<[events: ProjectEvent[], cost: bigint, fromFund: bigint, found: object[]]>([
    [[FUND, STAGE], 108n, 100n, []],
    [[STAGE], 108n, 0n, []],
    [[], 8n, 0n, []],
    [
      [FUND, STAGE],
      100n,
      100n,
      [{ code: 'construction.costDiffers', facts: { register: 100n, built: 108n, difference: 8n } }],
    ],
  ])('is part of what is accepted, and no fund paid it: %j', (events, cost, fromFund, found) => {
    const read = readProjectAct(
      {
        ...{ act: 'acceptance', happenedOn: '2025-05-01', amount: '', kept: '', keptDueOn: '' },
        assetId: 'a',
      },
      {
        ...{ project: { contractSum: 100n }, today: '2026-02-01' },
        stand: projectStand(events, '2026-02-01', paid),
        asset: { cost, inBooks: 0n, acquiredOn: '2025-05-01' },
      },
    );
    expect(read.problems).toMatchObject(found);
    expect(read.problems).toHaveLength(found.length);
    const all = projectStand(events, '2026-02-01', paid).cost;
    expect(read.event).toMatchObject({ amount: all, kept: fromFund });
  });

  it('is settled once the work is accepted', () => {
    expect(() => requireOpenProject({})).not.toThrow();
    expect(() => requireOpenProject({ acceptedOn: '2025-05-01' })).toThrow('construction.accepted');
  });
});

describe('the check of that labour', () => {
  const KEPT = labour('2025-04-01', 7n);
  const ENTRY: CheckedEntry = {
    ...{ collectiveId: 'v', entryId: 'e', position: 7, chart: '2023', voucher: { year: 2025, number: 7 } },
    ...{ event: 'uses.granted', postedOn: '2025-04-01', bookedAt: '2025-04-02T00:00:00Z', canonical: 2 },
    ...{ aboutPeriod: '2025-04', statementOn: '2025-04-01', summary: 's', preparedBy: 'ann' },
    ...{ postedBy: 'ben', source: { kind: 'grant', id: 'g' }, previousHash: '', hash: '' },
    ...{ lineDays: [], lineNumbers: [] },
    postings: [
      { ledgerAccount: '153', side: 'debit', amount: 7n, pool: 'pv', poolFlow: 'granted' },
      { ledgerAccount: '213', side: 'credit', amount: 7n, pool: 'pv' },
    ],
  };
  const expense = ENTRY.postings.map((line) => ({
    ...line,
    ledgerAccount: line.ledgerAccount.replace('153', '514'),
  }));

  it.each<[what: string, entry: Partial<CheckedEntry>, kept: ProjectLabour[], found: number]>([
    ['as it is kept', {}, [KEPT], 0],
    ['not kept', {}, [], 1],
    ['kept twice', {}, [KEPT, KEPT], 1],
    ['of another sum', {}, [{ ...KEPT, amount: 6n }], 1],
    ['of another pool', {}, [{ ...KEPT, pool: 'members' }], 1],
    ['of another day', {}, [{ ...KEPT, happenedOn: '2025-04-02' }], 1],
    ['booked as a cost', { postings: expense }, [KEPT], 1],
    ['a cost, and not kept', { postings: expense }, [], 0],
    ['put under construction by an act of its own', { source: { kind: 'construction', id: 'x' } }, [], 0],
    ['taken back', { reversesId: 'other' }, [], 0],
    ['kept of what took it back', { reversesId: 'other' }, [KEPT], 1],
  ])('%s', (_what, entry, kept, found) => {
    const findings = new Findings('construction');
    checkProjectLabour({ ...ENTRY, ...entry }, { kept, construction: '153' }, findings);
    expect(findings.breaks).toHaveLength(found);
  });
});
