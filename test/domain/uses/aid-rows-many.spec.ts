import { readAidRows } from '../../../src/domain/uses/aid-rows';

/** Looked through for each row, they were four hundred million comparisons. */
describe('a list of twenty thousand people', () => {
  const MANY = 20_000;
  const people = Array.from({ length: MANY }, (_, index) => ({
    ...{ memberId: `m${String(index)}`, memberNumber: index + 1, householdId: `h${String(index)}` },
    ...{ name: `Li ${String(index)}`.replace(' ', ''), status: undefined, officerRelation: 'none' as const },
  }));

  it('is read in a moment, each row by its name or number', () => {
    let looked = 0;
    const watched = people.map((person) => ({
      ...person,
      get name() {
        looked += 1;
        return person.name;
      },
    }));
    const rows = people.map(({ name, memberNumber }, index) =>
      index % 2 === 0 ? `${name} 10 2` : `${String(memberNumber)} 10 2`,
    );
    const { lines, problems } = readAidRows(rows.join('\n'), watched);
    expect([problems, lines.length, lines.at(-1)?.memberId]).toEqual([[], MANY, `m${String(MANY - 1)}`]);
    expect(looked).toBeLessThanOrEqual(2 * MANY);
  });

  it('names nobody where two bear a name', () => {
    const own = people.slice(0, 2);
    const twins = [...own, ...own.slice(1).map((each) => ({ ...each, memberId: 'twin', memberNumber: 9 }))];
    const { problems } = readAidRows('Li1 10\n9 10', twins);
    expect(problems.map(({ code }) => code)).toEqual(['aid.rowSeveral']);
  });
});
