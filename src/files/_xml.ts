import { SaxesParser } from 'saxes';
import { MercatoError } from '../errors.js';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML document while it is read; names of elements come without their prefix. */
export interface Ears {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const deepest = 100;
/** Characters without a tag after which a document is no table: the longest text of a cell is far shorter. */
const longestGap = 4 * 2 ** 20;

/**
 * Tells a document piece by piece, so that what was told can be taken over between two; a document of any length takes the
 * memory of a piece.
 *
 * A document type is refused, and with it every entity that a document may define.
 *
 * @param where what the document is called in messages
 * @throws MercatoError `source` for a document type, broken XML, other bytes than UTF-8, and nesting or text without end
 */
export async function* toldXml(
  bytes: AsyncIterable<Uint8Array>,
  where: string,
  ears: Ears,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let gap = 0;
  parser.on('doctype', () => {
    throw new MercatoError('source', `document type in XML: ${where}; do not trust this file`);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    gap = 0;
    depth++;
    if (depth > deepest) throw new Error(`nested deeper than ${deepest} levels`);
    ears.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    gap = 0;
    depth--;
    ears.close(localName(name));
  });
  parser.on('text', (text) => ears.text(text));
  parser.on('cdata', (text) => ears.text(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const take = (text: string): void => {
    gap += text.length;
    parser.write(text);
    if (gap > longestGap) throw new Error(`more than ${longestGap} characters without a tag`);
  };
  try {
    for await (const piece of bytes) {
      take(decoder.decode(piece, { stream: true }));
      yield;
    }
    take(decoder.decode());
    parser.close();
    yield;
  } catch (error) {
    if (error instanceof MercatoError) throw error;
    const said = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    throw new MercatoError('source', `broken XML: ${said} (${where}); fetch the file again`, {
      cause: error,
    });
  }
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
