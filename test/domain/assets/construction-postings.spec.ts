import { requireLastAct } from '../../../src/domain/assets/check-construction';
import type { ProjectEvent } from '../../../src/domain/assets/construction';
import { projectPostings } from '../../../src/domain/assets/construction-postings';
import type { ProjectLabour } from '../../../src/domain/assets/project-labour';
import { type Pool, requireBookable } from '../../../src/domain/ledger/journal-entry';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { FULL, RECEIPT } from '../ledger/entries.fixture';

const event = (wish: Partial<ProjectEvent>): ProjectEvent => ({
  ...{ act: 'stage', happenedOn: '2025-02-10', amount: 0n, kept: 0n, dueOn: null },
  ...wish,
});

const paid = (pool: Pool, amount: bigint): ProjectLabour => ({
  ...{ entryId: 'e', pool, happenedOn: '2025-02-10', amount },
});

describe('an act on a project is booked', () => {
  it.each<{ act: string; wish: Partial<ProjectEvent>; labour?: ProjectLabour[]; lines: string[] }>([
    {
      act: 'the fund',
      wish: { act: 'fund', amount: 9n },
      lines: ['Dr 102 9 earmarked received', 'Cr 241 9 earmarked'],
    },
    {
      act: 'what of the fund comes after acceptance',
      wish: { act: 'fund', amount: 9n, kept: 4n },
      lines: ['Dr 102 9 earmarked received', 'Cr 241 5 earmarked', 'Cr 311 4 earmarked'],
    },
    {
      act: 'and all of it pays for what was built',
      wish: { act: 'fund', amount: 9n, kept: 9n },
      lines: ['Dr 102 9 earmarked received', 'Cr 311 9 earmarked'],
    },
    {
      act: 'a stage with what is kept back',
      wish: { amount: 9n, kept: 1n, dueOn: '2026-01-01' },
      lines: ['Dr 153 10 members deducted', 'Cr 102 9 members', 'Cr 211 1 members builder'],
    },
    { act: 'a stage', wish: { amount: 9n }, lines: ['Dr 153 9 members deducted', 'Cr 102 9 members'] },
    {
      act: 'what was kept back',
      wish: { act: 'retention', amount: 1n },
      lines: ['Dr 211 1 members builder', 'Cr 102 1 members'],
    },
    {
      act: 'acceptance, part of it out of the fund',
      wish: { act: 'acceptance', amount: 10n, kept: 6n },
      lines: ['Dr 151 10 members a1', 'Cr 153 10 members', 'Dr 241 6 earmarked', 'Cr 311 6 earmarked'],
    },
    {
      act: 'acceptance without a fund',
      wish: { act: 'acceptance', amount: 10n },
      lines: ['Dr 151 10 members a1', 'Cr 153 10 members'],
    },
    {
      act: 'acceptance with labour that two pools paid',
      wish: { act: 'acceptance', amount: 10n },
      labour: [paid('pv', 2n), paid('members', 1n), paid('pv', 1n)],
      lines: [
        ...['Dr 151 6 members a1', 'Cr 153 6 members', 'Dr 151 3 pv a1', 'Cr 153 3 pv'],
        ...['Dr 151 1 members a1', 'Cr 153 1 members'],
      ],
    },
    {
      act: 'acceptance of nothing but labour',
      wish: { act: 'acceptance', amount: 2n },
      labour: [paid('pv', 2n)],
      lines: ['Dr 151 2 pv a1', 'Cr 153 2 pv'],
    },
  ])('as $act', ({ wish, labour, lines }) => {
    const project = { pool: 'members' as const, contractor: 'builder' };
    const of = { project, assetId: 'a1', labour };
    const postings = projectPostings(event(wish), of, FULL.roles);
    requireBookable({ ...RECEIPT, postings }, FULL);
    const written = postings.map(({ side, ledgerAccount, amount, ...line }) => {
      const words = [side === 'debit' ? 'Dr' : 'Cr', ledgerAccount, String(amount), line.pool];
      return [...words, line.poolFlow, line.counterparty, line.assetId]
        .filter((each) => each !== undefined)
        .join(' ');
    });
    expect(written).toEqual(lines);
  });

  it('and taken back from the end', () => {
    const acts = [
      { entryId: 'e1', happenedOn: '2025-01-10' },
      { entryId: 'e2', happenedOn: '2025-02-10' },
    ];
    expect(() => requireLastAct(acts, 'e2')).not.toThrow();
    expect(() => requireLastAct([], 'e1')).not.toThrow();
    expect(() => requireLastAct(acts, 'e1')).toThrow(DomainError);
  });
});
