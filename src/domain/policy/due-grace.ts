/**
 * The number that documents leave to the village: how many days after the day agreed rent and dividends are
 * not yet late. None where the village settled nothing. Source: FY 三(四)18, which names no days.
 */
export const DUE_GRACE = 'due.grace';
