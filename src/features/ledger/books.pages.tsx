import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** One book, report or tool with a sentence that says what it is for. */
export interface BooksItem {
  readonly label: string;
  readonly href: string;
  readonly says: string;
}

/** The books of a village, in groups. */
export interface BooksPageProps {
  readonly frame: OfficeFrameProps;
  readonly groups: readonly { readonly label: string; readonly items: readonly BooksItem[] }[];
}

/** 账簿: the calm list of every book, report and tool. */
export function BooksPage(page: BooksPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide books">
        <h1>账簿</h1>
        <div class="books-groups">
          {page.groups.map((group) => (
            <section>
              <h2>{group.label}</h2>
              <dl>
                {group.items.map((item) => (
                  <div>
                    <dt>
                      <a href={item.href}>{item.label}</a>
                    </dt>
                    <dd>{item.says}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </OfficeFrame>
  );
}
