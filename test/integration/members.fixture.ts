import type { PersonForm } from '../../src/domain/collectives/person';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';

export const HEAD = '341202193602290014';
export const WIFE = '34120219850615009X';
export const SON = '341202199912311236';
export const CARD = '6228480000000000018';
export const MOBILE = '13800138000';

/** What somebody might change past the program. */
export const CHANGED_BY_HAND: readonly string[] = [
  "UPDATE member_versions SET officer_relation = 'none', labour = 'able'",
  'UPDATE household_incomes SET per_head_fen = 1',
  'DELETE FROM household_status_ends',
  'DELETE FROM personal_reads',
];

/** A person as it is usually typed. */
export const person = (of: Partial<PersonForm>): PersonForm => ({
  ...{ personName: 'Li Si', identity: HEAD, relation: 'head', labour: 'able', officerRelation: 'none' },
  ...{ belongs: 'yes', fromDay: '2024-01-01', mobile: '', accountKind: '', accountNumber: '', bank: '' },
  ...of,
});

/** The number with its check character: ISO 7064, MOD 11-2. */
export function numberWithCheck(places: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(places[index]), 0);
  return places + (['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11] ?? '');
}

/** A table of people as it is pasted, with more columns where they are named. */
export function pastedPeople(rows: readonly (readonly string[])[], more: readonly string[] = []) {
  const head = ['户号', '姓名', '身份证号', '与户主关系', '是否成员', '劳动能力', '与村干部的关系', '手机号'];
  const lines = [[...head, ...more], ...rows].map((cells) => cells.join('\t'));
  return { source: { pasted: lines.join('\n') }, fileName: '' };
}

/** A row of such a table. */
export function rowOf(
  household: string,
  [name, identity, relation]: readonly [string, string, string],
  ...more: readonly string[]
): string[] {
  return [household, name, identity, relation, '是', '有', '无', MOBILE, ...more];
}

/** Two villages of one county, in two townships, and one of another county. */
export async function threeVillages(collectives: CollectivesService): Promise<[string, string, string]> {
  const open = async (kind: 'county' | 'township' | 'village', parentId: string | null): Promise<string> => {
    const { id } = await collectives.createCollective({
      ...{ parentId, kind, name: `a ${kind}`, contacts: [], organisationName: `the ${kind}` },
      ...{ regionPath: ['341200'], noticeLabel: 'V', routeId: null, booksOpenOn: '2022-01-01' },
    });
    return id;
  };
  const under = async (county: string): Promise<string> => open('village', await open('township', county));
  const county = await open('county', null);
  return [await under(county), await under(county), await under(await open('county', null))];
}
