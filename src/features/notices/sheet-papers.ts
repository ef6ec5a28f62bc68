/** On which paper a sheet is printed: A4, the same on A3 for the wall, its companion in large print on A3. */
export const SHEET_PAPERS = ['a4', 'a3', 'large'] as const;
export type SheetPaper = (typeof SHEET_PAPERS)[number];
