import {
  type BodySize,
  type BodySizeForm,
  readBodySize,
  rollProblems,
  sizeOn,
} from '../../../src/domain/approvals/body-roll';

const ASSEMBLY = 'members_representatives_assembly';
const size = (number: number, people: number, fromOn: string, body: string = ASSEMBLY): BodySize => ({
  ...{ number, body, size: people, fromOn },
});

describe('of how many a body is by its roll', () => {
  const rolls = [
    size(1, 45, '2024-03-01'),
    size(2, 44, '2025-01-10'),
    size(3, 43, '2024-12-01'),
    size(4, 46, '2025-01-10'),
    size(5, 80, '2025-01-01', 'party_members'),
  ];

  it.each<[string, string, number | undefined]>([
    [ASSEMBLY, '2024-02-29', undefined],
    [ASSEMBLY, '2024-03-01', 45],
    [ASSEMBLY, '2024-11-30', 45],
    [ASSEMBLY, '2024-12-01', 43],
    [ASSEMBLY, '2025-01-09', 43],
    // Of two from the same day the later one puts the other right.
    [ASSEMBLY, '2025-01-10', 46],
    ['party_members', '2025-01-10', 80],
    ['members_assembly', '2025-01-10', undefined],
  ])('%s on %s: %s', (body, day, people) => {
    expect(sizeOn(rolls, body, day)?.size).toBe(people);
  });

  it.each<[string, { body?: string; heldOn: string; due: number }, unknown[]]>([
    ['as many as on the roll', { heldOn: '2025-01-10', due: 46 }, []],
    ['one fewer', { heldOn: '2025-01-10', due: 45 }, [{ size: 46, from: '2025-01-10' }]],
    ['one more', { heldOn: '2025-01-10', due: 47 }, [{ size: 46, from: '2025-01-10' }]],
    ['as many as on the roll before', { heldOn: '2025-01-09', due: 43 }, []],
    ['before any roll', { heldOn: '2024-01-01', due: 3 }, []],
    ['a body without one', { body: 'members_assembly', heldOn: '2025-01-10', due: 3 }, []],
  ])('a vote of %s', (_, vote, facts) => {
    const problems = rollProblems(rolls, { body: ASSEMBLY, ...vote });
    expect(problems.map((each) => each.facts)).toEqual(facts);
    expect(problems.every(({ code, field }) => code === 'approvals.otherThanRoll' && field === 'due')).toBe(
      true,
    );
  });
});

describe('a size as it is typed', () => {
  const typed: BodySizeForm = {
    ...{ rolledBody: ASSEMBLY, rollSize: '45', rollFrom: '2025-01-10', rollPaper: '成员代表名册' },
  };
  const read = (form: Partial<BodySizeForm>) =>
    readBodySize({ ...typed, ...form }, { sizes: [size(1, 44, '2024-03-01')], today: '2025-01-10' });

  it('is read in whole people, full-width digits too', () => {
    expect(read({ rollSize: ' ４５ ' })).toEqual({
      read: { body: ASSEMBLY, size: 45, fromOn: '2025-01-10', paper: '成员代表名册' },
      problems: [],
    });
  });

  it.each<[string, Partial<BodySizeForm>, string[]]>([
    ['nothing', { rolledBody: '', rollSize: '', rollFrom: '', rollPaper: '' }, ['form.missing ×4']],
    ['a body that does not vote', { rolledBody: 'two_committees' }, ['form.notAllowed rolledBody']],
    ['nobody', { rollSize: '0' }, ['form.notACount rollSize']],
    ['half a person', { rollSize: '44.5' }, ['form.notACount rollSize']],
    ['a million', { rollSize: '1000000' }, ['form.notACount rollSize']],
    ['a day to come', { rollFrom: '2025-01-11' }, ['approvals.rollAhead rollFrom']],
    ['no day', { rollFrom: '2025-02-30' }, ['calendar.notADay rollFrom']],
    ['a long name', { rollPaper: '册'.repeat(101) }, ['form.tooLong rollPaper']],
    ['a telephone in it', { rollPaper: '找13800138000' }, ['form.privateNumber rollPaper']],
    ['what it is already', { rollSize: '44' }, ['approvals.rollSame rollSize']],
  ])('%s is refused', (_, form, codes) => {
    const { problems } = read(form);
    const told = problems.map(({ code, field }) => `${code} ${field}`);
    const missing = told.filter((each) => each.startsWith('form.missing'));
    expect(missing.length > 1 ? [`form.missing ×${String(missing.length)}`] : told).toEqual(codes);
  });
});
