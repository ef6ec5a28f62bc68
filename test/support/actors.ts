/** Who does what in a test: the one who keeps the books and drafts, and the one who reviews. */
export const ACCOUNTANT = { by: 'accountant' };
export const OFFICER = { by: 'officer' };
/** Grants as one sum what ACCOUNTANT planned for people. */
export const GRANTER = { by: 'granting clerk' };
export const DEPUTY = { by: 'deputy bookkeeper' };
