/**
 * Full-width letters, digits, signs and blanks as an input method leaves them, brought to their usual width:
 * `１２．５` is `12.5`. Nothing else changes, so that `1²` does not become twelve.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
