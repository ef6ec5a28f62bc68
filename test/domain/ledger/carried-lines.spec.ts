import { carriedNames, underNewNames } from '../../../src/domain/ledger/carried-lines';

const lines = (...codes: string[]) =>
  codes.map((ledgerAccount, index) => ({ lineNumber: index + 1, ledgerAccount }));

describe('the names of accounts through a change of the chart', () => {
  const out = lines('112', '202', '202', '211');
  const into = lines('112', '211', '211', '212');

  it('are those its two vouchers give, line by line', () => {
    expect([...carriedNames(out, into)]).toEqual([
      ['112', '112'],
      ['202', '211'],
      ['211', '212'],
    ]);
  });

  it('leave out a line that has none on the other side', () => {
    expect([...carriedNames(out, into.slice(0, 3))].map(([old]) => old)).toEqual(['112', '202']);
    expect([...carriedNames(out.slice(0, 1), into)].map(([old]) => old)).toEqual(['112']);
  });

  it.each<{ account: string; found: string[] }>([
    { account: '211', found: ['211 of 202', '211 of 202'] },
    { account: '212', found: ['212 of 211'] },
    { account: '21', found: ['211 of 202', '211 of 202', '212 of 211'] },
    { account: '202', found: [] },
  ])('tell what stands on $account now by what it was called', ({ account, found }) => {
    const before = out.map((line) => ({ ...line, was: line.ledgerAccount }));
    const now = underNewNames(before, carriedNames(out, into), account);
    expect(now.map((line) => `${line.ledgerAccount} of ${line.was}`)).toEqual(found);
  });

  it('leave out an account that stood at nothing when the chart changed', () => {
    expect(underNewNames(lines('221'), carriedNames(out, into), '2')).toEqual([]);
  });
});
