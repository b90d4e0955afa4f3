import * as z from 'zod';
import type { Lang } from '../report/index.js';
import { openapiInFrench } from './_openapiFrench.js';
import type { Endpoint } from './endpoint.js';
import { served } from './measures.js';

const french: ReadonlyMap<string, string> = new Map([
  ...Object.entries(openapiInFrench),
  ...served.map(({ question }) => [question.en, question.fr] as const),
]);

const problem = {
  type: 'object',
  description: 'an error (RFC 9457); detail says what is wrong and what to do',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
  },
} as const;

const refused = {
  description: 'a question that cannot be answered, and why',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const;

/**
 * The API as OpenAPI 3.1 describes it, from the schemas by which requests are read and answers written.
 *
 * In French are its summaries and what it says of parameters and of kinds of answers; names and fields of answers are as in English.
 */
export function openApiOf(
  endpoints: readonly Endpoint[],
  version: string,
  lang: Lang = 'en',
): { readonly [key: string]: unknown } {
  const described = describedBy(endpoints, version);
  return lang === 'en' ? described : (inFrench(described) as typeof described);
}

/** A description with what its summaries and descriptions say in French. */
function inFrench(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inFrench);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => {
      const isText = (name === 'summary' || name === 'description') && typeof value === 'string';
      return [name, isText ? (french.get(value) ?? value) : inFrench(value)];
    }),
  );
}

function describedBy(endpoints: readonly Endpoint[], version: string): { readonly [key: string]: unknown } {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mercato',
      version,
      summary:
        'Measured moves between organisations, and the claims made about them. Nothing that is asked or posted is kept.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.path, { [endpoint.method ?? 'get']: operationOf(endpoint) }]),
    ),
    components: { schemas: { Problem: problem } },
  };
}

function operationOf({ path, summary, parameters, answer, body, media = [] }: Endpoint) {
  const types = answer === null ? media : ['application/json'];
  const form = answer === null ? {} : formOf(answer);
  return {
    operationId: path.replace(/^\/api\//, '').replaceAll(/[/{}]+/g, '_'),
    summary,
    parameters: parameters.map((parameter) => ({
      ...parameter,
      ...(parameter.in === 'query' ? { style: 'form', explode: true } : {}),
    })),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: formOf(body) } } } }),
    responses: {
      200: {
        description: 'the answer',
        content: Object.fromEntries(types.map((type) => [type, { schema: form }])),
      },
      ...(body === undefined
        ? { 304: { description: 'as it was: the data have not changed' } }
        : { 413: refused }),
      400: refused,
      503: refused,
    },
  };
}

function formOf(schema: z.ZodType): { readonly [key: string]: unknown } {
  const { $schema: _, ...form } = z.toJSONSchema(schema, { io: 'output' });
  return form;
}
