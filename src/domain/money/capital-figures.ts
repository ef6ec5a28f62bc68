import type { Fen } from './fen';

/** Digits and places of a way to write figures in words. */
interface Figures {
  readonly digits: string;
  readonly places: readonly string[];
}

const CAPITAL: Figures = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] };
const SPOKEN: Figures = { digits: '零一二三四五六七八九', places: ['', '十', '百', '千'] };

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
  const whole = yuan === 0n ? '' : `${wholeFigures(yuan, CAPITAL)}元`;
  if (jiao === 0 && cents === 0) return `${sign}${whole === '' ? '零元' : whole}整`;
  const jiaoText = jiao > 0 ? `${CAPITAL.digits[jiao] ?? ''}角` : whole === '' ? '' : '零';
  const centsText = cents > 0 ? `${CAPITAL.digits[cents] ?? ''}分` : '整';
  return `${sign}${whole}${jiaoText}${centsText}`;
}

/**
 * An amount as it is read out: 37,344.43 is 三万七千三百四十四元四角三分, 8,007.05 is 八千零七元零五分, 12.00 is
 * 十二元. What is below zero is read without its sign: the sentence says which way it goes.
 */
export function spokenYuan(fen: Fen): string {
  const magnitude = fen < 0n ? -fen : fen;
  const yuan = magnitude / 100n;
  const jiao = Number((magnitude / 10n) % 10n);
  const cents = Number(magnitude % 10n);
  const whole = yuan === 0n ? '' : `${spokenNumber(yuan)}元`;
  const jiaoText = jiao > 0 ? `${SPOKEN.digits[jiao] ?? ''}角` : cents > 0 && whole !== '' ? '零' : '';
  const centsText = cents > 0 ? `${SPOKEN.digits[cents] ?? ''}分` : '';
  return magnitude === 0n ? '零元' : `${whole}${jiaoText}${centsText}`;
}

/** A whole number above zero as it is read out: 12 is 十二, 2,012 is 二千零一十二. */
export function spokenNumber(number: bigint): string {
  return wholeFigures(number, SPOKEN).replace(/^一十/, '十');
}

/** Digits read one by one, as in years and telephones: 2025 is 二零二五. What is no digit is a pause. */
export function spokenDigits(text: string): string {
  const read = text.replace(/\d/g, (digit) => SPOKEN.digits[Number(digit)] ?? '');
  return read.replace(/[^零一二三四五六七八九]+/g, '，').replace(/^，|，$/g, '');
}

/** Digits in groups of four: 万 after the second and the fourth group from the right, 亿 after the third. */
function wholeFigures(yuan: bigint, { digits: words, places }: Figures): string {
  const digits = yuan.toString();
  let text = '';
  let zeroPending = false;
  let groupHasDigit = false;
  for (let index = 0; index < digits.length; index += 1) {
    const place = digits.length - 1 - index;
    const digit = Number(digits[index]);
    if (digit === 0) zeroPending = text !== '';
    else {
      text += `${zeroPending ? '零' : ''}${words[digit] ?? ''}${places[place % 4] ?? ''}`;
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
