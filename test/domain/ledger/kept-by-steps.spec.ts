import type { Pool } from '../../../src/domain/ledger/journal-entry';
import {
  keptByStepProblems,
  keptTakenBreaks,
  type OwedBySource,
  partiesAsked,
} from '../../../src/domain/ledger/kept-by-steps';
import { FULL, line } from './entries.fixture';

/** What stands as `112 mill settlement 10`, a debt below zero; income by its stream where it says `+`. */
const stands = (texts: readonly string[]): OwedBySource[] =>
  texts.map((text) => {
    const [account = '', party = '', kind = '', amount = '', pool = 'other'] = text.split(' ');
    const named = party === '-' ? {} : { counterparty: party };
    const [ofIncome, sourceKind] = [kind.startsWith('+'), kind.replace('+', '')];
    return {
      ...{ ledgerAccount: account, pool: pool as Pool, amount: BigInt(amount), ...named },
      ...{ ofIncome, sourceKind },
    };
  });
/** A hand's lines as `112 mill -5`. */
const written = (lines: string, pool: Pool = 'other') =>
  lines.split(', ').map((text) => {
    const [account = '', party = '', amount = ''] = text.split(' ');
    const counterparty = party === '-' ? {} : { counterparty: party };
    return { ...line(account, BigInt(amount)), pool, ...counterparty };
  });

describe('what a step keeps', () => {
  const told = (lines: string, standing: readonly string[], pool?: Pool) =>
    keptByStepProblems(written(lines, pool), stands(standing), FULL).map(({ code, field, facts = {} }) => [
      ...[code.replace('voucher.', ''), field.split('.')[1]],
      ...[facts['kept'], facts['free'], facts['taken'], facts['page']],
    ]);
  const RENT = ['112 mill +incomeDue 27', '112 mill +receipt -7', '112 mill manual 3'];
  const HELD = ['211 mill leaseDeposit -30', '211 mill receipt 10', '211 mill manual -5'];

  it.each<[what: string, lines: string, standing: readonly string[], found: unknown[]]>([
    ['rent that stands in the register', '102 - 1, 112 mill -1', ['112 mill +incomeDue 27'], [0n, 1n]],
    ['what was written beside it', '102 - 3, 112 mill -3', RENT, []],
    ['a fen more than that', '102 - 4, 112 mill -4', RENT, [3n, 4n]],
    ['a debt that another takes over', '112 li 4, 112 mill -4', RENT, [3n, 4n]],
    [
      'rent of another name that owes nothing, while rent is waited for',
      '102 - 1, 112 li -1',
      RENT,
      [0n, 1n],
    ],
    [
      'the same where all of it came',
      '102 - 1, 112 li -1',
      ['112 mill +incomeDue 7', '112 mill +receipt -7'],
      [],
    ],
    ['what another was owed by hand', '102 - 2, 112 li -2', [...RENT, '112 li manual 2'], []],
    ['rent that was taken over with the opening', '102 - 1, 112 mill -1', ['112 mill +opening 9'], [0n, 1n]],
    [
      'what the opening has without saying what income it is',
      '102 - 9, 112 mill -9',
      ['112 mill opening 9'],
      [],
    ],
    ['more rent, written beside', '112 mill 5, 501 - -5', RENT, []],
    ['what one account takes and gives of one name', '112 mill -5, 112 mill 5', RENT, []],
    ['a deposit that is held', '211 mill 6, 102 - -6', HELD, [5n, 6n]],
    ['what was written beside the deposit', '211 mill 5, 102 - -5', HELD, []],
    [
      'a deposit that went back',
      '211 mill 1, 102 - -1',
      ['211 mill leaseDeposit 0', '211 mill manual -1'],
      [],
    ],
    ['what a step paid too much, got back', '102 - 5, 211 mill -5', ['211 mill costPayment 5'], []],
    ['a grant, which a hand pays', '211 - 5, 102 - -5', ['211 - grant -5'], []],
    ['a cost that is owed', '211 mill 5, 102 - -5', ['211 mill deduction -5'], [0n, 5n]],
    ['a share of members', '113 li 5, 102 - -5', ['113 li memberShares -5'], [0n, 5n]],
    ['what a member owes', '102 - 5, 113 li -5', ['113 li manual 5'], []],
  ])('%s', (_what, lines, standing, found) => {
    const all = told(lines, standing);
    if (found.length === 0) expect(all).toEqual([]);
    else
      expect(all.map(([code, , , free, taken]) => [code, free, taken])).toEqual([['keptByStep', ...found]]);
  });

  it('is told by line and page, and of its own pool alone', () => {
    expect(told('102 - 4, 112 mill -4', RENT)).toEqual([['keptByStep', '1', 20n, 3n, 4n, 'receipts']]);
    expect(told('211 mill 6, 102 - -6', HELD)).toEqual([['keptByStep', '0', 20n, 5n, 6n, 'deposits']]);
    expect(told('102 - 4, 112 mill -4', RENT, 'members')).toEqual([]);
  });

  it('keeps a deposit apart from rent paid ahead, which another asset’s rent took', () => {
    const [used = stands([])[0]] = stands(['211 mill receipt 10']);
    const standing = [...stands(['211 mill leaseDeposit -30', '211 mill opening -10']), used].flatMap(
      (each) => (each === undefined ? [] : [each === used ? { ...each, assetId: 'mill-hall' } : each]),
    );
    const [problem] = keptByStepProblems(written('211 mill 1, 102 - -1'), standing, FULL);
    expect(problem?.facts).toMatchObject({ kept: 30n, free: 0n, taken: 1n, page: 'deposits' });
  });

  it.each<[what: string, lines: string, main: string, asked: string[] | undefined]>([
    ['whom the lines name, each once', '211 li 1, 211 mill 2, 211 li 3, 102 - -6', '211', ['li', 'mill']],
    ['everybody where a line names nobody', '211 li 1, 211 - 2, 102 - -3', '211', undefined],
    ['everybody of income that is waited for', '102 - 1, 112 li -1', '112', undefined],
    ['nobody where no line is there', '102 - 1, 112 li -1', '211', []],
  ])('is asked of %s', (_what, lines, main, asked) => {
    expect(partiesAsked(written(lines), main, FULL)).toEqual(asked);
  });

  const short = (main: string, standing: readonly string[]) =>
    keptTakenBreaks(stands(standing), main, FULL).map(({ code, at, facts }) =>
      [code, at.ledgerAccount, at.pool, facts['counterparty'], facts['foundFen'], facts['keptFen']].join(' '),
    );

  it.each<[what: string, main: string, standing: readonly string[], found: string[]]>([
    ['stands whole', '112', RENT, []],
    ['and what is beside it was taken', '112', [...RENT, '112 mill imported -3'], []],
    ['a fen of it, too', '112', [...RENT, '112 mill imported -4'], ['check.keptTaken 112 other mill 19 20']],
    [
      'a deposit of which a fen is gone',
      '211',
      [...HELD, '211 mill manual 6'],
      ['check.keptTaken 211 other mill 19 20'],
    ],
    ['a deposit with all beside it gone', '211', [...HELD, '211 mill manual 5'], []],
    ['what a notice cut of an owner’s part', '113', ['113 li jointPart -9', '113 li subsidyCut 9'], []],
    ['what went back and more', '211', ['211 mill leaseDeposit 0', '211 mill manual 1'], []],
  ])('%s: the check says so', (_what, main, standing, found) => {
    expect(short(main, standing)).toEqual(found);
  });
});
