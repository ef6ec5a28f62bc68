import { deflateSync } from 'node:zlib';
import { pdfActs } from '../../../src/platform/files/pdf-acts';

/** A file that goes with a paper. */
const attached = (dictionary: string, bytes: Buffer): string =>
  `<</Type/Filespec/EF<</F 9 0 R>>>> endobj 9 0 obj<</Type/EmbeddedFile${dictionary}>>stream\r\n` +
  `${bytes.toString('latin1')}\nendstream`;

const FLATE = '/Filter/FlateDecode';
const BROKEN = deflateSync('<xbrl/>').subarray(3);

describe('what a paper does beside being read', () => {
  it.each([
    ['nothing', '<</Type/Catalog>>', 'none'],
    ['a link to a page, as programs that scan leave it', '/A<</S/URI/URI(http://localhost/)>>', 'none'],
    ['a jump to a page of its own', '/OpenAction<</S/GoTo/D[0]>>', 'none'],
    ['a jump into another file', '/OpenAction<</S/GoToR/F(x)>>', 'acts'],
    ['a jump into a file that is attached', '/OpenAction<</S/GoToE/F(x)>>', 'acts'],
    ['a form sent away', '/OpenAction<</S/Submit#46orm/F(x)>>', 'acts'],
    ['data taken from elsewhere', '/OpenAction<</S/ImportData/F(x)>>', 'acts'],
    ['a form that a program draws', '/AcroForm<</XFA 4 0 R>>', 'acts'],
    ['a film', '<</Subtype/RichMedia>>', 'acts'],
    ['a place for what is attached', '/Names<</EmbeddedFiles 5 0 R>>', 'none'],
    ['the figures of an invoice', attached('', Buffer.from('<?xml version="1.0"?><xbrl/>')), 'none'],
    ['the same packed, behind a mark', attached(FLATE, deflateSync('\ufeff<xbrl/>')), 'none'],
    ['an archive', attached('', Buffer.from('PK\u0003\u0004')), 'attaches'],
    ['a program, packed', attached(FLATE, deflateSync('MZ')), 'attaches'],
    [
      'figures beside an archive',
      attached('', Buffer.from('<a/>')) + attached('', Buffer.from('PK')),
      'attaches',
    ],
    ['a file that does not say it is one', '<</Type/Filespec/EF<</F 5 0 R>>>>', 'attaches'],
    ['figures that nobody can unpack', attached(FLATE, BROKEN), 'torn'],
    ['a file packed as digits', attached('/Filter/ASCIIHexDecode', Buffer.from('3c>')), 'packedOtherwise'],
  ])('%s', (_rule, inside, told) => {
    expect(pdfActs(Buffer.from(`%PDF-1.7\n1 0 obj${inside} endobj\n`, 'latin1'))).toBe(told);
  });
});
