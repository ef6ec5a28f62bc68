const { wholeRooms } = require('./test/support/spec-rooms');
const alone = require('./jest.config.js');

/** The whole suite, as `npm test` runs it: a room's specs told together. `npx jest PATH` runs one alone. */
module.exports = {
  ...alone,
  testMatch: [...alone.testMatch, '<rootDir>/test/rooms/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/', ...wholeRooms().map((room) => `<rootDir>/test/${room}/`)],
};
