/**
 * Stands for TypeORM's storage of decorators in tests: what was said of one entity is found without asking
 * every decorator of every entity.
 *
 * The package looks through all columns of all tables once for each table whenever a database is opened. A
 * program opens one; the tests open many hundreds, and a fifth of their time went into that search. Which
 * decorators are kept, and in what order, is the package's to say: it is given fewer to look through.
 */
const { MetadataArgsStorage } = require('../../node_modules/typeorm/metadata-args/MetadataArgsStorage.js');

const SEARCHES = [
  'filterByTarget',
  'filterByTargetAndWithoutDuplicateProperties',
  'filterByTargetAndWithoutDuplicateRelationProperties',
];

/** Per list of decorators: how many were sorted already, and those of each entity with their places. */
const sorted = new WeakMap();

function placesOf(list) {
  let known = sorted.get(list);
  if (known === undefined || known.count > list.length) known = { count: 0, byTarget: new Map() };
  for (; known.count < list.length; known.count += 1) {
    const { target } = list[known.count];
    const places = known.byTarget.get(target);
    if (places === undefined) known.byTarget.set(target, [known.count]);
    else places.push(known.count);
  }
  sorted.set(list, known);
  return known.byTarget;
}

/** The decorators of one entity or of a line of them, in the order in which they were read. */
function itemsOf(list, target) {
  const byTarget = placesOf(list);
  const places = [target].flat().flatMap((one) => byTarget.get(one) ?? []);
  return places.sort((left, right) => left - right).map((place) => list[place]);
}

class IndexedStorage extends MetadataArgsStorage {}
for (const search of SEARCHES) {
  IndexedStorage.prototype[search] = function (list, target) {
    return MetadataArgsStorage.prototype[search].call(this, itemsOf(list, target), target);
  };
}

module.exports = { MetadataArgsStorage: IndexedStorage };
