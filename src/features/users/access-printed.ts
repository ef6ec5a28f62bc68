import { labelOf } from '../../glossary/terms';
import { ROLE_NAMES, type RoleName } from '../../platform/http/actor';
import type { AccessLine } from './access';

const MARKS = ['within', 'there', 'anywhere', 'closed'] as const;
/** What a cell of the printed table says of a role, or of who is not logged in. */
export type AccessMark = (typeof MARKS)[number];

/** The signs of the printed table. */
export const MARK_SIGNS: Readonly<Record<AccessMark, string>> = {
  ...{ within: '●', there: '◎', anywhere: '○', closed: '·' },
};

/** Where each table of the document begins, and which routes stand in it. */
const PARTS: readonly (readonly [head: string, holds: RegExp])[] = [
  ['Pages of a village', /^\w+ \/villages\//],
  ['Pages of an office', /^\w+ \/(?:township|offices)\//],
  ['Everything else that a browser opens', /^\w+ \/(?!api\/)/],
  ['Routes for programs: a village', /^\w+ \/api\/villages\//],
  ['Routes for programs: the rest', /^\w+ \/api\//],
];

/** What each sign of the table means, in words. */
const SIGNS_SAID: Readonly<Record<AccessMark, string>> = {
  within:
    'where it is held; of an office (township, reviewer, approver, county, auditor) also what lies below',
  there: 'in the very office where it is held: accounts and posts are given by the office right above',
  anywhere: "whoever it is, whatever he is elsewhere; what he then sees is his own or everybody's",
  closed: 'refused, before anything that was sent is judged',
};

const INTRODUCTION = [
  '# Who may use which route',
  '',
  'Printed from the one table of access by `npm run access-table`, never written by hand: a test holds this',
  'file against the table, another sends every route of the running service as every role, within its reach',
  'and outside it. A route that has no line here is closed to everyone.',
  '',
  '| sign | in words |',
  '| --- | --- |',
  ...MARKS.map((mark) => `| ${MARK_SIGNS[mark]} | ${SIGNS_SAID[mark]} |`),
  '',
].join('\n');

/** The table of access as the documentation prints it. */
export function printedAccess(table: Readonly<Record<string, AccessLine>>): string {
  const waiting = new Set(Object.keys(table));
  const parts = PARTS.map(([head, holds]) => {
    const routes = [...waiting].filter((route) => holds.test(route));
    for (const route of routes) waiting.delete(route);
    const rows = routes.sort(byPath).map((route) => rowOf(route, table[route]));
    return [`## ${head}`, '', ...heads(), ...rows, ''].join('\n');
  });
  return [INTRODUCTION, ...parts].join('\n');
}

/** What the table says of a role, or of who is not logged in. */
function markOf(line: AccessLine | undefined, role: RoleName | undefined): AccessMark {
  if (line === undefined) return 'closed';
  if (line.who === 'public') return 'anywhere';
  if (role === undefined) return 'closed';
  if (line.who === 'signed-in') return 'anywhere';
  if (!line.who.includes(role)) return 'closed';
  if (line.scope === undefined) return 'anywhere';
  return line.scope === 'office' ? 'there' : 'within';
}

function heads(): string[] {
  const roles = ROLE_NAMES.map((role) => `${labelOf(`role.${role}`)} ${role}`);
  return [`| route | not logged in | ${roles.join(' | ')} |`, `| --- |${' :-: |'.repeat(roles.length + 1)}`];
}

function rowOf(route: string, line: AccessLine | undefined): string {
  const marks = [undefined, ...ROLE_NAMES].map((role) => MARK_SIGNS[markOf(line, role)]);
  return `| \`${route}\` | ${marks.join(' | ')} |`;
}

/** By path, so that what is looked at and what is done there stand together. */
function byPath(one: string, other: string): number {
  const [left, right] = [one, other].map((route) => route.split(' ').reverse().join(' '));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
