import { renderToString } from 'preact-render-to-string';
import { Reversals, type VoucherCorrections } from '../../src/features/ledger/voucher-corrections.pages';

const REVERSED: VoucherCorrections = {
  reversedBy: { number: '记-0032', href: '/v/r' },
  anewHref: '/v/x/anew',
  isShort: [],
};
const linksOf = (voucher: VoucherCorrections): string[] =>
  [...renderToString(<Reversals voucher={voucher} />).matchAll(/href="([^"]*)"/g)].map(
    ([, href = '']) => href,
  );

describe('what is told of a reversed voucher', () => {
  it('is where its fact is entered anew, of an earlier year also by the form for those', () => {
    expect(linksOf(REVERSED)).toEqual(['/v/r', '/v/x/anew']);
    const earlier = { ...REVERSED, anewOf: 2024, anewElsewhereHref: '/v/year-end/correction?corrects=x' };
    expect(linksOf(earlier)).toEqual(['/v/r', '/v/x/anew', '/v/year-end/correction?corrects=x']);
  });

  it('is what was typed as new in its place within its own year, and no way to do so again', () => {
    const { reversedBy, isShort } = REVERSED;
    const putRightBy = { number: '2024年记-0033', href: '/v/n' };
    expect(linksOf({ reversedBy, isShort, putRightBy })).toEqual(['/v/r', '/v/n']);
  });

  it('is nothing of that where nobody enters it by hand', () => {
    const { reversedBy, isShort } = REVERSED;
    expect(linksOf({ reversedBy, isShort })).toEqual(['/v/r']);
  });
});
