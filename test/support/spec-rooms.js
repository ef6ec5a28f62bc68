const { readdirSync, statSync } = require('node:fs');
const { basename, join } = require('node:path');

/**
 * Spec files that the whole run tells together, so that the program is loaded once for all of them.
 *
 * The runner gives every spec file a world of its own, into which it loads Nest, TypeORM and the service anew
 * and in which nothing has run before: a third of the time of a run. The specs of a room need no such wall
 * between them, for each makes what it needs. `rooms/integration-2-of-6.spec.js` stands for every sixth spec
 * of `test/integration`, from the second on; a spec that is asked for by name runs alone, as ever.
 */
const TESTS = join(__dirname, '..');
const ROOMS = join(TESTS, 'rooms');

/** The room, the part and how many parts there are, of `integration-2-of-6.spec.js`. */
function partOf(file) {
  const [, room, part, parts] = /^(.+)-(\d+)-of-(\d+)\.spec\.js$/.exec(basename(file)) ?? [];
  if (room === undefined) throw new Error(`${file}: a room's part is called room-1-of-2.spec.js`);
  return { room, part: Number(part), parts: Number(parts) };
}

/** The specs of a part, the largest of the room dealt out in turn, so that the parts take alike. */
function specsOf({ room, part, parts }) {
  const sized = readdirSync(join(TESTS, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.spec\.tsx?$/.test(name))
    .map((name) => ({ file: join(TESTS, room, name), size: statSync(join(TESTS, room, name)).size }))
    .sort((left, right) => right.size - left.size || (left.file < right.file ? -1 : 1));
  return sized.map(({ file }) => file).filter((_file, index) => index % parts === part - 1);
}

/** The rooms told together. Throws where a part of one is missing, whose specs nothing would run. */
function wholeRooms(names = readdirSync(ROOMS)) {
  const parts = names.map(partOf);
  for (const { room, parts: number } of parts)
    for (let part = 1; part <= number; part += 1)
      if (!names.includes(`${room}-${part}-of-${number}.spec.js`))
        throw new Error(`test/rooms: part ${part} of ${number} of ${room} is missing`);
  return [...new Set(parts.map(({ room }) => room))];
}

/** Describes the specs of the part that this file is named for, each under its own name. */
function tellPart(file) {
  for (const spec of specsOf(partOf(file))) {
    describe(spec.slice(TESTS.length + 1), () => {
      require(spec);
    });
  }
}

module.exports = { tellPart, wholeRooms };
