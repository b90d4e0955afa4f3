import * as z from 'zod';
import type { Endpoint } from './endpoint.js';

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

/** The API as OpenAPI 3.1 describes it, from the schemas by which requests are read and answers written. */
export function openApiOf(
  endpoints: readonly Endpoint[],
  version: string,
): { readonly [key: string]: unknown } {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mercato',
      version,
      summary:
        'Measured moves between organisations, and the claims made about them. Nothing that is asked or posted is kept.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
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
