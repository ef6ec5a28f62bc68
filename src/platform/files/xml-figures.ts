/** Signs that no text has, but for its blanks: whatever holds them is no text. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}(?<![\x7f-\x9f])/u;
const PART = /<!--(?:(?!--)[^])*-->|<!\[CDATA\[(?:(?!\]\]>)[^])*\]\]>|<\?(?:(?!\?>)[^])*\?>|<[^<>]*>|[^<]+/y;
const TAG = /^<(\/?)([\w.:\-\u0080-\u00ff]+)(?:\s[^]*?)?(\/?)>$/;

/** What a browser or a desk would run or draw as a page. */
const PAGES = /^(?:html|script|svg|iframe|object|embed|stylesheet|transform)$/i;
const DRAWN = /www\.w3\.org\/(?:1999\/(?:xhtml|xsl)|2000\/svg)|xml-stylesheet|<!(?:doctype|entity)/i;

/**
 * Whether bytes are figures that are written for programs, from their first to their last: XML, XBRL among
 * it, with one root that ends them, and neither a page nor a drawing nor a script.
 * @param text the bytes, each as a sign; letters of other scripts hold none of the signs of XML
 */
export function isXmlFigures(text: string): boolean {
  const body = text.replace(/^\u00ef\u00bb\u00bf/, '').trim();
  if (NO_TEXT.test(body) || DRAWN.test(body)) return false;
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < body.length) {
    PART.lastIndex = at;
    const [part = ''] = PART.exec(body) ?? [];
    if (part === '') return false;
    at += part.length;
    if (/^<[!?]/.test(part)) continue;
    if (part.startsWith('<') && open.length === 0) roots += 1;
    if (!(part.startsWith('<') ? takesTag(part, open) : open.length > 0 || part.trim() === '')) return false;
  }
  return roots === 1 && open.length === 0;
}

/** Whether a tag may stand where these are open; it opens one or closes the last. */
function takesTag(part: string, open: string[]): boolean {
  const [, closes, name = '', isWhole] = TAG.exec(part) ?? [];
  if (name === '' || PAGES.test(name.slice(name.indexOf(':') + 1))) return false;
  if (closes === '/') return open.pop() === name;
  if (isWhole !== '/') open.push(name);
  return true;
}
