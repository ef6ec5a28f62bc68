/** Small public works and their labour sheets. */
export interface WorksPaths {
  readonly works: string;
  work(id: string): string;
  workSheet(at: { readonly workId: string; readonly sheetId: string }): string;
}

/** @param home where the pages of the village begin */
export function worksPaths(home: string): WorksPaths {
  return {
    works: `${home}/works`,
    work: (id) => `${home}/works/${id}`,
    workSheet: ({ workId, sheetId }) => `${home}/works/${workId}/sheets/${sheetId}`,
  };
}
