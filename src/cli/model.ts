import { MercatoError } from '../errors.js';
import type { Effects } from './effects.js';

/** How long a model may take, in milliseconds, and how much it may answer, in bytes. */
const patience = 120_000;
const longestAnswer = 2_000_000;

/** The address to which a text goes, from the environment. */
export function modelAddress({ env }: Effects): URL {
  const given = env.MERCATO_MODEL_URL;
  if (!given) {
    throw new MercatoError(
      'usage',
      '--model needs the address of an OpenAI-compatible service; set MERCATO_MODEL_URL, as http://127.0.0.1:8080/v1',
    );
  }
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new MercatoError('usage', 'MERCATO_MODEL_URL is no address; write http://… or https://…');
  }
  return address;
}

/**
 * What does a language model answer to a prompt?
 *
 * One request to `ADDRESS/chat/completions`, without tools; redirects are refused.
 *
 * @throws MercatoError `source` where the service does not answer in time or in its form
 */
export async function askModel(
  model: string,
  prompt: { readonly system: string; readonly user: string },
  effects: Effects,
): Promise<string> {
  const address = modelAddress(effects);
  const key = effects.env.MERCATO_MODEL_KEY;
  const response = await fetch(`${address.href.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.any([effects.signal, AbortSignal.timeout(patience)]),
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({
      model,
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: prompt.system },
        { role: 'user', content: prompt.user },
      ],
    }),
  }).catch((cause: unknown) => {
    throw new MercatoError('source', `the model does not answer (${address.host}); check MERCATO_MODEL_URL`, {
      cause,
    });
  });
  if (!response.ok) {
    throw new MercatoError(
      'source',
      `the model’s service refuses: ${response.status} (${address.host}); check the model’s name and MERCATO_MODEL_KEY`,
    );
  }
  return contentOf(await limited(response, address.host), address.host);
}

async function limited(response: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > longestAnswer)
      throw new MercatoError('source', `the model’s answer is too long (${host}); try another model`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function contentOf(text: string, host: string): string {
  try {
    const { choices } = JSON.parse(text) as { choices: { message: { content: string } }[] };
    const content = choices[0]?.message.content;
    if (typeof content === 'string') return content;
  } catch {
    // Said below.
  }
  throw new MercatoError(
    'source',
    `not the answer of an OpenAI-compatible service (${host}); check MERCATO_MODEL_URL`,
  );
}
