const BOUNDARY = 'a-boundary';

/** How a form with a file says that it is one. */
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form with a file as a browser sends it, its fields in any order; what is bytes is the file. */
export function multipart(
  fields: readonly (readonly [name: string, value: string | Buffer])[],
  file: { readonly name: string; readonly type: string },
): Buffer {
  const parts = fields.flatMap(([name, value]) => {
    const said = typeof value === 'string' ? '' : `; filename="${file.name}"\r\ncontent-type: ${file.type}`;
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${said}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')];
  });
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
