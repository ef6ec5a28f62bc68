const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest and the folders of long ones, the longest first; whatever else is short. */
const LONG = [
  'pages/walk',
  'rooms/integration',
  'rooms/flows',
  'pages/gallery/',
  'cases',
  'rooms/',
  'faults/',
];

/**
 * The order of spec files in a fresh clone. The runner begins with the files that took longest the last time;
 * where it does not know, with the largest, and the five lines that tell every case on PostgreSQL came last:
 * one worker had nothing left to do meanwhile.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (tests.every(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((left, right) => rankOf(left.path) - rankOf(right.path));
  }
};

/** Within a rank the larger file stays first. */
function rankOf(path) {
  const place = LONG.findIndex((part) => path.includes(`/test/${part}`));
  return place === -1 ? LONG.length : place;
}
