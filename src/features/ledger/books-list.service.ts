import { Injectable } from '@nestjs/common';
import { BOOKS_LIST } from '../../glossary/books-list';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { BooksPageProps } from './books.pages';

/** The page that lists a village's books. */
@Injectable()
export class BooksListService {
  constructor(private readonly desk: OfficeDesk) {}

  async pageOf(visit: PageVisit, collectiveId: string): Promise<BooksPageProps> {
    const { home } = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      groups: BOOKS_LIST.map(({ label, items }) => ({
        label,
        items: items.map(([path, name, says]) => ({
          href: path.startsWith('/offices/') ? path.replace(':id', collectiveId) : `${home}${path}`,
          label: name,
          says,
        })),
      })),
    };
  }
}
