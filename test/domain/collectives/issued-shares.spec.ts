import { issuedOn, readIssued } from '../../../src/domain/collectives/issued-shares';

const FORM = { issuedFrom: '2025-01-01', issuedShares: '3000', issuedPaper: 'resolution 3' };
const GROUND = { told: [], uses: [], today: '2025-07-20' };
const issue = (number: number, fromDay: string, hundredths: number) => ({ number, fromDay, hundredths });

describe('how many shares there are', () => {
  it('is what began last by the day, and of one day what was said last', () => {
    const told = [issue(1, '2025-01-01', 300), issue(2, '2024-01-01', 200), issue(3, '2025-01-01', 400)];
    const on = (day: string): number | undefined => issuedOn(told, day)?.hundredths;
    expect([on('2023-12-31'), on('2024-01-01'), on('2024-12-31'), on('2025-01-01')]).toEqual([
      ...[undefined, 200, 200, 400],
    ]);
  });

  it.each<[typed: string, hundredths: number, codes: string[]]>([
    ['3000', 300_000, []],
    ['3000.5', 300_050, []],
    ['３０００', 300_000, []],
    ['3,000.00', 300_000, []],
    ['30,00', 0, ['form.notAQuantity issuedShares']],
    ['20000000', 2_000_000_000, []],
    ['20000000.01', 0, ['form.notAQuantity issuedShares']],
    ['0', 0, ['form.notPositive issuedShares']],
    ['3000.555', 0, ['form.notAQuantity issuedShares']],
    ['-1', 0, ['form.notAQuantity issuedShares']],
    ['', 0, ['form.missing issuedShares']],
  ])('is typed as %p', (issuedShares, hundredths, codes) => {
    const { issued, problems } = readIssued({ ...FORM, issuedShares }, GROUND);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
    expect(issued.hundredths).toBe(hundredths);
  });

  it.each<[what: string, wish: object, ground: object, codes: string[]]>([
    ['today', { issuedFrom: '2025-07-20' }, {}, []],
    ['tomorrow', { issuedFrom: '2025-07-21' }, {}, ['person.dayAhead issuedFrom']],
    ['no day', { issuedFrom: '2025-02-30' }, {}, ['calendar.notADay issuedFrom']],
    ['without a paper', { issuedPaper: ' ' }, {}, ['form.missing issuedPaper']],
    ['a dividend by an earlier roll', {}, { uses: [{ number: 1, rollOn: '2024-12-31' }] }, []],
    [
      'a dividend by the roll of that day',
      {},
      { uses: [{ number: 1, rollOn: '2025-01-01' }] },
      ['shareRoll.rollUsed issuedFrom'],
    ],
    [
      'as many as before',
      {},
      { told: [issue(1, '2024-01-01', 300_000)] },
      ['shareRoll.issuedAlready issuedShares'],
    ],
    ['as many as another day said later', {}, { told: [issue(1, '2025-01-02', 300_000)] }, []],
  ])('is held against the rest: %s', (_what, wish, ground, codes) => {
    const { problems } = readIssued({ ...FORM, ...wish }, { ...GROUND, ...ground });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});
