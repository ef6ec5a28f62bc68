import {
  bearerIn,
  borneTax,
  keptTaxOf,
  keptTaxProblem,
  type KeptTaxRows,
  ownersTax,
  readTaxBearer,
  type SlipsTax,
  splitTax,
  taxAgrees,
} from '../../../src/domain/income/kept-tax';
import { checkOwners, type SentPart, type TakenSlip } from '../../../src/domain/income/check-owners';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { DomainError } from '../../../src/domain/shared/domain-error';

const ROWS = [
  { key: '01', label: 'One', share: '30%', owner: 'East' },
  { key: '02', label: 'Two', share: '20%', owner: 'West' },
  { key: '03', label: 'Three', share: '10%', owner: 'East' },
  { key: '04', label: 'Four', share: '40%', owner: 'Beyond' },
];
const line = (energyFee: bigint) => ({ energyKwh: 0n, energyFee, subsidy: 0n, oddFen: false });
const SPLIT = {
  parts: [
    { owner: 'East', line: line(4_000n) },
    { owner: 'West', line: line(2_000n) },
    { owner: 'Beyond', line: line(4_000n) },
  ],
  released: [],
};
const NOTHING = { whole: 0n, given: new Map<string, bigint>() };

describe('whose the tax of a kept station is', () => {
  const FORM = { bearerFrom: '2026-01-01', taxBearer: 'owners', bearerPaper: 'Agreement 3' };
  it.each([
    [FORM, []],
    [{ ...FORM, taxBearer: 'keeper' }, []],
    [{ ...FORM, taxBearer: '' }, ['taxBearer form.notAllowed']],
    [{ ...FORM, bearerFrom: '2026-01-02' }, ['bearerFrom tariff.notFirstDay']],
    [{ ...FORM, bearerPaper: ' ' }, ['bearerPaper form.missing']],
    [{ ...FORM, bearerPaper: '110101199003074477' }, ['bearerPaper form.privateNumber']],
  ])('is read from what is typed: %j', (form, codes) => {
    expect(readTaxBearer(form).problems.map(({ field, code }) => `${field} ${code}`)).toEqual(codes);
  });

  const dated = [
    { validFrom: '2026-01-01', bearer: 'keeper' as const, paper: '' },
    { validFrom: '2026-01-01', bearer: 'owners' as const, paper: '' },
    { validFrom: '2026-05-01', bearer: 'keeper' as const, paper: '' },
  ];
  it.each([
    ['2025-12', undefined],
    ['2026-01', 'owners'],
    ['2026-04', 'owners'],
    ['2026-05', 'keeper'],
  ])('is the latest said that has begun: %s %s', (month, bearer) => {
    expect(bearerIn(dated, month)).toBe(bearer);
  });

  const charged = { charged: 300n, keptBack: undefined, owed: 10_300n };
  it.each([
    [undefined, undefined, undefined],
    [{ charged: undefined, keptBack: undefined, owed: 1n }, undefined, undefined],
    [{ charged: 0n, keptBack: undefined, owed: 1n }, undefined, undefined],
    [charged, 'owners' as const, undefined],
    [charged, undefined, 'settlement.taxBearerUnknown'],
    [charged, 'keeper' as const, undefined],
  ])('is held against what a slip prints: %j %s %s', (tax, bearer, code) => {
    expect(keptTaxProblem(tax, bearer)?.code).toBe(code);
  });
});

describe('the tax of a kept station’s slip', () => {
  const split = (tax: bigint, before = NOTHING, of = SPLIT) =>
    splitTax({ way: 'charged', bearer: 'owners', tax }, before, { rows: ROWS, split: of }).map(
      (part) => `${part.owner} ${String(part.tax)}`,
    );

  it('is nobody’s where the slip prints none', () => {
    expect(splitTax(undefined, NOTHING, { rows: ROWS, split: SPLIT })).toEqual([]);
  });

  it.each([
    ['by the shares', 300n, NOTHING, ['East 120', 'West 60', 'Beyond 120']],
    ['an odd fen to the largest remainder', 301n, NOTHING, ['East 120', 'West 60', 'Beyond 121']],
    ['less than a fen to each all the same', 1n, NOTHING, ['Beyond 1']],
    [
      'by the running total',
      3n,
      {
        whole: 2n,
        given: new Map([
          ['East', 1n],
          ['Beyond', 1n],
        ]),
      },
      ['East 1', 'West 1', 'Beyond 1'],
    ],
    [
      'none of it to who has had more than his part',
      10n,
      { whole: 0n, given: new Map([['West', 5n]]) },
      ['East 5', 'Beyond 5'],
    ],
  ])('is split %s', (_rule, tax, before, parts) => {
    expect(split(tax, before)).toEqual(parts);
  });

  it('is what the keeper owes each where he bears what is kept back, and nobody’s where it comes', () => {
    const of = { rows: ROWS, split: SPLIT };
    const borne: SlipsTax = { way: 'keptBack', bearer: 'keeper', tax: 301n };
    expect(splitTax(borne, NOTHING, of).map(({ tax }) => tax)).toEqual([120n, 60n, 121n]);
    expect(splitTax({ ...borne, way: 'charged' }, NOTHING, of)).toEqual([]);
    expect([borneTax(borne), borneTax({ ...borne, way: 'charged' })]).toEqual([
      { charged: 0n, keptBack: 301n },
      { charged: 301n, keptBack: 0n },
    ]);
    expect([borneTax({ ...borne, bearer: 'owners' }), borneTax(undefined)]).toEqual([
      { charged: 0n, keptBack: 0n },
      { charged: 0n, keptBack: 0n },
    ]);
  });

  it('is refused where the fee waits, or an owner’s tax is above his fee of the slip itself', () => {
    const refusal = (of: Parameters<typeof splitTax>[2]['split']): string => {
      try {
        splitTax({ way: 'charged', bearer: 'owners', tax: 300n }, NOTHING, { rows: ROWS, split: of });
        return 'split';
      } catch (error) {
        return error instanceof DomainError ? error.code : String(error);
      }
    };
    const waits = { parts: SPLIT.parts.map((part) => ({ ...part, line: line(0n) })), released: [] };
    expect(refusal(waits)).toBe('joint.taxTooSmall');
    const earlier = { slipId: '1', stream: 'energyFee' as const, owner: 'West', holder: 'West' };
    expect(refusal({ ...SPLIT, released: [{ ...earlier, amount: 1_941n }] })).toBe('joint.taxTooSmall');
    expect(refusal({ ...SPLIT, released: [{ ...earlier, amount: 1_940n }] })).toBe('split');
  });

  it('stands on an owner’s own slip as on one of his own station', () => {
    expect(ownersTax(4_120n, undefined)).toEqual({ printed: 4_120n, tax: undefined });
    const basis = 'inclusive';
    expect(ownersTax(4_120n, { way: 'charged', tax: 120n })).toEqual({
      printed: 4_120n,
      tax: { basis, charged: 120n, keptBack: undefined, owed: 4_120n },
    });
    expect(ownersTax(4_000n, { way: 'keptBack', tax: 120n })).toEqual({
      printed: 4_120n,
      tax: { basis, charged: undefined, keptBack: 120n, owed: 4_000n },
    });
    expect(keptTaxOf({ charged: undefined, keptBack: 7n, owed: 0n })).toEqual({ way: 'keptBack', tax: 7n });
  });

  const KEPT: SlipsTax = { way: 'keptBack', bearer: 'owners', tax: 300n };
  const CHARGED: SlipsTax = { ...KEPT, way: 'charged' };
  const SOUND: KeptTaxRows = {
    ...{ kept: KEPT, isNet: false, printed: 10_300n, owed: 10_000n },
    parts: [120n, 60n, 120n],
  };
  it.each<[Partial<KeptTaxRows>, boolean]>([
    [{}, true],
    [{ parts: [120n, 60n, 119n] }, false],
    [{ owed: 10_001n }, false],
    [{ isNet: true, printed: 10_000n }, true],
    [{ kept: CHARGED }, false],
    [{ kept: CHARGED, owed: 10_300n }, true],
    [{ kept: CHARGED, isNet: true, owed: 10_600n }, true],
    [{ kept: undefined }, false],
    [{ kept: { ...KEPT, bearer: 'keeper' } }, false],
    [{ kept: { ...KEPT, bearer: 'keeper' }, owed: 10_300n }, true],
    [{ kept: { ...CHARGED, bearer: 'keeper' }, owed: 10_300n, parts: [] }, true],
    [{ kept: { ...CHARGED, bearer: 'keeper' }, owed: 10_300n }, false],
  ])('agrees with its parts and with what is paid: %j %s', (differs, agrees) => {
    expect(taxAgrees({ ...SOUND, ...differs })).toBe(agrees);
  });

  const LINE = { energyKwh: 400n, energyFee: 4_000n, subsidy: 0n };
  const SENT: SentPart = {
    ...{ slipId: '1', ownerId: 'e', owner: 'East', month: '2026-01', line: LINE },
    ...{ ownerEntryId: 'v', isNoted: true, tax: { way: 'keptBack', tax: 120n } },
  };
  const TAKEN: TakenSlip = {
    ...{ slipId: '1', ownerId: 'e', month: '2026-01', line: LINE, entryId: 'v' },
    tax: { way: 'keptBack', tax: 120n },
  };
  it.each<[TakenSlip['tax'], number]>([
    [TAKEN.tax, 0],
    ['opened', 0],
    [undefined, 1],
    [{ way: 'charged', tax: 120n }, 1],
    [{ way: 'keptBack', tax: 119n }, 1],
  ])('is the same in the owner’s books: %j %d', (tax, breaks) => {
    const findings = new Findings('owners');
    checkOwners([SENT], [{ ...TAKEN, tax }], findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(Array(breaks).fill('check.ownersTax'));
  });
});
