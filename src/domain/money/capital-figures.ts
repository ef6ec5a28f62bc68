import type { Fen } from './fen';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];

/**
 * An amount in the capital figures of vouchers and pay lists: 8,007.27 is 捌仟零柒元贰角柒分,
 * 78,712.00 is 柒万捌仟柒佰壹拾贰元整. Whole amounts end in 整, a missing jiao before fen is 零.
 * Source: the customary writing of 正确填写票据和结算凭证的基本规定.
 */
export function capitalFigures(fen: Fen): string {
  const sign = fen < 0n ? '负' : '';
  const magnitude = fen < 0n ? -fen : fen;
  const yuan = magnitude / 100n;
  const jiao = Number((magnitude / 10n) % 10n);
  const cents = Number(magnitude % 10n);
  const whole = yuan === 0n ? '' : `${wholeFigures(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${sign}${whole === '' ? '零元' : whole}整`;
  const jiaoText = jiao > 0 ? `${DIGITS[jiao] ?? ''}角` : whole === '' ? '' : '零';
  const centsText = cents > 0 ? `${DIGITS[cents] ?? ''}分` : '整';
  return `${sign}${whole}${jiaoText}${centsText}`;
}

/** Digits in groups of four: 万 after the second and the fourth group from the right, 亿 after the third. */
function wholeFigures(yuan: bigint): string {
  const digits = yuan.toString();
  let text = '';
  let zeroPending = false;
  let groupHasDigit = false;
  for (let index = 0; index < digits.length; index += 1) {
    const place = digits.length - 1 - index;
    const digit = Number(digits[index]);
    if (digit === 0) zeroPending = text !== '';
    else {
      text += `${zeroPending ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[place % 4] ?? ''}`;
      zeroPending = false;
      groupHasDigit = true;
    }
    if (place % 4 === 0) {
      text += groupSign(place, groupHasDigit);
      groupHasDigit = false;
    }
  }
  return text;
}

/** 亿 closes everything above it, be its own group empty: one trillion is 壹万亿. */
function groupSign(place: number, groupHasDigit: boolean): string {
  if (place === 8) return '亿';
  return place > 0 && groupHasDigit ? '万' : '';
}
