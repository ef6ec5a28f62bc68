import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor';
import { type AccessLine, accessRefusal, type Place } from './access';
import { ACCESS } from './access-table';
import { RegionTree } from './region-tree.service';

/** Whether the person who looks may follow a link. */
export type MayOpen = (href: string) => boolean;

/** Which pages a person may open, by the one table of routes: no page draws a link that would be refused. */
@Injectable()
export class LinksService {
  constructor(private readonly tree: RegionTree) {}

  /** Tells the links within a collective's pages. @throws DomainError `collective.unknown` */
  async openerFor(actor: Actor, collectiveId: string): Promise<MayOpen> {
    const ancestorIds = await this.tree.listAncestorIds(collectiveId);
    return (href) => {
      const found = findPage(href);
      if (found === undefined) return false;
      const isHere = found.collectiveId === collectiveId;
      const place = { collectiveId: found.collectiveId, ancestorIds: isHere ? ancestorIds : [] };
      return accessRefusal(found.line, actor, place) === undefined;
    };
  }
}

/** The pages of the table, those that name a word before those that take any there. */
const PAGES = linesOf('GET');
const POSTS = linesOf('POST');

interface RoutedLine {
  readonly parts: readonly string[];
  readonly line: AccessLine;
}

function linesOf(method: 'GET' | 'POST'): readonly RoutedLine[] {
  return Object.entries(ACCESS)
    .filter(([route]) => route.startsWith(`${method} `))
    .map(([route, line]) => ({ parts: route.slice(method.length + 1).split('/'), line }))
    .sort((one, other) => openPlaces(one.parts) - openPlaces(other.parts));
}

/** Tells which forms of the pages of a place somebody may post; of another place it says nothing. */
export function posterFor(actor: Actor, place: Place | undefined): (action: string) => boolean {
  return (action) => {
    const found = findPage(action, POSTS);
    if (found === undefined) return true;
    const isHere = found.line.scope === undefined || found.collectiveId === place?.collectiveId;
    return !isHere || accessRefusal(found.line, actor, place) === undefined;
  };
}

function openPlaces(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith(':')).length;
}

/** The line of the page an address leads to, and the collective it names; undefined where there is none. */
function findPage(
  href: string,
  lines = PAGES,
): { readonly line: AccessLine; readonly collectiveId: string } | undefined {
  const [path = ''] = href.split(/[?#]/);
  const given = path.split('/');
  const page = lines.find(
    ({ parts }) =>
      parts.length === given.length &&
      parts.every((part, index) => part.startsWith(':') || part === given[index]),
  );
  if (page === undefined) return undefined;
  return { line: page.line, collectiveId: given[page.parts.indexOf(':collectiveId')] ?? '' };
}
