import { SaxesParser } from 'saxes';
import { MercatoError } from '../errors.js';
import { dateOf, type Employment, emptyRecord, idIn, type OrcidRecord, sourceOf } from './_orcid.js';

const namespace = 'http://www.orcid.org/ns/';
const deepest = 100;
const dayPattern = /^\d{4}-\d{2}-\d{2}/;

/**
 * The record in an XML document of ORCID's schema 2 or 3; null where it is none.
 *
 * A document that defines entities or a document type is no ORCID record but an attack, and stops the load.
 *
 * @param where what the document is called in messages
 * @throws MercatoError `source` for a document type
 * @throws Error where the XML is broken, with line and column in front
 */
export function recordInXml(bytes: Uint8Array, where: string): OrcidRecord | null {
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (isWithoutEmployment(xml)) return emptyRecord;
  const path: string[] = [];
  const employments: Employment[] = [];
  let root = '';
  let id: string | null = null;
  let modified: string | null = null;
  /** Texts of the employment that is being read, by path below it; null outside one. */
  let fields: Map<string, string> | null = null;
  let written = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new MercatoError('source', `document type in XML: ${where}; do not trust this file`);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (path.length === 0) {
      root = uri.startsWith(namespace) ? local : '';
      id = idIn(String(attributes.path?.value ?? ''));
    }
    if (path.length === deepest) throw new Error(`nested deeper than ${deepest} levels`);
    const isEmployment = local === 'employment-summary' && uri === `${namespace}employment`;
    if (isEmployment && fields === null) {
      fields = new Map();
      path.push('');
    } else {
      path.push(fields === null ? local : below(path, local));
    }
    written = '';
  });
  const take = (text: string): void => {
    written += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ local }) => {
    const own = path.pop() ?? '';
    const text = written.trim();
    written = '';
    if (fields === null) {
      const above = path.at(-1);
      if (local === 'path' && above === 'orcid-identifier' && path.length === 2) id = idIn(text) ?? id;
      if (local === 'last-modified-date' && above === 'history' && dayPattern.test(text)) {
        modified = text.slice(0, 10);
      }
    } else if (own === '') {
      employments.push(employmentOf(fields));
      fields = null;
    } else if (text !== '') fields.set(own, text);
  });
  parser.write(xml).close();
  if (root === 'error') return { ...emptyRecord, closed: true };
  return root === 'record' ? { id, closed: false, modified, employments } : null;
}

/** Most records name no employer: they are told by their text, without a parser, where they are whole. */
function isWithoutEmployment(xml: string): boolean {
  return (
    !xml.includes('employment-summary') && !xml.includes('<!DOCTYPE') && xml.trimEnd().endsWith(':record>')
  );
}

function below(path: readonly string[], local: string): string {
  const above = path.at(-1);
  return above === '' || above === undefined ? local : `${above}/${local}`;
}

function employmentOf(fields: ReadonlyMap<string, string>): Employment {
  const one = (path: string): string | null => fields.get(path) ?? null;
  const date = (name: string): string =>
    dateOf(one(`${name}/year`), one(`${name}/month`), one(`${name}/day`));
  const said = (name: string): string | null => one(`source/${name}/path`);
  return {
    employer: one('organization/name') ?? '',
    title: one('role-title'),
    country: one('organization/address/country'),
    start: date('start-date'),
    end: date('end-date'),
    source: sourceOf(said('source-orcid'), said('assertion-origin-orcid'), said('source-client-id')),
  };
}
