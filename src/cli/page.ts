import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMimeType } from 'hono/utils/mime';

const folder = fileURLToPath(new URL('../web/', import.meta.url));

/** A file of the page as it was built; every path that names no file is a view of the page itself. */
export async function pageFile(
  path: string,
): Promise<{ readonly body: Uint8Array; readonly type: string } | null> {
  const name = path.includes('.') ? path : '/index.html';
  const place = normalize(join(folder, name));
  if (!place.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`) || name.includes('\0'))
    return null;
  try {
    const type = getMimeType(name) ?? 'application/octet-stream';
    return { body: await readFile(place), type };
  } catch {
    return null;
  }
}
