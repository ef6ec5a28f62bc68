/** What a register calls the village itself where it names a body that holds a right. */
export const OWN_VILLAGE_WORDS: readonly string[] = ['村集体', '本村', '村级集体'];
