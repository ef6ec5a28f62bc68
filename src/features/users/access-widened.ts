import type { RoleName } from '../../platform/http/actor';
import type { AccessLine } from './access';

type Table = Readonly<Record<string, AccessLine>>;

/**
 * The table is written with four roles, as it began: who keeps books, who handles money, the township, the
 * county. Here each line says which of the others it is for, too.
 * - An agency's bookkeeper is in each village what its own is.
 * - Of a township with two people one reviews (looks, checks vouchers, accepts work), one approves (decides
 *   of plans, seals months, gives posts); who is `township` is both.
 * - The village's leader, its supervisors and an auditor look at what its bookkeeper and the township look
 *   at, an auditor of an office at the office's views, too; they change nothing, and open no number in full.
 * - A reporter sends in slips, scans and attendance, which others accept and book.
 */
export function widened(table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([route, line]) => [route, lineFor(route, line)]));
}

/** What is posted and changes nothing: names that are sought stand in no address. */
const READING_POSTS: ReadonlySet<string> = new Set([
  'POST /villages/:collectiveId/search',
  'POST /township/:collectiveId/search',
]);

/** What a reporter looks at, and sends in. */
const REPORTED: ReadonlySet<string> = new Set([
  'GET /villages/:collectiveId',
  'GET /villages/:collectiveId/months/:month',
  'GET /villages/:collectiveId/assets',
  'GET /villages/:collectiveId/assets/:id',
  'GET /villages/:collectiveId/assets/:id/card.pdf',
  'GET /villages/:collectiveId/posts',
  'GET /villages/:collectiveId/posts/:postId',
  'GET /villages/:collectiveId/attendance/:month',
  'POST /villages/:collectiveId/attendance/:month',
  'GET /villages/:collectiveId/files/:ownerKind/:ownerId',
  'POST /villages/:collectiveId/files/:ownerKind/:ownerId',
  'GET /villages/:collectiveId/kept-files/:fileId',
  'GET /villages/:collectiveId/settlements/import',
  'POST /villages/:collectiveId/settlements/import',
  'GET /villages/:collectiveId/settlements/import/:keptId',
  'GET /api/villages/:collectiveId/assets',
  'GET /api/villages/:collectiveId/posts',
  'GET /api/villages/:collectiveId/attendance/:month',
  'POST /api/villages/:collectiveId/attendance/:month',
  'GET /api/villages/:collectiveId/files/:ownerKind/:ownerId',
  'POST /api/villages/:collectiveId/files/:ownerKind/:ownerId',
  'POST /api/villages/:collectiveId/settlement-previews',
  'GET /api/villages/:collectiveId/settlement-previews/:keptId',
  'GET /api/villages/:collectiveId/settlement-previews/:keptId/problems',
]);

function lineFor(route: string, line: AccessLine): AccessLine {
  if (typeof line.who === 'string') return line;
  const has = (role: RoleName): boolean => line.who.includes(role);
  const isRead = route.startsWith('GET ') || READING_POSTS.has(route);
  const more: RoleName[] = [
    ...(has('accountant') ? (['bookkeeper'] as const) : []),
    ...(has('township') ? ofTownship(line, { isRead, isChecked: has('accountant') }) : []),
    ...(isRead && has('township') && has('accountant') ? (['leader', 'supervisor'] as const) : []),
    ...(isRead && has('township') && line.scope !== 'office' ? (['auditor'] as const) : []),
    ...(REPORTED.has(route) ? (['reporter'] as const) : []),
  ];
  return { ...line, who: [...line.who, ...more] };
}

/** Which part of a township's people a line of the township is for. */
function ofTownship(
  { scope }: AccessLine,
  { isRead, isChecked }: { readonly isRead: boolean; readonly isChecked: boolean },
): readonly RoleName[] {
  // Accounts and posts are given by who decides.
  if (scope === 'office') return ['approver'];
  if (isRead) return ['reviewer', 'approver'];
  return isChecked ? ['reviewer'] : ['approver'];
}
