/**
 * A second program that holds the write lock: node hold-sqlite-lock.js FILE MILLISECONDS. Plain JavaScript,
 * so that it starts alone.
 */
const Sqlite = require('better-sqlite3');

const [file, milliseconds] = process.argv.slice(2);
const connection = new Sqlite(file);
connection.exec('BEGIN IMMEDIATE');
process.send('held');
setTimeout(() => {
  connection.exec('ROLLBACK');
  connection.close();
  process.disconnect();
}, Number(milliseconds));
