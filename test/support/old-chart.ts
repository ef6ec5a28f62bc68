import type { servicesOn } from './village';

/** A village whose books begin under the chart of 2004. @returns its id */
export async function openOldBooks(
  { collectives }: Pick<ReturnType<typeof servicesOn>, 'collectives'>,
  { name = 'Donghe', booksOpenOn = '2023-11-01' }: { name?: string; booksOpenOn?: string } = {},
): Promise<string> {
  const { id } = await collectives.createCollective({
    ...{ parentId: null, kind: 'village', name, organisationName: `${name} cooperative` },
    ...{ regionPath: ['341200'], noticeLabel: name.slice(0, 2), routeId: null, contacts: [] },
    ...{ booksOpenOn, chart: '2004' },
  });
  return id;
}
