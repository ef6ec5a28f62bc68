/** Signs that stay of a name's end: names of one village begin alike and differ there. */
const END = 5;

/** A name cut in its middle where it is longer than `most` signs. */
export function shortText(name: string, most: number): string {
  const signs = [...name];
  if (signs.length <= most) return name;
  return `${signs.slice(0, most - END - 1).join('')}…${signs.slice(-END).join('')}`;
}

/** A name in a narrow place: cut in its middle where it is too long, whole when it is pointed at. */
export function ShortName({ name, most }: { readonly name: string; readonly most: number }) {
  const short = shortText(name, most);
  return short === name ? <>{name}</> : <span title={name}>{short}</span>;
}
