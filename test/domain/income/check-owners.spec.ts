import { checkOwners, type SentPart, type TakenSlip } from '../../../src/domain/income/check-owners';
import { Findings } from '../../../src/domain/ledger/check-pass';

const PART: SentPart = {
  ...{ slipId: 's1', ownerId: 'east', owner: 'East', month: '2025-01', ownerEntryId: 'e1', isNoted: true },
  line: { energyKwh: 400n, energyFee: 16_000n, subsidy: 14_000n },
};
const TAKEN: TakenSlip = { ...PART, entryId: 'e1' };
const NOT_NOTED: SentPart = { ...PART, isNoted: false, ownerEntryId: null };

const GIVEN_BACK: SentPart = { ...NOT_NOTED, isGivenBack: true };

describe('a keeper’s parts and what his owners’ books have', () => {
  it.each<[rule: string, sent: SentPart[], taken: TakenSlip[], kept: string[]]>([
    ['hold where both say the same', [PART], [TAKEN], []],
    ['hold where a part is still on its way', [NOT_NOTED], [], []],
    ['hold where a part arrived and is not noted yet', [NOT_NOTED], [TAKEN], []],
    [
      'hold where nothing was generated',
      [{ ...PART, ownerEntryId: null }],
      [{ ...TAKEN, entryId: null }],
      [],
    ],
    [
      'hold where a part without a voucher was given back: its row cannot be reversed',
      [GIVEN_BACK],
      [{ ...TAKEN, entryId: null }],
      [],
    ],
    [
      'break where a part that was given back stands with a voucher',
      [GIVEN_BACK],
      [TAKEN],
      ['East 0 30000 0 400'],
    ],
    ['break where a noted part is not there', [PART], [], ['East 30000 0 400 0']],
    ['break where it is there twice', [PART], [TAKEN, TAKEN], ['East 30000 60000 400 800']],
    ['break where nobody sent it', [], [TAKEN], [' 0 30000 0 400']],
    [
      'break where another owner has it',
      [PART],
      [{ ...TAKEN, ownerId: 'west' }],
      ['East 30000 0 400 0', ' 0 30000 0 400'],
    ],
    [
      'break by a voucher that is another',
      [PART],
      [{ ...TAKEN, entryId: 'e2' }],
      ['East 30000 30000 400 400'],
    ],
    ...(['energyKwh', 'energyFee', 'subsidy'] as const).map(
      (field): [string, SentPart[], TakenSlip[], string[]] => {
        const line = { ...TAKEN.line, [field]: TAKEN.line[field] + 1n };
        const fen = field === 'energyKwh' ? '30000' : '30001';
        const kwh = field === 'energyKwh' ? '401' : '400';
        return [`break by one of ${field}`, [PART], [{ ...TAKEN, line }], [`East 30000 ${fen} 400 ${kwh}`]];
      },
    ),
    [
      'break by one fen before it is noted',
      [NOT_NOTED],
      [{ ...TAKEN, line: { ...TAKEN.line, subsidy: 13_999n } }],
      ['East 30000 29999 400 400'],
    ],
  ])('%s', (_rule, sent, taken, kept) => {
    const findings = new Findings('owners');
    checkOwners(sent, taken, findings);
    expect(
      findings.breaks.map(({ facts }) =>
        [facts['owner'], facts['keptFen'], facts['foundFen'], facts['keptKwh'], facts['foundKwh']].join(' '),
      ),
    ).toEqual(kept);
    expect(
      findings.breaks.every(({ code, at }) => code === 'check.ownersPart' && at.month === '2025-01'),
    ).toBe(true);
    expect(findings.looked).toBe(sent.length);
  });
});
