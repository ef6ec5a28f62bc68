import { readStatedTax, type StatedTaxForm } from '../../../src/domain/shared/stated-tax';
import { type Sale, taxOfPeriod } from '../../../src/domain/income/tax-period';
import type { VatRule } from '../../../src/domain/income/vat';

const AMOUNT = 30_000_000n;
const RULE: VatRule = { percent: '1', threshold: AMOUNT, reached: 'exempt' };
const PLACE = { pool: 'other', assetId: 'hall', stream: 'rent', month: '2025-01' } as const;
const read = (form: StatedTaxForm) => readStatedTax(form, AMOUNT, []);
const saleOf = (form: StatedTaxForm): Sale => {
  const { basis, stated, gross } = read(form);
  return { ...PLACE, basis, stated, amount: gross };
};

describe('what a paper says of tax beside 300,000.00', () => {
  it.each<[rule: string, form: StatedTaxForm, told: unknown[]]>([
    ['nothing: it holds whatever is owed', {}, ['inclusive', undefined, AMOUNT]],
    ['that it is in it, without a rate', { taxBasis: 'inclusive' }, ['inclusive', undefined, AMOUNT]],
    ['1 % in it', { taxBasis: 'inclusive', taxPercent: '1' }, ['inclusive', 297_030n, AMOUNT]],
    ['1 % on top', { taxBasis: 'net', taxPercent: '1%' }, ['net', 300_000n, AMOUNT + 300_000n]],
    ['0 % in it, which is none', { taxBasis: 'inclusive', taxPercent: '0' }, ['net', undefined, AMOUNT]],
    ['0 % without saying where', { taxPercent: '0.00%', taxAmount: '0' }, ['net', undefined, AMOUNT]],
    ['0 % on top', { taxBasis: 'net', taxPercent: '0' }, ['net', undefined, AMOUNT]],
    ['0 % and a fen of tax', { taxPercent: '0', taxAmount: '0.01' }, ['inclusive', 1n, AMOUNT]],
  ])('%s', (_rule, form, told) => {
    const { basis, stated, gross } = read(form);
    expect([basis, stated, gross]).toEqual(told);
  });

  it('counts whole against the threshold at 0 %, and without its tax where it holds any', () => {
    const fen: Sale = { ...PLACE, basis: 'net', stated: undefined, amount: 1n };
    const told = (form: StatedTaxForm, more: Sale[] = []) => {
      const { sales, isTaxed } = taxOfPeriod([saleOf(form), ...more], RULE);
      return [sales, isTaxed];
    };
    expect(told({ taxPercent: '0' })).toEqual([AMOUNT, false]);
    expect(told({ taxPercent: '0' }, [fen])).toEqual([AMOUNT + 1n, true]);
    expect(told({ taxBasis: 'inclusive' }, [fen])).toEqual([29_702_971n, false]);
  });
});
