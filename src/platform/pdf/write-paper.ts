import type { EmbeddedFont } from './embedded-font';
import { HEIGHT, type PageContent, short, WIDTH } from './page-content';
import { momentOf, PdfFile, reference, textOf } from './pdf-file';
import type { TagTree } from './tag-tree';

/**
 * What a finished sheet says about itself. The time is the sheet's own, not the clock's: same facts, same
 * bytes.
 */
export interface WrittenInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: Date;
}

/** What was drawn: pages, what their parts are, and the fonts they are set in. */
interface DrawnPaper {
  readonly pages: readonly PageContent[];
  readonly tags: TagTree;
  readonly fonts: readonly EmbeddedFont[];
  readonly info: WrittenInfo;
}

/** The bytes of a drawn paper; only fonts that are used go in. */
export function writePaper({ pages: drawn, tags, fonts, info }: DrawnPaper): Buffer {
  const file = new PdfFile();
  const pages = drawn.map(() => file.reserve());
  const above = file.reserve();
  const contents = drawn.map((page) => file.data('', page.end()));
  const used = new Set(drawn.flatMap((page) => [...page.fonts]));
  const named = fonts
    .filter(({ resourceName }) => used.has(resourceName))
    .map((font) => `/${font.resourceName} ${reference(font.write(file))}`);
  const resources = file.tell(`<</Font<<${named.join('')}>>>>`);
  pages.forEach((page, place) => {
    const size = `/MediaBox[0 0 ${short(WIDTH)} ${short(HEIGHT)}]/Resources ${reference(resources)}`;
    const rest = `/Contents ${reference(contents[place] ?? 0)}/StructParents ${String(place)}/Tabs/S`;
    file.tell(`<</Type/Page/Parent ${reference(above)}${size}${rest}>>`, page);
  });
  const kids = pages.map(reference).join(' ');
  file.tell(`<</Type/Pages/Count ${String(pages.length)}/Kids[${kids}]>>`, above);
  const root = file.tell(
    `<</Type/Catalog/Pages ${reference(above)}/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>` +
      `/Metadata ${reference(metadataOf(file, info.title))}${tags.write(file, pages)}>>`,
  );
  return file.end({ root, info: infoOf(file, info) });
}

function infoOf(file: PdfFile, { title, author, subject, createdAt }: WrittenInfo): number {
  return file.tell(
    `<</Title ${textOf(title)}/Author ${textOf(author)}/Subject ${textOf(subject)}` +
      `/Creator(Village Ledger)/CreationDate${momentOf(createdAt)}>>`,
  );
}

/** What programs that sort files read of it, in its own right. */
function metadataOf(file: PdfFile, title: string): number {
  const escaped = title.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const xmp =
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title>` +
    '<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>' +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>';
  return file.data('/Type/Metadata/Subtype/XML', Buffer.from(xmp), true);
}
